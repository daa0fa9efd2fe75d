use super::{cursor::Cursor, index::Index, notes::Notes, spelling::nearest};
use crate::article::{Code, Text, Value, limits, problem::shorten};

/// What is on the desk while one article is read: the problems met, and the names
/// that may be referred to.
pub(super) struct Desk<'v> {
    pub(super) notes: Notes,
    /// The language of the texts.
    pub(super) language: Text,
    /// The ids of events, then of eras, as they stand in the data.
    pub(super) ids: Index<'v>,
    /// How many of `ids` are events.
    pub(super) events: usize,
    /// The ids of people as they stand in the data.
    pub(super) people: Index<'v>,
    /// For each entry of `people` its position in the article, unless it was left out.
    pub(super) seats: Vec<Option<usize>>,
    /// The countries met so far; the listed ones come first.
    pub(super) countries: Vec<Code>,
}

/// The known name that a reference did not name.
enum Miss {
    /// Nobody bears it.
    Unknown,
    /// What bears it was left out, which has been told already.
    LeftOut,
}

impl Desk<'_> {
    /// Whether this is an object; tells when not, and tells of every member that is
    /// not among `known`.
    pub(super) fn object(&mut self, at: &Cursor<'_, '_>, known: &[&str]) -> bool {
        let Value::Object(members) = at.value else {
            self.mistyped(at, "an object in braces");
            return false;
        };
        for (key, _) in members {
            if known.contains(&key.as_str()) {
                continue;
            }
            let meant = if self.notes.full() {
                None
            } else {
                nearest(key, known)
            };
            match meant {
                Some(meant) => self
                    .notes
                    .unknown_key(at, key, &["Did you mean “", meant, "”?"]),
                None => self.notes.unknown_key(at, key, &["Delete it."]),
            }
        }
        true
    }

    /// The list that an optional member is; tells when it is none.
    pub(super) fn list<'v, 'c>(
        &mut self,
        at: &'c Cursor<'v, '_>,
        key: &'static str,
    ) -> Option<Cursor<'v, 'c>> {
        let at = at.get(key)?;
        if let Value::Array(_) = at.value {
            return Some(at);
        }
        self.mistyped(&at, "a list in square brackets");
        None
    }

    /// The string that this is; tells when it is none.
    pub(super) fn string<'v>(&mut self, at: &Cursor<'v, '_>) -> Option<&'v str> {
        if let Value::String(text) = at.value {
            return Some(text);
        }
        self.mistyped(at, "text in quotation marks");
        None
    }

    /// Tells that a value is not of the kind that it must be.
    pub(super) fn mistyped(&mut self, at: &Cursor<'_, '_>, wanted: &str) {
        if self.notes.full() {
            return self.notes.error(at, "mistyped-field", &[], &[]);
        }
        let is = match at.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        let message = [
            &at.name(),
            " must be ",
            wanted,
            ", but it is ",
            is,
            "; it is left out.",
        ];
        let fix = ["Write ", wanted, " here."];
        self.notes.error(at, "mistyped-field", &message, &fix);
    }

    /// The id of an entry of events, eras or people: present, in its grammar, and not
    /// borne by an earlier one.
    pub(super) fn id(&mut self, at: &Cursor<'_, '_>, what: &str, repeated: bool) -> Option<Text> {
        let id = self.required(at, "id", what)?;
        let place = at.get("id")?;
        if !super::text::is_id(&id) {
            let message = [
                "The id “",
                &shorten(&id),
                "” holds more than letters without accents, digits, dots, hyphens and underscores; ",
                "what bears it is left out.",
            ];
            let fix = ["Write an id such as “march-20”."];
            self.notes.error(&place, "invalid-id", &message, &fix);
            return None;
        }
        if repeated {
            let message = [
                "The id “",
                &shorten(&id),
                "” is taken already; the second is left out.",
            ];
            let fix = ["Give each event, era and person an id of its own."];
            self.notes.error(&place, "duplicate-id", &message, &fix);
            return None;
        }
        Some(id)
    }

    /// A country's code; `what` ends the sentence on what becomes of it otherwise.
    pub(super) fn code(&mut self, at: &Cursor<'_, '_>) -> Option<Code> {
        let text = self.string(at)?;
        if let Some(code) = Code::new(text) {
            return Some(code);
        }
        let message = [
            "“",
            &shorten(text),
            "” is no country code of ISO 3166-1; it is left out.",
        ];
        let capitals = text.to_ascii_uppercase();
        if Code::new(&capitals).is_some() {
            let fix = ["Write it in capitals: “", &capitals, "”."];
            self.notes.error(at, "unknown-country", &message, &fix);
        } else {
            let fix = ["Write the two capital letters of the country, such as “UA”."];
            self.notes.error(at, "unknown-country", &message, &fix);
        }
        None
    }

    /// The position of a country among those met, which it joins when it is new.
    pub(super) fn country(&mut self, code: Code) -> usize {
        let met = self.countries.iter().position(|other| *other == code);
        met.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        })
    }

    /// The positions of the countries that a member lists, without repeats.
    pub(super) fn country_list(&mut self, at: &Cursor<'_, '_>) -> Vec<usize> {
        self.references(at, "countries", &mut |desk, at| {
            let code = desk.code(at)?;
            Some(desk.country(code))
        })
    }

    /// The positions of the people that a member lists, without repeats.
    pub(super) fn people_list(&mut self, at: &Cursor<'_, '_>) -> Vec<usize> {
        self.references(at, "people", &mut |desk, at| {
            let id = desk.string(at)?;
            match desk.person(id) {
                Ok(person) => Some(person),
                Err(Miss::LeftOut) => None,
                Err(Miss::Unknown) => {
                    desk.unknown(
                        at,
                        "unknown-person",
                        "people",
                        "; the reference is left out.",
                    );
                    None
                }
            }
        })
    }

    /// Who speaks: `Err` when the data names a speaker who is not there, so that what
    /// they say must not stand without them.
    pub(super) fn speaker(&mut self, at: &Cursor<'_, '_>) -> Result<Option<usize>, ()> {
        let Some(at) = at.get("speaker") else {
            return Ok(None);
        };
        let id = self.string(&at).ok_or(())?;
        match self.person(id) {
            Ok(person) => Ok(Some(person)),
            Err(miss) => {
                if let Miss::Unknown = miss {
                    let rest = "; what they say is left out.";
                    self.unknown(&at, "unknown-speaker", "people", rest);
                }
                Err(())
            }
        }
    }

    /// The entries of `ids` that a claim's `events` name, without repeats.
    pub(super) fn event_list(&mut self, at: &Cursor<'_, '_>) -> Vec<usize> {
        self.references(at, "events", &mut |desk, at| {
            let id = desk.string(at)?;
            let entry = desk.ids.find(id).filter(|entry| *entry < desk.events);
            if entry.is_none() {
                desk.unknown(
                    at,
                    "unknown-event",
                    "events",
                    "; the reference is left out.",
                );
            }
            entry
        })
    }

    fn person(&self, id: &str) -> Result<usize, Miss> {
        let entry = self.people.find(id).ok_or(Miss::Unknown)?;
        let seat = self.seats.get(entry).copied().flatten();
        seat.ok_or(Miss::LeftOut)
    }

    fn unknown(&mut self, at: &Cursor<'_, '_>, kind: &'static str, list: &str, rest: &str) {
        let id = match at.value {
            Value::String(id) => shorten(id),
            _ => String::new(),
        };
        let message = ["Nothing in “", list, "” has the id “", &id, "”", rest];
        let fix = [
            "Add it to “",
            list,
            "”, or write the id of one that is there.",
        ];
        self.notes.error(at, kind, &message, &fix);
    }

    fn references(
        &mut self,
        at: &Cursor<'_, '_>,
        key: &'static str,
        resolve: &mut dyn FnMut(&mut Self, &Cursor<'_, '_>) -> Option<usize>,
    ) -> Vec<usize> {
        let mut positions = Vec::new();
        let Some(list) = self.list(at, key) else {
            return positions;
        };
        for (count, item) in list.items().enumerate() {
            if count == limits::REFERENCES {
                let message = [
                    &list.name(),
                    " has more than 1,000 entries; the rest is left out.",
                ];
                let fix = ["Name only those that matter."];
                self.notes
                    .error(&list, "too-many-references", &message, &fix);
                break;
            }
            if let Some(position) = resolve(self, &item)
                && !positions.contains(&position)
            {
                positions.push(position);
            }
        }
        positions
    }
}
