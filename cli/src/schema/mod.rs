//! The schema of an article's data as JSON Schema (draft 2020-12), by which editors complete and
//! explain while somebody types. What `dateline check` calls an error of form it refuses; what is
//! right it lets pass. Of what is shown but hardly meant it refuses what has no name here.

mod card;
mod date;
mod event;
mod form;

use serde_json::{Value, json};

use form::{
    any, closed, id, link, list, named, optional, optional_text, pointed, require, text, words,
};

/// The schema.
#[must_use]
pub fn schema() -> Value {
    let mut article = closed(json!({
        "$schema": {
            "description": "Where this schema lies, for the editor's own tools: an address, or a path."
        },
        "schema": {
            "description": "The version of this format.",
            "anyOf": [{ "type": "number", "maximum": 1 }, { "type": "null" }],
            "examples": [1]
        },
        "language": optional_text(
            "The language of the texts, in which dates and numbers are written, as a BCP 47 tag.",
            &["en", "uk", "ar", "pt-BR"],
        ),
        "headline": text("The title over the widget.", &["A harbour town and its bridge"]),
        "title": text("Another name of “headline”.", &[]),
        "summary": optional_text("A sentence or two under the title.", &[]),
        "published": optional("The day on which the article appeared.", pointed("date")),
        "dateline": optional_text("The place at the head of the report.", &["Washington"]),
        "source": optional("Where the article was published.", pointed("publication")),
        "people": list("Whoever speaks or acts, institutions as well.", pointed("person")),
        "events": {
            "description": "What happened, in any order.",
            "type": "array",
            "minItems": 1,
            "maxItems": dateline::article::limits::EVENTS,
            "items": pointed("event")
        },
        "eras": list("Longer periods behind the events.", pointed("era")),
        "cards": optional("The part with the cards.", closed(json!({
            "title": optional_text(
                "Its title. Without one it is “Country by country”, or “Who is who” where others than countries have cards.",
                &["Who is who"],
            )
        }))),
        "countries": list(
            "The cards of whoever acts, in the order in which they are shown.",
            pointed("card"),
        ),
        "corrections": list("What was mended since publication.", pointed("correction"))
    }));
    let headed = |name: &str, other: Value| {
        let mut properties = other;
        named(&mut properties, name, pointed("words"));
        json!({ "required": [name], "properties": properties })
    };
    require(&mut article, &["events"]);
    named(
        &mut article,
        "anyOf",
        json!([
            headed("headline", json!({})),
            headed("title", json!({ "headline": { "type": "null" } }))
        ]),
    );
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An article of Dateline, schema 1",
        "description": "What one article hands to the widget: events, cards, and what is said by whom."
    });
    let mut schema = form::merged(head, article);
    named(&mut schema, "$defs", definitions());
    schema
}

fn definitions() -> Value {
    let all = [
        form::definitions(),
        date::definitions(),
        event::definitions(),
        card::definitions(),
        json!({
            "publication": publication(),
            "person": person(),
            "correction": correction()
        }),
    ];
    all.into_iter().fold(json!({}), form::merged)
}

fn publication() -> Value {
    let mut publication = closed(json!({
        "name": words("The publisher.", &["The Example Gazette"]),
        "title": optional_text("The article's title there.", &[]),
        "url": link("The article's address.")
    }));
    require(&mut publication, &["name"]);
    publication
}

fn person() -> Value {
    let mut person = closed(json!({
        "id": id("Your own name for them, by which events and claims name them.", &["mayor"]),
        "name": words("Their name as printed.", &["Anna Kowal"]),
        "role": optional_text("Their office.", &["mayor of the town"]),
        "country": optional("Where they come from, or whom they speak for.", pointed("acting")),
        "image": optional("A portrait, shown small beside what they say.", pointed("portrait"))
    }));
    require(&mut person, &["id", "name"]);
    person
}

fn correction() -> Value {
    let mut correction = closed(json!({
        "date": any("When it was mended.", &[pointed("date")]),
        "what": words(
            "What was mended: a path.",
            &["events/opening/date", "countries/PL/note", "countries/PL/claims/0", "headline"],
        ),
        "was": optional_text("What stood there before.", &[]),
        "now": optional_text("What stands there now.", &[]),
        "why": optional_text("Why.", &[])
    }));
    require(&mut correction, &["date", "what"]);
    correction
}

/// References to people, events or whoever acts.
fn references(description: &str, to: &str) -> Value {
    list(description, pointed(to))
}
