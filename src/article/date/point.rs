//! One date, without ranges and sets.

use super::cursor::{Cursor, Field};
use super::{Civil, DateError, Point, Precision};
use crate::article::Mistake;

/// Bytes in a date, generously: no form needs as many.
const LONGEST: usize = 64;

impl Point {
    /// What reading begins with.
    const START: Point = Point {
        year: 0,
        month: 1,
        day: 1,
        time: (0, 0, 0),
        precision: Precision::Year,
        approximate: false,
        uncertain: false,
    };

    /// Reads a date, a year, or a date with a time.
    pub(super) fn parse(text: &str) -> Result<Point, DateError> {
        let mut point = Point::START;
        let mut words = [text, "", "", ""];
        match point.read(text, &mut words) {
            Ok(()) => Ok(point),
            Err(mistake @ Mistake::NoSuchDay) => Err(mistake.in_date(&words)),
            Err(mistake) => Err(mistake.in_date(&[text])),
        }
    }

    /// Of a day that its month does not have, `words` becomes the year and the month as
    /// written, how many days it has, and the day.
    fn read<'a>(&mut self, text: &'a str, words: &mut [&'a str; 4]) -> Result<(), Mistake> {
        if text.len() > LONGEST {
            return Err(Mistake::NotADate);
        }
        let mut cursor = Cursor::new(text);
        self.qualify(&mut cursor);
        let start = cursor;
        let long = cursor.take(b'Y');
        if long {
            self.read_long_year(&mut cursor)?;
        } else {
            self.read_year(&mut cursor)?;
        }
        let year = cursor.since(start);
        self.qualify(&mut cursor);
        if cursor.is_at_end() {
            return Ok(());
        }
        if long {
            return Err(Mistake::NotAYearAlone);
        }

        let month = self.next_field(&mut cursor)?;
        if let Field::Number(number, _) = month {
            self.read_month(number)?;
        }
        if cursor.is_at_end() {
            return Ok(());
        }

        let day = self.next_field(&mut cursor)?;
        if self.precision == Precision::Season {
            return Err(Mistake::DayOfSeason);
        }
        match (month, day) {
            (_, Field::Unspecified) => {}
            (Field::Unspecified, _) => return Err(Mistake::Masked),
            (Field::Number(_, month), Field::Number(number, digits)) => {
                self.day = number;
                self.precision = Precision::Day;
                if Civil::new(self.year, self.month, number).is_none() {
                    let length = match Civil::month_length(self.year, self.month) {
                        28 => "28",
                        29 => "29",
                        30 => "30",
                        _ => "31",
                    };
                    *words = [
                        year,
                        month,
                        length,
                        digits.strip_prefix('0').unwrap_or(digits),
                    ];
                    return Err(Mistake::NoSuchDay);
                }
                if cursor.take(b'T') {
                    self.read_time(&mut cursor)?;
                    self.qualify(&mut cursor);
                }
            }
        }
        if cursor.is_at_end() {
            Ok(())
        } else {
            Err(Mistake::NotADate)
        }
    }

    fn read_month(&mut self, number: u8) -> Result<(), Mistake> {
        self.precision = match number {
            _ if self.precision != Precision::Year => return Err(Mistake::Masked),
            1..=12 => Precision::Month,
            21..=24 => Precision::Season,
            _ => return Err(Mistake::NoSuchMonth),
        };
        self.month = number;
        Ok(())
    }

    /// Takes qualifiers (levels 1 and 2): they may stand before or after any part,
    /// and are kept for the date as a whole.
    fn qualify(&mut self, cursor: &mut Cursor<'_>) {
        while let Some(sign @ (b'?' | b'~' | b'%')) = cursor.peek() {
            self.uncertain |= sign != b'~';
            self.approximate |= sign != b'?';
            cursor.take(sign);
        }
    }

    fn next_field<'a>(&mut self, cursor: &mut Cursor<'a>) -> Result<Field<'a>, Mistake> {
        if !cursor.take(b'-') {
            return Err(Mistake::NotADate);
        }
        self.qualify(cursor);
        let field = cursor.field().ok_or(Mistake::NotADate)?;
        self.qualify(cursor);
        Ok(field)
    }
}
