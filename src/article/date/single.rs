//! One date, without ranges and sets.

use super::{
    Calendar, DateError, Part, Parts, Point, Precision, Unspecified,
    cursor::{Cursor, Pattern},
    time::time,
    year::{long_year, year},
};
use crate::article::Mistake;

/// Bytes in a date, generously: no form needs as many.
const LONGEST: usize = 64;

/// Reads a date, a year, or a date with a time.
pub(super) fn single(text: &str, calendar: Calendar) -> Result<Point, DateError> {
    if text.len() > LONGEST {
        return Err(Mistake::NotADate.in_date(&[text]));
    }
    Reader::new(text, calendar).read()
}

struct Reader<'a> {
    text: &'a str,
    cursor: Cursor<'a>,
    point: Point,
}

impl<'a> Reader<'a> {
    const fn new(text: &'a str, calendar: Calendar) -> Reader<'a> {
        let mut point = Point::START;
        point.calendar = calendar;
        Reader {
            text,
            cursor: Cursor::new(text),
            point,
        }
    }

    fn read(mut self) -> Result<Point, DateError> {
        let before = self.signs();
        let start = self.cursor.place();
        let is_long = self.cursor.take('Y');
        let read = if is_long {
            long_year(&mut self.cursor, &mut self.point)
        } else {
            year(&mut self.cursor, &mut self.point)
        };
        read.map_err(|mistake| self.wrong(mistake))?;
        let year = self.cursor.since(start);
        self.qualify(
            before,
            Parts {
                year: true,
                ..Parts::NONE
            },
        );
        if self.cursor.is_at_end() {
            return Ok(self.point);
        }
        if is_long || self.point.significant > 1 {
            return Err(self.wrong(Mistake::NotAYearAlone));
        }

        let (month, month_written) = self.field(Parts {
            month: true,
            ..Parts::NONE
        })?;
        self.month(&month).map_err(|mistake| self.wrong(mistake))?;
        if self.cursor.is_at_end() {
            return Ok(self.point);
        }

        if self.point.part().is_some() {
            return Err(self.wrong(Mistake::DayOfSeason));
        }
        let (day, day_written) = self.field(Parts {
            day: true,
            ..Parts::NONE
        })?;
        self.day(&day);
        let is_zero = day.unspecified == 0 && day.number == 0;
        if is_zero || self.point.days().is_none() && !self.is_somewhen() {
            let length = self.longest_month().to_string();
            let day = day_written.strip_prefix('0').unwrap_or(day_written);
            let words = [year, month_written, &length, day];
            return Err(Mistake::NoSuchDay.in_date(&words));
        }
        let is_known = self.point.unspecified == Unspecified::default();
        if is_known && self.cursor.take('T') {
            time(&mut self.cursor, &mut self.point).map_err(|mistake| self.wrong(mistake))?;
            self.qualify(Signs::default(), Parts::NONE);
        }
        if self.cursor.is_at_end() {
            Ok(self.point)
        } else {
            Err(self.wrong(Mistake::NotADate))
        }
    }

    /// Reads a hyphen and two digits or `X`s, with the signs of doubt about them.
    fn field(&mut self, part: Parts) -> Result<(Pattern, &'a str), DateError> {
        if !self.cursor.take('-') {
            return Err(self.wrong(Mistake::NotADate));
        }
        let before = self.signs();
        let start = self.cursor.place();
        let Some(pattern) = self.cursor.pattern(2) else {
            return Err(self.wrong(Mistake::NotADate));
        };
        let written = self.cursor.since(start);
        // Written first: what stands behind a part is said of all before it, too.
        match part.month {
            true => (self.point.month, self.point.unspecified.month) = pair(&pattern),
            false => (self.point.day, self.point.unspecified.day) = pair(&pattern),
        }
        self.qualify(before, part);
        Ok((pattern, written))
    }

    fn month(&mut self, month: &Pattern) -> Result<(), Mistake> {
        let is_known = month.unspecified == 0;
        let part = Part::of(month.number as u8).filter(|_| is_known);
        let is_zero = is_known && month.number == 0;
        if is_zero || part.is_none() && self.point.months().next().is_none() {
            return Err(Mistake::NoSuchMonth);
        }
        if self.point.precision == Precision::Year && is_known {
            self.point.precision = match part {
                Some(part) => Precision::Months(part.months().1),
                None => Precision::Month,
            };
        }
        Ok(())
    }

    fn day(&mut self, day: &Pattern) {
        if self.point.precision == Precision::Month && day.unspecified == 0 {
            self.point.precision = Precision::Day;
        }
    }

    /// Whether its year is not known, but some year has such a day.
    fn is_somewhen(&self) -> bool {
        // The year 4 has a leap day.
        let some = Point {
            year: 4,
            unspecified: Unspecified {
                year: 0,
                ..self.point.unspecified
            },
            ..self.point
        };
        self.point.is_undated() && some.days().is_some()
    }

    /// The length of the longest month that is meant.
    fn longest_month(&self) -> u8 {
        let (first, last) = self.point.years();
        let has_leap_day = |year: &i64| {
            self.point.may_be_in(*year) && self.point.calendar.month_length(*year, 2) == 29
        };
        let year = (first..=last).find(has_leap_day).unwrap_or(first);
        let lengths = self.point.months();
        let lengths = lengths.map(|month| self.point.calendar.month_length(year, month));
        lengths.max().unwrap_or(31)
    }

    /// Keeps what signs before a part say of it, and reads those behind it, which are
    /// said of all parts up to it (ISO 8601-2:2019, 8.2 and 8.3).
    fn qualify(&mut self, before: Signs, part: Parts) {
        let behind = self.signs();
        let point = &mut self.point;
        let all = point.written();
        for (signs, parts) in [(before, part), (behind, all)] {
            if signs.approximate {
                point.approximate = point.approximate.with(parts);
            }
            if signs.uncertain {
                point.uncertain = point.uncertain.with(parts);
            }
        }
    }

    fn signs(&mut self) -> Signs {
        let mut signs = Signs::default();
        loop {
            if self.cursor.take('?') {
                signs.uncertain = true;
            } else if self.cursor.take('~') {
                signs.approximate = true;
            } else if self.cursor.take('%') {
                signs.uncertain = true;
                signs.approximate = true;
            } else {
                return signs;
            }
        }
    }

    fn wrong(&self, mistake: Mistake) -> DateError {
        if mistake == Mistake::LeapSecond {
            let cure = self.text.replacen(":60", ":59", 1);
            return mistake.in_date(&[self.text, &cure]);
        }
        mistake.in_date(&[self.text])
    }
}

/// Signs of doubt: `?`, `~`, and `%` for both.
#[derive(Clone, Copy, Default)]
struct Signs {
    approximate: bool,
    uncertain: bool,
}

fn pair(pattern: &Pattern) -> (u8, u8) {
    (pattern.number as u8, pattern.unspecified)
}

impl Parts {
    /// These parts and those.
    #[must_use]
    const fn with(self, other: Parts) -> Parts {
        Parts {
            year: self.year || other.year,
            month: self.month || other.month,
            day: self.day || other.day,
        }
    }
}
