use super::{Counted, Form, Words, fill};
use crate::{
    article::Instant,
    timeline::{Mark, Step},
};

const DAY: i64 = 86_400;

impl Words {
    /// What stands at a tick of the minor row.
    #[must_use]
    pub fn minor(&self, step: Step, at: Instant) -> String {
        self.tick(step, at, Form::ShortMonth, Form::ShortDay)
    }

    /// What stands at a tick of the major row, under which the minor ones need not
    /// say it again.
    #[must_use]
    pub fn major(&self, step: Step, at: Instant) -> String {
        self.tick(step, at, Form::Month, Form::Day)
    }

    fn tick(&self, step: Step, at: Instant, month: Form, day: Form) -> String {
        let form = match step {
            Step::Minutes(_) | Step::Hours(_) => Form::Clock,
            Step::Days(_) | Step::Weeks => day,
            Step::Months(_) => month,
            Step::Years(_) => return self.year(at.civil().year),
        };
        if is_far(at) {
            self.year(at.civil().year)
        } else {
            self.intl.date(at, form)
        }
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
        let form = match length.checked_div(DAY) {
            Some(0) => Form::Minute,
            Some(..=90) => Form::Day,
            Some(..=1500) => Form::Month,
            _ => Form::Year,
        };
        if is_far(from) || is_far(last) {
            let (from, to) = (self.year(from.civil().year), self.year(last.civil().year));
            return if from == to {
                from
            } else {
                fill(self.strings.range(), &[&from, &to])
            };
        }
        self.intl.range(from, last, form)
    }

    /// What a cluster stands for: “4 events, March 2023”.
    #[must_use]
    pub fn cluster(&self, mark: &Mark) -> String {
        let count = self.count(Counted::Events, mark.count as usize);
        let period = self.period(
            mark.from,
            Instant(mark.to.0.saturating_add(1).max(mark.from.0 + DAY)),
        );
        fill(self.strings.both(), &[&count, &period])
    }
}

/// Beyond what platforms have dates for.
fn is_far(at: Instant) -> bool {
    !(-9_998..=275_000).contains(&at.civil().year)
}
