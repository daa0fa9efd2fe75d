use super::{fields::Fields, id::Bearer, media::portrait};
use crate::article::{Person, Text};

/// A person or an institution, and what their country goes by: it gets its place among the
/// countries only after those of the events.
pub(super) fn person(fields: &mut Fields<'_>) -> (Person, Option<Text>) {
    let person = Person {
        id: fields.id(Bearer::Person),
        name: fields.required_text("name"),
        role: fields.text("role"),
        country: None,
        image: fields.object("image", portrait),
    };
    let country = fields.found("country", |field| field.country().map(Some));
    (person, country.ok().flatten())
}
