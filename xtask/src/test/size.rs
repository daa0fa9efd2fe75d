//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What loader, glue, wasm and stylesheet may weigh together at most, in bytes
/// after brotli at quality 11.
const BUDGET: usize = 95_000;
/// What they may weigh with all that one reader is likely to ask for: the words of another
/// language.
const WITH_WORDS: usize = 96_000;

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
    let words = weight
        .asked
        .iter()
        .filter(|file| file.name.starts_with("words/"))
        .max_by_key(|file| file.brotli)
        .ok_or("dist/ has no words of another language.")?;
    let whole = total + words.brotli;
    println!("with {}, the largest of the words: {whole}", words.name);
    if whole > WITH_WORDS {
        return Err(format!(
            "With {} the widget weighs {whole} bytes, {} more than the {WITH_WORDS} that it may.",
            words.name,
            whole - WITH_WORDS
        ));
    }
    Ok(Outcome::Ran(Tally::PASSED))
}
