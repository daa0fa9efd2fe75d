//! Changes of a text, by bytes.

use std::ops::Range;

/// What stands in `span` becomes `by`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Range<usize>,
    pub by: String,
}

impl Edit {
    pub fn new(span: Range<usize>, by: impl Into<String>) -> Edit {
        Edit {
            span,
            by: by.into(),
        }
    }
}

/// Where the places of a changed text were before.
#[derive(Default)]
pub struct Moved(Vec<(usize, usize)>);

impl Moved {
    /// The place that this one of the changed text had before. What is new has the place
    /// where it was put.
    pub fn back(&self, at: usize) -> usize {
        let before = self.0.partition_point(|(now, _)| *now <= at);
        match before.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some((now, was)) => was + (at - now),
            None => at,
        }
    }
}

/// The text with its changes made. Of changes that overlap the first counts.
pub fn applied(text: &str, edits: &[Edit]) -> (String, Moved) {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::new();
    let mut moved = Vec::new();
    let mut at = 0;
    for edit in edits {
        let Some(kept) = text.get(at..edit.span.start) else {
            continue;
        };
        out.push_str(kept);
        out.push_str(&edit.by);
        at = edit.span.end;
        moved.push((out.len(), at));
    }
    out.push_str(text.get(at..).unwrap_or_default());
    (out, Moved(moved))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn changes_are_made_and_places_found_again() {
        let edits = [
            Edit::new(4..7, "TWO"),
            Edit::new(0..0, "> "),
            Edit::new(5..6, "never"),
            Edit::new(8..13, ""),
        ];
        let (text, moved) = applied("one two three four", &edits);
        assert_eq!(text, "> one TWO  four");
        let four = text.find("four").unwrap();
        assert_eq!(moved.back(four), 14);
        assert_eq!(moved.back(2), 0);
    }
}
