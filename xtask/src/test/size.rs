//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// The most that loader, glue, wasm and stylesheet may weigh together, in
/// bytes after brotli at quality 11.
const BUDGET: usize = 110_000;

/// Weighs `dist/` and holds it against the budget.
pub fn budget() -> Result<Outcome, String> {
    let (files, total) = sizes::of(&root::at("dist"))?;
    println!("{}", sizes::heading());
    for file in &files {
        println!("{file}");
    }
    println!("{total}");
    if total.brotli <= BUDGET {
        println!(
            "{} bytes below the budget of {BUDGET}.",
            BUDGET - total.brotli
        );
        Ok(Outcome::Ran(Tally::PASSED))
    } else {
        let over = total.brotli - BUDGET;
        Err(format!(
            "The widget weighs {over} bytes more than its budget of {BUDGET}."
        ))
    }
}
