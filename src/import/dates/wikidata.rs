//! Times as Wikidata has them: `+1541-00-00T00:00:00Z` and a precision from 0 to 14
//! (Wikibase data model, “Dates and times”).

use super::{
    Found, Note,
    edtf::{Parts, checked},
};

/// Reads a time. Without a precision, a day that is the first of January or of a month gives
/// only the year or the month, which is sure: query results have lost what was meant.
///
/// `historical` years have no year 0, as in the JSON of entities; those of query results do,
/// as XML Schema 1.1 counts.
///
/// ```
/// use dateline::import::dates::wikidata_time;
/// let of = |time, precision| wikidata_time(time, Some(precision), false, true).map(|it| it.value);
/// assert_eq!(of("+1541-00-00T00:00:00Z", 9).as_deref(), Some("1541"));
/// assert_eq!(of("+1850-00-00T00:00:00Z", 8).as_deref(), Some("185X"));
/// assert_eq!(of("-0044-03-15T00:00:00Z", 11).as_deref(), Some("-0043-03-15"));
/// ```
#[must_use]
pub fn wikidata_time(
    time: &str,
    precision: Option<u8>,
    julian: bool,
    historical: bool,
) -> Option<Found> {
    let (negative, rest) = match time.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, time.strip_prefix('+').unwrap_or(time)),
    };
    let (date, clock) = rest.split_once('T').unwrap_or((rest, ""));
    let mut fields = date.split('-');
    let written: i64 = fields.next().filter(|year| year.len() >= 4)?.parse().ok()?;
    let month: u8 = fields.next()?.parse().ok()?;
    let day: u8 = fields.next()?.parse().ok()?;
    if fields.next().is_some() || month > 12 || day > 31 {
        return None;
    }
    let year = match (negative, historical) {
        (true, true) => 1 - written,
        (true, false) => -written,
        (false, _) => written,
    };
    let mut notes = Vec::new();
    let precision = precision.unwrap_or_else(|| match (month, day) {
        (0, _) => 9,
        (_, 0) => 10,
        (1, 1) => {
            notes.push(Note::Coarser);
            9
        }
        (_, 1) => {
            notes.push(Note::Coarser);
            10
        }
        _ => 11,
    });
    let value = match precision {
        11..=14 if month > 0 && day > 0 => {
            let parts = Parts {
                month: Some(month),
                day: Some(day),
                ..Parts::of_year(year)
            };
            let mut value = parts.value(&mut notes).ok()?;
            let time = clock.trim_end_matches('Z');
            let digits = match precision {
                13 => 5,
                14 => 8,
                _ => 0,
            };
            if precision == 12 {
                notes.push(Note::Unwritable("an hour without its minutes".into()));
            } else if let Some(time) = time.get(..digits).filter(|time| !time.is_empty()) {
                // The day may not exist, or the year be too long to have one.
                match checked(format!("{value}T{time}Z")) {
                    Ok(with_time) => value = with_time,
                    Err(_) => notes.push(Note::Unwritable("this time of day".into())),
                }
            }
            value
        }
        10..=14 if month > 0 => {
            let parts = Parts {
                month: Some(month),
                ..Parts::of_year(year)
            };
            parts.value(&mut notes).ok()?
        }
        9..=14 => Parts::of_year(year).value(&mut notes).ok()?,
        8 => hundreds(written / 10 * 10, 1, negative)?,
        // The nineteenth century is 1801 to 1900 there.
        7 => hundreds((written - 1).max(0) / 100 * 100, 2, negative)?,
        6 => hundreds((written - 1).max(0) / 1_000 * 1_000, 3, negative)?,
        coarse => {
            let zeros = 9_u32.checked_sub(u32::from(coarse))?;
            let digits = u32::try_from(written.to_string().len()).ok()?;
            // A year more or less is nothing here, and round years stay round.
            let year = match (negative, digits) {
                (true, 5..) => -written,
                _ => year,
            };
            if digits > zeros && digits >= 5 {
                checked(format!("Y{year}S{}", digits - zeros)).ok()?
            } else {
                let size = 10_i64.pow(zeros);
                notes.push(Note::Unwritable(format!("a year give or take {size}")));
                let parts = Parts {
                    about: true,
                    ..Parts::of_year(year)
                };
                parts.value(&mut notes).ok()?
            }
        }
    };
    if precision >= 10 && month > 0 && value.starts_with('Y') {
        notes.push(Note::Unwritable(
            "month and day of so distant a year".into(),
        ));
    }
    Some(Found {
        text: notes
            .iter()
            .any(Note::keeps_words)
            .then(|| time.to_string()),
        julian: julian && precision >= 10,
        notes,
        ..Found::certain(value)
    })
}

/// Ten, a hundred or a thousand years.
fn hundreds(first: i64, masked: u32, negative: bool) -> Option<String> {
    let size = 10_i64.checked_pow(masked)?;
    let parts = if negative {
        // Those before year 1 count the other way.
        let last = if masked == 1 { 1 - first } else { -first };
        Parts {
            // There is no year 0 before year 1 to begin the last decade with.
            span: Some((last - size + 1, last.min(0))),
            ..Parts::default()
        }
    } else if first > 9_999 {
        // No digit of a long year can be masked; it says how many are significant.
        let digits = u32::try_from(first.to_string().len()).ok()?;
        return checked(format!("Y{first}S{}", digits - masked)).ok();
    } else {
        Parts {
            masked,
            ..Parts::of_year(first)
        }
    };
    parts.value(&mut Vec::new()).ok()
}
