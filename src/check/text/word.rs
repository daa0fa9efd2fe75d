//! The words of a sentence, and the numbers among them.

/// A word as [`words`] gives it.
pub struct Word {
    pub text: String,
    /// Whether anything but blanks and commas follows.
    pub stop: bool,
    /// Whether a comma follows.
    pub comma: bool,
}

/// A number of one or two digits, perhaps as in “3rd”, from 1 to `most`.
pub fn number(text: &str, most: i64) -> Option<i64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = text.get(digits.len()..)?;
    let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th");
    let number: i64 = digits.parse().ok().filter(|_| ordinal)?;
    (digits.len() <= 2 && (1..=most).contains(&number)).then_some(number)
}

/// Whether it begins as a number does.
pub fn number_like(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// A year of four digits.
pub fn year(text: &str) -> Option<i64> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// The words in lower case, alifs bare, digits European; numbers such as 2,900 stay whole.
pub fn words(sentence: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut word = String::new();
    let lower: Vec<char> = sentence.chars().flat_map(char::to_lowercase).collect();
    for (at, c) in lower.iter().enumerate() {
        let c = match c {
            'أ' | 'إ' | 'آ' => 'ا',
            '٠'..='٩' => char::from_digit(*c as u32 - '٠' as u32, 10).unwrap_or(*c),
            c => *c,
        };
        let digit = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit());
        let inner = matches!(c, '.' | ',' | ':' | '-' | '–' | '/')
            && digit(at.checked_sub(1).and_then(|at| lower.get(at)))
            && digit(lower.get(at + 1));
        if c.is_alphanumeric() || inner {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(Word {
                text: std::mem::take(&mut word),
                stop: false,
                comma: false,
            });
        }
        if let Some(last) = words.last_mut() {
            match c {
                ',' | '،' => last.comma = true,
                c if c.is_whitespace() => {}
                _ => last.stop = true,
            }
        }
    }
    if !word.is_empty() {
        words.push(Word {
            text: word,
            stop: true,
            comma: false,
        });
    }
    words
}
