//! Whether words found in a folded text stand there by themselves, and beside what
//! their context asks for.

use super::alphabet::{Alphabet, DASH, Kind, QUOTE};

/// Whether neither end of `words`, between `head` and `tail`, cuts a word, a number or
/// a letter from its accents.
pub(super) fn whole(head: &str, words: &str, tail: &str, alphabet: &mut Alphabet) -> bool {
    let (first, last) = (words.chars().next(), words.chars().next_back());
    let (before, after) = (head.chars().next_back(), tail.chars().next());
    let cut =
        |a: Option<char>, b: Option<char>| a.is_some_and(is_of_word) && b.is_some_and(is_of_word);
    let mut mark = |c: Option<char>| c.is_some_and(|c| matches!(alphabet.kind(c), Kind::Mark(_)));
    let number = |a: Option<char>, b: Option<char>| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(a) && digit(b)
    };
    let divides = |c: Option<char>| matches!(c, Some('.' | ',' | ':'));
    !(cut(before, first)
        || cut(last, after)
        || mark(first)
        || mark(after)
        || divides(before) && number(head.chars().rev().nth(1), first)
        || divides(after) && number(last, tail.chars().nth(1)))
}

/// Whether `before` stands right before `words`. It may begin within a word.
pub(super) fn follows(head: &str, before: &str, words: &str) -> bool {
    let head = head.strip_suffix(' ').unwrap_or(head);
    let ends = |before: &str| head.ends_with(before);
    // Of a sign at the end of one and the start of the other, the text keeps one.
    let shared = |sign: &str| {
        let rest = before
            .strip_suffix(sign)
            .filter(|_| words.starts_with(sign));
        rest.is_some_and(ends)
    };
    ends(before) || shared(QUOTE) || shared(DASH)
}

/// Whether `after` stands right after `words`. It may end within a word.
pub(super) fn precedes(tail: &str, after: &str, words: &str) -> bool {
    let tail = tail.strip_prefix(' ').unwrap_or(tail);
    let begins = |after: &str| tail.starts_with(after);
    let shared = |sign: &str| {
        let rest = after.strip_prefix(sign).filter(|_| words.ends_with(sign));
        rest.is_some_and(begins)
    };
    begins(after) || shared(QUOTE) || shared(DASH)
}

/// Whether a character makes a word with its like, in the scripts that set words
/// apart. Where words are not set apart (Chinese, Japanese, Thai, Khmer, Myanmar) or
/// endings follow them (Korean), an anchor may begin and end at any character.
fn is_of_word(c: char) -> bool {
    match c {
        '×'
        | '÷'
        | '\u{37e}'
        | '\u{387}'
        | '\u{55a}'..='\u{55f}'
        | '\u{589}'
        | '\u{5c0}'
        | '\u{5c3}'
        | '،'
        | '؛'
        | '؞'
        | '؟'
        | '٪'..='٭'
        | '۔'
        | '।'
        | '॥' => false,
        'À'..'\u{e00}'
        | '\u{10a0}'..'\u{1100}'
        | '\u{1200}'..'\u{1780}'
        | '\u{1e00}'..'\u{2000}' => true,
        c => c.is_ascii_alphanumeric(),
    }
}
