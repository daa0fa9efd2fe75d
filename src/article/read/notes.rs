use super::cursor::Cursor;
use crate::article::{
    Mistake, Problem, Severity, Value, limits,
    problem::{arguments, shorten},
};

/// The problems met so far. Words become arguments only when the problem is kept, so
/// that a hundred thousand broken events stay cheap.
#[derive(Default)]
pub(super) struct Notes {
    kept: Vec<Problem>,
    /// All errors, kept or not.
    pub(super) errors: usize,
    /// Those only counted.
    more_errors: usize,
    more_warnings: usize,
}

impl Notes {
    /// Whether further problems are only counted.
    pub(super) fn full(&self) -> bool {
        self.kept.len() >= limits::PROBLEMS
    }

    /// Tells what is wrong with a value; `words` are what the sentences need beside it.
    #[inline(never)]
    pub(super) fn tell(&mut self, at: &Cursor<'_, '_>, mistake: Mistake, words: &[&str]) {
        let arguments = if self.full() {
            String::new()
        } else {
            arguments(words)
        };
        self.keep(at, mistake, arguments);
    }

    /// Keeps or counts a problem.
    #[inline(never)]
    pub(super) fn keep(&mut self, at: &Cursor<'_, '_>, mistake: Mistake, arguments: String) {
        let severity = mistake.severity();
        let is_error = severity == Severity::Error;
        self.errors += usize::from(is_error);
        if !self.full() {
            let found = match mistake {
                Mistake::UnknownKey | Mistake::MisspeltKey => shorten(at.key()),
                _ => shown(at.value),
            };
            self.kept.push(Problem {
                severity,
                mistake,
                path: at.path(),
                found,
                arguments,
            });
        } else if is_error {
            self.more_errors += 1;
        } else {
            self.more_warnings += 1;
        }
    }

    /// All problems, and one that counts those not told.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        if self.more_errors + self.more_warnings > 0 {
            let counts = [self.more_errors, self.more_warnings].map(|count| count.to_string());
            let [errors, warnings] = &counts;
            let mut rest = Problem::of_all(Mistake::MoreProblems, arguments(&[errors, warnings]));
            if self.more_errors == 0 {
                rest.severity = Severity::Warning;
            }
            self.kept.push(rest);
        }
        self.kept
    }
}

/// The offending value as a problem repeats it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "true".into(),
        Value::Bool(false) => "false".into(),
        Value::Number(number) => {
            // Formatting a fraction would cost the reader's phone tens of kilobytes.
            let whole = *number as i64;
            if whole as f64 == *number {
                whole.to_string()
            } else {
                String::new()
            }
        }
        Value::String(text) => shorten(text),
        Value::Array(_) => "[…]".into(),
        Value::Object(_) => "{…}".into(),
    }
}
