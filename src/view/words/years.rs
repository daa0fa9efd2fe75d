//! Years, with their eras.

use super::{
    Form, Words, fill,
    pattern::{self, Year},
};

/// Years after this one are called “the year 300,000”.
const LAST_YEAR: i64 = 275_759;
/// From this year on a year needs no era to be taken for a year.
pub(super) const FIRST_PLAIN_YEAR: i64 = 1_000;

/// What a year needs to be told from others.
#[derive(PartialEq)]
enum Era {
    /// “44 BCE”.
    Before,
    /// “22 CE”.
    Early,
    /// “2022”.
    Plain,
}

impl Words {
    /// A year: “2022”, “44 BCE”, “65 million years ago”.
    #[must_use]
    pub fn year(&self, year: i64) -> String {
        self.years(year, year)
    }

    /// Years in a row: “2019–2022”, “51–21 BCE”, “27 BCE – 14 CE”.
    pub(super) fn years(&self, first: i64, last: i64) -> String {
        let is_far = self.far(first).is_some() || self.far(last).is_some();
        if first != last && (is_far || era(first) != era(last)) {
            let range = self.strings.range();
            return fill(range, &[&self.year(first), &self.year(last)]);
        }
        if let Some(far) = self.far(first) {
            return far;
        }
        let parts = self.parts(1, 1, Form::Year);
        let mut digits = self.digits_of(first);
        if first != last {
            // “1900.–1999.” where a year has a dot.
            let has_dot = parts.iter().any(|part| part.text.starts_with('.'));
            let dot = if has_dot { "." } else { "" };
            digits = self.joined(&(digits + dot), &self.digits_of(last));
        }
        pattern::written(&parts, Some(&self.in_era(digits, first)))
    }

    /// A year's digits, counted from the era that it is in.
    pub(super) fn digits_of(&self, year: i64) -> String {
        let number = if year > 0 { year } else { 1 - year };
        self.intl.digits(number.unsigned_abs())
    }

    /// A year's digits with its era, where it needs one.
    pub(super) fn in_era(&self, digits: String, year: i64) -> Year {
        let sentence = match era(year) {
            Era::Before => self.strings.bce(),
            Era::Early => self.strings.ce(),
            Era::Plain => "{0}",
        };
        let (before, after) = sentence.split_once("{0}").unwrap_or_default();
        Year {
            before: before.to_owned(),
            digits,
            after: after.to_owned(),
        }
    }

    /// Words for a year that calendars have no use for: “10,000 BCE”, “65 million years
    /// ago”; `None` for an ordinary one. A year before 100,000 BCE is given as years ago,
    /// where the two thousand years of our era are less than a rounding.
    pub(super) fn far(&self, year: i64) -> Option<String> {
        let strings = self.strings;
        let number = |value: i64| self.intl.number(value as f64);
        if year > LAST_YEAR {
            return Some(fill(strings.far_year(), &[&number(year)]));
        }
        // Astronomical year -9999 is 10,000 BCE.
        if year > -9_999 {
            return None;
        }
        let ago = year.saturating_neg();
        if ago < 100_000 {
            let year = self.in_era(number(ago.saturating_add(1)), year);
            return Some(pattern::written(&self.parts(1, 1, Form::Year), Some(&year)));
        }
        let (template, unit) = match ago {
            1_000_000_000.. => (strings.billion_years_ago(), 1_000_000_000),
            1_000_000.. => (strings.million_years_ago(), 1_000_000),
            _ => (strings.thousand_years_ago(), 1_000),
        };
        let ago = self.intl.number(ago as f64 / unit as f64);
        Some(fill(template, &[&ago]))
    }
}

const fn era(year: i64) -> Era {
    match year {
        ..=0 => Era::Before,
        1..FIRST_PLAIN_YEAR => Era::Early,
        _ => Era::Plain,
    }
}
