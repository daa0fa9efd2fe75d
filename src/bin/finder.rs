//! The second program: where in the page's article the sentences stand that the facts
//! rest on. It is fetched only when a reader asks for one of them, with
//! `www/passages/text.js`, which hands it the article's text piece by piece.

use dateline::article::{
    Anchor,
    passage::{self, Finding},
};
use wasm_bindgen::prelude::*;

/// The smallest there is, as in the widget's own program.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How many places of the text are compared at a time: a few milliseconds' worth on a
/// slow phone.
const STRETCH: usize = 1 << 16;

#[wasm_bindgen]
extern "C" {
    /// The platform's canonical decomposition, when `form` is `NFD`.
    #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = call)]
    fn normalised(text: &str, form: &str) -> String;
}

/// One search in one text.
#[wasm_bindgen]
pub struct Finder(passage::Finder);

#[wasm_bindgen]
impl Finder {
    /// Looks for nothing yet.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Finder {
        Finder(passage::Finder::new(|text| normalised(text, "NFD")))
    }

    /// Looks for one more sentence: its words, and those before and after them where they
    /// are needed to tell it. All are named before anything is found.
    pub fn seek(&mut self, quote: String, before: Option<String>, after: Option<String>) {
        self.0.seek(&Anchor {
            quote: quote.into(),
            before: before.map(Into::into),
            after: after.map(Into::into),
            url: None,
        });
    }

    /// Takes the next piece of the text. How many bytes of it, in UTF-8, have been taken.
    pub fn read(&mut self, piece: &str) -> usize {
        self.0.read(piece)
    }

    /// Goes on for a moment once all is read. At last, where the sentences stand: two
    /// numbers for each, the bytes at which its words begin and end, or twice 0 when
    /// they stand nowhere or nothing tells which of several places is meant.
    pub fn found(&mut self) -> Option<Vec<u32>> {
        if !self.0.proceed(STRETCH) {
            return None;
        }
        let ends = |finding: &Finding| match finding {
            Finding::Found(range) => [range.start as u32, range.end as u32],
            Finding::Missing | Finding::Ambiguous(_) => [0, 0],
        };
        Some(self.0.findings().flat_map(ends).collect())
    }
}

impl Default for Finder {
    fn default() -> Finder {
        Finder::new()
    }
}

/// There is nothing to start: the page calls.
fn main() {}
