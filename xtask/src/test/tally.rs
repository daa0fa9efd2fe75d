//! Counting tests, by reading what test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that did not run; their reasons stand in the output.
    pub skipped: u32,
}

impl Tally {
    /// One test that passed.
    pub const PASSED: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    /// One test that failed.
    pub const FAILED: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };
    /// One test that did not run.
    pub const SKIPPED: Self = Self {
        passed: 0,
        failed: 0,
        skipped: 1,
    };

    /// Adds what a line of `cargo test` tells, such as
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    pub fn hear_cargo(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        for part in counts.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let count = words.next().and_then(|word| word.parse::<u32>().ok());
            match (count, words.next()) {
                (Some(count), Some("passed")) => self.passed += count,
                (Some(count), Some("failed")) => self.failed += count,
                (Some(count), Some("ignored")) => self.skipped += count,
                _ => {}
            }
        }
    }

    /// Adds what a line of Node's test runner tells, such as `ℹ pass 12`.
    pub fn hear_node(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        if words.next() != Some("ℹ") {
            return;
        }
        let what = words.next();
        let Some(count) = words.next().and_then(|word| word.parse::<u32>().ok()) else {
            return;
        };
        match what {
            Some("pass") => self.passed += count,
            Some("fail" | "cancelled") => self.failed += count,
            Some("skipped" | "todo") => self.skipped += count,
            _ => {}
        }
    }

    /// The tally as it has to read when the runner itself ended this way: a
    /// runner that fails without a failed test did not get to its tests.
    pub fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(out, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cargos_summary() {
        let mut tally = Tally::default();
        tally.hear_cargo("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        tally.hear_cargo(
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
        );
        tally.hear_cargo("test article::tests::twelve ... ok");
        assert_eq!(
            tally,
            Tally {
                passed: 14,
                failed: 3,
                skipped: 1
            }
        );
    }

    #[test]
    fn reads_nodes_summary() {
        let mut tally = Tally::default();
        for line in [
            "ℹ tests 7",
            "ℹ pass 4",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 1",
            "ℹ duration_ms 91.2",
        ] {
            tally.hear_node(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 4,
                failed: 2,
                skipped: 1
            }
        );
    }

    #[test]
    fn a_runner_that_breaks_down_counts_as_a_failure() {
        assert_eq!(Tally::default().ended(false), Tally::FAILED);
        assert_eq!(Tally::PASSED.ended(true), Tally::PASSED);
    }

    #[test]
    fn prints_the_count_that_ends_the_run() {
        assert_eq!(
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
            .to_string(),
            "3 passed, 1 failed"
        );
        assert_eq!(
            Tally {
                passed: 3,
                failed: 0,
                skipped: 2
            }
            .to_string(),
            "3 passed, 0 failed, 2 skipped"
        );
    }
}
