/// A piece of a date: a number, a word or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits.
    Number {
        value: i64,
        /// How many digits were written.
        digits: usize,
        /// Whether a blank stands before it.
        gap: bool,
        /// Whether an apostrophe stands before it: “’06”.
        short: bool,
        /// Whether thousands were divided by a comma.
        divided: bool,
    },
    /// Letters, small.
    Word { text: String, gap: bool },
    /// Any other sign.
    Mark { sign: char, gap: bool },
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Token::Word { text, .. } => Some(text),
            _ => None,
        }
    }

    pub(super) fn is(&self, mark: char) -> bool {
        matches!(self, Token::Mark { sign, .. } if *sign == mark)
    }

    pub(super) fn gap(&self) -> bool {
        match self {
            Token::Number { gap, .. } | Token::Word { gap, .. } | Token::Mark { gap, .. } => *gap,
        }
    }
}

/// Small letters, ASCII digits, plain blanks and hyphens; phrases of several words as one.
pub(super) fn normalised(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' | '\n' | '\r' => normal.push(' '),
            '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{652}' => {}
            '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{ad}' => normal.push('-'),
            '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{301c}' | '\u{ff5e}' => normal.push('–'),
            '\u{ff0f}' => normal.push('/'),
            '‘' | '’' | '´' | '`' => normal.push('\''),
            'أ' | 'إ' | 'آ' => normal.push('ا'),
            '0'..='9' | 'a'..='z' => normal.push(c),
            c => match digit(c) {
                Some(digit) => normal.push(digit),
                None => normal.extend(c.to_lowercase().filter(|c| *c != '\u{307}')),
            },
        }
    }
    normal
}

/// The ASCII digit for one of another script that articles use.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        '\u{9e6}'..='\u{9ef}' => 0x9e6,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return None,
    };
    char::from_digit(c as u32 - zero, 10)
}

/// The pieces of a [`normalised`] text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut gap = false;
    let mut short = false;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            gap = true;
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        if first.is_ascii_digit() {
            let (token, length) = number(rest, gap, short);
            tokens.push(token);
            rest = rest.get(length..).unwrap_or_default();
        } else if first.is_alphabetic() {
            let (word, length) = word(rest);
            tokens.push(Token::Word { text: word, gap });
            rest = rest.get(length..).unwrap_or_default();
        } else {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            short = first == '\'' && rest.starts_with(|c: char| c.is_ascii_digit());
            if !short {
                tokens.push(Token::Mark { sign: first, gap });
            } else {
                continue;
            }
        }
        gap = false;
        short = false;
    }
    tokens
}

/// A number at the start, and how many bytes it takes.
fn number(text: &str, gap: bool, short: bool) -> (Token, usize) {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(text);
    let mut digits = text.get(..length).unwrap_or_default().to_string();
    let mut divided = false;
    // 1,815 and 65,000,000, but not “20,2023” or “1,2”.
    if length <= 3 {
        while let Some(group) = text.get(length..).and_then(|rest| rest.strip_prefix(','))
            && run(group) == 3
        {
            digits.push_str(group.get(..3).unwrap_or_default());
            length += 4;
            divided = true;
        }
    }
    let token = Token::Number {
        value: digits.parse().unwrap_or(i64::MAX),
        digits: digits.len(),
        gap,
        short,
        divided,
    };
    (token, length)
}

/// A word at the start, and how many bytes it takes. Letters with full stops between them
/// (“a.m.”, “B.C.”) are one word without them.
fn word(text: &str) -> (String, usize) {
    let mut word = String::new();
    let mut length = 0;
    let mut rest = text;
    loop {
        let run: String = rest
            .chars()
            .take_while(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{300}'..='\u{36f}'))
            .filter(|c| *c != '\'')
            .collect();
        let bytes: usize = rest
            .chars()
            .take_while(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{300}'..='\u{36f}'))
            .map(char::len_utf8)
            .sum();
        let single = run.chars().count() == 1;
        word.push_str(&run);
        length += bytes;
        rest = rest.get(bytes..).unwrap_or_default();
        let after = rest.strip_prefix('.').unwrap_or_default();
        let mut next = after.chars();
        let goes_on = single
            && next.next().is_some_and(char::is_alphabetic)
            && !next.next().is_some_and(char::is_alphabetic);
        if !goes_on {
            // The last full stop of “B.C.” belongs to it.
            if word.chars().count() > 1 && single && rest.starts_with('.') {
                length += 1;
            }
            return (word, length);
        }
        length += 1;
        rest = after;
    }
}
