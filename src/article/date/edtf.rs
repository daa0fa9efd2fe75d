//! The grammar above single dates: ranges and sets.

use super::reader::Reader;
use super::{Date, DateError, Edge};
use crate::article::Mistake;
use crate::article::pieces::{cut, pieces, position};

impl Date {
    /// Reads a date in EDTF (ISO 8601-2:2019, Annex A).
    ///
    /// - Level 0: `2022-02-24`, `2022-02`, `2022`, `2023-03-20T14:05:30Z`, `2021/2023`.
    ///   A time may leave out its seconds, may have a distance from UTC such as
    ///   `+02:00` (and is then converted to UTC), and may stand in a range. A time
    ///   without either is an error, since nobody could know when it is.
    /// - Level 1: `Y170000002`, `-0044`, seasons `2022-21` to `2022-24`, qualifiers
    ///   `2022?`, `2022-09~`, `2022%`, unspecified digits `19XX`, `2004-XX`,
    ///   `2004-01-XX`, and ranges with an open end `2021-02/..` or an unknown
    ///   one `2021-02/`.
    /// - Level 2: `Y-17E7`, `1950S2`, `1XXX`, qualified parts such as `2004-06~-11`
    ///   (kept for the whole date), and sets `[1667,1668,1670..1672]`, `{1960,1961-12}`,
    ///   `[..1984]`, which are read as the range from the earliest to the latest.
    ///
    /// Unspecified digits that leave a gap (`156X-12-25`) and the groupings 25 to 41 of
    /// level 2 are not read.
    ///
    /// # Errors
    /// `impossible-date` for 31 February, month 13, 25 o'clock, or a year farther away
    /// than 292 thousand million; `end-before-start` for a range that runs backwards;
    /// `ungrammatical-date` for all else.
    ///
    /// ```
    /// use dateline::article::Date;
    /// assert!(Date::parse("2021-02/..")?.is_open());
    /// let error = Date::parse("2023-02-31").unwrap_err();
    /// assert_eq!(error.mistake.kind(), "impossible-date");
    /// assert_eq!(error.message(), "There is no 31 February 2023: February 2023 has 28 days.");
    /// assert_eq!(error.fix(), "Write a day from 01 to 28, or leave the day out: 2023-02.");
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let mut reader = Reader::new(text);
        let read = reader.date(text);
        if let (Ok(()), Some(date)) = (read, reader.date) {
            return Ok(date);
        }
        let mistake = read.err().unwrap_or(Mistake::NotADate);
        let words = match mistake {
            Mistake::NoSuchDay => 4,
            Mistake::Backwards => 2,
            _ => 1,
        };
        Err(mistake.in_date(reader.words.get(..words).unwrap_or_default()))
    }
}

impl<'a> Reader<'a> {
    fn date(&mut self, text: &'a str) -> Result<(), Mistake> {
        match text.as_bytes() {
            [b'[', .., b']'] | [b'{', .., b'}'] => self.set(text),
            [b'[' | b'{', ..] => Err(Mistake::Unclosed),
            _ => self.span(text, "/"),
        }
    }

    /// A date, or two edges about a mark: `/` in ranges (level 1), `..` in sets (level 2).
    #[inline(never)]
    fn span(&mut self, text: &'a str, mark: &str) -> Result<(), Mistake> {
        match cut(text, mark) {
            Some((start, end)) => self.range(text, start, end),
            None => {
                self.single(text)?;
                self.date = Some(Date::from(self.point));
                Ok(())
            }
        }
    }

    /// Two edges; `whole` is the text that they are of. Nothing is open beside the dots of
    /// a set, and unknown beside a slash.
    #[inline(never)]
    fn range(&mut self, whole: &'a str, start: &'a str, end: &'a str) -> Result<(), Mistake> {
        let mut edges = [Edge::Unknown; 2];
        for (edge, text) in edges.iter_mut().zip([start, end]) {
            if text == ".." || text.is_empty() && position(whole, "/").is_none() {
                *edge = Edge::Open;
            } else if !text.is_empty() {
                self.single(text)?;
                *edge = Edge::At(self.point);
            }
        }
        self.words = [start, end, "", ""];
        let [first, last] = &edges;
        if first.point().is_none() && last.point().is_none() {
            self.words = [whole, "", "", ""];
            return Err(Mistake::Boundless);
        }
        self.date = Date::range(*first, *last);
        self.date.as_ref().map(|_| ()).ok_or(Mistake::Backwards)
    }

    /// Sets (level 2): “one of” `[…]` and “all of” `{…}`, each from the earliest to the
    /// latest of its members. Those are read a second time, as a range.
    fn set(&mut self, text: &'a str) -> Result<(), Mistake> {
        let (mut first, mut last) = ("", "");
        // An open start is the earliest of all, an open end the latest.
        let (mut earliest, mut latest) = (i64::MAX, i64::MIN);
        for mut member in pieces(text.get(1..text.len() - 1).unwrap_or_default(), ",") {
            while let Some(unspaced) = member.strip_prefix(' ') {
                member = unspaced;
            }
            self.span(member, "..")?;
            let (start, end) = cut(member, "..").unwrap_or((member, member));
            let date = self.date.as_ref();
            let bound = date.and_then(|date| date.earliest);
            let bound = bound.map_or(i64::MIN, |at| at.0);
            if bound < earliest {
                (earliest, first) = (bound, start);
            }
            let bound = date.and_then(|date| date.end);
            let bound = bound.map_or(i64::MAX, |at| at.0);
            if bound > latest {
                (latest, last) = (bound, end);
            }
        }
        if first == last && !first.is_empty() {
            return self.span(first, "..");
        }
        self.range(text, first, last)
    }
}
