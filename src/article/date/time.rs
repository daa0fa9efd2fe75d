//! Time of day: `T14:05Z`, `T14:05:30Z`, `T16:05+02:00` (ISO 8601-2 Annex A, level 0,
//! and the form without seconds of ISO 8601-1:2019, 5.3.1.3), and as the article has it
//! where it says no zone: `T14:05`.

use super::{Point, Precision, Zone, cursor::Cursor};
use crate::article::Mistake;

/// The farthest that clocks are from UTC, in minutes.
const FARTHEST: u16 = 14 * 60;

/// Reads what follows the `T`.
pub(super) fn time(cursor: &mut Cursor<'_>, point: &mut Point) -> Result<(), Mistake> {
    let hour = cursor.pair().ok_or(Mistake::NotATime)?;
    let minute = minutes(cursor).ok_or(Mistake::NotATime)?;
    let second = match cursor.rest().starts_with(':') {
        true => Some(minutes(cursor).ok_or(Mistake::NotATime)?),
        false => None,
    };
    if cursor.rest().starts_with(['.', ',']) {
        return Err(Mistake::Fraction);
    }
    let time = (hour, minute, second.unwrap_or(0));
    match time {
        (0..=23, 0..=59, 0..=59) | (24, 0, 0) => {}
        (0..=23, 0..=59, 60) => return Err(Mistake::LeapSecond),
        _ => return Err(Mistake::NoSuchTime),
    }
    point.time = time;
    point.precision = match second {
        Some(_) => Precision::Second,
        None => Precision::Minute,
    };
    point.zone = zone(cursor)?;
    Ok(())
}

/// Reads `Z` or a distance such as `+02:00` or `+02`, if one is next.
fn zone(cursor: &mut Cursor<'_>) -> Result<Zone, Mistake> {
    if cursor.take('Z') {
        return Ok(Zone::Utc);
    }
    let is_behind = cursor.take('-');
    if !is_behind && !cursor.take('+') {
        let is_done = cursor.is_at_end() || cursor.rest().starts_with(['?', '~', '%']);
        return if is_done {
            Ok(Zone::Unsaid)
        } else {
            Err(Mistake::NotATime)
        };
    }
    let hours = cursor.pair().ok_or(Mistake::NotATime)?;
    let minute = match cursor.rest().starts_with(':') {
        true => minutes(cursor).ok_or(Mistake::NotATime)?,
        false => 0,
    };
    let ahead = u16::from(hours) * 60 + u16::from(minute);
    if minute > 59 || ahead > FARTHEST {
        return Err(Mistake::NoSuchOffset);
    }
    let ahead = ahead as i16;
    Ok(Zone::Ahead(if is_behind { -ahead } else { ahead }))
}

/// Reads `:` and two digits.
fn minutes(cursor: &mut Cursor<'_>) -> Option<u8> {
    if cursor.take(':') {
        cursor.pair()
    } else {
        None
    }
}
