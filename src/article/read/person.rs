use super::{fields::Fields, id::Bearer};
use crate::article::{Code, Person};

/// A person or an institution, and the code of their country: it gets its place among
/// the countries only after those of the events.
pub(super) fn person(fields: &mut Fields<'_>) -> (Person, Option<Code>) {
    let person = Person {
        id: fields.id(Bearer::Person),
        name: fields.required_text("name"),
        role: fields.text("role"),
        country: None,
    };
    let country = fields.found("country", |field| field.code().map(Some));
    (person, country.ok().flatten())
}
