use super::{desk::Desk, fields::Fields};
use crate::article::{Mistake, Person, Text, Value};

impl<'v> Desk<'v> {
    /// A person or an institution, the next among `people`. Their country is checked,
    /// but gets its place only after those of the events.
    pub(super) fn person(&mut self, at: &'v Value) -> Option<Person> {
        let repeated = self.people.is_repeated(self.people.places.len());
        let mut fields = self.open(at, "id name role country")?;
        let person = Person {
            id: fields.id(repeated),
            name: fields.required(),
            role: fields.text(),
            country: None,
        };
        let home = fields.next();
        if !home.is_null() {
            fields.desk.code(home);
        }
        fields.whole(person)
    }
}

impl Fields<'_, '_> {
    /// The next member, an id: present, in its grammar, and not borne by an earlier one.
    #[inline(never)]
    pub(super) fn id(&mut self, repeated: bool) -> Text {
        let id = self.required();
        if !self.lost && !super::text::is_id(&id) {
            self.lose(Mistake::InvalidId);
        } else if !self.lost && repeated {
            self.lose(Mistake::DuplicateId);
        }
        id
    }

    /// The next member, who speaks. Without a speaker who is named but not there the
    /// object is lost, since it must not stand as if nobody had said it.
    pub(super) fn speaker(&mut self) -> Option<usize> {
        let at = self.next();
        if at.is_null() {
            return None;
        }
        let speaker = self.desk.reference(at, super::desk::To::Speaker);
        self.lost |= speaker.is_none();
        speaker
    }
}
