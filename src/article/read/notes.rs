use super::cursor::Cursor;
use crate::article::{
    Problem, Severity, Value, limits,
    problem::{push_step, shorten},
};

/// The problems met so far. Sentences are handed over in pieces and joined only
/// when the problem is kept, so that a hundred thousand broken events stay cheap.
pub(super) struct Notes {
    kept: Vec<Problem>,
    /// All errors, kept or not.
    count: usize,
    /// Those only counted.
    errors: usize,
    warnings: usize,
}

impl Notes {
    pub(super) fn new() -> Notes {
        Notes {
            kept: Vec::new(),
            count: 0,
            errors: 0,
            warnings: 0,
        }
    }

    /// Tells of something that is left out.
    pub(super) fn error(
        &mut self,
        at: &Cursor<'_, '_>,
        kind: &'static str,
        message: &[&str],
        fix: &[&str],
    ) {
        self.add(Severity::Error, kind, at, None, message, fix);
    }

    /// Tells of something that is shown all the same.
    pub(super) fn warning(
        &mut self,
        at: &Cursor<'_, '_>,
        kind: &'static str,
        message: &[&str],
        fix: &[&str],
    ) {
        self.add(Severity::Warning, kind, at, None, message, fix);
    }

    /// Tells of a member that the schema does not know.
    pub(super) fn unknown_key(&mut self, at: &Cursor<'_, '_>, key: &str, fix: &[&str]) {
        let short = shorten(key);
        let message = ["There is no field “", &short, "” here; it is not read."];
        self.add(
            Severity::Warning,
            "unknown-key",
            at,
            Some(key),
            &message,
            fix,
        );
    }

    /// How many errors were met.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Whether further problems are only counted.
    pub(super) fn full(&self) -> bool {
        self.kept.len() >= limits::PROBLEMS
    }

    fn add(
        &mut self,
        severity: Severity,
        kind: &'static str,
        at: &Cursor<'_, '_>,
        key: Option<&str>,
        message: &[&str],
        fix: &[&str],
    ) {
        self.count += usize::from(severity == Severity::Error);
        if self.full() {
            match severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
            }
            return;
        }
        let mut path = at.path();
        let found = match key {
            Some(key) => {
                push_step(&mut path, key);
                shorten(key)
            }
            None => shown(at.value),
        };
        self.kept.push(Problem {
            severity,
            kind,
            path,
            found,
            message: message.concat(),
            fix: fix.concat(),
        });
    }

    /// All problems, and one that counts those not told.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        let more = self.errors + self.warnings;
        if more > 0 {
            let severity = if self.errors > 0 {
                Severity::Error
            } else {
                Severity::Warning
            };
            let message = [
                "There are more problems that are not listed: ",
                &self.errors.to_string(),
                " more errors, ",
                &self.warnings.to_string(),
                " more warnings.",
            ];
            self.kept.push(Problem {
                severity,
                kind: "more-problems",
                path: String::new(),
                found: String::new(),
                message: message.concat(),
                fix: "Mend those above, then check again.".into(),
            });
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
