//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3).

use super::cursor::Cursor;
use super::{DateError, Instant, Point, Precision};

/// Reads what follows the `T`, and turns the point's day and time into UTC.
pub(super) fn read(
    text: &str,
    cursor: &mut Cursor<'_>,
    mut point: Point,
) -> Result<Point, DateError> {
    let unreadable = || {
        DateError::ungrammatical(
            text,
            "has a time that cannot be read.",
            "Write hours and minutes with two digits each, with or without seconds, such as \
             2023-03-20T14:05Z.",
        )
    };
    let hour = cursor.number().ok_or_else(unreadable)?;
    let minute = clock(cursor).ok_or_else(unreadable)?;
    let second = match cursor.peek() {
        Some(b':') => Some(clock(cursor).ok_or_else(unreadable)?),
        _ => None,
    };
    if matches!(cursor.peek(), Some(b'.' | b',')) {
        return Err(DateError::ungrammatical(
            text,
            "has a fraction of a second.",
            "Leave the fraction out: times are whole seconds.",
        ));
    }
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
        return Err(DateError::impossible(
            &["There is no such time of day as in ", text, "."],
            &["Write hours from 00 to 23, and minutes and seconds from 00 to 59."],
        ));
    }

    let offset = if cursor.take(b'Z') {
        0
    } else {
        let sign = match cursor.peek() {
            Some(b'+') => 60,
            Some(b'-') => -60,
            None => {
                return Err(DateError::ungrammatical(
                    text,
                    "does not say in which time zone its time is.",
                    "Add Z for UTC, as in 2023-03-20T14:05Z, or the distance from UTC, as in \
                     2023-03-20T16:05+02:00.",
                ));
            }
            Some(_) => return Err(unreadable()),
        };
        cursor.take(b'+');
        cursor.take(b'-');
        let hours = cursor.number().ok_or_else(unreadable)?;
        let minutes = match cursor.peek() {
            Some(b':') => clock(cursor).ok_or_else(unreadable)?,
            _ => 0,
        };
        let offset = i64::from(hours) * 60 + i64::from(minutes);
        if minutes > 59 || offset > 14 * 60 {
            return Err(DateError::impossible(
                &["No clock is as far from UTC as ", text, " says."],
                &["Write a distance from UTC between -14:00 and +14:00."],
            ));
        }
        sign * offset
    };

    point.time = (hour, minute, second.unwrap_or(0));
    point.precision = if second.is_some() {
        Precision::Second
    } else {
        Precision::Minute
    };
    let utc: Instant = point.earliest().add_seconds(-offset);
    let day = utc.civil();
    Ok(Point {
        year: day.year,
        month: day.month,
        day: day.day,
        time: utc.time(),
        ..point
    })
}

/// `:` and two digits.
fn clock(cursor: &mut Cursor<'_>) -> Option<u8> {
    if cursor.take(b':') {
        cursor.number()
    } else {
        None
    }
}
