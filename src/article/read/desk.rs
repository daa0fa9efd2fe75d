use super::{index::Index, notes::Notes};
use crate::article::{Code, Mistake, Text, Value};

/// What is on the desk while one article is read: the problems met, and the names
/// that may be referred to.
pub(super) struct Desk<'v> {
    pub(super) notes: Notes<'v>,
    /// The language of the texts.
    pub(super) language: Text,
    /// The ids of events, then of eras, as they stand in the data; only events have
    /// places.
    pub(super) ids: Index<'v>,
    /// How many of `ids` are events.
    pub(super) events: usize,
    /// The ids of people as they stand in the data.
    pub(super) people: Index<'v>,
    /// The countries met so far; the listed ones come first.
    pub(super) countries: Vec<Code>,
    /// The groups met so far.
    pub(super) groups: Vec<Text>,
}

/// What is referred to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum To {
    Country,
    Person,
    Speaker,
    Event,
}

impl<'v> Desk<'v> {
    /// Tells what is wrong with a value.
    pub(super) fn tell(&mut self, at: &'v Value, mistake: Mistake) {
        self.notes.tell(at, "", mistake, "");
    }

    /// Tells that a value is not of the type that it must be.
    pub(super) fn mistyped(&mut self, at: &'v Value, mistake: Mistake) {
        let is = match at {
            Value::Null => "0",
            Value::Bool(_) => "1",
            Value::Number(_) => "2",
            Value::String(_) => "3",
            Value::Array(_) => "4",
            Value::Object(_) => "5",
        };
        self.notes.tell(at, "", mistake, is);
    }

    /// The string that this is; tells when it is none.
    pub(super) fn string(&mut self, at: &'v Value) -> Option<&'v str> {
        if let Value::String(text) = at {
            return Some(text);
        }
        self.mistyped(at, Mistake::NotText);
        None
    }

    /// A country's code.
    pub(super) fn code(&mut self, at: &'v Value) -> Option<Code> {
        let text = self.string(at)?;
        let code = Code::new(text);
        if code.is_none() {
            let capitals = text.to_ascii_uppercase();
            if Code::new(&capitals).is_some() {
                self.notes.tell(at, "", Mistake::SmallCountry, &capitals);
            } else {
                self.tell(at, Mistake::UnknownCountry);
            }
        }
        code
    }

    /// The position of a country among those met, which it joins when it is new.
    pub(super) fn country(&mut self, code: Code) -> usize {
        let met = self.countries.iter().position(|other| *other == code);
        met.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        })
    }

    /// The position of whatever a text refers to. Tells when there is no such thing;
    /// that it was left out has been told already.
    pub(super) fn reference(&mut self, at: &'v Value, to: To) -> Option<usize> {
        let (index, mistake) = match to {
            To::Country => {
                let code = self.code(at)?;
                return Some(self.country(code));
            }
            To::Person => (&self.people, Mistake::UnknownPerson),
            To::Speaker => (&self.people, Mistake::UnknownSpeaker),
            To::Event => (&self.ids, Mistake::UnknownEvent),
        };
        let Value::String(id) = at else {
            self.mistyped(at, Mistake::NotText);
            return None;
        };
        match index.place(id) {
            Some(place) => *place,
            None => {
                self.tell(at, mistake);
                None
            }
        }
    }
}
