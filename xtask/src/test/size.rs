//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What loader, glue, wasm and stylesheet should weigh together at most, in
/// bytes after brotli at quality 11. They do not yet, so this is told but not enforced.
const GOAL: usize = 110_000;

/// What they may weigh together until the goal is reached. It only ever goes
/// down: whoever makes the widget lighter lowers it to what was reached.
const CEILING: usize = 144_000;

/// Weighs `dist/` and holds it against the budget.
pub fn budget() -> Result<Outcome, String> {
    let (files, total) = sizes::of(&root::at("dist"))?;
    println!("{}", sizes::heading());
    for file in &files {
        println!("{file}");
    }
    println!("{total}");
    if total.brotli <= GOAL {
        return Ok(Outcome::Ran(Tally::PASSED));
    }
    if total.brotli > CEILING {
        return Err(format!(
            "The widget weighs {} bytes, more than the {CEILING} it had come down to.",
            total.brotli
        ));
    }
    // The ceiling holds; the budget is a check that this build does not stand.
    let mut tally = Tally::PASSED;
    tally += Tally::SKIPPED;
    let over = total.brotli - GOAL;
    Ok(Outcome::Owing(
        tally,
        format!("the budget of {GOAL} bytes is not enforced yet; the widget is {over} above it."),
    ))
}
