//! A date that stands in several cells: year, month, day and time.

use super::{Context, Found, Note, Trouble, clock, edtf::Parts, read, token, words::month_number};

/// The cells of one date.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns<'c> {
    /// The year; a whole date may stand here, too.
    pub year: &'c str,
    /// The month, by number or by name.
    pub month: &'c str,
    /// The day of the month.
    pub day: &'c str,
    /// The time of day.
    pub time: &'c str,
}

/// A date that was put together, and what of its cells it could not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieced {
    /// The date.
    pub found: Found,
    /// Why the month, the day and the time are not in it, where they are not.
    pub left_out: [Option<String>; 3],
}

impl Columns<'_> {
    /// Whether nothing is written in any of them.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [self.year, self.month, self.day, self.time]
            .iter()
            .all(|cell| cell.trim().is_empty())
    }

    /// Reads them as one date. What cannot be part of it is left out and named: a date that
    /// is a little too coarse is better than none, or than one that never was.
    ///
    /// # Errors
    /// When there is no year, or it is none.
    pub fn read(&self, context: &Context) -> Result<Pieced, Trouble> {
        let year = self.year.trim();
        if year.is_empty() {
            return Err(if self.is_blank() {
                Trouble::Nothing
            } else {
                Trouble::NoYear(String::new())
            });
        }
        let Some((mut parts, mut notes)) = year_alone(year) else {
            return self.around(read(year, context)?);
        };
        let mut left_out = [None, None, None];
        let [no_month, no_day, no_time] = &mut left_out;
        let month = whole(self.month);
        if !month.is_empty() {
            match month_number(month) {
                Some(month) => parts.month = Some(month),
                None => *no_month = Some(format!("“{month}” is no month; the year is sure.")),
            }
        }
        let day = whole(self.day);
        if !day.is_empty() {
            match day_of_month(day) {
                _ if parts.month.is_none() => {
                    *no_day = Some("A day without its month is no date; the year is sure.".into());
                }
                Some(day) => parts.day = Some(day),
                None => *no_day = Some(format!("“{day}” is no day; the month is sure.")),
            }
        }
        if let Some(why) = parts.no_such_day() {
            parts.day = None;
            *no_day = Some(why);
        }
        let time = self.time.trim();
        if !time.is_empty() {
            match clock::alone(time) {
                _ if parts.day.is_none() => {
                    *no_time = Some("A time of day needs a day.".into());
                }
                Some((clock, about, more)) => {
                    parts.clock = Some(clock);
                    parts.about |= about;
                    notes.extend(more);
                }
                None => *no_time = Some(format!("“{time}” is no time of day.")),
            }
        }
        let value = parts.value(&mut notes)?;
        let found = Found {
            notes,
            ..Found::certain(value)
        };
        Ok(Pieced { found, left_out })
    }

    /// The year's cell holds a date of its own; the others can only be left out.
    fn around(&self, found: Found) -> Result<Pieced, Trouble> {
        // “c. 1850” and “1850s” take no month.
        let left = |cell: &str| {
            let why = "The date is taken from the column of the year alone.";
            (!cell.trim().is_empty()).then(|| why.to_string())
        };
        let left_out = [left(self.month), left(self.day), left(self.time)];
        Ok(Pieced { found, left_out })
    }
}

/// A year as a number: `2012`, `1,815`, `-500`, `2012.0`, `700`.
fn year_alone(text: &str) -> Option<(Parts, Vec<Note>)> {
    if let Ok(year) = text.parse::<u16>() {
        return Some((Parts::of_year(i64::from(year)), Vec::new()));
    }
    let normal = token::normalised(text);
    let bare = whole(&normal);
    let digits: String = bare.chars().filter(|c| *c != ',').collect();
    let year: i64 = digits.parse().ok()?;
    let mut notes = Vec::new();
    if digits.len() < bare.len() {
        notes.push(Note::Thousands);
    }
    // Spreadsheets and TimelineJS write 500 BCE as -500, and have no year 0 between.
    let year = if year < 0 {
        notes.push(Note::BeforeYearOne((-year).to_string()));
        year + 1
    } else {
        year
    };
    Some((Parts::of_year(year), notes))
}

/// Without the “.0” that spreadsheets put behind whole numbers.
fn whole(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix(".0").unwrap_or(text)
}

/// `20`, `20th`, `20.`
fn day_of_month(text: &str) -> Option<u8> {
    if let Ok(day) = text.parse::<u8>() {
        return (1..=31).contains(&day).then_some(day);
    }
    let normal = token::normalised(text);
    let digits = normal.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == 'º');
    let day: u8 = digits.parse().ok()?;
    (1..=31).contains(&day).then_some(day)
}
