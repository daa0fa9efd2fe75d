use super::{cursor::Cursor, index::Index, notes::Notes, spelling::nearest, text::is_id};
use crate::article::{Code, Mistake, Text, Value, limits};

/// What is on the desk while one article is read: the problems met, and the names
/// that may be referred to.
pub(super) struct Desk<'v> {
    pub(super) notes: Notes,
    /// Whether the object being read lacks what it cannot be shown without.
    pub(super) lost: bool,
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
}

/// What is referred to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum To {
    Country,
    Person,
    Event,
}

impl<'v> Desk<'v> {
    /// Tells what is wrong with a value.
    pub(super) fn tell(&mut self, at: &Cursor<'_, '_>, mistake: Mistake) {
        self.notes.tell(at, mistake, &[]);
    }

    /// Begins to read an object whose members are `known`, divided by blanks; `None`
    /// when it is none, which is told. What it gives is for [`Desk::close`].
    #[inline(never)]
    pub(super) fn open(&mut self, at: &Cursor<'v, '_>, known: &'static str) -> Option<bool> {
        let Value::Object(members) = at.value else {
            self.mistyped(at, Mistake::NotObject);
            return None;
        };
        for (key, _) in members {
            if known.split(' ').any(|known| known == key) {
                continue;
            }
            let meant = if self.notes.full() {
                None
            } else {
                nearest(key, known)
            };
            let mistake = match meant {
                Some(_) => Mistake::MisspeltKey,
                None => Mistake::UnknownKey,
            };
            self.notes.tell(&at.get(key), mistake, meant.as_slice());
        }
        Some(std::mem::take(&mut self.lost))
    }

    /// Ends what [`Desk::open`] began: what was read, unless it is lost.
    pub(super) fn close<T>(&mut self, outer: bool, read: T) -> Option<T> {
        let lost = std::mem::replace(&mut self.lost, outer);
        (!lost).then_some(read)
    }

    /// The list that an optional member is; tells when it is none.
    #[inline(never)]
    pub(super) fn list<'c>(&mut self, at: &'c Cursor<'v, '_>, key: &'static str) -> Cursor<'v, 'c> {
        let at = at.get(key);
        if !matches!(at.value, Value::Array(_) | Value::Null) {
            self.mistyped(&at, Mistake::NotList);
        }
        at
    }

    /// The string that this is; tells when it is none.
    pub(super) fn string(&mut self, at: &Cursor<'v, '_>) -> Option<&'v str> {
        if let Value::String(text) = at.value {
            return Some(text);
        }
        self.mistyped(at, Mistake::NotText);
        None
    }

    /// Tells that a value is not of the type that it must be.
    #[inline(never)]
    pub(super) fn mistyped(&mut self, at: &Cursor<'_, '_>, mistake: Mistake) {
        let is = match at.value {
            Value::Null => "0",
            Value::Bool(_) => "1",
            Value::Number(_) => "2",
            Value::String(_) => "3",
            Value::Array(_) => "4",
            Value::Object(_) => "5",
        };
        self.notes.tell(at, mistake, &[is]);
    }

    /// Tells what loses the object that is being read.
    #[inline(never)]
    pub(super) fn lose(&mut self, at: &Cursor<'_, '_>, mistake: Mistake) {
        self.lost = true;
        self.tell(at, mistake);
    }

    /// The id of an entry of events, eras or people: present, in its grammar, and not
    /// borne by an earlier one.
    pub(super) fn id(&mut self, at: &Cursor<'v, '_>, repeated: bool) -> Text {
        let id = self.required(at, "id");
        let mistake = match () {
            () if self.lost => return id,
            () if !is_id(&id) => Mistake::InvalidId,
            () if repeated => Mistake::DuplicateId,
            () => return id,
        };
        self.lose(&at.get("id"), mistake);
        id
    }

    /// A country's code.
    #[inline(never)]
    pub(super) fn code(&mut self, at: &Cursor<'v, '_>) -> Option<Code> {
        let text = self.string(at)?;
        let code = Code::new(text);
        if code.is_none() {
            let capitals = text.to_ascii_uppercase();
            if Code::new(&capitals).is_some() {
                self.notes.tell(at, Mistake::SmallCountry, &[&capitals]);
            } else {
                self.tell(at, Mistake::UnknownCountry);
            }
        }
        code
    }

    /// The position of a country among those met, which it joins when it is new.
    #[inline(never)]
    pub(super) fn country(&mut self, code: Code) -> usize {
        let met = self.countries.iter().position(|other| *other == code);
        met.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        })
    }

    /// The position of whatever a text refers to. Tells when there is no such thing;
    /// that it was left out has been told already.
    #[inline(never)]
    pub(super) fn reference(
        &mut self,
        at: &Cursor<'v, '_>,
        to: To,
        mistake: Mistake,
    ) -> Option<usize> {
        if to == To::Country {
            let code = self.code(at)?;
            return Some(self.country(code));
        }
        let id = self.string(at)?;
        let index = if to == To::Event {
            &self.ids
        } else {
            &self.people
        };
        let place = index.find(id).and_then(|entry| index.places.get(entry));
        match place {
            Some(place) => *place,
            None => {
                self.tell(at, mistake);
                None
            }
        }
    }

    /// Who speaks. Lost is what is said by a speaker who is not there, since it must
    /// not stand as if nobody had said it.
    pub(super) fn speaker(&mut self, at: &Cursor<'v, '_>) -> Option<usize> {
        let at = at.get("speaker");
        if at.is_missing() {
            return None;
        }
        let speaker = self.reference(&at, To::Person, Mistake::UnknownSpeaker);
        self.lost |= speaker.is_none();
        speaker
    }

    /// The positions of what a list refers to, without repeats.
    #[inline(never)]
    pub(super) fn references(
        &mut self,
        at: &Cursor<'v, '_>,
        key: &'static str,
        to: To,
        mistake: Mistake,
    ) -> Vec<usize> {
        let mut positions = Vec::new();
        let list = self.list(at, key);
        let mut count = 0;
        while let Some(item) = list.item(count) {
            if count == limits::REFERENCES {
                self.tell(&list, Mistake::TooManyReferences);
                break;
            }
            count += 1;
            if let Some(position) = self.reference(&item, to, mistake)
                && !positions.contains(&position)
            {
                positions.push(position);
            }
        }
        positions
    }
}
