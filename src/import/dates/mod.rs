//! Dates as people write them, read into EDTF.
//!
//! [`read`] takes what stands in a cell and gives the [`Found`] value with a [`Note`] for
//! every choice that was made on the way: in which order day and month stand, which century
//! two digits mean, which zone an abbreviation names. Nothing is chosen in silence, and
//! where two readings are possible both are given, the chosen one first.
//!
//! What is not sure is left out of the value, never made up: “early May 2020” is `2020-05`,
//! “1850s” is `185X`, and the words themselves are kept beside the value.

mod assign;
mod clock;
mod columns;
mod context;
mod edtf;
mod found;
mod number;
mod range;
mod serial;
mod single;
mod token;
mod wikidata;
mod words;

pub use columns::{Columns, Pieced};
pub use context::{Context, Evidence, Order};
pub use found::{Found, Note, Trouble};
pub use serial::{Epoch, day_number};
pub use wikidata::wikidata_time;
pub use words::{is_month, month_number};

use crate::article::Date;
use token::Token;

/// Reads one date or span of dates.
///
/// # Errors
/// When there is no date in it, or more than can be told apart; the [`Trouble`] says which,
/// and what to write.
///
/// ```
/// use dateline::import::dates::{Context, read};
/// let date = read("April-May 1945", &Context::default())?;
/// assert_eq!(date.value, "1945-04/1945-05");
/// # Ok::<(), dateline::import::dates::Trouble>(())
/// ```
pub fn read(text: &str, context: &Context) -> Result<Found, Trouble> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Trouble::Nothing);
    }
    if let Some(found) = edtf::as_written(text, context) {
        return Ok(found);
    }
    let normal = token::normalised(text);
    if words::means_unknown(&normal) {
        return Ok(Found::unknown(text));
    }
    if let Some(calendar) = words::other_calendar(&normal) {
        return Err(Trouble::OtherCalendar(calendar));
    }
    let (normal, old_style) = words::without_old_style(&normal);
    let tokens = token::tokens(&words::phrased(&normal));
    let mut found = range::read(&tokens, context).map_err(|trouble| match Date::parse(text) {
        // The grammar knows better what is wrong with what is nearly EDTF.
        Err(error)
            if trouble == Trouble::NotADate && error.mistake.kind() != "ungrammatical-date" =>
        {
            Trouble::Impossible(error.to_string())
        }
        _ => trouble,
    })?;
    found.julian = old_style;
    if has_words(&tokens) || found.notes.iter().any(Note::keeps_words) {
        found.text = Some(text.to_string());
    }
    Ok(found)
}

/// Whether a reader would take it for words rather than for a notation.
fn has_words(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|token| token.word().is_some_and(|word| !matches!(word, "t" | "z")))
}

#[cfg(test)]
mod tests;
