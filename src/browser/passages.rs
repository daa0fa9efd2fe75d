use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{panic::at_work, widget::Widget};
use crate::view::Strings;

/// What the way to a sentence and back takes of the widget. Where the sentences stand a
/// program of its own finds (`src/bin/finder.rs`), which few readers need.
#[wasm_bindgen]
impl Widget {
    /// The words that the way to a sentence and back needs, a line each: the way back,
    /// that a sentence has changed, what a sentence is, what the list of all is called.
    #[must_use]
    pub fn words(&self) -> String {
        let shown = self.shown.borrow();
        let Some(shown) = &*shown else {
            return String::new();
        };
        let words = Strings::of(&shown.article.language, &shown.words);
        let (open, close) = (words.quote_open(), words.quote_close());
        let sentence = [words.source_of(), ": ", open, "{0}", close].concat();
        [
            words.back(),
            words.source_changed(),
            &sentence,
            words.facts_here(),
        ]
        .join("\n")
    }

    /// The facts of the article shown, each in four places of the list: its name, as
    /// [`crate::article::Fact::name`] gives it, the words it rests on, and those before
    /// and after them or undefined.
    #[must_use]
    pub fn facts(&self) -> Array {
        let list = Array::new();
        if let Some(shown) = &*self.shown.borrow() {
            at_work(shown.instance);
            shown.article.facts(&mut |fact, anchor| {
                let (before, after) = (anchor.before.as_deref(), anchor.after.as_deref());
                for text in [Some(&*fact.name()), Some(&*anchor.quote), before, after] {
                    list.push(&text.map_or(JsValue::UNDEFINED, JsValue::from_str));
                }
            });
        }
        list
    }
}
