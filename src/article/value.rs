use super::{Problem, Severity, limits};

/// A JSON value that came through either door: JSON text natively, a JavaScript
/// value in the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, and JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its members in the order they stand.
    Object(Vec<(String, Value)>),
}

/// Counts while a door takes a value, so that neither deep nor endless data gets
/// further than the [`limits`]. Its `None` means: stop here.
#[derive(Debug, Default)]
pub struct Budget {
    values: usize,
    depth: usize,
    passed: Option<Limit>,
    /// The way to where the limit was passed, innermost step first.
    steps: Vec<String>,
}

impl Budget {
    /// Counts one value.
    pub fn take(&mut self) -> Option<()> {
        self.values += 1;
        self.check(self.values <= limits::VALUES, Limit::Values)
    }

    /// Goes into a list or an object.
    pub fn enter(&mut self) -> Option<()> {
        self.check(self.depth < limits::NESTING, Limit::Nesting)?;
        self.depth += 1;
        Some(())
    }

    /// Comes out of a list or an object.
    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Notes, on the way out after a `None`, the key or the position it was met at.
    pub fn came_from(&mut self, step: String) {
        self.steps.push(step);
    }

    /// The problem of the limit that was passed, if one was.
    pub fn refusal(&self) -> Option<Problem> {
        self.passed.map(|limit| limit.problem(&self.steps))
    }

    fn check(&mut self, good: bool, limit: Limit) -> Option<()> {
        if !good {
            self.passed = Some(limit);
        }
        good.then_some(())
    }
}

#[derive(Debug, Clone, Copy)]
enum Limit {
    Nesting,
    Values,
}

impl Limit {
    fn problem(self, steps: &[String]) -> Problem {
        let mut path = String::new();
        for step in steps.iter().rev() {
            super::problem::push_step(&mut path, step);
        }
        let (kind, message, fix) = match self {
            Limit::Nesting => (
                "too-deep",
                "Lists and objects are nested more than 64 deep, so the data is not read.",
                "Flatten the data: an article needs no more than six levels.",
            ),
            Limit::Values => (
                "too-many-values",
                "The data holds more than 16 million values, so it is not read.",
                "Split the article, or leave out what the reader does not need.",
            ),
        };
        Problem {
            severity: Severity::Error,
            kind,
            path,
            found: String::new(),
            message: message.into(),
            fix: fix.into(),
        }
    }
}
