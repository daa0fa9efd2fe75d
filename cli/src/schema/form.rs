//! The forms that schemas are made of: texts, lists, objects, addresses.

use dateline::article::limits;
use serde_json::{Map, Value, json};

/// Blanks and control characters, of which a text shows nothing.
const BLANK: &str = r"\x00-\x20\x7f\xa0";

/// Control characters, which no address may hold.
const CONTROL: &str = r"\x00-\x1f\x7f";

/// What an address may have around it.
const AROUND: &str = r"[\t\n\f\r ]*";

/// What other schemas refer to.
pub fn definitions() -> Value {
    let inside = format!("[^{CONTROL}]*[^{CONTROL} ]");
    let web = format!("[hH][tT][tT][pP][sS]?://(?!/){inside}");
    let local = format!("[^:/?#{CONTROL}]*(?:[/?#][^{CONTROL}]*)?");
    json!({
        "nothing": {
            "description": "As good as leaving it out.",
            "anyOf": [
                { "type": "null" },
                { "type": "string", "pattern": format!("^[{BLANK}]*$") }
            ]
        },
        "words": { "type": "string", "pattern": format!("[^{BLANK}]") },
        "id": {
            "type": "string",
            "pattern": "^[A-Za-z0-9._-]+$",
            "patternErrorMessage": "Letters without accents, digits, dots, hyphens and underscores."
        },
        "link": {
            "type": "string",
            "pattern": format!("^{AROUND}(?:{web}|[mM][aA][iI][lL][tT][oO]:{inside}){AROUND}$"),
            "patternErrorMessage": "An address that begins with https://, http:// or mailto:."
        },
        "picture": {
            "type": "string",
            "pattern": format!("^{AROUND}(?:{web}|{local}){AROUND}$"),
            "patternErrorMessage": "An address relative to the page, or one that begins with https://."
        }
    })
}

/// An object with these fields and no others.
pub fn closed(properties: Value) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// Names the fields that an object must have.
pub fn require(schema: &mut Value, fields: &[&str]) {
    named(schema, "required", json!(fields));
}

/// Adds a member.
pub fn named(schema: &mut Value, name: &str, value: Value) {
    if let Some(members) = schema.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

/// The members of both.
pub fn merged(first: Value, second: Value) -> Value {
    let members = |value: Value| match value {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    Value::Object(members(first).into_iter().chain(members(second)).collect())
}

/// The schema of this name among the definitions.
pub fn pointed(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// One of these.
pub fn any(description: &str, schemas: &[Value]) -> Value {
    match schemas {
        [one] => merged(json!({ "description": description }), one.clone()),
        _ => json!({ "description": description, "anyOf": schemas }),
    }
}

/// This, or `null`.
pub fn optional(description: &str, schema: Value) -> Value {
    any(description, &[schema, json!({ "type": "null" })])
}

/// A text, or nothing.
pub fn optional_text(description: &str, examples: &[&str]) -> Value {
    with_examples(
        json!({ "description": description, "type": ["string", "null"] }),
        examples,
    )
}

/// A text that another rule asks for.
pub fn text(description: &str, examples: &[&str]) -> Value {
    optional_text(description, examples)
}

/// A text that says something.
pub fn words(description: &str, examples: &[&str]) -> Value {
    with_examples(any(description, &[pointed("words")]), examples)
}

/// An id.
pub fn id(description: &str, examples: &[&str]) -> Value {
    with_examples(any(description, &[pointed("id")]), examples)
}

/// One of a few words, each with what it means; or nothing.
pub fn word(description: &str, meanings: &[(&str, &str)]) -> Value {
    let (words, means): (Vec<&str>, Vec<&str>) = meanings.iter().copied().unzip();
    let words = json!({ "enum": words, "enumDescriptions": means });
    any(description, &[words, pointed("nothing")])
}

/// A link, or nothing.
pub fn link(description: &str) -> Value {
    any(description, &[pointed("link"), pointed("nothing")])
}

/// A picture's address, or nothing.
pub fn picture(description: &str) -> Value {
    any(description, &[pointed("picture"), pointed("nothing")])
}

/// `true`, `false`, or nothing.
pub fn flag(description: &str) -> Value {
    json!({ "description": description, "type": ["boolean", "null"] })
}

/// A list, or nothing.
pub fn list(description: &str, items: Value) -> Value {
    json!({
        "description": description,
        "type": ["array", "null"],
        "items": items,
        "maxItems": limits::ENTRIES
    })
}

fn with_examples(mut schema: Value, examples: &[&str]) -> Value {
    if !examples.is_empty() {
        named(&mut schema, "examples", json!(examples));
    }
    schema
}
