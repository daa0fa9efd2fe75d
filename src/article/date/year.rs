//! Years: of four digits, and longer ones after a `Y`.

use super::{Civil, Point, Precision, cursor::Cursor};
use crate::article::Mistake;

/// Numbers beyond this become it.
const FARTHEST: i64 = 1_000_000_000_000_000;

/// Reads a year of four digits: of level 0, negative (level 1), with unspecified digits
/// (`19XX` of level 1, `1X99` of level 2), with significant digits (`1950S2`, level 2).
pub(super) fn year(cursor: &mut Cursor<'_>, point: &mut Point) -> Result<(), Mistake> {
    let is_negative = cursor.take('-');
    let pattern = cursor.pattern(4).ok_or(Mistake::NotAYear)?;
    // A longer year needs its Y; there is no year -0.
    let is_longer = cursor
        .rest()
        .starts_with(|c: char| c.is_ascii_digit() || c == 'X');
    let is_known = pattern.unspecified == 0;
    if is_longer || is_negative && is_known && pattern.number == 0 {
        return Err(Mistake::NotAYear);
    }
    point.unspecified.year = pattern.unspecified;
    point.year = if is_negative {
        -(pattern.number + nines(pattern.unspecified))
    } else {
        pattern.number
    };
    if is_known {
        return significant(cursor, point, 4);
    }
    // `19X7` may be as far from `1907` as `19XX`.
    let places = u8::BITS - pattern.unspecified.leading_zeros();
    point.precision = Precision::Years(10_i64.pow(places));
    Ok(())
}

/// The number with a 9 for each of these digits and 0 for all others.
fn nines(digits: u8) -> i64 {
    let mut number = 0;
    for digit in (0..4).rev() {
        number = number * 10 + if digits & 1 << digit == 0 { 0 } else { 9 };
    }
    number
}

/// Reads what follows a `Y`: `170000002` (level 1), `-17E7` and `3388E2S3` (level 2).
pub(super) fn long_year(cursor: &mut Cursor<'_>, point: &mut Point) -> Result<(), Mistake> {
    let is_negative = cursor.take('-');
    let digits = cursor.digits();
    let mut year = number(digits);
    let mut width = digits.len() as i64;
    if cursor.take('E') {
        let exponent = cursor.digits();
        if digits.is_empty() || exponent.is_empty() {
            return Err(Mistake::NotALongYear);
        }
        let zeros = number(exponent);
        // Fifteen zeros are beyond the axis already.
        let times = 10_i64.pow(zeros.clamp(0, 15) as u32);
        year = year.saturating_mul(times).min(FARTHEST);
        width = width.saturating_add(zeros);
    } else if width < 5 {
        return Err(Mistake::NotALongYear);
    }
    if digits.starts_with('0') {
        return Err(Mistake::NotALongYear);
    }
    point.year = if is_negative { -year } else { year };
    if !Civil::YEARS.contains(&point.year) {
        return Err(Mistake::NoSuchYear);
    }
    significant(cursor, point, width)
}

/// Reads `S` and how many of the year's `width` digits are significant (ISO 8601-2:2019,
/// 4.4.3), if that is next.
fn significant(cursor: &mut Cursor<'_>, point: &mut Point, width: i64) -> Result<(), Mistake> {
    if !cursor.take('S') {
        return Ok(());
    }
    let significant = number(cursor.digits());
    if !(1..=width).contains(&significant) {
        return Err(Mistake::NotDigits);
    }
    let count = 10_i64.saturating_pow((width - significant) as u32);
    if count > 1 {
        point.significant = count.min(FARTHEST);
        point.precision = Precision::Years(point.significant);
    }
    Ok(())
}

/// The number that digits make; 0 for none.
fn number(digits: &str) -> i64 {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.fold(0, |number, digit| {
        (number * 10 + i64::from(digit)).min(FARTHEST)
    })
}
