//! Taking texts apart at marks.
//!
//! The standard library's searchers are faster where a long mark all but occurs again
//! and again, and a kilobyte larger.

/// The byte of `text` at which `mark` first begins.
pub(crate) fn position(text: &str, mark: &str) -> Option<usize> {
    let mut rest = text.as_bytes();
    let mut at = 0;
    while !rest.starts_with(mark.as_bytes()) {
        (_, rest) = rest.split_first()?;
        at += 1;
    }
    Some(at)
}

/// What stands before and after the first `mark`.
#[inline(never)]
pub(crate) fn cut<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(position(text, mark)?)?;
    Some((before, rest.get(mark.len()..)?))
}

/// The pieces of `text` between marks; the whole where there is none.
pub(crate) fn pieces<'a>(text: &'a str, mark: &'static str) -> Pieces<'a> {
    Pieces {
        rest: Some(text),
        mark,
    }
}

/// See [`pieces`].
pub(crate) struct Pieces<'a> {
    rest: Option<&'a str>,
    mark: &'static str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        let Some((piece, after)) = cut(rest, self.mark) else {
            return Some(rest);
        };
        self.rest = Some(after);
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_come_apart_as_the_standard_library_takes_them(text in "[ab/é]{0,12}", mark in 0..3_usize) {
            let mark = ["/", "ab", "é"].get(mark).copied().unwrap_or_default();
            prop_assert_eq!(position(&text, mark), text.find(mark));
            prop_assert_eq!(cut(&text, mark), text.split_once(mark));
            prop_assert!(pieces(&text, mark).eq(text.split(mark)));
        }
    }
}
