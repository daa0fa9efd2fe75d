//! The size budget: what a phone has to download before it can explore.

use super::Outcome;
use super::tally::Tally;
use crate::{root, sizes};

/// What a reader may have to download at most, in bytes after brotli at quality 11: scripts,
/// wasm and style sheet, with the words of any one language.
const BUDGET: usize = 240_000;
/// What it should be; DESIGN.md says why it is more.
const GOAL: usize = 150_000;

/// What an editor may have to download at most before the desk can be used, in the same bytes:
/// its own files and the widget's loader. The widget's program follows with the first preview.
const DESK: usize = 450_000;

/// What the words of one language may weigh.
const WORDS: usize = 2_000;

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
    if words.brotli > WORDS {
        return Err(format!(
            "{} weighs {} bytes, {} more than the {WORDS} that the words of a language may.",
            words.name,
            words.brotli,
            words.brotli - WORDS
        ));
    }
    if whole > BUDGET {
        return Err(format!(
            "The widget weighs {whole} bytes, {} more than the {BUDGET} that it may.",
            whole - BUDGET
        ));
    }
    let loader = weight
        .always
        .iter()
        .filter(|file| file.name == "dateline.js");
    let desk: usize = weight
        .desk
        .iter()
        .chain(loader)
        .map(|file| file.brotli)
        .sum();
    if weight.desk.is_empty() {
        return Err("dist/ has no desk.".into());
    }
    println!("the desk with the widget's loader: {desk} of {DESK}");
    println!("and with the preview: {}", desk + weight.total.brotli);
    let publishing: usize = weight.publishing.iter().map(|file| file.brotli).sum();
    println!("and once something is published: {publishing} more, and the widget's other files");
    if desk > DESK {
        return Err(format!(
            "The desk weighs {desk} bytes, {} more than the {DESK} that it may.",
            desk - DESK
        ));
    }
    Ok(Outcome::Ran(Tally::PASSED))
}
