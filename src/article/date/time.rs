//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3).

use super::cursor::Cursor;
use super::{Point, Precision};
use crate::article::Mistake;

impl Point {
    /// Reads what follows the `T`, and turns day and time into UTC.
    pub(super) fn read_time(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Mistake> {
        let hour = cursor.two_digits().ok_or(Mistake::NotATime)?;
        let minute = minutes(cursor)?.ok_or(Mistake::NotATime)?;
        let second = minutes(cursor)?;
        if matches!(cursor.peek(), Some(b'.' | b',')) {
            return Err(Mistake::Fraction);
        }
        if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
            return Err(Mistake::NoSuchTime);
        }
        if cursor.is_at_end() {
            return Err(Mistake::NoZone);
        }
        let offset = offset(cursor)?;
        self.time = (hour, minute, second.unwrap_or(0));
        self.precision = if second.is_some() {
            Precision::Second
        } else {
            Precision::Minute
        };
        let utc = self.earliest().add_seconds(-60 * offset);
        let day = utc.civil();
        (self.year, self.month, self.day, self.time) = (day.year, day.month, day.day, utc.time());
        Ok(())
    }
}

/// Distance from UTC in minutes: `Z`, `+02:00`, `+02`.
fn offset(cursor: &mut Cursor<'_>) -> Result<i64, Mistake> {
    if cursor.take(b'Z') {
        return Ok(0);
    }
    let west = cursor.take(b'-');
    if !west && !cursor.take(b'+') {
        return Err(Mistake::NotATime);
    }
    let hours = i64::from(cursor.two_digits().ok_or(Mistake::NotATime)?);
    let minutes = i64::from(minutes(cursor)?.unwrap_or(0));
    let offset = hours * 60 + minutes;
    if minutes > 59 || offset > 14 * 60 {
        return Err(Mistake::NoSuchOffset);
    }
    Ok(if west { -offset } else { offset })
}

/// `:` and two digits, or nothing.
fn minutes(cursor: &mut Cursor<'_>) -> Result<Option<u8>, Mistake> {
    if !cursor.take(b':') {
        return Ok(None);
    }
    cursor.two_digits().map(Some).ok_or(Mistake::NotATime)
}
