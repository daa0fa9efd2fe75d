//! Dates of which some digits are not known.

use super::{Form, Words, fill, pattern, points::as_written, years::FIRST_PLAIN_YEAR};
use crate::article::date::{Point, Unspecified};

/// Both digits of a month or a day, or that there is none.
const NOTHING_KNOWN: [u8; 2] = [0, Unspecified::WHOLE];

impl Words {
    /// A date of which some digits are not known, in a grammatical case, if there are words
    /// for it; always something in none.
    pub(super) fn unspecified(&self, point: &Point, case: &str) -> Option<String> {
        if let Some(part) = point.part() {
            let year = self.digits_of_pattern(point);
            return self.part_of_year(part, &year, case);
        }
        let is_year_alone = point.month == 0 && point.day == 0 && {
            let Unspecified { month, day, .. } = point.unspecified;
            NOTHING_KNOWN.contains(&month) && NOTHING_KNOWN.contains(&day)
        };
        match case {
            "" if is_year_alone => Some(self.some_year(point)),
            "" => Some(self.some_day(point)),
            _ if is_year_alone && is_decade(point) => {
                let decade = self.strings.variant("decade", case)?;
                Some(fill(decade, &[&self.digits_of(point.year)]))
            }
            _ => None,
        }
    }

    /// “1980s”, “sometime in 1900–1999”, “sometime in 2004”. Digits are written out where
    /// that does not say all.
    fn some_year(&self, point: &Point) -> String {
        let strings = self.strings;
        let words = if point.is_undated() {
            strings.not_known().to_owned()
        } else {
            self.run_of_years(point)
        };
        let mask = point.unspecified.year;
        // The last digits alone: 0b0011 and none before them.
        if (mask + 1).is_power_of_two() {
            words
        } else {
            fill(strings.remark(), &[&words, &self.digits_of_pattern(point)])
        }
    }

    /// “1980s”, “sometime in 1900–1999”.
    fn run_of_years(&self, point: &Point) -> String {
        let sometime = || fill(self.strings.sometime(), &[&self.block(point)]);
        self.decade(point).unwrap_or_else(sometime)
    }

    /// “1980s”, for a decade that has a name: `198X`.
    pub(super) fn decade(&self, point: &Point) -> Option<String> {
        let words = || fill(self.strings.decade(), &[&self.digits_of(point.year)]);
        is_decade(point).then(words)
    }

    /// “1900–1999”.
    pub(super) fn block(&self, point: &Point) -> String {
        let (first, last) = point.years();
        self.years(first, last)
    }

    /// A date of which more than the year is known, or less than a digit of it.
    fn some_day(&self, point: &Point) -> String {
        let strings = self.strings;
        let Unspecified { year, month, day } = point.unspecified;
        match (year, month, day) {
            // A day of April 1985.
            (0, 0, Unspecified::WHOLE) => {
                let month = self.civil(as_written(point), Form::Month);
                fill(strings.sometime(), &[&month])
            }
            (0, ..) => self.between_days(point),
            // 25 December, 1560s; December, year not known.
            (_, 0, 0) => {
                let form = if point.day > 0 {
                    Form::Day
                } else {
                    Form::Month
                };
                let parts = self.parts(point.month, point.day.max(1), form);
                let day = pattern::written(&pattern::without_year(&parts), None);
                if point.is_undated() {
                    return fill(strings.year_not_known(), &[&day]);
                }
                fill(strings.both(), &[&day, &self.some_year(point)])
            }
            _ => {
                let years = self.some_year(point);
                fill(strings.remark(), &[&years, &written_digits(point)])
            }
        }
    }

    /// The months or days of a known year that a date can mean: “between October and
    /// December 1984”. Digits are written out where not all between them can be meant.
    fn between_days(&self, point: &Point) -> String {
        let Some((first, last)) = point.days() else {
            return self.strings.not_known().to_owned();
        };
        let Unspecified { month, day, .. } = point.unspecified;
        let is_day_known = point.day > 0 || day == 0b01;
        let form = if month == 0 { Form::Day } else { Form::Month };
        let words = self.between(first, last, form);
        let months: Vec<u8> = point.months().collect();
        let are_months_together = months
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a + 1 == *b));
        let says_all = match form {
            // Of `1X` and `3X` all; `X1` is the 1st, the 11th, the 21st and the 31st.
            Form::Day => day == 0b01,
            _ => are_months_together && !is_day_known,
        };
        if says_all {
            words
        } else {
            fill(self.strings.remark(), &[&words, &written_digits(point)])
        }
    }

    /// The digits of a year, with “?” for those that are not known.
    fn digits_of_pattern(&self, point: &Point) -> String {
        written_year(point, &|digit| self.intl.digits(digit))
    }
}

/// Whether it is a decade that has a name: `198X`.
fn is_decade(point: &Point) -> bool {
    point.unspecified.year == 0b0001 && point.year >= FIRST_PLAIN_YEAR
}

/// A year's digits, with “?” for those that are not known.
fn written_year(point: &Point, written: &dyn Fn(u64) -> String) -> String {
    let mut digits = String::from(if point.year < 0 { "−" } else { "" });
    let year = point.year.unsigned_abs();
    for (at, unit) in [1_000, 100, 10, 1].into_iter().enumerate() {
        match point.unspecified.year & 0b1000 >> at {
            0 => digits += &written(year / unit % 10),
            _ => digits += "?",
        }
    }
    digits
}

/// All digits as they are written, with “?” for those that are not known: “2004-??-12”.
fn written_digits(point: &Point) -> String {
    let Unspecified { month, day, .. } = point.unspecified;
    let parts = [
        (point.written().month, point.month, month),
        (point.written().day, point.day, day),
    ];
    let mut digits = written_year(point, &|digit| digit.to_string());
    for (is_written, number, unspecified) in parts {
        if is_written {
            digits += "-";
            for (digit, bit) in [(number / 10, 0b10), (number % 10, 0b01)] {
                match unspecified & bit {
                    0 => digits += &digit.to_string(),
                    _ => digits += "?",
                }
            }
        }
    }
    digits
}
