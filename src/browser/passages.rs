use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::{
    panic::at_work,
    widget::{Shown, Widget},
};
use crate::{
    article::passage::{Finder, Finding},
    view::Strings,
};

/// How many places of the text are compared at a time: a few milliseconds' worth on a
/// slow phone.
const STRETCH: usize = 1 << 16;

/// Where the sentences stand that the facts rest on: a search in a text that the page
/// hands over piece by piece.
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

    /// Begins to look for every fact of the article shown. The facts, each in four
    /// places of the list: its name, as [`crate::article::Fact::name`] gives it, its
    /// words, and those before and after them or undefined.
    #[must_use]
    pub fn facts(&self) -> Array {
        let list = Array::new();
        if let Some(shown) = &mut *self.shown.borrow_mut() {
            at_work(shown.instance);
            let mut finder = Finder::new(nfd);
            shown.article.facts(&mut |fact, anchor| {
                finder.seek(anchor);
                let (before, after) = (anchor.before.as_deref(), anchor.after.as_deref());
                for text in [Some(&*fact.name()), Some(&*anchor.quote), before, after] {
                    list.push(&text.map_or(JsValue::UNDEFINED, JsValue::from_str));
                }
            });
            shown.search = Some(finder);
        }
        list
    }

    /// Takes the next piece of the text. How many bytes of it, in UTF-8, have been taken.
    pub fn read(&self, piece: &str) -> usize {
        match &mut *self.shown.borrow_mut() {
            Some(Shown {
                search: Some(search),
                ..
            }) => search.read(piece),
            _ => 0,
        }
    }

    /// Goes on for a moment once all is read. At last, where the facts stand: two
    /// numbers for each, the bytes at which its words begin and end, or twice 0 when
    /// they stand nowhere or nothing tells which of several places is meant.
    pub fn found(&self) -> Option<Array> {
        let mut shown = self.shown.borrow_mut();
        let search = &mut shown.as_mut()?.search;
        if !search.as_mut()?.proceed(STRETCH) {
            return None;
        }
        let list = Array::new();
        for finding in search.take()?.findings() {
            let (start, end) = match finding {
                Finding::Found(range) => (range.start, range.end),
                Finding::Missing | Finding::Ambiguous(_) => (0, 0),
            };
            list.push(&(start as u32).into());
            list.push(&(end as u32).into());
        }
        Some(list)
    }
}

/// The platform's canonical decomposition.
fn nfd(text: &str) -> String {
    JsString::from(text).normalize("NFD").into()
}
