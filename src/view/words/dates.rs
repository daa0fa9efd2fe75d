use super::{Form, Words, fill};
use crate::article::pieces::position;
use crate::article::{
    Basis, Date, Event, Instant, When,
    date::{Civil, Edge, Point, Precision, Shape},
};

/// The last whole year of which JavaScript has dates (ECMA-262, 21.4.1.1 Time Values).
const LAST_YEAR: i64 = 275_759;

impl Words {
    /// When something happened, how exactly it is known and on what it rests:
    /// “about September 2022”, “Monday (20 March 2023, worked out from the publication
    /// date)”.
    ///
    /// What the article states needs no remark; its own wording is given only where the
    /// date had to be worked out or supplied.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        let date = self.date(&when.date);
        let strings = self.strings;
        let remark = match &when.basis {
            Basis::Stated => return date,
            Basis::Inferred { from: Some(from) } => fill(strings.worked_out_from(), &[from]),
            Basis::Inferred { from: None } => strings.worked_out().to_owned(),
            Basis::Editor { note: Some(note) } => fill(strings.by_editor_note(), &[note]),
            Basis::Editor { note: None } => strings.by_editor().to_owned(),
        };
        match &when.text {
            Some(text) => fill(
                strings.meaning(),
                &[text, &fill(strings.both(), &[&date, &remark])],
            ),
            None => fill(strings.remark(), &[&date, &remark]),
        }
    }

    /// When an event was, how exactly that is known, and its title.
    #[must_use]
    pub fn event(&self, event: &Event) -> String {
        fill(
            self.strings.both(),
            &[&self.when(&event.when), &event.title],
        )
    }

    /// A date in words, without what it rests on: “20–22 March 2023”, “since February 2021”.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        let strings = self.strings;
        match date.shape {
            Shape::Single(point) => self.point(&point),
            Shape::Range(Edge::At(from), Edge::At(to)) => self.range(&from, &to),
            Shape::Range(Edge::At(from), Edge::Open) => {
                fill(strings.since(), &[&self.point(&from)])
            }
            Shape::Range(Edge::Open, Edge::At(to)) => fill(strings.until(), &[&self.point(&to)]),
            Shape::Range(Edge::At(from), Edge::Unknown) => {
                fill(strings.end_unknown(), &[&self.point(&from)])
            }
            Shape::Range(Edge::Unknown, Edge::At(to)) => {
                fill(strings.start_unknown(), &[&self.point(&to)])
            }
            Shape::Range(..) => strings.undated().to_owned(),
        }
    }

    /// The year that heads an event's part of the list.
    #[must_use]
    pub fn year(&self, year: i64) -> String {
        self.far(year)
            .unwrap_or_else(|| self.dated(start_of(year), Form::Year))
    }

    /// The platform's date, with the name that this interface has for the time before
    /// our era.
    fn dated(&self, at: Instant, form: Form) -> String {
        let text = self.intl.date(at, form);
        let given = self.strings.era_platform();
        let place = position(&text, given).filter(|_| !given.is_empty() && at.0 < start_of(1).0);
        let parts = place.and_then(|at| Some((text.get(..at)?, text.get(at + given.len()..)?)));
        match parts {
            Some((before, after)) => [before, self.strings.era_ours(), after].concat(),
            None => text,
        }
    }

    fn point(&self, point: &Point) -> String {
        let strings = self.strings;
        let plain = self.plain(point);
        let plain = if point.approximate {
            fill(strings.about(), &[&plain])
        } else {
            plain
        };
        if point.uncertain {
            fill(strings.perhaps(), &[&plain])
        } else {
            plain
        }
    }

    /// The point without its doubts.
    fn plain(&self, point: &Point) -> String {
        if let Some(far) = self.far(point.year) {
            return far;
        }
        let at = point.earliest();
        match form(point.precision) {
            Some(form) => self.dated(at, form),
            None => match point.precision {
                Precision::Season => {
                    let (year, strings) = (self.year(point.year), self.strings);
                    // ISO 8601-2, 4.8 Division of a year.
                    match point.month {
                        21 => fill(strings.seasons_spring(), &[&year]),
                        22 => fill(strings.seasons_summer(), &[&year]),
                        23 => fill(strings.seasons_autumn(), &[&year]),
                        24 => fill(strings.seasons_winter(), &[&year]),
                        _ => year,
                    }
                }
                Precision::Years(years) if years > 1 => {
                    let last = point.year.saturating_add(years - 1);
                    match self.far(last) {
                        None => self.intl.range(at, start_of(last), Form::Year),
                        Some(last) => fill(self.strings.range(), &[&self.year(point.year), &last]),
                    }
                }
                _ => self.year(point.year),
            },
        }
    }

    fn range(&self, from: &Point, to: &Point) -> String {
        let doubtful = |point: &Point| point.approximate || point.uncertain;
        let alike = from.precision == to.precision && !doubtful(from) && !doubtful(to);
        let near = self.far(from.year).is_none() && self.far(to.year).is_none();
        match form(from.precision) {
            Some(form) if alike && near => self.intl.range(from.earliest(), to.earliest(), form),
            _ => fill(self.strings.range(), &[&self.point(from), &self.point(to)]),
        }
    }

    /// Words for a year that calendars have no use for: “10,000 BCE”, “65 million years
    /// ago”; `None` for an ordinary one. A year before 100,000 BCE is given as years ago,
    /// where the two thousand years of our era are less than a rounding.
    fn far(&self, year: i64) -> Option<String> {
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
            return Some(fill(strings.bce(), &[&number(ago.saturating_add(1))]));
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

/// How a date of this precision is written; `None` where the platform has no form for it.
fn form(precision: Precision) -> Option<Form> {
    match precision {
        Precision::Year => Some(Form::Year),
        Precision::Month => Some(Form::Month),
        Precision::Day => Some(Form::Day),
        Precision::Minute | Precision::Second => Some(Form::Minute),
        Precision::Season | Precision::Years(_) => None,
    }
}

fn start_of(year: i64) -> Instant {
    Instant::from_civil(Civil {
        year,
        month: 1,
        day: 1,
    })
}
