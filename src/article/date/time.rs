//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3).

use super::cursor::Cursor;
use super::error::{IMPOSSIBLE, Mistake, UNGRAMMATICAL};
use super::{Point, Precision};

static UNREADABLE: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” has a time that cannot be read."],
    fix: "Write hours and minutes with two digits each, with or without seconds, such as \
          2023-03-20T14:05Z.",
};
static FRACTION: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” has a fraction of a second."],
    fix: "Leave the fraction out: times are whole seconds.",
};
static NO_ZONE: Mistake = Mistake {
    kind: UNGRAMMATICAL,
    message: ["“", "” does not say in which time zone its time is."],
    fix: "Add Z for UTC, as in 2023-03-20T14:05Z, or the distance from UTC, as in \
          2023-03-20T16:05+02:00.",
};
static NO_SUCH_TIME: Mistake = Mistake {
    kind: IMPOSSIBLE,
    message: ["There is no such time of day as in ", "."],
    fix: "Write hours from 00 to 23, and minutes and seconds from 00 to 59.",
};
static NO_SUCH_OFFSET: Mistake = Mistake {
    kind: IMPOSSIBLE,
    message: ["No clock is as far from UTC as ", " says."],
    fix: "Write a distance from UTC between -14:00 and +14:00.",
};

impl Point {
    /// Reads what follows the `T`, and turns day and time into UTC.
    pub(super) fn read_time(&mut self, cursor: &mut Cursor<'_>) -> Result<(), &'static Mistake> {
        let hour = cursor.two_digits().ok_or(&UNREADABLE)?;
        let minute = minutes(cursor)?.ok_or(&UNREADABLE)?;
        let second = minutes(cursor)?;
        if matches!(cursor.peek(), Some(b'.' | b',')) {
            return Err(&FRACTION);
        }
        if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
            return Err(&NO_SUCH_TIME);
        }
        if cursor.is_at_end() {
            return Err(&NO_ZONE);
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
fn offset(cursor: &mut Cursor<'_>) -> Result<i64, &'static Mistake> {
    if cursor.take(b'Z') {
        return Ok(0);
    }
    let west = cursor.take(b'-');
    if !west && !cursor.take(b'+') {
        return Err(&UNREADABLE);
    }
    let hours = i64::from(cursor.two_digits().ok_or(&UNREADABLE)?);
    let minutes = i64::from(minutes(cursor)?.unwrap_or(0));
    let offset = hours * 60 + minutes;
    if minutes > 59 || offset > 14 * 60 {
        return Err(&NO_SUCH_OFFSET);
    }
    Ok(if west { -offset } else { offset })
}

/// `:` and two digits, or nothing.
fn minutes(cursor: &mut Cursor<'_>) -> Result<Option<u8>, &'static Mistake> {
    if !cursor.take(b':') {
        return Ok(None);
    }
    cursor.two_digits().map(Some).ok_or(&UNREADABLE)
}
