//! Counting tests, by reading what test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many lines of one failure are told again at the end.
const LINES: usize = 40;

/// How many tests passed, failed and were skipped, and what the failed said.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that did not run; their reasons stand in the output.
    pub skipped: u32,
    /// What each failed test said, its name first.
    pub failures: Vec<String>,
    /// Does the runner tell of a failure just now?
    telling: bool,
}

impl Tally {
    /// One test that passed.
    pub const PASSED: Self = Self::of(1, 0, 0);
    /// One test that failed.
    pub const FAILED: Self = Self::of(0, 1, 0);
    /// One test that did not run.
    pub const SKIPPED: Self = Self::of(0, 0, 1);

    const fn of(passed: u32, failed: u32, skipped: u32) -> Self {
        Self {
            passed,
            failed,
            skipped,
            failures: Vec::new(),
            telling: false,
        }
    }

    /// Adds what a line of `cargo test` tells, such as
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; …`, and keeps what
    /// stands under `---- name stdout ----`.
    pub fn hear_cargo(&mut self, line: &str) {
        let name = line.strip_prefix("---- ");
        if let Some(name) = name.and_then(|line| line.strip_suffix(" stdout ----")) {
            self.failures.push(name.to_owned());
            self.telling = true;
        } else if line == "failures:" {
            self.telling = false;
        } else if self.telling {
            self.tell(line);
        }
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

    /// Adds what a line of Node's test runner tells, such as `ℹ pass 12`, and
    /// keeps what `tests/page/run.js` says of a failure: `✗ name`, and the
    /// lines under it that stand in.
    pub fn hear_node(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("✗ ") {
            self.failures.push(name.to_owned());
            self.telling = true;
        } else if !line.starts_with(' ') {
            self.telling = false;
        } else if self.telling {
            self.tell(line);
        }
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

    fn tell(&mut self, line: &str) {
        if let Some(failure) = self.failures.last_mut()
            && !line.trim().is_empty()
            && failure.lines().count() < LINES
        {
            failure.push('\n');
            failure.push_str(line);
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
        self.failures.extend(more.failures);
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
        assert_eq!(tally, Tally::of(14, 3, 1));
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
        assert_eq!(tally, Tally::of(4, 2, 1));
    }

    #[test]
    fn keeps_what_the_failed_said() {
        let mut tally = Tally::default();
        for line in [
            "test one ... FAILED",
            "failures:",
            "",
            "---- one stdout ----",
            "",
            "thread 'one' panicked at src/lib.rs:1:2:",
            "three is not two",
            "",
            "failures:",
            "    one",
            "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured",
        ] {
            tally.hear_cargo(line);
        }
        for line in [
            "✗ two › webkit",
            "    The page is blank.",
            "ℹ fail 1",
            "  later",
        ] {
            tally.hear_node(line);
        }
        assert_eq!(
            tally.failures,
            [
                "one\nthread 'one' panicked at src/lib.rs:1:2:\nthree is not two",
                "two › webkit\n    The page is blank.",
            ]
        );
        assert_eq!(tally.failed, 2);
    }

    #[test]
    fn a_runner_that_breaks_down_counts_as_a_failure() {
        assert_eq!(Tally::default().ended(false), Tally::FAILED);
        assert_eq!(Tally::PASSED.ended(true), Tally::PASSED);
    }

    #[test]
    fn prints_the_count_that_ends_the_run() {
        assert_eq!(Tally::of(3, 1, 0).to_string(), "3 passed, 1 failed");
        assert_eq!(
            Tally::of(3, 0, 2).to_string(),
            "3 passed, 0 failed, 2 skipped"
        );
    }
}
