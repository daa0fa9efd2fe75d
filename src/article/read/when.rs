use super::{
    fields::Fields,
    item::{Found, Item, Told},
    weekday,
};
use crate::article::{Basis, Date, Mistake, Value, When, date::Calendar};

impl Fields<'_> {
    /// When an event or an era was: a date alone, or an object that says more of it.
    pub(super) fn when(&mut self, name: &'static str) -> When {
        let mut field = self.field(name);
        if !matches!(field.value, Value::Object(_)) {
            return When {
                date: self.required_date(name),
                text: None,
                basis: Basis::Stated,
            };
        }
        let when = field.object(when);
        self.lost |= when.is_none();
        when.unwrap_or(When {
            date: Date::UNDATED,
            text: None,
            basis: Basis::Stated,
        })
    }

    /// As [`Fields::when`], of a field that may be missing.
    pub(super) fn perhaps_when(&mut self, name: &'static str) -> Option<When> {
        let mut field = self.given(name)?;
        if let Value::Object(_) = field.value {
            return field.object(when);
        }
        let date = date(&mut field).ok().flatten()?;
        Some(When {
            date,
            text: None,
            basis: Basis::Stated,
        })
    }

    /// A date.
    pub(super) fn date(&mut self, name: &'static str) -> Option<Date> {
        self.found(name, date).ok().flatten()
    }

    /// A date without which the object is left out.
    pub(super) fn required_date(&mut self, name: &'static str) -> Date {
        self.required(name, date).unwrap_or(Date::UNDATED)
    }

    /// On what a date rests.
    fn basis(&mut self) -> Basis {
        let (from, note) = (self.text("from"), self.text("note"));
        let word = self.found("basis", |field| field.text());
        let basis = match word.as_ref().map(Option::as_deref) {
            Ok(None | Some("stated")) => Basis::Stated,
            Ok(Some("inferred")) => Basis::Inferred { from: from.clone() },
            Ok(Some("editor")) => Basis::Editor { note: note.clone() },
            // A date must not pass for stated when it may not be.
            Ok(Some(_)) => {
                self.field("basis").tell(Mistake::UnknownBasis);
                self.lost = true;
                return Basis::Stated;
            }
            Err(Told) => {
                self.lost = true;
                return Basis::Stated;
            }
        };
        match (&basis, from) {
            (Basis::Inferred { .. }, None) => {
                let mistake = Mistake::InferredWithoutFrom;
                self.field("from").tell_missing(mistake, &[]);
            }
            (Basis::Stated | Basis::Editor { .. }, Some(_)) => {
                self.field("from").tell(Mistake::StrayFrom);
            }
            _ => {}
        }
        match (&basis, note) {
            (Basis::Editor { .. }, None) => {
                let mistake = Mistake::EditorWithoutNote;
                self.field("note").tell_missing(mistake, &[]);
            }
            (Basis::Stated | Basis::Inferred { .. }, Some(_)) => {
                self.field("note").tell(Mistake::StrayNote);
            }
            _ => {}
        }
        basis
    }

    /// Warns when the article's words name a weekday on which the date does not fall.
    fn weekday(&mut self, text: &str, date: &Date) {
        let Some((first, last)) = date.days() else {
            return;
        };
        let count = last.to_days() - first.to_days() + 1;
        if count > 6 || date.is_approximate() || date.is_uncertain() {
            return;
        }
        // Monday counts as 0 here.
        let first = first.weekday() - 1;
        let mut fell = 0;
        for day in first..first + count as u8 {
            fell |= 1 << (day % 7);
        }
        if let Some(said) = weekday::named(&self.reader().language, text, fell) {
            let (said, first) = (said.to_string(), first.to_string());
            let mut field = self.field("text");
            if count == 1 {
                field.tell_with(Mistake::WrongWeekday, &[&said, &first]);
            } else {
                field.tell_with(Mistake::WrongWeekdays, &[&said]);
            }
        }
    }
}

/// A date, with the article's words for it and what it rests on.
fn when(fields: &mut Fields<'_>) -> When {
    let calendar = calendar(&mut fields.field("calendar"));
    let value = fields.required("value", |value| written(value, calendar?));
    let when = When {
        date: value.unwrap_or(Date::UNDATED),
        text: fields.text("text"),
        basis: fields.basis(),
    };
    if let (Some(text), false) = (&when.text, fields.lost) {
        fields.weekday(text, &when.date);
    }
    when
}

/// A date alone: its value, or an object that holds it.
fn date(item: &mut Item<'_>) -> Found<Date> {
    match item.value {
        Value::Object(_) if !item.value.member("value").is_null() => {
            let calendar = calendar(&mut item.member("calendar"))?;
            written(&mut item.member("value"), calendar)
        }
        _ => written(item, Calendar::Gregorian),
    }
}

/// A date's value.
fn written(item: &mut Item<'_>, calendar: Calendar) -> Found<Date> {
    match item.value {
        Value::Null => Ok(None),
        Value::String(text) => {
            let date = Date::parse_in(text, calendar);
            date.map(Some).map_err(|error| {
                let words: Vec<&str> = error.arguments.iter().map(String::as_str).collect();
                item.tell_with(error.mistake, &words)
            })
        }
        _ => Err(item.tell_type(Mistake::NotDate)),
    }
}

/// The calendar of a date. One that is unknown would put the date in a wrong place.
fn calendar(item: &mut Item<'_>) -> Result<Calendar, Told> {
    if item.value.is_null() {
        return Ok(Calendar::Gregorian);
    }
    Calendar::named(item.string()?).ok_or_else(|| item.tell(Mistake::UnknownCalendar))
}
