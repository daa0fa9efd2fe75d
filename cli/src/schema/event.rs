//! Events and eras, and what belongs to them.

use dateline::article::limits;
use serde_json::{Value, json};

use super::{
    form::{
        any, closed, flag, id, link, list, merged, named, optional, optional_text, picture,
        pointed, require, word, words,
    },
    references,
};

/// What other schemas refer to.
pub fn definitions() -> Value {
    json!({
        "event": event(),
        "era": era(),
        "image": image(),
        "portrait": portrait(),
        "media": media(),
        "links": list("Where there is more to read.", one_link()),
        "anchor": anchor()
    })
}

fn event() -> Value {
    let mut event = closed(json!({
        "id": id("Your own name for it, unique among events and eras; it stands in links.", &["opening"]),
        "title": words("What happened, in a line.", &["The bridge opens"]),
        "text": optional_text("What happened, in a paragraph.", &[]),
        "date": when("When it happened."),
        "key": flag("Whether it is one of those that a reader should meet first."),
        "countries": references("Who acts or is acted on: codes, and ids of cards.", "acting"),
        "people": references("Ids of people.", "id"),
        "groups": list(
            "Names of your own to group events by, for articles that are not about countries.",
            json!({ "type": "string" }),
        ),
        "image": optional("A picture.", pointed("image")),
        "media": optional("Something to watch, hear or read elsewhere, as a link.", pointed("media")),
        "links": pointed("links"),
        "source": source()
    }));
    require(&mut event, &["id", "title", "date"]);
    event
}

fn era() -> Value {
    let mut era = closed(json!({
        "id": id("Your own name for it, unique among events and eras.", &["works"]),
        "title": words("Its name.", &["Building works"]),
        "text": optional_text("A sentence on it.", &[]),
        "date": when("From when to when."),
        "countries": references("Who acts or is acted on: codes, and ids of cards.", "acting"),
        "source": source()
    }));
    require(&mut era, &["id", "title", "date"]);
    era
}

/// When something was.
pub fn when(description: &str) -> Value {
    any(description, &[pointed("when")])
}

/// What a fact rests on.
pub fn source() -> Value {
    optional("The words that it rests on.", pointed("anchor"))
}

fn anchor() -> Value {
    let quoted = json!({ "required": ["quote"], "properties": { "quote": pointed("words") } });
    let linked = json!({ "required": ["url"], "properties": { "url": pointed("link") } });
    let mut anchor = closed(json!({
        "quote": optional_text("The exact words, as they stand in the article, or in the document at “url”.", &[]),
        "before": optional_text("What stands right before them, to tell repeats apart.", &[]),
        "after": optional_text("What stands right after them.", &[]),
        "url": link("The address of the document that they stand in, where that is not the article.")
    }));
    named(&mut anchor, "anyOf", json!([quoted, linked]));
    anchor
}

fn one_link() -> Value {
    let mut link = closed(json!({
        "url": any("The address.", &[pointed("link")]),
        "text": optional_text("What it is called.", &[])
    }));
    require(&mut link, &["url"]);
    link
}

fn media() -> Value {
    let mut media = closed(json!({
        "url": any("The address that the link leads to.", &[pointed("link")]),
        "kind": word("What awaits the reader there.", &[
            ("video", "Something to watch."),
            ("audio", "Something to hear."),
            ("image", "A picture, or many."),
            ("map", "A map."),
            ("document", "A report, a letter, a table."),
            ("post", "What somebody wrote on a social network."),
            ("page", "Any other page."),
        ]),
        "caption": optional_text("The line under it.", &[]),
        "credit": optional_text("Who made it.", &[]),
        "thumbnail": picture("The address of a small picture of it.")
    }));
    require(&mut media, &["url"]);
    media
}

/// The fields of a picture.
fn fields(alt: Value) -> Value {
    let pixels = |description: &str| {
        let pixels = json!({ "type": "integer", "minimum": 1, "maximum": limits::PIXELS as u32 });
        optional(description, pixels)
    };
    let mut image = closed(json!({
        "src": any("Its address, relative to the page or https.", &[
            merged(json!({ "pattern": "[^\\x00-\\x20\\x7f\\xa0]" }), pointed("picture"))
        ]),
        "alt": alt,
        "caption": optional_text("The line under it.", &[]),
        "credit": optional_text("Who made it.", &["A. Photographer"]),
        "width": pixels("Its own width in px, so that its place is kept before it arrives."),
        "height": pixels("Its own height in px.")
    }));
    named(
        &mut image,
        "dependentRequired",
        json!({ "width": ["height"], "height": ["width"] }),
    );
    image
}

fn image() -> Value {
    let mut image = fields(json!({
        "description": "What it shows, for who cannot see it; \"\" where it adds nothing.",
        "type": "string"
    }));
    require(&mut image, &["src", "alt"]);
    image
}

fn portrait() -> Value {
    let mut image = fields(optional_text(
        "What it shows, where that is more than the person.",
        &[],
    ));
    require(&mut image, &["src"]);
    image
}

/// A list of links.
pub fn links() -> Value {
    pointed("links")
}

/// A list of anything.
pub fn of(description: &str, what: &str) -> Value {
    list(description, pointed(what))
}
