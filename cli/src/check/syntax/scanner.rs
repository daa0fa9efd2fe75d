use std::ops::Range;

use super::{Edit, Fault, strings};
use dateline::article::Mistake;

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// A value; in a list perhaps its end.
    Value,
    /// A member's name, or the object's end.
    Name,
    Colon,
    /// A comma or the end of what holds the value.
    Comma,
    /// Nothing more.
    End,
}

/// Words of other languages that stand for one of JSON's.
const WORDS: [(&str, &str); 8] = [
    ("True", "true"),
    ("TRUE", "true"),
    ("False", "false"),
    ("FALSE", "false"),
    ("None", "null"),
    ("NULL", "null"),
    ("undefined", "null"),
    ("NaN", "null"),
];

/// Goes through a text as through JSON, and over what is none.
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// The brackets that are open, each with its place.
    open: Vec<(char, usize)>,
    next: Next,
    /// The comma read last, if nothing came after it.
    comma: Option<usize>,
    /// Where the value read last ends.
    ended: usize,
    pub(super) faults: Vec<Fault>,
}

/// All that is no JSON in a text.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let mut scanner = Scanner {
        text,
        at: 0,
        open: Vec::new(),
        next: Next::Value,
        comma: None,
        ended: 0,
        faults: Vec::new(),
    };
    scanner.head();
    while scanner.step() {}
    scanner.faults
}

