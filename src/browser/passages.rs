use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::widget::Widget;
use crate::view::Strings;

/// The words that the way to a sentence and back needs.
#[derive(Serialize)]
struct Words {
    /// The way back.
    back: &'static str,
    /// That a sentence has changed.
    changed: &'static str,
    /// What a sentence is, with the sentence in it.
    label: String,
    /// What the list of all is called.
    list: &'static str,
}

/// A fact, and the words of the article that it rests on.
#[derive(Serialize)]
struct Sentence {
    name: String,
    quote: String,
    before: Option<String>,
    after: Option<String>,
}

/// What the way to a sentence and back takes of the widget. Where the sentences stand a
/// program of its own finds (`src/bin/finder.rs`), which few readers need.
#[wasm_bindgen]
impl Widget {
    /// The words that it needs: the way `back`, that a sentence has `changed`, what a
    /// sentence is (its `label`), what the `list` of all is called. Undefined while nothing
    /// is shown.
    #[must_use]
    pub fn words(&self) -> JsValue {
        self.work(JsValue::UNDEFINED, |shown| {
            let words = Strings::of(&shown.article.language, &shown.words);
            let (open, close) = (words.quote_open(), words.quote_close());
            object(&Words {
                back: words.back(),
                changed: words.source_changed(),
                label: format!("{}: {open}{{0}}{close}", words.source_of()),
                list: words.facts_here(),
            })
        })
    }

    /// The facts of the article shown: of each its `name`, as
    /// [`crate::article::Fact::name`] gives it, the words it rests on (`quote`), and those
    /// `before` and `after` them, where they are needed to tell it.
    #[must_use]
    pub fn facts(&self) -> JsValue {
        self.work(JsValue::UNDEFINED, |shown| {
            let mut facts = Vec::new();
            shown.article.facts(&mut |fact, anchor| {
                facts.push(Sentence {
                    name: fact.name(),
                    quote: anchor.quote.to_string(),
                    before: anchor.before.as_deref().map(str::to_owned),
                    after: anchor.after.as_deref().map(str::to_owned),
                });
            });
            object(&facts)
        })
    }
}

/// A plain object; what is none in Rust is absent.
fn object(value: &impl Serialize) -> JsValue {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or_default()
}
