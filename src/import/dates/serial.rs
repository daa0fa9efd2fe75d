use super::{Found, Note};
use crate::article::date::Civil;

/// From when a spreadsheet counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Epoch {
    /// Day 1 is 1 January 1900, and there is a 29 February 1900, as in Lotus 1-2-3.
    #[default]
    Year1900,
    /// Day 0 is 1 January 1904, as on early Macintosh computers.
    Year1904,
}

/// The date of a spreadsheet's day number; its fraction is the time of day.
///
/// The 1900 system has a day 60, 29 February 1900, that never was (kept by Excel from
/// Lotus 1-2-3): numbers before it count from 31 December 1899, those after from the day
/// before. `None` for that day and for what no spreadsheet counts.
///
/// ```
/// use dateline::import::dates::{Epoch, day_number};
/// assert_eq!(day_number(44_927.0, Epoch::Year1900).map(|it| it.value), Some("2023-01-01".into()));
/// assert_eq!(day_number(0.0, Epoch::Year1904).map(|it| it.value), Some("1904-01-01".into()));
/// assert!(day_number(60.0, Epoch::Year1900).is_none());
/// ```
#[must_use]
pub fn day_number(number: f64, epoch: Epoch) -> Option<Found> {
    // 31 December 9999 is the last.
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let mut day = number.floor();
    let mut seconds = ((number - day) * 86_400.0).round();
    if seconds >= 86_400.0 {
        day += 1.0;
        seconds = 0.0;
    }
    let day = day as i64;
    let start = match epoch {
        Epoch::Year1904 => Civil {
            year: 1904,
            month: 1,
            day: 1,
        },
        Epoch::Year1900 if day == 60 || day == 0 => return None,
        Epoch::Year1900 if day < 60 => Civil {
            year: 1899,
            month: 12,
            day: 31,
        },
        Epoch::Year1900 => Civil {
            year: 1899,
            month: 12,
            day: 30,
        },
    };
    let civil = start.add_days(day);
    let mut value = format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
    let seconds = seconds as u32;
    if seconds > 0 {
        value.push_str(&format!("T{:02}:{:02}", seconds / 3_600, seconds / 60 % 60));
        if !seconds.is_multiple_of(60) {
            value.push_str(&format!(":{:02}", seconds % 60));
        }
    }
    Some(Found::certain(value))
}

/// A bare number of five digits in a text, as a cell shows that lost its format; `epoch` is
/// the file's, where it says so.
pub(super) fn in_text(number: i64, epoch: Option<Epoch>) -> Option<Found> {
    if !(10_000..80_000).contains(&number) {
        return None;
    }
    let mut found = day_number(number as f64, epoch.unwrap_or_default())?;
    found.notes.push(Note::DayNumber);
    if epoch.is_none() {
        let other = day_number(number as f64, Epoch::Year1904);
        found.others.extend(other.map(|other| other.value));
        found.others.push(format!("Y{number}"));
    }
    Some(found)
}

/// Seconds or thousandths of a second since 1970.
pub(super) fn since_1970(number: i64, digits: usize) -> Option<Found> {
    let seconds = match digits {
        10 => number,
        13 => number / 1_000,
        _ => return None,
    };
    let day = Civil::from_days(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    let mut found = Found::certain(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        day.year,
        day.month,
        day.day,
        second / 3_600,
        second / 60 % 60,
        second % 60
    ));
    found.notes.push(Note::Seconds);
    Some(found)
}
