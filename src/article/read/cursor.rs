use crate::article::{Value, problem::push_step};

/// A value together with the way to it. The way is a chain of borrowed steps on the
/// stack; it becomes a path only when there is a problem to tell.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'v, 'p> {
    pub(super) value: &'v Value,
    parent: Option<&'p Cursor<'v, 'p>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
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

    /// The member of this name, when this is an object that has it and it is not `null`.
    pub(super) fn get<'c>(&'c self, key: &'static str) -> Option<Cursor<'v, 'c>> {
        let value = member(self.value, key)?;
        Some(self.step(Step::Key(key), value))
    }

    /// The place that the missing member of this name would have.
    pub(super) fn gap<'c>(&'c self, key: &'static str) -> Cursor<'v, 'c> {
        self.step(Step::Key(key), &Value::Null)
    }

    /// What the list holds; nothing when this is no list.
    pub(super) fn items<'c>(&'c self) -> impl Iterator<Item = Cursor<'v, 'c>> {
        let items: &'v [Value] = match self.value {
            Value::Array(items) => items,
            _ => &[],
        };
        let items = items.iter().enumerate();
        items.map(|(at, value)| self.step(Step::Index(at), value))
    }

    fn step<'c>(&'c self, step: Step, value: &'v Value) -> Cursor<'v, 'c> {
        Cursor {
            value,
            parent: Some(self),
            step,
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

    /// What a sentence calls this value.
    pub(super) fn name(&self) -> String {
        match (self.parent, self.step) {
            (None, _) => "The article".into(),
            (_, Step::Key(key)) => ["“", key, "”"].concat(),
            (Some(parent), Step::Index(_)) => ["An entry of ", &parent.name()].concat(),
        }
    }
}

/// The member of this name, when `value` is an object that has it and it is not `null`.
pub(super) fn member<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    let Value::Object(members) = value else {
        return None;
    };
    let (_, value) = members.iter().find(|(name, _)| name == key)?;
    (*value != Value::Null).then_some(value)
}
