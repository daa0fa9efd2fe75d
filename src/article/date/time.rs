//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3).

use super::Precision;
use super::reader::Reader;
use crate::article::Mistake;

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
        let mut offset = 0;
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
            offset = i64::from(hours) * 60 + i64::from(minutes);
            if minutes > 59 || offset > 14 * 60 {
                return Err(Mistake::NoSuchOffset);
            }
            if west {
                offset = -offset;
            }
        }
        let point = &mut self.point;
        point.time = (hour, minute, second);
        point.precision = if short {
            Precision::Minute
        } else {
            Precision::Second
        };
        let utc = point.earliest().add_seconds(-60 * offset);
        let day = utc.civil();
        (point.year, point.month, point.day) = (day.year, day.month, day.day);
        point.time = utc.time();
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
