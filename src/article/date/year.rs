//! Years: of four digits, and longer ones after a `Y`.

use super::reader::Reader;
use super::{Civil, Precision};
use crate::article::Mistake;

impl Reader<'_> {
    /// Level 0 years, negative years (level 1), unspecified digits at the end
    /// (`19XX`, levels 1 and 2), significant digits (`1950S2`, level 2).
    pub(super) fn year(&mut self) -> Result<(), Mistake> {
        let negative = self.take(b'-');
        let mut year = 0;
        let mut count = 1;
        for place in 0..4 {
            year *= 10;
            if place > 0 && self.take(b'X') {
                count *= 10;
            } else {
                let digit = self.digit();
                if digit == Reader::NOTHING || count > 1 {
                    return Err(Mistake::NotAYear);
                }
                year += i64::from(digit);
            }
        }
        // A longer year needs its Y; there is no year -0.
        if self.digit() != Reader::NOTHING || (negative && year == 0 && count == 1) {
            return Err(Mistake::NotAYear);
        }
        self.point.year = if negative { (-year).min(-1) } else { year };
        if count > 1 {
            self.point.precision = Precision::Years(count);
            return Ok(());
        }
        self.significant(4)
    }

    /// What follows a `Y`: `170000002` (level 1), `-17E7` and `3388E2S3` (level 2).
    pub(super) fn long_year(&mut self) -> Result<(), Mistake> {
        let negative = self.take(b'-');
        let padded = self.peek() == b'0';
        let (mut year, mut width) = self.number();
        let mut shortest = 5;
        if self.take(b'E') {
            let (exponent, digits) = self.number();
            // Fifteen zeros are beyond the axis already.
            for _ in 0..exponent.min(15) {
                year = (year * 10).min(Reader::FARTHEST);
            }
            shortest = if digits > 0 && width > 0 { 1 } else { i64::MAX };
            width += exponent;
        }
        if padded || width < shortest {
            return Err(Mistake::NotALongYear);
        }
        self.point.year = if negative { -year } else { year };
        if !Civil::YEARS.contains(&self.point.year) {
            return Err(Mistake::NoSuchYear);
        }
        self.significant(width)
    }

    /// `S` and how many of the year's `width` digits are significant (ISO 8601-2, 4.4.3).
    #[inline(never)]
    fn significant(&mut self, width: i64) -> Result<(), Mistake> {
        if self.take(b'S') {
            let (significant, _) = self.number();
            if !(1..=width).contains(&significant) {
                return Err(Mistake::NotDigits);
            }
            let mut count = 1;
            for _ in significant..width {
                count *= 10;
            }
            if count > 1 {
                self.point.precision = Precision::Years(count);
            }
        }
        Ok(())
    }
}
