//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What loader, glue, wasm and stylesheet should weigh together at most, in
/// bytes after brotli at quality 11. They do not yet.
const GOAL: usize = 110_000;

/// What they may weigh together until the goal is reached. It only ever goes
/// down: whoever makes the widget lighter lowers it to what was reached.
const CEILING: usize = 154_000;

/// Weighs `dist/` and holds it against the budget.
pub fn budget() -> Result<Outcome, String> {
    let (files, total) = sizes::of(&root::at("dist"))?;
    println!("{}", sizes::heading());
    for file in &files {
        println!("{file}");
    }
    println!("{total}");
    match total.brotli.checked_sub(GOAL) {
        None | Some(0) => println!("Within the goal of {GOAL}."),
        Some(over) => println!("{over} bytes above the goal of {GOAL}, which is not reached yet."),
    }
    if total.brotli <= CEILING {
        Ok(Outcome::Ran(Tally::PASSED))
    } else {
        Err(format!(
            "The widget weighs {} bytes, more than the {CEILING} it had come down to.",
            total.brotli
        ))
    }
}
