use super::{Counted, Form, Words, fill};
use crate::{
    article::{
        Instant,
        date::{Civil, Precision},
    },
    timeline::{Say, Step},
};

impl Words {
    /// What stands at a tick of a row that counts by `step`.
    #[must_use]
    pub fn tick(&self, step: Step, at: Instant, say: Say) -> String {
        let clock = || {
            let (hour, minute, _) = at.time();
            self.intl.clock(hour, minute)
        };
        let form = match (say, step) {
            (Say::Nothing, _) => return String::new(),
            (_, Step::Years(_)) | (Say::Larger, Step::Months(_)) => {
                return self.year(rounded(at.civil().year));
            }
            (Say::Short, Step::Seconds(_)) => return format!(":{:02}", at.time().2),
            (Say::Short, Step::Minutes(_) | Step::Hours(_)) | (Say::Larger, Step::Seconds(_)) => {
                return clock();
            }
            (Say::Full, Step::Seconds(_) | Step::Minutes(_) | Step::Hours(_)) => {
                let day = self.civil(at.civil(), Form::Day);
                return fill(self.strings.moment(), &[&day, &clock()]);
            }
            (Say::Short, Step::Days(_) | Step::Weeks) => Form::ShortDay,
            (Say::Short, Step::Months(_)) => Form::ShortMonth,
            (Say::Larger, Step::Minutes(_) | Step::Hours(_)) => Form::Day,
            (Say::Full, Step::Days(_) | Step::Weeks) => Form::Day,
            (Say::Larger, Step::Days(_) | Step::Weeks) | (Say::Full, Step::Months(_)) => {
                Form::Month
            }
        };
        self.civil(at.civil(), form)
    }

    /// The time from one instant to another, the second not included, as exactly as
    /// its length calls for: “2021–2023”, “February – March 2023”.
    #[must_use]
    pub fn period(&self, from: Instant, to: Instant) -> String {
        let mut last = self.period.borrow_mut();
        match &*last {
            Some((start, end, words)) if (*start, *end) == (from, to) => words.clone(),
            _ => {
                let words = self.written(from, to);
                *last = Some((from, to, words.clone()));
                words
            }
        }
    }

    fn written(&self, from: Instant, to: Instant) -> String {
        let length = to.0.saturating_sub(from.0);
        let last = Instant(to.0.saturating_sub(1).max(from.0));
        let form = match length / Instant::DAY {
            0 => return self.hours(from, last),
            1..=90 => Form::Day,
            91..=1500 => Form::Month,
            _ => Form::Year,
        };
        let [from, last] = [from, last].map(|at| {
            let civil = at.civil();
            Civil {
                year: rounded(civil.year),
                ..civil
            }
        });
        self.civil_range(from, last, form)
    }

    /// A time of less than a day: “20 March 2023, 14:05–16:00”.
    fn hours(&self, from: Instant, to: Instant) -> String {
        let strings = self.strings;
        let clock = |at: Instant| {
            let (hour, minute, _) = at.time();
            self.intl.clock(hour, minute)
        };
        let moment = |at: Instant, clock: &str| {
            let day = self.civil(at.civil(), Form::Day);
            fill(strings.moment(), &[&day, clock])
        };
        if from.civil() == to.civil() {
            return moment(from, &self.joined(&clock(from), &clock(to)));
        }
        let ends = (moment(from, &clock(from)), moment(to, &clock(to)));
        fill(strings.range(), &[&ends.0, &ends.1])
    }

    /// What a cluster of events stands for, from the anchor of its first to that of its last,
    /// as exactly as the first is dated: “4 events, March 2023”, “4 events, 21 January 2002”.
    #[must_use]
    pub fn cluster(&self, count: u32, from: Instant, to: Instant, unit: Precision) -> String {
        let count = self.count(Counted::Events, count as usize);
        let is_timed = unit > Precision::Day;
        let period = match unit {
            _ if is_timed && from.0 / 60 == to.0 / 60 => {
                let (hour, minute, _) = from.time();
                let day = self.civil(from.civil(), Form::Day);
                fill(
                    self.strings.moment(),
                    &[&day, &self.intl.clock(hour, minute)],
                )
            }
            _ if is_timed && from.civil() == to.civil() => self.hours(from, to),
            _ => {
                let days = to.0.saturating_sub(from.0) / Instant::DAY;
                let form = match (unit, days) {
                    (Precision::Years(_) | Precision::Year, _) | (_, 1_501..) => Form::Year,
                    (Precision::Month, _) | (_, 91..) => Form::Month,
                    _ => Form::Day,
                };
                self.civil_range(from.civil(), to.civil(), form)
            }
        };
        fill(self.strings.both(), &[&count, &period])
    }
}

/// A year far away with the digits that tell it from others on an axis: four.
fn rounded(year: i64) -> i64 {
    match Step::readable(year) {
        Step::Years(of) if of > 1 => (year.saturating_add(of / 2))
            .div_euclid(of)
            .saturating_mul(of),
        _ => year,
    }
}
