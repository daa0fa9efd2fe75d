//! Years: of four digits, and longer ones after a `Y`.

use super::cursor::Cursor;
use super::error::{IMPOSSIBLE, Mistake, UNGRAMMATICAL};
use super::{Civil, Point, Precision};

static NOT_FOUR_DIGITS: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” does not begin with a year of four digits."],
    fix: "Write the year with four digits, such as 2022, 0476 or -0044; with X for digits that \
          are not known, such as 19XX; or with a Y if it is longer, such as Y-65000000.",
};
static NOT_LONG: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” is not a year of five digits or more."],
    fix: "Write the sign and the number right after the Y, such as Y-65000000 or Y-65E6; write \
          shorter years with four digits and no Y, such as -0500.",
};
static TOO_FAR: Mistake = Mistake {
    kind: IMPOSSIBLE,
    message: [
        "The year in ",
        " is farther away than the time axis reaches.",
    ],
    fix: "Write a year within 292 thousand million years of the year 0.",
};
static NOT_SIGNIFICANT: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: [
        "“",
        "” has more significant digits than its year has digits, or none.",
    ],
    fix: "Write after the S how many digits of the year are certain, such as 1950S2.",
};

impl Point {
    /// Level 0 years, negative years (level 1), unspecified digits at the end
    /// (`19XX`, levels 1 and 2), significant digits (`1950S2`, level 2).
    pub(super) fn read_year(&mut self, cursor: &mut Cursor<'_>) -> Result<(), &'static Mistake> {
        let negative = cursor.take(b'-');
        let mut year = 0;
        let mut count = 1;
        for place in 0..4 {
            year *= 10;
            if place > 0 && cursor.take(b'X') {
                count *= 10;
            } else if let (Some(digit), 1) = (cursor.digit(), count) {
                year += i64::from(digit);
            } else {
                return Err(&NOT_FOUR_DIGITS);
            }
        }
        // A longer year needs its Y; there is no year -0.
        if cursor.digit().is_some() || (negative && year == 0 && count == 1) {
            return Err(&NOT_FOUR_DIGITS);
        }
        self.year = if negative { (-year).min(-1) } else { year };
        if count > 1 {
            self.precision = Precision::Years(count);
            return Ok(());
        }
        self.read_significant(cursor, 4)
    }

    /// What follows a `Y`: `170000002` (level 1), `-17E7` and `3388E2S3` (level 2).
    pub(super) fn read_long_year(
        &mut self,
        cursor: &mut Cursor<'_>,
    ) -> Result<(), &'static Mistake> {
        let negative = cursor.take(b'-');
        let padded = cursor.peek() == Some(b'0');
        let (mut year, mut width) = cursor.number();
        let mut shortest = 5;
        if cursor.take(b'E') {
            let (exponent, digits) = cursor.number();
            // Fifteen zeros are beyond the axis already.
            for _ in 0..exponent.min(15) {
                year = (year * 10).min(Cursor::FARTHEST);
            }
            shortest = if digits > 0 && width > 0 { 1 } else { i64::MAX };
            width += exponent;
        }
        if padded || width < shortest {
            return Err(&NOT_LONG);
        }
        self.year = if negative { -year } else { year };
        if !Civil::YEARS.contains(&self.year) {
            return Err(&TOO_FAR);
        }
        self.read_significant(cursor, width)
    }

    /// `S` and how many of the year's `width` digits are significant (ISO 8601-2, 4.4.3).
    fn read_significant(
        &mut self,
        cursor: &mut Cursor<'_>,
        width: i64,
    ) -> Result<(), &'static Mistake> {
        if !cursor.take(b'S') {
            return Ok(());
        }
        let (significant, _) = cursor.number();
        if !(1..=width).contains(&significant) {
            return Err(&NOT_SIGNIFICANT);
        }
        let count = (significant..width).fold(1, |count: i64, _| count * 10);
        if count > 1 {
            self.precision = Precision::Years(count);
        }
        Ok(())
    }
}
