//! Days of the Gregorian calendar, and from one to another.

use std::rc::Rc;

use super::{
    DatePart, Form, PartKind, Words, fill, pattern,
    points::{as_written, form, is_simple},
    template::fill_cased,
};
use crate::article::date::{Civil, Point, Precision};

impl Words {
    /// A day, or its month or year.
    pub(super) fn civil(&self, day: Civil, form: Form) -> String {
        let is_tick = matches!(form, Form::ShortMonth | Form::ShortDay);
        match self.far(day.year) {
            _ if form == Form::Year => self.year(day.year),
            Some(far) if !is_tick => far,
            _ => self.in_year(&self.parts(day.month, day.day, form), day.year),
        }
    }

    /// From one day to another, both included, with what they share said once.
    pub(super) fn civil_range(&self, from: Civil, to: Civil, form: Form) -> String {
        if is_same(from, to, form) {
            return self.civil(from, form);
        }
        if form == Form::Year {
            return self.years(from.year, to.year);
        }
        let is_in_month = (from.year, from.month) == (to.year, to.month);
        if is_in_month && self.far(from.year).is_none() {
            // 20–22 March 2023.
            let parts = self.parts(to.month, to.day, form);
            let days = self.joined(&self.number_of(from, &parts), &self.number_of(to, &[]));
            return self.in_year(&pattern::with(&parts, PartKind::Day, &days), to.year);
        }
        let (start, end) = self.ends(from, to, form);
        fill(self.strings.range(), &[&start, &end])
    }

    /// “between 6 and 27 April 1991”.
    pub(super) fn between(&self, from: Civil, to: Civil, form: Form) -> String {
        if is_same(from, to, form) {
            return self.civil(from, form);
        }
        let (mut start, end) = self.ends(from, to, form);
        let parts = self.parts(from.month, from.day, form);
        let is_day_first = parts.first().is_some_and(|part| part.kind == PartKind::Day);
        let is_in_month = (from.year, from.month) == (to.year, to.month);
        if is_day_first && is_in_month && self.far(from.year).is_none() {
            start = self.number_of(from, &parts);
        }
        fill_cased(self.strings.between(), &mut |at, case| {
            let words = if at == 0 { &start } else { &end };
            match self.variant(form, case) {
                Some(sentence) => fill(sentence, &[words]),
                None => words.clone(),
            }
        })
    }

    /// Both ends of a range; a year that they share is said once.
    fn ends(&self, from: Civil, to: Civil, form: Form) -> (String, String) {
        let (mut start, mut end) = (self.civil(from, form), self.civil(to, form));
        if form != Form::Year && from.year == to.year && self.far(from.year).is_none() {
            let short = |day: Civil| {
                let parts = self.parts(day.month, day.day, form);
                pattern::written(&pattern::without_year(&parts), None)
            };
            if pattern::is_year_first(&self.parts(to.month, to.day, form)) {
                end = short(to);
            } else {
                start = short(from);
            }
        }
        (start, end)
    }

    /// A day's number, with the dot that it has in a date of these `parts`.
    fn number_of(&self, day: Civil, parts: &[DatePart]) -> String {
        let own = self.parts(day.month, day.day, Form::Day);
        let number = pattern::part(&own, PartKind::Day).unwrap_or_default();
        number.to_owned() + pattern::ordinal(parts, PartKind::Day)
    }

    /// A date in this year.
    fn in_year(&self, parts: &[DatePart], year: i64) -> String {
        let year = self.in_era(self.digits_of(year), year);
        pattern::written(parts, Some(&year))
    }

    /// From one date to another, both included: it lasted.
    pub(super) fn range(&self, from: &Point, to: &Point) -> String {
        if from.precision == to.precision && is_simple(from) && is_simple(to) {
            let days = (as_written(from), as_written(to));
            if from.precision <= Precision::Day {
                return self.civil_range(days.0, days.1, form(from));
            }
            let has_end_of_day = from.time.0 == 24 || to.time.0 == 24;
            if days.0 == days.1 && from.zone == to.zone && !has_end_of_day {
                // 20 March 2023, 14:05–16:00.
                let day = self.civil(days.0, Form::Day);
                let clock = |point: &Point| self.intl.clock(point.time.0, point.time.1);
                let clocks = self.joined(&clock(from), &clock(to));
                let words = fill(self.strings.moment(), &[&day, &clocks]);
                return self.in_zone(words, from.zone);
            }
        }
        let ends = (self.point(from), self.point(to));
        fill(self.strings.range(), &[&ends.0, &ends.1])
    }

    /// One day, month or year of those from one date to another.
    pub(super) fn between_points(&self, from: &Point, to: &Point) -> String {
        let is_alike = from.precision == to.precision && from.precision <= Precision::Day;
        if is_alike && is_simple(from) && is_simple(to) {
            return self.between(as_written(from), as_written(to), form(from));
        }
        fill_cased(self.strings.between(), &mut |at, case| {
            let point = if at == 0 { from } else { to };
            let words = self.in_case(point, case);
            words.unwrap_or_else(|| self.point(point))
        })
    }

    /// Two numbers of a range: “20–22”.
    pub(super) fn joined(&self, first: &str, last: &str) -> String {
        fill(self.strings.span(), &[first, last])
    }

    /// A date's parts in the language's order. There are some hundreds, and an axis asks
    /// for the same ones again and again.
    pub(super) fn parts(&self, month: u8, day: u8, form: Form) -> Rc<[DatePart]> {
        let mut known = self.known.borrow_mut();
        let key = (form, month, day);
        let place = known.binary_search_by_key(&key, |(key, _)| *key);
        if let Ok(at) = place
            && let Some((_, parts)) = known.get(at)
        {
            return Rc::clone(parts);
        }
        let parts: Rc<[DatePart]> = self.intl.date(month, day, form).into();
        let (Ok(at) | Err(at)) = place;
        known.insert(at, (key, Rc::clone(&parts)));
        parts
    }
}

fn is_same(from: Civil, to: Civil, form: Form) -> bool {
    let is_year = from.year == to.year;
    match form {
        Form::Year => is_year,
        Form::Month | Form::ShortMonth => is_year && from.month == to.month,
        Form::Day | Form::ShortDay => from == to,
    }
}
