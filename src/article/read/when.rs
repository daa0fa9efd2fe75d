use super::{
    desk::Desk,
    fields::{Fields, member},
    weekday,
};
use crate::article::{Basis, Date, Mistake, Value, When, date::Calendar};

impl Fields<'_, '_> {
    /// The next member, when an event or an era was.
    pub(super) fn when(&mut self) -> When {
        if let Value::Object(_) = member(self.object, "date") {
            let mut fields = self.part("value text from note basis calendar");
            let when = When {
                date: fields.date(),
                text: fields.text_if_any(),
                basis: fields.basis(),
            };
            if let (Some(text), false) = (&when.text, fields.lost) {
                fields.weekday(text, &when.date);
            }
            let lost = fields.lost;
            self.lost |= lost;
            return when;
        }
        When {
            date: self.date(),
            text: None,
            basis: Basis::Stated,
        }
    }

    /// The next member, a date without which the object is lost.
    pub(super) fn date(&mut self) -> Date {
        let told = self.desk.notes.errors;
        let mut date = None;
        self.date_if_any(&mut date);
        date.unwrap_or_else(|| {
            self.demanded(None, told);
            Date::UNDATED
        })
    }

    /// The next member, a date.
    pub(super) fn date_if_any(&mut self, into: &mut Option<Date>) {
        let at = self.next();
        // An object that holds the value says in which calendar that is.
        let calendar = match self.key {
            "value" => member(self.object, "calendar"),
            _ => &Value::Null,
        };
        *into = self.desk.date(at, calendar);
    }

    /// The next three members, on what a date rests.
    fn basis(&mut self) -> Basis {
        let (from, note) = (self.text_if_any(), self.text_if_any());
        let told = self.desk.notes.errors;
        let word = self.text_if_any();
        let word = word.as_deref();
        let inferred = word == Some("inferred");
        let editor = word == Some("editor");
        let stated = word == Some("stated") || word.is_none() && self.desk.notes.errors == told;
        if !inferred && !editor && !stated {
            // A date must not pass for stated when it may not be.
            self.lost = true;
            if word.is_some() {
                self.tell(Mistake::UnknownBasis);
            }
            return Basis::Stated;
        }
        if inferred != from.is_some() {
            let mistake = if inferred {
                Mistake::InferredWithoutFrom
            } else {
                Mistake::StrayFrom
            };
            self.desk.notes.tell(self.object, "from", mistake, "");
        }
        if editor != note.is_some() {
            let mistake = if editor {
                Mistake::EditorWithoutNote
            } else {
                Mistake::StrayNote
            };
            self.desk.notes.tell(self.object, "note", mistake, "");
        }
        match (inferred, editor) {
            (true, _) => Basis::Inferred { from },
            (_, true) => Basis::Editor { note },
            _ => Basis::Stated,
        }
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
        if let Some(said) = weekday::named(&self.desk.language, text, fell) {
            let digit = |day: u8| char::from(b'0' + day);
            let mut words = String::from(digit(said));
            let mut mistake = Mistake::WrongWeekdays;
            if count == 1 {
                words.push('\n');
                words.push(digit(first));
                mistake = Mistake::WrongWeekday;
            }
            self.desk.notes.tell(self.object, "text", mistake, &words);
        }
    }
}

impl<'v> Desk<'v> {
    /// A date alone: its value, or an object that holds it.
    fn date(&mut self, at: &'v Value, calendar: &'v Value) -> Option<Date> {
        match (at, member(at, "value")) {
            (Value::Null, _) => {}
            (Value::String(text), _) => {
                let calendar = self.calendar(calendar)?;
                match Date::parse_in(text, calendar) {
                    Ok(date) => return Some(date),
                    Err(error) => self.notes.tell(at, "", error.mistake, &error.arguments),
                }
            }
            (_, Value::Null) => self.mistyped(at, Mistake::NotDate),
            (_, value) => return self.date(value, member(at, "calendar")),
        }
        None
    }

    /// The calendar of a date. One that is unknown would put the date in a wrong place.
    fn calendar(&mut self, at: &'v Value) -> Option<Calendar> {
        if at.is_null() {
            return Some(Calendar::Gregorian);
        }
        let calendar = Calendar::named(self.string(at)?);
        if calendar.is_none() {
            self.tell(at, Mistake::UnknownCalendar);
        }
        calendar
    }
}
