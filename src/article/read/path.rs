use crate::article::problem::push_step;

/// The way from the root of the data to a value.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    /// The data as a whole.
    Root,
    /// A member of an object.
    Member(&'p Path<'p>, &'p str),
    /// An item of a list.
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The JSON Pointer (RFC 6901) to the value.
    pub(super) fn pointer(&self) -> String {
        match self {
            Path::Root => String::new(),
            Path::Member(parent, name) => {
                let mut pointer = parent.pointer();
                push_step(&mut pointer, name);
                pointer
            }
            Path::Item(parent, at) => {
                let mut pointer = parent.pointer();
                push_step(&mut pointer, &at.to_string());
                pointer
            }
        }
    }
}
