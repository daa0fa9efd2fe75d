use super::{Date, Point};

/// Reads dates from left to right, one after the other. Every call either takes bytes
/// or leaves them.
pub(super) struct Reader<'a> {
    /// The single date that is being read, and how far.
    pub(super) text: &'a str,
    at: usize,
    /// What has been read of it.
    pub(super) point: Point,
    /// The date that has been read.
    pub(super) date: Option<Date>,
    /// What a mistake is about: the text first, in most of them.
    pub(super) words: [&'a str; 4],
}

impl<'a> Reader<'a> {
    /// What [`Reader::field`] gives for `XX`.
    pub(super) const UNSPECIFIED: u8 = 100;
    /// What it gives when there are no two digits.
    pub(super) const NOTHING: u8 = 101;
    /// Numbers beyond this become it.
    pub(super) const FARTHEST: i64 = 1_000_000_000_000_000;

    pub(super) const fn new(text: &'a str) -> Reader<'a> {
        Reader {
            text,
            at: 0,
            point: Point::START,
            date: None,
            words: [text, "", "", ""],
        }
    }

    /// Begins with another single date.
    pub(super) const fn begin(&mut self, text: &'a str) {
        self.text = text;
        self.at = 0;
        self.point = Point::START;
        self.words = [text, "", "", ""];
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// How far it has come, for [`Reader::since`].
    pub(super) const fn place(&self) -> usize {
        self.at
    }

    /// What was taken since `earlier`.
    pub(super) fn since(&self, earlier: usize) -> &'a str {
        self.text.get(earlier..self.at).unwrap_or_default()
    }

    /// The next byte; 0 at the end, and no date has one.
    #[inline(never)]
    pub(super) fn peek(&self) -> u8 {
        let bytes = self.text.as_bytes();
        bytes.get(self.at).copied().unwrap_or_default()
    }

    /// Takes the next byte if it is this ASCII one.
    #[inline(never)]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let hit = self.peek() == byte;
        self.at += usize::from(hit);
        hit
    }

    /// Takes the next digit; [`Reader::NOTHING`] when it is none.
    #[inline(never)]
    pub(super) fn digit(&mut self) -> u8 {
        let byte = self.peek();
        if byte.is_ascii_digit() {
            self.at += 1;
            byte - b'0'
        } else {
            Reader::NOTHING
        }
    }

    /// Takes digits, none to many, and counts them.
    #[inline(never)]
    pub(super) fn number(&mut self) -> (i64, i64) {
        let (mut number, start) = (0, self.at);
        loop {
            let digit = self.digit();
            if digit == Reader::NOTHING {
                return (number, (self.at - start) as i64);
            }
            number = (number * 10 + i64::from(digit)).min(Reader::FARTHEST);
        }
    }

    /// Takes two digits, or `XX`.
    #[inline(never)]
    pub(super) fn field(&mut self) -> u8 {
        if self.take(b'X') {
            return if self.take(b'X') {
                Reader::UNSPECIFIED
            } else {
                Reader::NOTHING
            };
        }
        let (tens, ones) = (self.digit(), self.digit());
        if ones == Reader::NOTHING {
            return ones;
        }
        tens * 10 + ones
    }
}
