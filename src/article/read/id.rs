use super::{
    fields::Fields,
    forms,
    item::{Found, Item},
};
use crate::article::{Mistake, Text};

/// What bears an id.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Bearer {
    Person,
    Event,
    Era,
}

impl Item<'_> {
    /// A text in the grammar of ids.
    pub(super) fn id(&mut self) -> Found<Text> {
        match self.text()? {
            Some(id) if !forms::is_id(&id) => Err(self.tell(Mistake::InvalidId)),
            id => Ok(id),
        }
    }
}

impl Fields<'_> {
    /// The field `id`: present, in its grammar, and borne by nothing before. Events and
    /// eras share theirs.
    pub(super) fn id(&mut self, bearer: Bearer) -> Text {
        let id = self.required_text("id");
        if id.is_empty() {
            return id;
        }
        let reader = self.reader();
        let is_new = match bearer {
            Bearer::Person => reader.people.add(&id),
            Bearer::Event => reader.events.add(&id),
            Bearer::Era => !reader.events.contains(&id) && reader.eras.add(&id),
        };
        if !forms::is_id(&id) {
            self.field("id").tell(Mistake::InvalidId);
            self.lost = true;
        } else if !is_new {
            self.field("id").tell(Mistake::DuplicateId);
            self.lost = true;
        }
        id
    }
}
