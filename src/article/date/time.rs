//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3).

use super::reader::Reader;
use super::{Civil, Precision};
use crate::article::Mistake;

/// Minutes in a day.
const DAY: i32 = 1_440;

impl Reader<'_> {
    /// Reads what follows the `T`, and turns day and time into UTC.
    pub(super) fn time(&mut self) -> Result<(), Mistake> {
        let hour = self.field();
        let minute = self.minutes();
        let short = self.peek() != b':';
        let second = if short { 0 } else { self.minutes() };
        if hour.max(minute).max(second) > 99 {
            return Err(Mistake::NotATime);
        }
        if matches!(self.peek(), b'.' | b',') {
            return Err(Mistake::Fraction);
        }
        if hour > 23 || minute.max(second) > 59 {
            return Err(Mistake::NoSuchTime);
        }
        if self.is_at_end() {
            return Err(Mistake::NoZone);
        }
        // Minutes since the midnight of UTC that the day begins with.
        let mut utc = i32::from(hour) * 60 + i32::from(minute);
        if !self.take(b'Z') {
            let west = self.take(b'-');
            if !west && !self.take(b'+') {
                return Err(Mistake::NotATime);
            }
            let hours = self.field();
            let minutes = if self.peek() == b':' {
                self.minutes()
            } else {
                0
            };
            if hours.max(minutes) > 99 {
                return Err(Mistake::NotATime);
            }
            let offset = i32::from(hours) * 60 + i32::from(minutes);
            if minutes > 59 || offset > 14 * 60 {
                return Err(Mistake::NoSuchOffset);
            }
            utc += if west { offset } else { -offset };
        }
        let point = &mut self.point;
        point.precision = if short {
            Precision::Minute
        } else {
            Precision::Second
        };
        let day = Civil {
            year: point.year,
            month: point.month,
            day: point.day,
        };
        let day = day.add_days(i64::from(utc.div_euclid(DAY)));
        (point.year, point.month, point.day) = (day.year, day.month, day.day);
        let utc = utc.rem_euclid(DAY);
        point.time = ((utc / 60) as u8, (utc % 60) as u8, second);
        Ok(())
    }

    /// `:` and two digits.
    #[inline(never)]
    fn minutes(&mut self) -> u8 {
        if self.take(b':') {
            self.field()
        } else {
            Reader::NOTHING
        }
    }
}
