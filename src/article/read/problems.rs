use super::path::Path;
use crate::article::{Mistake, Problem, Severity, limits, problem::arguments};

/// The problems met so far, at most [`limits::PROBLEMS`] of them.
#[derive(Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    /// Those only counted.
    more_errors: usize,
    more_warnings: usize,
}

impl Problems {
    /// How many are listed.
    pub(super) const fn len(&self) -> usize {
        self.listed.len()
    }

    /// Adds what is wrong at a place; `words` are the problem's arguments.
    pub(super) fn add(&mut self, path: &Path<'_>, found: String, mistake: Mistake, words: &[&str]) {
        self.insert(self.len(), path, found, mistake, words);
    }

    /// Adds what is wrong at a place, `at` this position in the list. When the list is
    /// full, its last problem is only counted.
    pub(super) fn insert(
        &mut self,
        at: usize,
        path: &Path<'_>,
        found: String,
        mistake: Mistake,
        words: &[&str],
    ) {
        if at >= limits::PROBLEMS {
            self.count(mistake.severity());
            return;
        }
        let problem = Problem {
            severity: mistake.severity(),
            mistake,
            path: path.pointer(),
            found,
            arguments: arguments(words),
        };
        self.listed.insert(at.min(self.len()), problem);
        if self.len() > limits::PROBLEMS
            && let Some(last) = self.listed.pop()
        {
            self.count(last.severity);
        }
    }

    fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.more_errors += 1,
            Severity::Warning => self.more_warnings += 1,
        }
    }

    /// All problems, and one that counts those not listed.
    pub(super) fn finish(self) -> Vec<Problem> {
        let mut problems = self.listed;
        let more = [self.more_errors, self.more_warnings];
        if more != [0, 0] {
            let counts = more.map(|count| count.to_string());
            let mut rest = Problem::of_all(Mistake::MoreProblems, counts.into());
            if self.more_errors == 0 {
                rest.severity = Severity::Warning;
            }
            problems.push(rest);
        }
        problems
    }
}
