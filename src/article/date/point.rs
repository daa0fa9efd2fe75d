//! One date, without ranges and sets.

use super::reader::Reader;
use super::{Civil, Point, Precision};
use crate::article::Mistake;

/// Bytes in a date, generously: no form needs as many.
const LONGEST: usize = 64;

impl Point {
    /// What reading begins with.
    pub(super) const START: Point = Point {
        year: 0,
        month: 1,
        day: 1,
        time: (0, 0, 0),
        precision: Precision::Year,
        approximate: false,
        uncertain: false,
    };
}

impl<'a> Reader<'a> {
    /// Reads a date, a year, or a date with a time. Of a day that its month does not
    /// have, the words become the year and the month as written, how many days it has,
    /// and the day.
    #[inline(never)]
    pub(super) fn single(&mut self, text: &'a str) -> Result<(), Mistake> {
        self.begin(text);
        if text.len() > LONGEST {
            return Err(Mistake::NotADate);
        }
        self.qualify();
        let start = self.place();
        let long = self.take(b'Y');
        if long {
            self.long_year()?;
        } else {
            self.year()?;
        }
        let year = self.since(start);
        self.qualify();
        if self.is_at_end() {
            return Ok(());
        }
        if long {
            return Err(Mistake::NotAYearAlone);
        }

        let (month, month_written) = self.next_field()?;
        if month != Reader::UNSPECIFIED {
            self.month(month)?;
        }
        if self.is_at_end() {
            return Ok(());
        }

        let (day, day_written) = self.next_field()?;
        if self.point.precision == Precision::Season {
            return Err(Mistake::DayOfSeason);
        }
        if day != Reader::UNSPECIFIED {
            if month == Reader::UNSPECIFIED {
                return Err(Mistake::Masked);
            }
            let point = &mut self.point;
            point.day = day;
            point.precision = Precision::Day;
            let length = Civil::month_length(point.year, month);
            if !(1..=length).contains(&day) {
                let length = match length {
                    28 => "28",
                    29 => "29",
                    30 => "30",
                    _ => "31",
                };
                let day = day_written.strip_prefix('0').unwrap_or(day_written);
                self.words = [year, month_written, length, day];
                return Err(Mistake::NoSuchDay);
            }
            if self.take(b'T') {
                self.time()?;
                self.qualify();
            }
        }
        if self.is_at_end() {
            Ok(())
        } else {
            Err(Mistake::NotADate)
        }
    }

    fn month(&mut self, month: u8) -> Result<(), Mistake> {
        self.point.precision = match month {
            _ if self.point.precision != Precision::Year => return Err(Mistake::Masked),
            1..=12 => Precision::Month,
            21..=24 => Precision::Season,
            _ => return Err(Mistake::NoSuchMonth),
        };
        self.point.month = month;
        Ok(())
    }

    /// Takes qualifiers (levels 1 and 2): they may stand before or after any part,
    /// and are kept for the date as a whole.
    #[inline(never)]
    fn qualify(&mut self) {
        loop {
            let sign = self.peek();
            if !matches!(sign, b'?' | b'~' | b'%') {
                return;
            }
            self.point.uncertain |= sign != b'~';
            self.point.approximate |= sign != b'?';
            self.take(sign);
        }
    }

    /// A hyphen and two digits or `XX`, as number and as written.
    #[inline(never)]
    fn next_field(&mut self) -> Result<(u8, &'a str), Mistake> {
        if self.take(b'-') {
            self.qualify();
            let start = self.place();
            let field = self.field();
            if field != Reader::NOTHING {
                let written = self.since(start);
                self.qualify();
                return Ok((field, written));
            }
        }
        Err(Mistake::NotADate)
    }
}
