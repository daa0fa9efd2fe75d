use serde::de::Error;

use super::{Mistake, Problem, limits, problem::push_step};

/// Counts while a door takes a value, so that neither deep nor endless data gets
/// further than the [`limits`].
#[derive(Debug, Default)]
pub(super) struct Budget {
    values: usize,
    /// The values in the piece that is taken.
    inside: usize,
    /// The lists and objects that what is taken stands in, outermost first.
    around: Vec<Group>,
    passed: Option<Mistake>,
    /// The way to where the limit was passed, innermost step first.
    steps: Vec<String>,
}

/// What holds other values.
#[derive(Debug, Clone, Copy)]
pub(super) enum Group {
    List,
    Object,
}

impl Budget {
    /// Goes to a piece of the tree: a member of its object or, in a list, an entry of one.
    pub(super) fn go_to(&mut self, way: &[&str]) {
        self.around = vec![Group::Object];
        if way.len() > 1 {
            self.around.push(Group::List);
        }
    }

    /// Counts one value.
    ///
    /// # Errors
    /// When there are more than [`limits::VALUES`], or more than [`limits::PIECE`] in the
    /// piece.
    pub(super) fn count<E: Error>(&mut self) -> Result<(), E> {
        if matches!(
            *self.around,
            [] | [Group::Object] | [Group::Object, Group::List]
        ) {
            self.inside = 0;
        }
        self.values += 1;
        self.inside += 1;
        self.check(self.values <= limits::VALUES, Mistake::TooManyValues)?;
        self.check(self.inside <= limits::PIECE, Mistake::TooManyInside)
    }

    /// Goes into a list or an object.
    ///
    /// # Errors
    /// When that is deeper than [`limits::NESTING`].
    pub(super) fn enter<E: Error>(&mut self, group: Group) -> Result<(), E> {
        self.around.push(group);
        self.check(self.around.len() <= limits::NESTING, Mistake::TooDeep)
    }

    /// Comes out of a list or an object.
    pub(super) fn leave(&mut self) {
        self.around.pop();
    }

    /// Notes, on the way out after an error, the key or the position it was met at.
    pub(super) fn came_from(&mut self, step: String) {
        self.steps.push(step);
    }

    /// The problem of the limit that was passed, if one was.
    pub(super) fn refusal(&self) -> Option<Problem> {
        let mut problem = Problem::of_all(self.passed?, Vec::new());
        for step in self.steps.iter().rev() {
            push_step(&mut problem.path, step);
        }
        Some(problem)
    }

    fn check<E: Error>(&mut self, good: bool, limit: Mistake) -> Result<(), E> {
        if good {
            return Ok(());
        }
        self.passed = Some(limit);
        // The decoder carries it out; what is told is the refusal.
        Err(E::custom("limit"))
    }
}