impl Scanner<'_> {
    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Tells of a fault, with the text that belongs in its place.
    pub(super) fn tell(&mut self, mistake: Mistake, span: Range<usize>, by: &str) {
        let edit = Edit::new(span.clone(), by);
        self.tell_edits(mistake, span, vec![edit]);
    }

    pub(super) fn tell_edits(&mut self, mistake: Mistake, span: Range<usize>, edits: Vec<Edit>) {
        let words = match mistake {
            Mistake::GroupedNumber | Mistake::BadNumber | Mistake::ForeignWord => {
                edits.iter().map(|edit| edit.by.clone()).collect()
            }
            Mistake::UnclosedBracket => {
                edits.iter().map(|edit| edit.by.trim().to_owned()).collect()
            }
            _ => Vec::new(),
        };
        self.faults.push(Fault {
            mistake,
            span,
            edits,
            words,
        });
    }

    /// A byte order mark, and a program's words before the data.
    fn head(&mut self) {
        if self.rest().starts_with('\u{feff}') {
            let end = '\u{feff}'.len_utf8();
            self.tell(Mistake::ByteOrderMark, 0..end, "");
            self.at = end;
        }
        self.blanks();
        let is_word = self.peek().is_some_and(char::is_alphabetic);
        let opening = self.rest().find(['{', '[']);
        if let Some(length) = opening.filter(|_| is_word) {
            let span = self.at..self.at + length;
            self.at = span.end;
            self.tell(Mistake::StrayText, span, "");
        }
    }

    /// Passes blanks and comments.
    fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            if blank > 0 {
                self.at += blank;
                continue;
            }
            let length = if rest.starts_with("//") || rest.starts_with('#') {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return;
            };
            let span = self.at..self.at + length;
            self.at = span.end;
            let edit = Edit::new(self.whole_lines(&span), "");
            self.tell_edits(Mistake::CommentInJson, span, vec![edit]);
        }
    }

    /// The span, with the line ends and blanks of the lines that hold nothing else.
    fn whole_lines(&self, span: &Range<usize>) -> Range<usize> {
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
        let is_first =
            before.len() == indent || before.trim_end_matches([' ', '\t']).ends_with('\n');
        let end = after.strip_prefix('\r').unwrap_or(after).strip_prefix('\n');
        match end {
            Some(rest) if is_first => span.start - indent..span.end + after.len() - rest.len(),
            _ => span.clone(),
        }
    }

    /// Reads one thing; whether there is more.
    fn step(&mut self) -> bool {
        self.blanks();
        let Some(c) = self.peek() else {
            self.close_all();
            return false;
        };
        match (self.next, c) {
            (Next::End, _) => {
                let span = self.at..self.text.trim_end().len().max(self.at);
                self.tell(Mistake::StrayText, span, "");
                return false;
            }
            (_, '}' | ']') => self.close(c),
            (Next::Comma, ',') => {
                self.comma = Some(self.at);
                self.at += 1;
                self.next = self.inside();
            }
            (Next::Comma, _) => {
                let end = self.ended;
                self.tell(Mistake::MissingComma, end..end, ",");
                self.next = self.inside();
            }
            (Next::Colon, ':') => {
                self.at += 1;
                self.next = Next::Value;
            }
            (Next::Colon, '=') => {
                let end = self.ended;
                let span = self.at..self.at + 1;
                self.at += 1;
                self.tell(Mistake::MissingColon, end..span.end, ":");
                self.next = Next::Value;
            }
            (Next::Colon, _) => {
                let end = self.ended;
                self.tell(Mistake::MissingColon, end..end, ":");
                self.next = Next::Value;
            }
            (Next::Value | Next::Name, ',') => {
                let span = self.at..self.at + 1;
                self.at += 1;
                self.tell(Mistake::TrailingComma, span, "");
            }
            (Next::Name, _) => self.name(c),
            (Next::Value, _) => self.value(c),
        }
        true
    }

    /// What stands in the innermost bracket.
    fn inside(&self) -> Next {
        match self.open.last() {
            Some(('{', _)) => Next::Name,
            Some(_) => Next::Value,
            None => Next::End,
        }
    }

    fn name(&mut self, c: char) {
        if c.is_ascii_digit() && self.grouped() {
            return;
        }
        self.comma = None;
        if !self.string(c) {
            self.bare(|c| matches!(c, ':' | '=' | ',' | '}' | ']'));
        }
        self.ended = self.at;
        self.next = Next::Colon;
    }

    fn value(&mut self, c: char) {
        self.comma = None;
        if let '{' | '[' = c {
            self.open.push((c, self.at));
            self.at += 1;
            self.next = self.inside();
            return;
        }
        if !self.string(c) {
            self.word();
        }
        self.ended = self.at;
        self.next = if self.open.is_empty() {
            Next::End
        } else {
            Next::Comma
        };
    }

    /// Reads a text, whatever its quotation marks; whether there is one.
    fn string(&mut self, c: char) -> bool {
        match c {
            '"' => strings::straight(self),
            '“' | '”' | '„' | '‟' | '«' | '»' => strings::curly(self),
            '\'' | '‘' | '’' | '`' => strings::single(self),
            _ => return false,
        }
        true
    }

    /// Reads a number, `true`, `false`, `null`, or what stands in their place.
    fn word(&mut self) {
        let rest = self.rest();
        let end = rest.find([',', '}', ']', '\n', '\r']).unwrap_or(rest.len());
        let written = rest.get(..end).unwrap_or_default();
        let written = written.split("//").next().unwrap_or_default();
        let first = written.split([' ', '\t']).next().unwrap_or_default();
        let span = self.at..self.at + first.len();
        if matches!(first, "true" | "false" | "null") || is_number(first) {
            self.at = span.end;
            return;
        }
        if let Some((_, by)) = WORDS.iter().find(|(word, _)| *word == first) {
            self.at = span.end;
            self.tell(Mistake::ForeignWord, span, by);
            return;
        }
        let number = mended_number(first);
        if is_number(&number) {
            self.at = span.end;
            self.tell(Mistake::BadNumber, span, &number);
            return;
        }
        self.bare(|c| matches!(c, ',' | '}' | ']'));
    }

    /// Reads a text without quotation marks, up to a sign that ends it or the line's end.
    fn bare(&mut self, is_end: fn(char) -> bool) {
        let rest = self.rest();
        let end = rest.find(|c| is_end(c) || matches!(c, '\n' | '\r'));
        let written = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let written = written.trim_end();
        // Whatever it is, it is passed.
        let length = written.len().max(self.peek().map_or(0, char::len_utf8));
        let span = self.at..self.at + length;
        let quoted = strings::quoted(self.text.get(span.clone()).unwrap_or_default());
        self.at = span.end;
        self.tell(Mistake::UnquotedText, span, &quoted);
    }

    /// Reads `,419` behind a number as its last three digits; whether that is what it is.
    fn grouped(&mut self) -> bool {
        let Some(comma) = self.comma else {
            return false;
        };
        let before = self.text.get(..self.ended).unwrap_or_default();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let rest = self.rest();
        let group = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let ends = rest.get(group..).unwrap_or_default().trim_start();
        let is_group = group == 3 && self.at == comma + 1 && digits > 0;
        if !is_group || !ends.starts_with([',', '}', ']']) {
            return false;
        }
        let start = self.ended - digits;
        let end = self.at + group;
        let number: String = self
            .text
            .get(start..end)
            .unwrap_or_default()
            .replace(',', "");
        // Another group of the same number.
        if let Some(last) = self.faults.last_mut()
            && last.mistake == Mistake::GroupedNumber
            && last.span.end == self.ended
        {
            let start = last.span.start;
            let number = self
                .text
                .get(start..end)
                .unwrap_or_default()
                .replace(',', "");
            last.span = start..end;
            last.words = vec![number.clone()];
            last.edits = vec![Edit::new(start..end, &number)];
        } else {
            self.tell(Mistake::GroupedNumber, start..end, &number);
        }
        self.at = end;
        self.ended = end;
        self.comma = None;
        self.next = Next::Comma;
        true
    }

    /// Closes the innermost bracket, and before it what was left open inside.
    fn close(&mut self, c: char) {
        let opening = if c == '}' { '{' } else { '[' };
        if let Some(comma) = self.comma.take() {
            self.tell(Mistake::TrailingComma, comma..comma + 1, "");
        }
        if self.next == Next::Colon {
            let end = self.ended;
            self.tell(Mistake::MissingColon, end..end, ": null");
        } else if self.next == Next::Value && self.open.last().is_some_and(|(c, _)| *c == '{') {
            self.tell(Mistake::MissingValue, self.at..self.at, "null");
        }
        if !self.open.iter().any(|(open, _)| *open == opening) {
            let span = self.at..self.at + 1;
            self.at += 1;
            self.tell(Mistake::StrayText, span, "");
            return;
        }
        while let Some((open, place)) = self.open.pop() {
            if open == opening {
                break;
            }
            self.tell_unclosed(open, place, self.at);
        }
        self.at += 1;
        self.ended = self.at;
        self.next = match self.open.is_empty() {
            true => Next::End,
            false => Next::Comma,
        };
    }

    /// Closes all that is open where the text ends.
    fn close_all(&mut self) {
        if let Some(comma) = self.comma.take() {
            self.tell(Mistake::TrailingComma, comma..comma + 1, "");
        }
        let end = self.text.trim_end().len();
        match self.next {
            Next::Colon => self.tell(Mistake::MissingColon, end..end, ": null"),
            Next::Value if self.open.last().is_some_and(|(c, _)| *c == '{') => {
                self.tell(Mistake::MissingValue, end..end, "null");
            }
            _ => {}
        }
        while let Some((open, place)) = self.open.pop() {
            self.tell_unclosed(open, place, end);
        }
    }

    fn tell_unclosed(&mut self, open: char, place: usize, end: usize) {
        let by = if open == '{' { "}" } else { "]" };
        let edit = Edit::new(end..end, by);
        self.tell_edits(Mistake::UnclosedBracket, place..place + 1, vec![edit]);
    }
}

/// Whether JSON has such a number (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent
            .is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// A number without what JSON has not: a plus, zeros before it, `_`, an absent whole.
fn mended_number(text: &str) -> String {
    let text = text.replace('_', "");
    let text = text.strip_prefix('+').unwrap_or(&text);
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text),
        None => ("", text),
    };
    let bare = text.trim_start_matches('0');
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    match bare.chars().next() {
        None if !text.is_empty() => format!("{sign}0"),
        Some('.') => format!("{sign}0{bare}"),
        _ => format!("{sign}{bare}"),
    }
}
