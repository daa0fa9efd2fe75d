use std::fmt;

use serde::Serialize;

/// A date that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The value, in EDTF.
    pub value: String,
    /// What was written, where a reader can read it as words.
    pub text: Option<String>,
    /// Whether the value is of the Julian calendar (“old style”).
    pub julian: bool,
    /// What was chosen, and why.
    pub notes: Vec<Note>,
    /// What else it could mean, in EDTF or in words.
    pub others: Vec<String>,
}

impl Found {
    /// A value about which there is nothing to say.
    #[must_use]
    pub fn certain(value: impl Into<String>) -> Found {
        Found {
            value: value.into(),
            text: None,
            julian: false,
            notes: Vec::new(),
            others: Vec::new(),
        }
    }

    /// What stands for a date that nobody knows.
    pub(super) fn unknown(words: &str) -> Found {
        let text = words
            .chars()
            .any(char::is_alphabetic)
            .then(|| words.to_string());
        Found {
            text,
            ..Found::certain("XXXX")
        }
    }

    /// Whether an editor should look at it: there was more than one reading.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        !self.others.is_empty()
    }
}

/// Why a value is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "note", content = "of")]
pub enum Note {
    /// Day and month stand in this order because other rows of the column show it.
    OrderOfColumn(String),
    /// Day and month stand in this order because it was asked for.
    OrderGiven,
    /// Nothing shows the order; this is the language's.
    OrderOfLanguage(String),
    /// The format itself has this order.
    OrderOfFormat(String),
    /// The century of a year of two digits.
    Century(String),
    /// The century of a year of two digits, from the other rows of the column.
    CenturyOfColumn(String),
    /// A month with two digits after a hyphen: the year.
    MonthAndYear,
    /// Day, month and year of two digits each.
    DayMonthYear,
    /// Hundred years or ten (“1800s”).
    Century100,
    /// Year and month rather than a span of two years.
    YearAndMonth,
    /// A spreadsheet's day number.
    DayNumber,
    /// Seconds since 1970.
    Seconds,
    /// A comma that divides thousands.
    Thousands,
    /// What a zone's abbreviation was taken to be.
    Zone(String),
    /// A zone without a time of day says nothing.
    ZoneAlone(String),
    /// “Early”, “late” and the like, which the value does not hold.
    Part(String),
    /// Something that EDTF has no way to write.
    Unwritable(String),
    /// Fractions of a second are left out.
    Fraction,
    /// A day that does not exist, and the coarser date that is sure.
    NoSuchDay(String),
    /// A word that stands for a day, and the day it meant.
    Relative(String),
    /// The start has no year of its own, and is of the year before the end's.
    YearBefore(String),
    /// Years before year 1 are counted without a year 0.
    BeforeYearOne(String),
    /// The end came before the start, and is left out.
    Backwards(String),
    /// The first of January may stand for a year, the first of a month for a month.
    Coarser,
}

impl Note {
    /// Whether the words are to be kept beside the value: another reading was possible, or the
    /// value does not hold all of them. A spreadsheet's day number has none to keep.
    pub(super) fn keeps_words(&self) -> bool {
        match self {
            Note::OrderOfColumn(_)
            | Note::OrderOfLanguage(_)
            | Note::Century(_)
            | Note::CenturyOfColumn(_)
            | Note::MonthAndYear
            | Note::DayMonthYear
            | Note::Century100
            | Note::YearAndMonth
            | Note::Zone(_)
            | Note::ZoneAlone(_)
            | Note::Part(_)
            | Note::Unwritable(_)
            | Note::Fraction
            | Note::NoSuchDay(_)
            | Note::YearBefore(_)
            | Note::Backwards(_) => true,
            // A day number, seconds, and what the format, the editor or the value itself says.
            Note::OrderGiven
            | Note::OrderOfFormat(_)
            | Note::DayNumber
            | Note::Seconds
            | Note::Thousands
            | Note::Relative(_)
            | Note::BeforeYearOne(_)
            | Note::Coarser => false,
        }
    }

