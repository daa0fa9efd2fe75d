use super::{cursor::Cursor, desk::Desk};
use crate::article::{Code, Person};

impl<'v> Desk<'v> {
    /// A person or an institution, with the code of their country; `entry` counts
    /// within `people`.
    pub(super) fn one_person(
        &mut self,
        at: &Cursor<'v, '_>,
        entry: usize,
    ) -> Option<(Person, Option<Code>)> {
        let outer = self.open(at, "id name role country")?;
        let person = Person {
            id: self.id(at, self.people.is_repeated(entry)),
            name: self.required(at, "name"),
            role: self.optional(at, "role"),
            country: None,
        };
        let home = at.get("country");
        let home = if home.is_missing() {
            None
        } else {
            self.code(&home)
        };
        self.close(outer, (person, home))
    }
}
