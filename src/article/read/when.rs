use super::{cursor::Cursor, desk::Desk, weekday};
use crate::article::{
    Basis, Date, Mistake, Value, When,
    date::{Edge, Shape},
};

/// Seconds in a day.
const DAY: i64 = 86_400;

impl<'v> Desk<'v> {
    /// When an event or an era was.
    #[inline(never)]
    pub(super) fn when(&mut self, at: &Cursor<'v, '_>) -> When {
        let place = at.get("date");
        let object = matches!(place.value, Value::Object(_));
        let outer = object.then(|| self.open(&place, "value text basis from note"));
        let Some(outer) = outer.flatten() else {
            return When {
                date: self.required_date(at, "date"),
                text: None,
                basis: Basis::Stated,
            };
        };
        let when = When {
            date: self.required_date(&place, "value"),
            text: self.optional(&place, "text"),
            basis: self.basis(&place),
        };
        if let (Some(text), false) = (&when.text, self.lost) {
            self.weekday(&place.get("text"), text, &when.date);
        }
        self.lost |= outer;
        when
    }

    /// The date that a member is, without which what it belongs to is lost.
    pub(super) fn required_date(&mut self, at: &Cursor<'v, '_>, key: &'static str) -> Date {
        let place = at.get(key);
        if place.is_missing() {
            self.missing(at, key);
        }
        self.date(&place).unwrap_or_else(|| {
            self.lost = true;
            Date {
                shape: Shape::Range(Edge::Unknown, Edge::Unknown),
                earliest: None,
                end: None,
            }
        })
    }

    /// A date alone: its value, or an object that holds it.
    #[inline(never)]
    pub(super) fn date(&mut self, at: &Cursor<'v, '_>) -> Option<Date> {
        match at.value {
            Value::Null => return None,
            Value::Object(_) if !at.get("value").is_missing() => {
                return self.date(&at.get("value"));
            }
            Value::String(text) => match Date::parse(text) {
                Ok(date) => return Some(date),
                Err(error) => self.notes.keep(at, error.mistake, error.arguments),
            },
            _ => self.mistyped(at, Mistake::NotDate),
        }
        None
    }

    fn basis(&mut self, at: &Cursor<'v, '_>) -> Basis {
        let from = self.optional(at, "from");
        let note = self.optional(at, "note");
        let told = self.notes.errors;
        let word = self.optional(at, "basis");
        let mut stray = [from.is_some(), note.is_some()];
        let basis = match word.as_deref() {
            Some("inferred") => {
                if from.is_none() {
                    self.tell(&at.gap("from"), Mistake::InferredWithoutFrom);
                }
                stray[0] = false;
                Basis::Inferred { from }
            }
            Some("editor") => {
                if note.is_none() {
                    self.tell(&at.gap("note"), Mistake::EditorWithoutNote);
                }
                stray[1] = false;
                Basis::Editor { note }
            }
            Some("stated") => Basis::Stated,
            None if self.notes.errors == told => Basis::Stated,
            other => {
                // A date must not pass for stated when it may not be.
                self.lost = true;
                if other.is_some() {
                    self.tell(&at.get("basis"), Mistake::UnknownBasis);
                }
                return Basis::Stated;
            }
        };
        if stray[0] {
            self.tell(&at.get("from"), Mistake::StrayFrom);
        }
        if stray[1] {
            self.tell(&at.get("note"), Mistake::StrayNote);
        }
        basis
    }

    /// Warns when the article's words name a weekday on which the date does not fall.
    fn weekday(&mut self, at: &Cursor<'v, '_>, text: &str, date: &Date) {
        let (Some(first), Some(end)) = (date.earliest, date.end) else {
            return;
        };
        let first = first.0.div_euclid(DAY);
        let last = end.0.saturating_sub(1).div_euclid(DAY);
        if last - first >= 6 || is_vague(&date.shape) {
            return;
        }
        // 1 January 1970 was a Thursday; Monday counts as 0.
        let day = |at: i64| (at + 3).rem_euclid(7) as usize;
        let mut fell = 0;
        for at in first..=last {
            fell |= 1 << day(at);
        }
        if let Some(said) = weekday::named(&self.language, text, fell) {
            if first == last {
                let words = [weekday::name(said), weekday::name(day(first))];
                self.notes.tell(at, Mistake::WrongWeekday, &words);
            } else {
                let words = [weekday::name(said)];
                self.notes.tell(at, Mistake::WrongWeekdays, &words);
            }
        }
    }
}

/// Whether a date claims no exact days.
fn is_vague(shape: &Shape) -> bool {
    let vague = |edge: &Edge| match edge {
        Edge::At(point) => point.approximate || point.uncertain,
        Edge::Open | Edge::Unknown => true,
    };
    match shape {
        Shape::Single(point) => vague(&Edge::At(*point)),
        Shape::Range(from, to) => vague(from) || vague(to),
    }
}
