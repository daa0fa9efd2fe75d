use super::{cursor::Cursor, desk::Desk, weekday};
use crate::article::{
    Basis, Date, Value, When,
    date::{Edge, Shape},
    problem::shorten,
};

/// Seconds in a day.
const DAY: i64 = 86_400;

impl Desk<'_> {
    /// When an event or an era (`what`) was.
    pub(super) fn when(&mut self, at: &Cursor<'_, '_>, what: &str) -> Option<When> {
        let Some(at) = at.get("date") else {
            self.missing(at, "date", what);
            return None;
        };
        if let Value::String(_) = at.value {
            return Some(When {
                date: self.date(&at)?,
                text: None,
                basis: Basis::Stated,
            });
        }
        if !matches!(at.value, Value::Object(_)) {
            self.mistyped(&at, "a date in quotation marks");
            return None;
        }
        self.object(&at, &["value", "text", "basis", "from", "note"]);
        let date = match at.get("value") {
            Some(value) => self.date(&value),
            None => {
                self.missing(&at, "value", "The date");
                None
            }
        };
        let text = self.optional(&at, "text");
        let basis = self.basis(&at);
        let (date, basis) = (date?, basis?);
        if let (Some(text), Some(place)) = (&text, at.get("text")) {
            self.weekday(&place, text, &date);
        }
        Some(When { date, text, basis })
    }

    /// A date alone: its value, or an object that holds it.
    pub(super) fn date(&mut self, at: &Cursor<'_, '_>) -> Option<Date> {
        if let (Value::Object(_), Some(value)) = (at.value, at.get("value")) {
            return self.date(&value);
        }
        let Value::String(text) = at.value else {
            self.mistyped(at, "a date in quotation marks");
            return None;
        };
        let error = match Date::parse(text) {
            Ok(date) => return Some(date),
            Err(error) => error,
        };
        // The error repeats the text, which may be endless or upset a terminal.
        let short = shorten(text);
        if short == *text {
            self.notes
                .error(at, error.kind, &[&error.message], &[&error.fix]);
        } else {
            let message = ["“", &short, "” is not a date."];
            let fix = ["Write a date such as 2022-02-24, 2022-02 or 2022."];
            self.notes.error(at, error.kind, &message, &fix);
        }
        None
    }

    fn basis(&mut self, at: &Cursor<'_, '_>) -> Option<Basis> {
        let from = self.optional(at, "from");
        let note = self.optional(at, "note");
        let basis = match self.optional(at, "basis").as_deref() {
            Some("inferred") => {
                if from.is_none() {
                    let message = ["The date was worked out, but nothing says from what."];
                    let fix = ["Add “from”, such as “the publication date”."];
                    self.notes
                        .warning(&at.gap("from"), "inferred-without-from", &message, &fix);
                }
                Basis::Inferred { from: from.clone() }
            }
            Some("editor") => {
                if note.is_none() {
                    let message = ["The editor supplied the date, but nothing says where from."];
                    let fix = ["Add “note”, such as “public record”."];
                    self.notes
                        .warning(&at.gap("note"), "editor-without-note", &message, &fix);
                }
                Basis::Editor { note: note.clone() }
            }
            Some("stated") => Basis::Stated,
            None if at.get("basis").is_none() => Basis::Stated,
            other => {
                // A date must not pass for stated when it may not be.
                let place = at.get("basis")?;
                if let (Some(other), Value::String(_)) = (other, place.value) {
                    let message = [
                        "“",
                        &shorten(other),
                        "” is no basis of a date; what it dates is left out.",
                    ];
                    let fix = ["Write “stated”, “inferred” or “editor”."];
                    self.notes.error(&place, "unknown-basis", &message, &fix);
                }
                return None;
            }
        };
        for (key, said, used, with) in [
            (
                "from",
                from,
                matches!(basis, Basis::Inferred { .. }),
                "inferred",
            ),
            (
                "note",
                note,
                matches!(basis, Basis::Editor { .. }),
                "editor",
            ),
        ] {
            if let (Some(_), false, Some(place)) = (said, used, at.get(key)) {
                let message = ["“", key, "” is only shown with the basis “", with, "”."];
                let fix = ["Add “basis”: “", with, "”, or delete “", key, "”."];
                self.notes.warning(&place, "stray-field", &message, &fix);
            }
        }
        Some(basis)
    }

    /// Warns when the article's words name a weekday on which the date does not fall.
    fn weekday(&mut self, at: &Cursor<'_, '_>, text: &str, date: &Date) {
        let (Some(first), Some(end)) = (date.earliest, date.end) else {
            return;
        };
        let (first, last) = (
            first.0.div_euclid(DAY),
            end.0.saturating_sub(1).div_euclid(DAY),
        );
        if last - first >= 6 || is_vague(&date.shape) {
            return;
        }
        // 1 January 1970 was a Thursday; Monday counts as 0.
        let fell =
            |weekday: usize| (first..=last).any(|day| (day + 3).rem_euclid(7) == weekday as i64);
        for named in weekday::named(&self.language, text) {
            if !fell(named) {
                let is = weekday::ENGLISH
                    .get((first + 3).rem_euclid(7) as usize)
                    .copied()
                    .unwrap_or_default();
                let said = weekday::ENGLISH.get(named).copied().unwrap_or_default();
                let message: &[&str] = if first == last {
                    &[
                        "The article's words name a ",
                        said,
                        ", but this date is a ",
                        is,
                        ".",
                    ]
                } else {
                    &[
                        "The article's words name a ",
                        said,
                        ", on which no day of this date falls.",
                    ]
                };
                let fix = ["Look in a calendar, then mend “value” or “text”."];
                self.notes.warning(at, "wrong-weekday", message, &fix);
                return;
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
