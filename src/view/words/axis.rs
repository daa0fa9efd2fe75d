use super::{Counted, Form, Words, fill};
use crate::{
    article::Instant,
    timeline::{Mark, Step},
};

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
            Step::Minutes(_) | Step::Hours(_) => {
                let (hour, minute, _) = at.time();
                return self.intl.clock(hour, minute);
            }
            Step::Days(_) | Step::Weeks => day,
            Step::Months(_) => month,
            Step::Years(_) => Form::Year,
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
        self.civil_range(from.civil(), last.civil(), form)
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

    /// What a cluster stands for: “4 events, March 2023”.
    #[must_use]
    pub fn cluster(&self, mark: &Mark) -> String {
        let count = self.count(Counted::Events, mark.count as usize);
        let period = self.period(
            mark.from,
            Instant(
                mark.to
                    .0
                    .saturating_add(1)
                    .max(mark.from.0.saturating_add(Instant::DAY)),
            ),
        );
        fill(self.strings.both(), &[&count, &period])
    }
}
