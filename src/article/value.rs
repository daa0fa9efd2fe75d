use super::{Mistake, Problem, limits, problem::push_step};

/// A JSON value that came through either door: JSON text natively, a JavaScript
/// value in the browser.
#[derive(Debug, Clone, PartialEq)]
// With a tag of its own, which is told apart in fewer instructions than one that hides
// in the capacity of a list.
#[repr(u8)]
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

impl Value {
    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

/// Counts while a door takes a value, so that neither deep nor endless data gets
/// further than the [`limits`]. Its `None` means: stop here.
#[derive(Debug, Default)]
pub struct Budget {
    values: usize,
    depth: usize,
    passed: Option<Mistake>,
    /// The way to where the limit was passed, innermost step first.
    steps: Vec<String>,
}

impl Budget {
    /// Counts one value.
    pub fn take(&mut self) -> Option<()> {
        self.values += 1;
        self.check(self.values <= limits::VALUES, Mistake::TooManyValues)
    }

    /// Goes into a list or an object.
    pub fn enter(&mut self) -> Option<()> {
        self.check(self.depth < limits::NESTING, Mistake::TooDeep)?;
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
        let mut problem = Problem::of_all(self.passed?, String::new());
        for step in self.steps.iter().rev() {
            push_step(&mut problem.path, step);
        }
        Some(problem)
    }

    fn check(&mut self, good: bool, limit: Mistake) -> Option<()> {
        if !good {
            self.passed = Some(limit);
        }
        good.then_some(())
    }
}