    /// Whether something of what was written is not in the value.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        matches!(self, Note::NoSuchDay(_) | Note::Backwards(_))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::OrderOfColumn(example) => write!(
                out,
                "The order of day and month is that of the other rows, such as “{example}”."
            ),
            Note::OrderGiven => out.write_str("The order of day and month is the one asked for."),
            Note::OrderOfLanguage(order) => write!(
                out,
                "Nothing in the column shows whether the day or the month comes first; \
                 {order} is usual in this language."
            ),
            Note::OrderOfFormat(order) => write!(out, "This format writes {order}."),
            Note::Century(year) => write!(
                out,
                "The year has two digits; {year} is the last such year that is not in the future."
            ),
            Note::CenturyOfColumn(year) => write!(
                out,
                "The year has two digits; {year} lies among the years of the other rows."
            ),
            Note::MonthAndYear => out.write_str("The two digits were taken for the year."),
            Note::DayMonthYear => {
                out.write_str("Taken as day, month and year, as spreadsheets write it.")
            }
            Note::Century100 => out.write_str("Taken as the hundred years, which hold the ten."),
            Note::YearAndMonth => out.write_str("Taken as a year and a month."),
            Note::DayNumber => out.write_str("Taken as a spreadsheet's number of days since 1900."),
            Note::Seconds => out.write_str("Taken as the time since 1970 that computers count."),
            Note::Thousands => out.write_str("The comma divides thousands: a year."),
            Note::Zone(zone) => write!(out, "The zone was taken as {zone}."),
            Note::ZoneAlone(zone) => {
                write!(
                    out,
                    "“{zone}” says nothing without a time of day; it stays in the words."
                )
            }
            Note::Part(word) => write!(out, "“{word}” stays in the words beside the date."),
            Note::Unwritable(what) => {
                write!(
                    out,
                    "A date cannot say {what}; it stays in the words beside it."
                )
            }
            Note::Fraction => out.write_str("Fractions of a second are left out."),
            Note::NoSuchDay(why) => out.write_str(why),
            Note::Relative(day) => write!(out, "Counted from {day}."),
            Note::YearBefore(year) => {
                write!(
                    out,
                    "The start has no year; {year} is the last that lies before the end."
                )
            }
            Note::BeforeYearOne(year) => write!(out, "Taken as {year} BCE."),
            Note::Backwards(end) => {
                write!(
                    out,
                    "The end, {end}, comes before the start and is left out."
                )
            }
            Note::Coarser => out.write_str(
                "The first of January or of a month often stands for the year or the month; \
                 the coarser date is sure.",
            ),
        }
    }
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "trouble", content = "of")]
pub enum Trouble {
    /// Nothing is written.
    Nothing,
    /// It is no date, or not in words that are known here.
    NotADate,
    /// A day or month without a year.
    NoYear(String),
    /// A time of day alone.
    NoDay,
    /// There is no such date, and no coarser one is sure.
    Impossible(String),
    /// A year of a calendar that is not read.
    OtherCalendar(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Nothing => out.write_str("There is no date."),
            Trouble::NotADate => out.write_str("This is not understood as a date."),
            Trouble::NoYear(_) => out.write_str("The date has no year."),
            Trouble::NoDay => out.write_str("This is a time of day without a day."),
            Trouble::Impossible(why) => out.write_str(why),
            Trouble::OtherCalendar(name) => {
                write!(out, "This is a date of another calendar ({name}).")
            }
        }
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    /// What to write instead.
    #[must_use]
    pub fn cure(&self) -> String {
        match self {
            Trouble::Nothing => {
                "Give a date, such as 2023-03-20, or XXXX if nobody knows it.".into()
            }
            Trouble::NoYear(reading) if !reading.is_empty() => format!("Add the year: {reading}."),
            Trouble::NoYear(_) => "Add the year.".into(),
            Trouble::NoDay => "Add the day: 2023-03-20 12:45.".into(),
            Trouble::OtherCalendar(_) => "Write the date of the Gregorian calendar.".into(),
            Trouble::NotADate | Trouble::Impossible(_) => {
                "Write it as 2023-03-20, 2023-03 or 2023.".into()
            }
        }
    }
}
