//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What loader, glue, platform, wasm and stylesheet may weigh together at most, in bytes
/// after brotli at quality 11.
const BUDGET: usize = 95_000;

/// Weighs `dist/` and holds it against the budget.
pub fn budget() -> Result<Outcome, String> {
    let weight = sizes::of(&root::at("dist"))?;
    println!("{weight}");
    let total = weight.total.brotli;
    if total > BUDGET {
        return Err(format!(
            "The widget weighs {total} bytes, {} more than the {BUDGET} that it may.",
            total - BUDGET
        ));
    }
    Ok(Outcome::Ran(Tally::PASSED))
}
