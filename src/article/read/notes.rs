use std::ptr;

use super::fields::member;
use crate::article::{
    Mistake, Problem, Severity, Value, limits,
    problem::{push_step, shorten},
};

/// The problems met so far. Their places are worked out at the end, so that reading
/// need not carry the way to every value along.
#[derive(Default)]
pub(super) struct Notes<'v> {
    kept: Vec<Problem>,
    /// Where those are that have only the end of their paths, and which they are.
    spots: Vec<(&'v Value, usize)>,
    /// All errors, kept or not.
    pub(super) errors: usize,
    /// Those only counted.
    more_errors: usize,
    more_warnings: usize,
}

/// A value on the way from the root, and what it hangs from.
struct Way<'w> {
    parent: Option<&'w Way<'w>>,
    step: Step<'w>,
}

enum Step<'w> {
    Key(&'w str),
    Index(usize),
}

impl<'v> Notes<'v> {
    /// Tells what is wrong with a value, or with its member `key`, be that there or not;
    /// `words` are the problem's arguments.
    pub(super) fn tell(&mut self, at: &'v Value, key: &str, mistake: Mistake, words: &str) {
        let severity = mistake.severity();
        let is_error = severity == Severity::Error;
        self.errors += usize::from(is_error);
        if self.kept.len() < limits::PROBLEMS {
            let mut problem = Problem::of_all(mistake, words.into());
            problem.found = shown(at);
            if !key.is_empty() {
                // Only the end of the path; the rest comes before it.
                push_step(&mut problem.path, key);
                problem.found = match mistake {
                    Mistake::UnknownKey => shorten(key),
                    // A blank is as good as nothing.
                    Mistake::MissingField
                    | Mistake::MissingInClaim
                    | Mistake::InferredWithoutFrom
                    | Mistake::EditorWithoutNote
                    | Mistake::EventWithoutCountry => String::new(),
                    _ => shown(member(at, key)),
                };
            }
            self.spots.push((at, self.kept.len()));
            self.kept.push(problem);
        } else if is_error {
            self.more_errors += 1;
        } else {
            self.more_warnings += 1;
        }
    }

    /// All problems with `root`, and one that counts those not told.
    pub(super) fn finish(mut self, root: &Value) -> Vec<Problem> {
        let step = Step::Index(0);
        self.place(root, &Way { parent: None, step });
        if self.more_errors + self.more_warnings > 0 {
            let mut counts = self.more_errors.to_string();
            counts.push('\n');
            counts.push_str(&self.more_warnings.to_string());
            let mut rest = Problem::of_all(Mistake::MoreProblems, counts);
            if self.more_errors == 0 {
                rest.severity = Severity::Warning;
            }
            self.kept.push(rest);
        }
        self.kept
    }

    /// Gives their paths to the problems in `value` and in all that it holds.
    fn place(&mut self, value: &Value, way: &Way<'_>) {
        let mut at = 0;
        while let Some((spot, problem)) = self.spots.get(at) {
            if !ptr::eq(*spot, value) {
                at += 1;
                continue;
            }
            if let Some(problem) = self.kept.get_mut(*problem) {
                let mut path = way.path();
                path.push_str(&problem.path);
                problem.path = path;
            }
            self.spots.swap_remove(at);
        }
        // Nobody waits for the end of a large article.
        if at == 0 {
            return;
        }
        let parent = Some(way);
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    let step = Step::Index(at);
                    self.place(item, &Way { parent, step });
                }
            }
            Value::Object(members) => {
                for (key, value) in members {
                    let step = Step::Key(key);
                    self.place(value, &Way { parent, step });
                }
            }
            _ => {}
        }
    }
}

impl Way<'_> {
    /// The JSON Pointer to the value.
    fn path(&self) -> String {
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

/// The offending value as a problem repeats it.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::Null => "",
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Number(number) => {
            // Formatting a fraction would cost the reader's phone tens of kilobytes.
            let whole = *number as i64;
            if whole as f64 == *number {
                return whole.to_string();
            }
            ""
        }
        Value::String(text) => text,
        Value::Array(_) => "[…]",
        Value::Object(_) => "{…}",
    };
    shorten(text)
}
