use super::{cursor::Cursor, desk::Desk};
use crate::article::{Code, Person};

impl Desk<'_> {
    /// A person or an institution, with the code of their country; `entry` counts
    /// within `people`.
    pub(super) fn one_person(
        &mut self,
        at: &Cursor<'_, '_>,
        entry: usize,
    ) -> Option<(Person, Option<Code>)> {
        if !self.object(at, &["id", "name", "role", "country"]) {
            return None;
        }
        let repeated = self.people.repeated(entry).is_some();
        let id = self.id(at, "The person", repeated);
        let name = self.required(at, "name", "The person");
        let role = self.optional(at, "role");
        let code = at.get("country").and_then(|at| self.code(&at));
        let person = Person {
            id: id?,
            name: name?,
            role,
            country: None,
        };
        Some((person, code))
    }
}
