//! Where in a text the words looked for stand, to mark them.

use std::ops::Range;

use super::Fold;

/// The byte ranges of `text` in which the folded `needles` occur, in order and
/// without overlap, each on character boundaries.
///
/// Folding may lengthen or shorten a text (`ß`, `é` written as two characters), so it
/// is done character by character, remembering which character each folded byte came
/// from; canonical decomposition and lower case both work that way, but for a capital
/// sigma at a word's end.
///
/// ```
/// use dateline::explore::marks::find;
///
/// let fold = |text: &str| text.to_lowercase();
/// assert_eq!(find("Crimes in Kyiv, KYIV", &["kyiv".into()], fold), [10..14, 16..20]);
/// ```
#[must_use]
pub fn find(text: &str, needles: &[String], fold: Fold) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if needles.is_empty() {
        return found;
    }
    let mut folded = String::with_capacity(text.len());
    // For each folded byte, where its character starts in the text.
    let mut origin: Vec<usize> = Vec::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if character.is_ascii() {
            folded.push(character.to_ascii_lowercase());
        } else {
            folded.push_str(&fold(character.encode_utf8(&mut [0; 4])));
        }
        origin.resize(folded.len(), at);
    }
    // Where each needle has ended last: it is not looked for before.
    let mut ends = vec![0; needles.len()];
    for at in 0..folded.len() {
        let rest = folded.as_bytes().get(at..).unwrap_or_default();
        for (needle, end) in needles.iter().zip(&mut ends) {
            if at < *end || needle.is_empty() || !rest.starts_with(needle.as_bytes()) {
                continue;
            }
            *end = at + needle.len();
            let of = |byte: usize| origin.get(byte).copied().unwrap_or(text.len());
            // To the end of the last character, though the needle ends within what it folds
            // to (the f of ﬁ), and of the marks that fold to nothing after it.
            let (from, last) = (of(at), of(*end - 1));
            let to = (*end..folded.len()).map(of).find(|next| *next > last);
            let to = to.unwrap_or(text.len());
            match found.last_mut() {
                Some(last) if from < last.end => last.end = last.end.max(to),
                _ => found.push(from..to),
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(
    clippy::indexing_slicing,
    clippy::single_range_in_vec_init,
    clippy::unwrap_used
)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    use super::*;

    fn fold(text: &str) -> String {
        text.nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .collect()
    }

    #[test]
    fn diacritics_and_case_do_not_matter() {
        let text = "Європа, e\u{301}te\u{301} ÉTÉ";
        let marks = find(text, &[fold("ЄВРОПА"), fold("été")], fold);
        let words: Vec<&str> = marks.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(words, ["Європа", "e\u{301}te\u{301}", "ÉTÉ"]);
    }

    #[test]
    fn a_needle_that_ends_within_a_character_marks_all_of_it() {
        assert_eq!(find("a ﬁne", &["f".into()], fold), [2..5]);
        assert_eq!(find("ﬁ", &["f".into()], fold), [0..3]);
        assert_eq!(find("½", &["1".into()], fold), [0..2]);
    }

    proptest! {
        #[test]
        fn marks_are_ordered_slices_that_hold_the_needle(text in "\\PC{0,40}", needle in "\\PC{1,3}") {
            let needles: Vec<String> = fold(&needle).split_whitespace().map(str::to_owned).collect();
            let marks = find(&text, &needles, fold);
            let mut end = 0;
            for mark in marks {
                prop_assert!(mark.start >= end && mark.end <= text.len());
                prop_assert!(text.is_char_boundary(mark.start) && text.is_char_boundary(mark.end));
                prop_assert!(needles.iter().any(|needle| fold(&text[mark.clone()]).contains(needle.as_str())));
                end = mark.end;
            }
        }
    }
}
