use super::{
    desk::{Desk, To},
    fields::Fields,
};
use crate::article::{Mistake, Person, Text, Value};

impl<'v> Desk<'v> {
    /// A person or an institution, the next among `people`. Their country is checked,
    /// but gets its place only after those of the events.
    pub(super) fn person(&mut self, at: &'v Value, into: &mut Vec<Person>) {
        let repeated = self.people.is_repeated(self.people.places.len());
        let mut fields = self.open(at, "id name role country");
        let mut person = Person {
            id: fields.id(repeated),
            name: fields.required(),
            role: None,
            country: None,
        };
        fields.text(&mut person.role);
        let home = fields.next();
        if !home.is_null() {
            fields.desk.code(home);
        }
        let place = (!fields.lost).then_some(into.len());
        if place.is_some() {
            into.push(person);
        }
        self.people.places.push(place);
    }
}

impl Fields<'_, '_> {
    /// The next member, an id: present, in its grammar, and not borne by an earlier one.
    pub(super) fn id(&mut self, repeated: bool) -> Text {
        let id = self.required();
        if !self.lost {
            let good = super::text::is_id(&id);
            self.lost = !good || repeated;
            if self.lost {
                self.tell(if good {
                    Mistake::DuplicateId
                } else {
                    Mistake::InvalidId
                });
            }
        }
        id
    }

    /// The next member, who speaks. Without a speaker who is named but not there the
    /// object is lost, since it must not stand as if nobody had said it.
    pub(super) fn speaker(&mut self, into: &mut Option<usize>) {
        let at = self.next();
        if !at.is_null() {
            *into = self.desk.reference(at, To::Speaker);
            self.lost |= into.is_none();
        }
    }
}
