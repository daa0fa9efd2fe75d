/// A place in a text that is read from left to right.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// How many bytes have been read.
    pub(super) const fn place(&self) -> usize {
        self.at
    }

    /// What was read since an earlier place.
    pub(super) fn since(&self, earlier: usize) -> &'a str {
        self.text.get(earlier..self.at).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest().is_empty()
    }

    /// Reads this sign, if it is the next.
    pub(super) fn take(&mut self, sign: char) -> bool {
        let is_next = self.rest().starts_with(sign);
        if is_next {
            self.at += sign.len_utf8();
        }
        is_next
    }

    /// Reads as many ASCII digits as there are.
    pub(super) fn digits(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let digits = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.at += digits.len();
        digits
    }

    /// Reads `count` digits or `X`s, if so many are next.
    pub(super) fn pattern(&mut self, count: usize) -> Option<Pattern> {
        let written = self.rest().get(..count)?;
        let mut pattern = Pattern {
            number: 0,
            unspecified: 0,
        };
        for c in written.chars() {
            let digit = match c {
                'X' => 0,
                c => c.to_digit(10)?,
            };
            pattern.number = pattern.number * 10 + i64::from(digit);
            pattern.unspecified = pattern.unspecified << 1 | u8::from(c == 'X');
        }
        self.at += count;
        Some(pattern)
    }

    /// Reads a number of two digits, if that is next.
    pub(super) fn pair(&mut self) -> Option<u8> {
        let start = self.at;
        let pattern = self.pattern(2);
        let number = pattern.filter(|pattern| pattern.unspecified == 0);
        if number.is_none() {
            self.at = start;
        }
        number.map(|pattern| pattern.number as u8)
    }
}

/// A number of which some digits may be unspecified; those are 0 in `number`, and have a
/// bit in `unspecified`, the last digit's first.
pub(super) struct Pattern {
    pub(super) number: i64,
    pub(super) unspecified: u8,
}
