//! One date, without ranges and sets.

use super::cursor::{Cursor, Field};
use super::{Civil, DateError, Point, Precision, time};

/// Bytes in a date, generously: no form needs as many.
const LONGEST: usize = 64;
const FORMS: &str = "Write a date such as 2022-02-24, 2022-02 or 2022.";
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Point {
    /// Reads a date, a year, or a date with a time.
    pub(super) fn parse(text: &str) -> Result<Point, DateError> {
        let unreadable = || DateError::ungrammatical(text, "is not a date.", FORMS);
        if text.len() > LONGEST {
            return Err(unreadable());
        }
        let mut point = Point {
            year: 0,
            month: 1,
            day: 1,
            time: (0, 0, 0),
            precision: Precision::Year,
            approximate: false,
            uncertain: false,
        };
        let mut cursor = Cursor::new(text);
        point.qualify(&mut cursor);
        let long = cursor.take(b'Y');
        if long {
            point.read_long_year(text, &mut cursor)?;
        } else {
            point.read_year(text, &mut cursor)?;
        }
        let year = text.get(..text.len() - cursor.rest().len()).unwrap_or("");
        let year = year.trim_start_matches(['?', '~', '%']);
        point.qualify(&mut cursor);
        if cursor.is_at_end() {
            return Ok(point);
        }
        if long {
            return Err(DateError::ungrammatical(
                text,
                "has more than a year after its Y.",
                "Leave out what follows the year: months and days need a year of four digits.",
            ));
        }

        let month = point.next_field(&mut cursor).ok_or_else(unreadable)?;
        if let Field::Number(number, _) = month {
            if !matches!(number, 1..=12 | 21..=24) {
                return Err(DateError::impossible(
                    &["There is no such month as in ", text, "."],
                    &["Write a month from 01 to 12, or a season from 21 (spring) to 24 (winter)."],
                ));
            }
            if point.precision != Precision::Year {
                return Err(masked(text));
            }
            point.month = number;
            point.precision = if number > 12 {
                Precision::Season
            } else {
                Precision::Month
            };
        }
        if cursor.is_at_end() {
            return Ok(point);
        }

        let day = point.next_field(&mut cursor).ok_or_else(unreadable)?;
        if point.precision == Precision::Season {
            return Err(DateError::ungrammatical(
                text,
                "gives a day to a season.",
                "Leave the day out, or write a month from 01 to 12.",
            ));
        }
        if let (Field::Number(number, digits), Field::Number(_, month)) = (&day, &month) {
            point.day = *number;
            point.precision = Precision::Day;
            if Civil::new(point.year, point.month, point.day).is_none() {
                return Err(point.impossible_day([year, month, digits]));
            }
            if cursor.take(b'T') {
                point = time::read(text, &mut cursor, point)?;
                point.qualify(&mut cursor);
            }
        } else if let Field::Number(..) = day {
            return Err(masked(text));
        }
        if cursor.is_at_end() {
            Ok(point)
        } else {
            Err(unreadable())
        }
    }

    /// Takes qualifiers (levels 1 and 2): they may stand before or after any part,
    /// and are kept for the date as a whole.
    fn qualify(&mut self, cursor: &mut Cursor<'_>) {
        loop {
            if cursor.take(b'?') {
                self.uncertain = true;
            } else if cursor.take(b'~') {
                self.approximate = true;
            } else if cursor.take(b'%') {
                self.uncertain = true;
                self.approximate = true;
            } else {
                return;
            }
        }
    }

    fn next_field<'a>(&mut self, cursor: &mut Cursor<'a>) -> Option<Field<'a>> {
        if !cursor.take(b'-') {
            return None;
        }
        self.qualify(cursor);
        let field = cursor.field()?;
        self.qualify(cursor);
        Some(field)
    }

    /// Level 0 years, negative years (level 1), unspecified digits at the end
    /// (`19XX`, levels 1 and 2), significant digits (`1950S2`, level 2).
    fn read_year(&mut self, text: &str, cursor: &mut Cursor<'_>) -> Result<(), DateError> {
        let four_digits = || {
            DateError::ungrammatical(
                text,
                "does not begin with a year of four digits.",
                "Write the year with four digits, such as 2022, 0476 or -0044; with X for digits \
                 that are not known, such as 19XX; or with a Y if it is longer, such as Y-65000000.",
            )
        };
        let negative = cursor.take(b'-');
        let mut year = 0;
        let mut count = 1;
        for place in 0..4 {
            if place > 0 && cursor.take(b'X') {
                count *= 10;
                year *= 10;
            } else if let (Some(digit), 1) = (cursor.digit(), count) {
                year = year * 10 + i64::from(digit);
            } else {
                return Err(four_digits());
            }
        }
        // A year of five digits, or of more, needs its Y.
        if cursor.digit().is_some() || (negative && year == 0 && count == 1) {
            return Err(four_digits());
        }
        if negative {
            // `-00XX` begins at -1, for there is no year -0.
            year = (-year).min(-1);
        }
        self.year = year;
        if count > 1 {
            self.precision = Precision::Years(count);
            return Ok(());
        }
        self.read_significant(text, cursor, 4)
    }

    /// `Y170000002` (level 1), `Y-17E7` and `Y-17101E4S3` (level 2).
    fn read_long_year(&mut self, text: &str, cursor: &mut Cursor<'_>) -> Result<(), DateError> {
        let too_far = || {
            DateError::impossible(
                &[
                    "The year in ",
                    text,
                    " is farther away than the time axis reaches.",
                ],
                &["Write a year within 292 thousand million years of the year 0."],
            )
        };
        let negative = cursor.take(b'-');
        let mut year: i64 = 0;
        let mut width = 0;
        while let Some(digit) = cursor.digit() {
            year = year.saturating_mul(10).saturating_add(i64::from(digit));
            // A leading zero leaves the number 0, and is refused below.
            width += i64::from(year > 0);
            if year == 0 {
                break;
            }
        }
        let exponential = width > 0 && cursor.take(b'E');
        if exponential {
            let mut exponent: i64 = 0;
            let mut digits = 0;
            while let Some(digit) = cursor.digit() {
                exponent = exponent.saturating_mul(10).saturating_add(i64::from(digit));
                digits += 1;
            }
            // Beyond 12 zeros every year is beyond the axis.
            let exponent = u32::try_from(exponent.min(12)).unwrap_or(0);
            year = year.saturating_mul(10i64.saturating_pow(exponent));
            width = if digits > 0 {
                width + i64::from(exponent)
            } else {
                0
            };
        }
        if width < 5 && !(exponential && width > 0) {
            return Err(DateError::ungrammatical(
                text,
                "is not a year of five digits or more.",
                "Write the sign and the number right after the Y, such as Y-65000000 or Y-65E6; \
                 write shorter years with four digits and no Y, such as -0500.",
            ));
        }
        self.year = if negative { -year } else { year };
        if !Civil::YEARS.contains(&self.year) {
            return Err(too_far());
        }
        self.read_significant(text, cursor, width)
    }

    /// `S` and how many of the year's `width` digits are significant (ISO 8601-2, 4.4.3).
    fn read_significant(
        &mut self,
        text: &str,
        cursor: &mut Cursor<'_>,
        width: i64,
    ) -> Result<(), DateError> {
        if !cursor.take(b'S') {
            return Ok(());
        }
        let mut digits: i64 = 0;
        while let Some(digit) = cursor.digit() {
            digits = digits.saturating_mul(10).saturating_add(i64::from(digit));
        }
        if !(1..=width).contains(&digits) {
            return Err(DateError::ungrammatical(
                text,
                "has more significant digits than its year has digits, or none.",
                "Write after the S how many digits of the year are certain, such as 1950S2.",
            ));
        }
        let zeros = u32::try_from(width - digits).unwrap_or(0);
        if zeros > 0 {
            self.precision = Precision::Years(10i64.saturating_pow(zeros));
        }
        Ok(())
    }

    #[cold]
    fn impossible_day(&self, [year, month, day]: [&str; 3]) -> DateError {
        let length = match Civil::month_length(self.year, self.month) {
            28 => "28",
            29 => "29",
            30 => "30",
            _ => "31",
        };
        let name = MONTHS
            .get(usize::from(self.month) - 1)
            .copied()
            .unwrap_or(month);
        let named = [name, " ", year].concat();
        let day = day.strip_prefix('0').unwrap_or(day);
        DateError::impossible(
            &[
                "There is no ",
                day,
                " ",
                &named,
                ": ",
                &named,
                " has ",
                length,
                " days.",
            ],
            &[
                "Write a day from 01 to ",
                length,
                ", or leave the day out: ",
                year,
                "-",
                month,
                ".",
            ],
        )
    }
}

/// Level 2 masks, such as `156X-12-25`, name many separate days.
#[cold]
fn masked(text: &str) -> DateError {
    DateError::ungrammatical(
        text,
        "gives a month or a day after a part that is not known.",
        "Leave out what follows the unknown part, or write a range.",
    )
}
