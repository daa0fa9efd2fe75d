//! Years: of four digits, and longer ones after a `Y`.

use super::cursor::Cursor;
use super::{Civil, Point, Precision};
use crate::article::Mistake;

impl Point {
    /// Level 0 years, negative years (level 1), unspecified digits at the end
    /// (`19XX`, levels 1 and 2), significant digits (`1950S2`, level 2).
    pub(super) fn read_year(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Mistake> {
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
                return Err(Mistake::NotAYear);
            }
        }
        // A longer year needs its Y; there is no year -0.
        if cursor.digit().is_some() || (negative && year == 0 && count == 1) {
            return Err(Mistake::NotAYear);
        }
        self.year = if negative { (-year).min(-1) } else { year };
        if count > 1 {
            self.precision = Precision::Years(count);
            return Ok(());
        }
        self.read_significant(cursor, 4)
    }

    /// What follows a `Y`: `170000002` (level 1), `-17E7` and `3388E2S3` (level 2).
    pub(super) fn read_long_year(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Mistake> {
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
            return Err(Mistake::NotALongYear);
        }
        self.year = if negative { -year } else { year };
        if !Civil::YEARS.contains(&self.year) {
            return Err(Mistake::NoSuchYear);
        }
        self.read_significant(cursor, width)
    }

    /// `S` and how many of the year's `width` digits are significant (ISO 8601-2, 4.4.3).
    fn read_significant(&mut self, cursor: &mut Cursor<'_>, width: i64) -> Result<(), Mistake> {
        if !cursor.take(b'S') {
            return Ok(());
        }
        let (significant, _) = cursor.number();
        if !(1..=width).contains(&significant) {
            return Err(Mistake::NotDigits);
        }
        let count = (significant..width).fold(1, |count: i64, _| count * 10);
        if count > 1 {
            self.precision = Precision::Years(count);
        }
        Ok(())
    }
}
