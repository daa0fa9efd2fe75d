use super::Shape;

/// A word of a title: what cannot be broken, and whether a blank follows.
type Word<'a> = (&'a str, bool);

/// How much room a title needs, `width` being that of a word in px, and the byte at which
/// its second line begins where it has two. O(n) in its words.
///
/// Lines may be broken at blanks, after hyphens, dashes and slashes, and between the
/// characters of Chinese and Japanese.
///
/// ```
/// use dateline::timeline::{Shape, wrap};
///
/// let ten_a_letter = |word: &str| word.chars().count() as f64 * 10.0;
/// let (shape, second) = wrap("A title of five words", ten_a_letter);
/// assert_eq!(shape, Shape { line: 211, pair: 101 });
/// assert_eq!(&"A title of five words"[second..], "five words");
/// ```
pub fn wrap(title: &str, mut width: impl FnMut(&str) -> f64) -> (Shape, usize) {
    let words = words(title);
    let blank = width(" ");
    let mut widths = Vec::new();
    let mut line = 0.0;
    for (word, blanks) in &words {
        let own = width(word);
        widths.push(own);
        line += own + if *blanks { blank } else { 0.0 };
    }
    if words.last().is_some_and(|(_, blanks)| *blanks) {
        line -= blank;
    }
    let (mut pair, mut second) = (line, title.len());
    let (mut first, mut at) = (0.0, title.len() - title.trim_start().len());
    for ((word, blanks), own) in words.iter().zip(widths) {
        first += own;
        at += word.len();
        let gap = if *blanks { blank } else { 0.0 };
        // The blank at the end of a line takes no room.
        let widest = first.max(line - first - gap);
        first += gap;
        let after = title.get(at..).unwrap_or_default();
        at += after.len() - after.trim_start().len();
        if widest < pair && at < title.len() {
            (pair, second) = (widest, at);
        }
    }
    // A px for rounding, so that no line is cut that would have fitted.
    let whole = |px: f64| (px.ceil() + 1.0).min(f64::from(u16::MAX)) as u16;
    let shape = if title.is_empty() {
        Shape::default()
    } else {
        Shape {
            line: whole(line),
            pair: whole(pair),
        }
    };
    (shape, second)
}

/// The words of a title, each of which is measured once however often it comes.
pub fn words(title: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, next) in title.char_indices() {
        let ends_word = last.filter(|before| !is_blank(*before));
        let own = || title.get(from..at).unwrap_or_default();
        if is_blank(next) {
            if ends_word.is_some() {
                words.push((own(), true));
            }
            from = at + next.len_utf8();
        } else if ends_word.is_some_and(|before| breaks(own(), before, next)) {
            words.push((own(), false));
            from = at;
        }
        last = Some(next);
    }
    match title.get(from..) {
        Some(rest) if !rest.is_empty() => words.push((rest, false)),
        _ => {}
    }
    words
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() && char != '\u{a0}' && char != '\u{202f}'
}

/// Whether a line may end after the last character of a word, which is no blank, before the
/// next.
fn breaks(word: &str, before: char, next: char) -> bool {
    // A minus is no hyphen.
    let hyphen = matches!(before, '-' | '‐' | '–' | '—' | '/')
        && next.is_alphanumeric()
        && word.len() > before.len_utf8();
    let open = matches!(before, '「' | '『' | '（' | '《' | '“' | '‘' | '(' | '[');
    let close = "、。，．」』）》！？：；”’ー々,.!?:;)]".contains(next);
    hyphen || ((is_ideographic(before) || is_ideographic(next)) && !open && !close)
}

/// Whether it is written without blanks around it: Chinese characters, kana and their
/// punctuation (Unicode blocks from CJK Radicals on, without Hangul).
fn is_ideographic(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// About how wide a word is in px, in the sans-serif of most systems at 13 px: for
/// decisions before, and pages where, nothing can be measured.
#[must_use]
pub fn estimate(word: &str) -> f64 {
    let of = |char: char| match char {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' | '‘' => 3.4,
        ' ' | 'f' | 'r' | 't' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' => 4.2,
        'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' => 10.8,
        'A'..='Z' | 'А'..='Я' | 'Є' | 'Ї' => 8.8,
        'a'..='z' | '0'..='9' => 7.1,
        _ if is_ideographic(char) => 13.0,
        // Arabic letters are joined, and narrow.
        '\u{600}'..='\u{6ff}' => 6.0,
        _ => 7.6,
    };
    word.chars().map(of).sum()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    fn lines(title: &str) -> (&str, &str) {
        let (_, second) = wrap(title, |word| word.chars().count() as f64);
        title.split_at(second)
    }

    #[test]
    fn a_title_is_broken_where_the_wider_line_is_narrowest() {
        assert_eq!(lines("one two three"), ("one two ", "three"));
        assert_eq!(lines("cease-fire"), ("cease-", "fire"));
        assert_eq!(lines("Unbreakable"), ("Unbreakable", ""));
        assert_eq!(lines("令和元年五月"), ("令和元", "年五月"));
        assert_eq!(lines("東京「裁判」開始"), ("東京「裁", "判」開始"));
        assert_eq!(lines("10\u{a0}000 people"), ("10\u{a0}000 ", "people"));
        assert_eq!(lines(""), ("", ""));
    }

    #[test]
    fn a_minus_and_a_word_of_one_piece_are_not_broken() {
        assert_eq!(
            words("-44 is so"),
            [("-44", true), ("is", true), ("so", false)]
        );
        assert_eq!(words(" two  words "), [("two", true), ("words", true)]);
    }

    proptest! {
        #[test]
        fn lines_make_the_title_and_are_as_wide_as_told(title in "[a-z]{1,8}([ -][a-z]{1,8}){0,9}") {
            let width = |text: &str| text.chars().count() as f64;
            let (shape, second) = wrap(&title, width);
            let (one, two) = title.split_at(second);
            prop_assert_eq!(f64::from(shape.line), width(&title) + 1.0);
            let widest = width(one.trim_end()).max(width(two));
            prop_assert_eq!(f64::from(shape.pair), widest + 1.0);
            // No other break would do better.
            for (at, _) in title.match_indices([' ', '-']) {
                let (one, two) = title.split_at(at + 1);
                prop_assert!(width(one.trim_end()).max(width(two)) >= widest);
            }
        }
    }
}
