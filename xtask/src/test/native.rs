//! The tests that need no browser: modules, properties, snapshots, and the
//! examples of the documentation.

use super::Outcome;
use super::tally::Tally;
use crate::run;

/// `cargo test`, without stopping at the first crate that fails.
pub fn tests() -> Result<Outcome, String> {
    let mut tally = Tally::default();
    let mut cargo = run::command("cargo");
    cargo.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    // A snapshot that differs is a failure, never a new snapshot.
    cargo.env("INSTA_UPDATE", "no");
    let status = run::follow(&mut cargo, |line| tally.hear_cargo(line))?;
    Ok(Outcome::Ran(tally.ended(status.success())))
}
