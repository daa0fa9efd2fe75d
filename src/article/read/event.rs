use super::{
    fields::Fields,
    id::Bearer,
    item::Item,
    media::{image, media},
    source::anchor,
};
use crate::article::{Era, Event, Mistake, Value};

/// An event.
pub(super) fn event(item: &mut Item<'_>) -> Option<Event> {
    mentioning(item, |fields| {
        let event = Event {
            id: fields.id(Bearer::Event),
            title: fields.required_text("title"),
            text: fields.text("text"),
            when: fields.when("date"),
            key: fields.flag("key"),
            countries: fields.countries("countries"),
            people: fields.people("people"),
            groups: fields.groups("groups"),
            image: fields.object("image", image),
            media: fields.object("media", media),
            links: fields.links("links"),
            source: fields.object("source", anchor),
        };
        if !fields.lost && event.groups.is_empty() {
            let mut countries = fields.field("countries");
            if matches!(countries.value, Value::Null | Value::Array(_))
                && countries.value.items().is_empty()
            {
                countries.tell_missing(Mistake::EventWithoutCountry, &[&event.id]);
            }
        }
        event
    })
}

/// An era.
pub(super) fn era(item: &mut Item<'_>) -> Option<Era> {
    mentioning(item, |fields| Era {
        id: fields.id(Bearer::Era),
        title: fields.required_text("title"),
        text: fields.text("text"),
        when: fields.when("date"),
        countries: fields.countries("countries"),
        source: fields.object("source", anchor),
    })
}

/// Reads an object that may be the first to mention a country or a group. What is left
/// out mentions none, or they would get an empty card.
fn mentioning<T>(item: &mut Item<'_>, read: impl FnOnce(&mut Fields<'_>) -> T) -> Option<T> {
    let reader = &item.reader;
    let (countries, groups) = (reader.countries.names.len(), reader.groups.names.len());
    let read = item.object(read);
    if read.is_none() {
        item.reader.countries.truncate(countries);
        item.reader.groups.truncate(groups);
    }
    read
}
