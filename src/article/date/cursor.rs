/// Reads one date from left to right. Every call either takes bytes or leaves them.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

/// A two-digit field as it was written.
#[derive(Clone, Copy)]
pub(super) enum Field<'a> {
    /// `XX`.
    Unspecified,
    /// The number, and its two digits.
    Number(u8, &'a str),
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Cursor<'a> {
        Cursor { rest: text }
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// What was taken since the cursor stood as `earlier`.
    pub(super) fn since(&self, earlier: Cursor<'a>) -> &'a str {
        earlier
            .rest
            .get(..earlier.rest.len() - self.rest.len())
            .unwrap_or("")
    }

    pub(super) const fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Takes the next byte if it is this ASCII one.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let hit = self.peek() == Some(byte);
        if hit {
            self.rest = self.rest.get(1..).unwrap_or("");
        }
        hit
    }

    /// Takes the next digit.
    pub(super) fn digit(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        (byte.is_ascii_digit() && self.take(byte)).then(|| byte - b'0')
    }

    /// Takes digits, none to many, and counts them. Numbers beyond
    /// [`Cursor::FARTHEST`] become that.
    pub(super) fn number(&mut self) -> (i64, i64) {
        let (mut number, mut digits) = (0, 0);
        while let Some(digit) = self.digit() {
            number = (number * 10 + i64::from(digit)).min(Cursor::FARTHEST);
            digits += 1;
        }
        (number, digits)
    }

    pub(super) const FARTHEST: i64 = 1_000_000_000_000_000;

    /// Takes two digits, or `XX`.
    pub(super) fn field(&mut self) -> Option<Field<'a>> {
        let (digits, rest) = self.rest.split_at_checked(2)?;
        let field = match *digits.as_bytes() {
            [b'X', b'X'] => Field::Unspecified,
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                Field::Number((tens - b'0') * 10 + (ones - b'0'), digits)
            }
            _ => return None,
        };
        self.rest = rest;
        Some(field)
    }

    /// Takes two digits.
    pub(super) fn two_digits(&mut self) -> Option<u8> {
        match self.field()? {
            Field::Number(number, _) => Some(number),
            Field::Unspecified => None,
        }
    }
}
