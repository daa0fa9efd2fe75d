use crate::article::date::Civil;

use super::{
    serial::Epoch,
    token::{self, Token},
};

/// In which order the numbers of a date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2023.
    DayMonthYear,
    /// 12/31/2023.
    MonthDayYear,
    /// 2023/12/31.
    YearMonthDay,
}

impl Order {
    /// The order of `dmy`, `mdy` and `ymd`.
    #[must_use]
    pub fn named(name: &str) -> Option<Order> {
        match name.to_ascii_lowercase().as_str() {
            "dmy" => Some(Order::DayMonthYear),
            "mdy" => Some(Order::MonthDayYear),
            "ymd" => Some(Order::YearMonthDay),
            _ => None,
        }
    }

    /// The order that is usual where a language is spoken (CLDR, `dateFormats` short).
    #[must_use]
    pub fn of_language(tag: &str) -> Order {
        let tag = tag.to_ascii_lowercase();
        let language = tag.split('-').next().unwrap_or_default();
        match language {
            "en" if matches!(tag.as_str(), "en" | "en-us" | "en-ph") => Order::MonthDayYear,
            "zh" | "ja" | "ko" | "hu" | "lt" | "mn" => Order::YearMonthDay,
            _ => Order::DayMonthYear,
        }
    }

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Order::DayMonthYear => "day, month, year",
            Order::MonthDayYear => "month, day, year",
            Order::YearMonthDay => "year, month, day",
        }
    }
}

/// What is known around a date.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The order that was asked for.
    pub order: Option<Order>,
    /// The order that the source's format has by definition.
    pub format_order: Option<Order>,
    /// The language of the texts, a BCP 47 tag.
    pub language: String,
    /// The day that “not in the future” is held against, and from which “yesterday” counts:
    /// that of publication, else today.
    pub day: Option<Civil>,
    /// What the other rows of the column show.
    pub column: Evidence,
    /// Whether the column is known to hold EDTF.
    pub edtf: bool,
    /// Whether times come from a query that has lost their precision.
    pub coarse: bool,
    /// From when the file counts days, where it says so.
    pub epoch: Option<Epoch>,
}

/// What the rows of a column show about how it writes dates.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// A row whose day is over 12 and comes first.
    pub day_first: Option<String>,
    /// A row whose day is over 12 and comes second.
    pub month_first: Option<String>,
    /// Whether there are full ISO dates.
    pub iso: bool,
    /// The earliest and the latest year of four digits.
    pub years: Option<(i64, i64)>,
}

impl Evidence {
    /// Looks through a column.
    #[must_use]
    pub fn of<'a>(column: impl IntoIterator<Item = &'a str>) -> Evidence {
        let mut evidence = Evidence::default();
        for cell in column {
            evidence.look(cell);
        }
        evidence
    }

    /// The order that all rows agree on that show one, and such a row.
    #[must_use]
    pub fn order(&self) -> Option<(Order, &str)> {
        match (&self.day_first, &self.month_first) {
            (Some(row), None) => Some((Order::DayMonthYear, row)),
            (None, Some(row)) => Some((Order::MonthDayYear, row)),
            _ => None,
        }
    }

    fn look(&mut self, cell: &str) {
        if is_iso(cell) {
            self.iso = true;
            if let Some(year) = cell.get(..4).and_then(|year| year.parse().ok()) {
                self.year(year);
            }
            return;
        }
        if cell.len() == 4
            && let Ok(year) = cell.parse::<u16>()
        {
            self.year(i64::from(year));
            return;
        }
        if cell.len() > 60 || !cell.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let tokens = token::tokens(&token::normalised(cell));
        for token in &tokens {
            if let Token::Number {
                value, digits: 4, ..
            } = token
            {
                self.year(*value);
            }
        }
        for at in 0..tokens.len() {
            self.triple(cell, tokens.get(at..).unwrap_or_default());
        }
    }

    fn year(&mut self, year: i64) {
        let (first, last) = self.years.unwrap_or((year, year));
        self.years = Some((first.min(year), last.max(year)));
    }

    /// Three numbers with the same mark between them.
    fn triple(&mut self, cell: &str, tokens: &[Token]) {
        let [
            Token::Number {
                value: a,
                digits: 1..=2,
                ..
            },
            Token::Mark { sign: one, .. },
            Token::Number {
                value: b,
                digits: 1..=2,
                ..
            },
            Token::Mark { sign: two, .. },
            Token::Number { .. },
            ..,
        ] = tokens
        else {
            return;
        };
        if one != two || !matches!(one, '/' | '-' | '.') {
            return;
        }
        if (13..=31).contains(a) && (1..=12).contains(b) && self.day_first.is_none() {
            self.day_first = Some(cell.trim().to_string());
        }
        if (13..=31).contains(b) && (1..=12).contains(a) && self.month_first.is_none() {
            self.month_first = Some(cell.trim().to_string());
        }
    }
}

/// Whether it begins as 2023-03-20.
fn is_iso(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes
            .iter()
            .take(10)
            .enumerate()
            .all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            })
}
