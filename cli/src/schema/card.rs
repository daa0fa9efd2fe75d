//! Cards: countries and whoever else acts, with what is said of them.

use dateline::article::Code;
use serde_json::{Value, json};

use super::{
    event::{links, of, source, when},
    form::{
        any, closed, flag, merged, named, optional, optional_text, pointed, require, word, words,
    },
    references,
};
use crate::Icu;

/// What other schemas refer to.
pub fn definitions() -> Value {
    json!({
        "code": code(),
        "acting": any(
            "The code of a country, or the id of an entry of “countries”.",
            &[pointed("code"), pointed("id")],
        ),
        "card": card(),
        "claim": claim(),
        "figure": figure(),
        "amount": any("How many: a number, or the article's word, such as “hundreds”.", &[
            json!({ "type": "number" }),
            pointed("words"),
        ])
    })
}

/// The codes with the names of their countries.
fn code() -> Value {
    let english = Icu::boxed("en");
    let name = |code: &Code| english.country(code.as_str()).unwrap_or_default();
    let codes: Vec<Code> = Code::all().collect();
    json!({
        "description": "The code of a country (ISO 3166-1 alpha-2), or EU, UN or XK.",
        "enum": codes.iter().map(Code::as_str).collect::<Vec<_>>(),
        "enumDescriptions": codes.iter().map(name).collect::<Vec<_>>()
    })
}

fn card() -> Value {
    let mut card = closed(json!({
        "code": optional("The country's code.", pointed("code")),
        "id": optional(
            "In place of a code: your own name for a court, an alliance, a company. It needs a “name”.",
            pointed("id"),
        ),
        "name": optional_text(
            "The name as printed. A country without one is named in the article's language.",
            &["Ukraine", "International Criminal Court"],
        ),
        "short": any("Two to four letters for it, shown beside its name.", &[
            json!({
                "type": "string",
                "pattern": r"^[\p{L}\p{M}\p{N}]{2,4}$",
                "patternErrorMessage": "Two to four letters, such as ICC."
            }),
            pointed("nothing"),
        ]),
        "also": {
            "description": "Other words to be found by.",
            "type": ["array", "null"],
            "items": { "type": "string" },
            "maxItems": dateline::article::limits::ENTRIES,
            "examples": [["Ukrainian", "Kyiv"]]
        },
        "flag": flag("Whether to show the country's flag."),
        "note": optional_text("A sentence on the card.", &[]),
        "claims": of("What is said, in the order of the article.", "claim"),
        "figures": of("Numbers.", "figure")
    }));
    let coded = json!({ "required": ["code"], "properties": { "code": pointed("code") } });
    let called = json!({
        "required": ["id", "name"],
        "properties": { "code": { "type": "null" }, "id": pointed("id"), "name": pointed("words") }
    });
    named(&mut card, "anyOf", json!([coded, called]));
    card
}

fn claim() -> Value {
    let mut claim = closed(json!({
        "text": optional_text("What is said, in the article's words.", &[]),
        "quote": optional_text("The speaker's own words, exactly.", &[]),
        "speaker": optional("Who says it: the id of a person.", pointed("id")),
        "verb": optional_text("How they say it.", &["says", "answers", "finds"]),
        "kind": word("What it is, beyond somebody's words.", &[
            ("allegation", "Somebody accuses somebody."),
            ("denial", "Somebody rejects what is said of them."),
            ("finding", "Somebody whose office it is has looked into it and says how it is."),
        ]),
        "via": optional(
            "Who passes it on, where the speaker is not heard directly: the id of a person.",
            pointed("id"),
        ),
        "date": optional("When it was said.", when("When it was said.")),
        "events": references("Ids of the events that it speaks of.", "id"),
        "links": links(),
        "source": source()
    }));
    let says = |name: &str| {
        let mut properties = json!({});
        named(&mut properties, name, pointed("words"));
        json!({ "required": [name], "properties": properties })
    };
    named(&mut claim, "anyOf", json!([says("text"), says("quote")]));
    claim
}

fn figure() -> Value {
    let mut than = closed(json!({
        "value": pointed("amount"),
        "label": words("What it counts, or when.", &["in 2021"])
    }));
    require(&mut than, &["value", "label"]);
    let mut figure = closed(json!({
        "value": pointed("amount"),
        "label": words("What it counts.", &["people killed"]),
        "qualifier": optional_text("What stands before it.", &["more than", "about"]),
        "unit": optional_text("In what it counts, right after the value.", &["billion dollars", "%"]),
        "since": optional("From when on it counts.", pointed("date")),
        "until": optional("Until when it counts.", pointed("date")),
        "than": optional("What to compare it with, in the same unit.", than),
        "speaker": optional("Who says so: the id of a person.", pointed("id")),
        "source": source()
    }));
    require(&mut figure, &["value", "label"]);
    merged(
        json!({ "description": "A number with what it counts." }),
        figure,
    )
}
