//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What a reader may have to download at most, in bytes after brotli at quality 11: scripts,
/// wasm and style sheet, with the words of any one language.
const BUDGET: usize = 240_000;
/// What it should be; DESIGN.md says why it is more.
const GOAL: usize = 150_000;

/// What an editor may have to download for the desk at most, the widget that it previews with
/// included.
const DESK: usize = 450_000;

/// Weighs `dist/` and holds it against the budget.
pub fn budget() -> Result<Outcome, String> {
    let weight = sizes::of(&root::at("dist"))?;
    println!("{weight}");
    let words = weight
        .asked
        .iter()
        .filter(|file| file.name.starts_with("words/"))
        .max_by_key(|file| file.brotli)
        .ok_or("dist/ has no words of another language.")?;
    let whole = weight.total.brotli + words.brotli;
    println!(
        "with {}, the largest of the words: {whole} of {BUDGET}",
        words.name
    );
    if whole > GOAL {
        println!("{} more than the {GOAL} that it should be", whole - GOAL);
    }
    if whole > BUDGET {
        return Err(format!(
            "The widget weighs {whole} bytes, {} more than the {BUDGET} that it may.",
            whole - BUDGET
        ));
    }
    let desk: usize = weight.desk.iter().map(|file| file.brotli).sum();
    let whole = weight.total.brotli + desk;
    println!("the desk: {desk}, with the widget {whole} of {DESK}");
    if desk == 0 {
        return Err("dist/ has no desk.".into());
    }
    if whole > DESK {
        return Err(format!(
            "The desk weighs {whole} bytes with the widget, {} more than the {DESK} that it may.",
            whole - DESK
        ));
    }
    Ok(Outcome::Ran(Tally::PASSED))
}
