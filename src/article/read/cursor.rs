use crate::article::{Value, problem::push_step};

/// A value together with the way to it. The way is a chain of borrowed steps on the
/// stack; it becomes a path only when there is a problem to tell.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'v, 'p> {
    /// `null` too when there is nothing.
    pub(super) value: &'v Value,
    parent: Option<&'p Cursor<'v, 'p>>,
    step: Step<'v>,
}

#[derive(Clone, Copy)]
enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

impl<'v, 'p> Cursor<'v, 'p> {
    pub(super) fn root(value: &'v Value) -> Self {
        Cursor {
            value,
            parent: None,
            step: Step::Index(0),
        }
    }

    /// The member of this name, or the place that it would have.
    #[inline(never)]
    pub(super) fn get<'c>(&'c self, key: &'v str) -> Cursor<'v, 'c> {
        Cursor {
            value: member(self.value, key),
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    /// The place that a member of this name would have.
    pub(super) fn gap<'c>(&'c self, key: &'v str) -> Cursor<'v, 'c> {
        Cursor {
            value: &Value::Null,
            ..self.get(key)
        }
    }

    /// An entry of the list; nothing after the last one and when this is no list.
    #[inline(never)]
    pub(super) fn item<'c>(&'c self, at: usize) -> Option<Cursor<'v, 'c>> {
        let Value::Array(items) = self.value else {
            return None;
        };
        Some(Cursor {
            value: items.get(at)?,
            parent: Some(self),
            step: Step::Index(at),
        })
    }

    pub(super) const fn is_missing(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    pub(super) const fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    /// The name of the member that this is.
    pub(super) const fn key(&self) -> &'v str {
        match self.step {
            Step::Key(key) => key,
            Step::Index(_) => "",
        }
    }

    /// The JSON Pointer to this value.
    pub(super) fn path(&self) -> String {
        let Some(parent) = self.parent else {
            return String::new();
        };
        let mut path = parent.path();
        match self.step {
            Step::Key(key) => push_step(&mut path, key),
            Step::Index(at) => push_step(&mut path, &at.to_string()),
        }
        path
    }
}

/// The member of this name, `null` when there is none.
#[inline(never)]
pub(super) fn member<'v>(value: &'v Value, key: &str) -> &'v Value {
    if let Value::Object(members) = value {
        for (name, value) in members {
            if name == key {
                return value;
            }
        }
    }
    &Value::Null
}
