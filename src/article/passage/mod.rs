//! Where in the article's text the words stand that a fact rests on.
//!
//! The words are the same when they differ only in white space, quotation marks,
//! dashes, ligatures, characters that show nothing, or normalisation form (NFC, NFD);
//! in all else they must be exact, whole words with their case and their accents. All
//! anchors are found in one go, in time linear in the text: text and anchors are
//! folded, and a rolling hash over the folded text picks the places to compare.
//!
//! The text is one string. A page's text nodes, joined, are one; whoever joins them
//! keeps where each began, and puts a blank between blocks.

mod alphabet;
mod edge;
mod finder;
mod folded;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
mod nearest;
mod scan;

use std::ops::Range;

use self::alphabet::Alphabet;
use super::Anchor;

pub use self::finder::Finder;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub use self::nearest::{Likeness, Nearest};

/// The canonical decomposition (NFD, UAX #15) of a text: the platform's, which has
/// the tables of Unicode.
pub type Decompose = fn(&str) -> String;

/// Where an anchor stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// At one place: its bytes, on character boundaries.
    Found(Range<usize>),
    /// Nowhere.
    Missing,
    /// At so many places, two at least, that nothing tells apart.
    Ambiguous(usize),
}

/// Finds each anchor in `text`; the findings are in the order of the anchors.
///
/// ```
/// use dateline::article::{Anchor, passage::{Finding, find}};
///
/// let anchor = |quote: &str, before: Option<&str>| Anchor {
///     quote: quote.into(),
///     before: before.map(Into::into),
///     after: None,
///     url: None,
/// };
/// let text = "He said: “War  crimes”. She said: war.";
/// let anchors = [
///     anchor("said: \"War crimes\"", None),
///     anchor("crime", None),
///     anchor("said", None),
///     anchor("said", Some("She ")),
/// ];
/// // Text in ASCII needs no tables.
/// let found = find(text, &anchors, str::to_owned);
/// assert_eq!(found, [
///     Finding::Found(3..26),
///     Finding::Missing,
///     Finding::Ambiguous(2),
///     Finding::Found(32..36),
/// ]);
/// ```
#[must_use]
pub fn find(text: &str, anchors: &[Anchor], decompose: Decompose) -> Vec<Finding> {
    let mut finder = Finder::new(decompose);
    for anchor in anchors {
        finder.seek(anchor);
    }
    finder.read(text);
    while !finder.proceed(usize::MAX) {}
    finder.findings().cloned().collect()
}

/// A text in the form in which texts are compared.
///
/// ```
/// use dateline::article::passage::folded;
/// assert_eq!(folded(" “War  crimes” – yes ", str::to_owned), "'War crimes'-yes");
/// ```
#[must_use]
pub fn folded(text: &str, decompose: Decompose) -> String {
    // Texts that come to be compared by themselves are short.
    finder::folded(text, &mut Alphabet::new(64, decompose))
}

#[cfg(test)]
mod tests;
