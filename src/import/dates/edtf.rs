//! From the parts of a date to its EDTF, and dates that are EDTF already.

use super::{Context, Found, Note, Trouble, clock::Clock};
use crate::article::{Date, date::Civil};

/// What is known of one date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub year: Option<i64>,
    /// How many of the year's last digits are not known: 1 for a decade, 2 for a century.
    pub masked: u32,
    /// 1 to 12, or 21 to 41 as EDTF has seasons, quarters and halves.
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub clock: Option<Clock>,
    pub about: bool,
    pub perhaps: bool,
    /// A span that is written otherwise than by parts: decades before year 1.
    pub span: Option<(i64, i64)>,
    /// The day that it is counted from, where it is relative.
    pub counted: bool,
}

impl Parts {
    /// A year alone.
    pub(super) fn of_year(year: i64) -> Parts {
        Parts {
            year: Some(year),
            ..Parts::default()
        }
    }

    /// Why its month has no such day.
    pub(super) fn no_such_day(&self) -> Option<String> {
        let (year, month, day) = (
            self.year?,
            self.month.filter(|month| *month <= 12)?,
            self.day?,
        );
        let length = Civil::month_length(year, month);
        (!(1..=length).contains(&day)).then(|| {
            let month = format!("{}-{month:02}", year_text(year, 0));
            format!("There is no day {day} in {month}, which has {length}; the month is sure.")
        })
    }

    /// Its EDTF; what cannot be is left out, with a note.
    ///
    /// # Errors
    /// When there is no year, or the year is out of reach.
    pub(super) fn value(&self, notes: &mut Vec<Note>) -> Result<String, Trouble> {
        if let Some((first, last)) = self.span {
            let (first, last) = (year_text(first, 0), year_text(last, 0));
            return checked(format!("[{first}..{last}]"));
        }
        let Some(year) = self.year else {
            return Err(match (self.month, self.day, self.clock) {
                (None, None, Some(_)) => Trouble::NoDay,
                (None, None, None) => Trouble::NotADate,
                (month, day, _) => Trouble::NoYear(yearless(month, day)),
            });
        };
        let mut value = year_text(year, self.masked);
        // A long year stands alone.
        let long = value.starts_with('Y');
        if let Some(month) = self.month.filter(|_| self.masked == 0 && !long) {
            value = format!("{value}-{month:02}");
            if let Some(day) = self.day.filter(|_| month <= 12) {
                if let Some(why) = self.no_such_day() {
                    notes.push(Note::NoSuchDay(why));
                } else {
                    value = format!("{value}-{day:02}");
                    if let Some(clock) = &self.clock {
                        value.push_str(&clock.edtf());
                    }
                }
            }
        }
        value.push_str(match (self.about, self.perhaps) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        });
        checked(value)
    }
}

/// The value, if EDTF has it.
pub(super) fn checked(value: String) -> Result<String, Trouble> {
    match Date::parse(&value) {
        Ok(_) => Ok(value),
        Err(error) => Err(Trouble::Impossible(error.to_string())),
    }
}

/// A year as EDTF writes it, with so many of its last digits unknown.
pub(super) fn year_text(year: i64, masked: u32) -> String {
    if !(-9999..=9999).contains(&year) {
        return format!("Y{year}");
    }
    let mut text = format!("{:04}", year.abs());
    if masked > 0 {
        let known = text.len().saturating_sub(masked as usize);
        text.truncate(known);
        for _ in 0..masked {
            text.push('X');
        }
    }
    if year < 0 { format!("-{text}") } else { text }
}

/// A day or month as a cure names it: “--10-06”, with the year to fill in.
fn yearless(month: Option<u8>, day: Option<u8>) -> String {
    match (month, day) {
        (Some(month), Some(day)) => format!("YYYY-{month:02}-{day:02}"),
        (Some(month), None) => format!("YYYY-{month:02}"),
        _ => String::new(),
    }
}

/// A text that is EDTF, or ISO 8601 but for its blank or its fractions.
pub(super) fn as_written(text: &str, context: &Context) -> Option<Found> {
    if !text.is_ascii() || text.len() > 80 {
        return None;
    }
    if Date::parse(text).is_ok() {
        // “1 9 1 4” is none; “1914-05” may be a month or five years.
        if let Some(found) = year_and_more(text, context) {
            return Some(found);
        }
        return Some(Found::certain(text));
    }
    iso(text)
}

/// `1901-05`, which may be May or four years, unless the column holds ISO dates.
fn year_and_more(text: &str, context: &Context) -> Option<Found> {
    if context.edtf || context.column.iso {
        return None;
    }
    let (year, month) = text.split_once('-')?;
    if year.len() != 4 || month.len() != 2 {
        return None;
    }
    let (year, month): (i64, i64) = (year.parse().ok()?, month.parse().ok()?);
    if month != year % 100 + 1 {
        return None;
    }
    let mut found = Found::certain(text);
    found.notes.push(Note::YearAndMonth);
    found
        .others
        .push(format!("{year:04}/{:04}", year / 100 * 100 + month));
    Some(found)
}

/// `2023-03-20 14:05:00`, `2023-03-20T14:05:00.123Z`, `20230320`, `20230320T140500Z`.
fn iso(text: &str) -> Option<Found> {
    let bytes = text.as_bytes();
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits == 8 {
        let (day, rest) = text.split_at_checked(8)?;
        let day = format!("{}-{}-{}", day.get(..4)?, day.get(4..6)?, day.get(6..8)?);
        if rest.is_empty() {
            return Date::parse(&day).is_ok().then(|| Found::certain(day));
        }
        let time = rest.strip_prefix('T')?;
        let (hour, rest) = time.split_at_checked(2)?;
        let (minute, rest) = rest.split_at_checked(2)?;
        let second = rest
            .get(..2)
            .filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()));
        let zone = second.map_or(rest, |two| rest.get(two.len()..).unwrap_or_default());
        let second = second
            .map(|second| format!(":{second}"))
            .unwrap_or_default();
        let value = format!("{day}T{hour}:{minute}{second}{zone}");
        return Date::parse(&value).is_ok().then(|| Found::certain(value));
    }
    let (day, rest) = text.split_at_checked(10)?;
    Date::parse(day).ok()?;
    let time = rest.strip_prefix([' ', 'T'])?.trim();
    let (time, zone) = match time.find([' ', '+', '-', 'Z']) {
        Some(at) => time.split_at_checked(at)?,
        None => (time, ""),
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
    let zone = match zone.trim() {
        "" => String::new(),
        "Z" | "UTC" | "GMT" | "+0000" | "+00:00" => "Z".to_string(),
        zone if zone.len() == 5 && !zone.contains(':') => {
            format!("{}:{}", zone.get(..3)?, zone.get(3..)?)
        }
        zone => zone.to_string(),
    };
    let time = match time.split_once(':') {
        Some((hour, rest)) if hour.len() == 1 => format!("0{hour}:{rest}"),
        _ => time.to_string(),
    };
    let value = format!("{day}T{time}{zone}");
    Date::parse(&value).ok()?;
    let mut found = Found::certain(value);
    if fraction.contains(|c| c != '0') {
        found.notes.push(Note::Fraction);
    }
    Some(found)
}
