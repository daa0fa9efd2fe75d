use std::cell::OnceCell;

use wasm_bindgen::prelude::*;

// What each does, and why, stands in `www/platform/`. None of them throws.
#[wasm_bindgen]
extern "C" {
    /// The functions of `www/platform/`, which the element loads and hands over: all
    /// that is mere plumbing of the browser costs fewer bytes there than here.
    #[derive(Clone)]
    pub type Platform;
    #[wasm_bindgen(method)]
    pub(super) fn axis(this: &Platform, place: &JsValue, heard: &JsValue, end: &JsValue) -> Hold;
    #[wasm_bindgen(method)]
    pub(super) fn overview(
        this: &Platform,
        place: &JsValue,
        heard: &JsValue,
        end: &JsValue,
    ) -> Hold;
    #[wasm_bindgen(method)]
    pub(super) fn attend(
        this: &Platform,
        place: &JsValue,
        name: &str,
        heard: &JsValue,
        end: &JsValue,
    ) -> Hold;
    #[wasm_bindgen(method)]
    pub(super) fn later(this: &Platform, heard: &JsValue, hold: &Hold);
    #[wasm_bindgen(method)]
    pub(super) fn width(this: &Platform, place: &JsValue) -> f64;
    #[wasm_bindgen(method)]
    pub(super) fn widths(this: &Platform, place: &JsValue, texts: &str, most: u16) -> Vec<u16>;
    #[wasm_bindgen(method)]
    pub(super) fn place(this: &Platform, name: &str) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn go(this: &Platform, name: &str, place: &str, step: bool);
    #[wasm_bindgen(method)]
    pub(super) fn fold(this: &Platform, text: &str) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn tongue(this: &Platform, language: &str) -> Tongue;

    /// A language, with the formatters of `Intl` that were needed so far.
    pub(super) type Tongue;
    #[wasm_bindgen(method)]
    pub(super) fn date(this: &Tongue, from: f64, to: f64, form: u32) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn number(this: &Tongue, value: f64) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn plural(this: &Tongue, count: f64) -> u32;
    #[wasm_bindgen(method)]
    pub(super) fn country(this: &Tongue, code: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    pub(super) fn list(this: &Tongue, items: &str) -> String;

    /// An `AbortController`: aborted, it ends what it was given for.
    pub(super) type Hold;
    #[wasm_bindgen(method)]
    fn abort(this: &Hold);
}

thread_local! {
    static PLATFORM: OnceCell<Platform> = const { OnceCell::new() };
}

impl Platform {
    /// Makes the platform known to those who can be handed nothing.
    pub(super) fn settle(&self) {
        // Every instance brings the same.
        let _ = PLATFORM.with(|platform| platform.set(self.clone()));
    }

    /// Asks the platform that has settled; nothing before.
    pub(super) fn ask<T>(work: impl FnOnce(&Platform) -> T) -> Option<T> {
        PLATFORM.with(|platform| platform.get().map(work))
    }
}

/// Told what has happened: its number, and up to two numbers more.
type Heard = Closure<dyn FnMut(u32, f64, f64)>;

/// Begins something that lasts, with whom to tell and the end at the latest.
type Begin<'a> = &'a dyn Fn(&JsValue, &JsValue) -> Hold;

/// Something that lasts until it is dropped, or until the instance's end: that comes
/// before, and also when the program has panicked, and nothing is ever dropped again.
pub(super) struct Guard {
    hold: Hold,
    heard: Heard,
}

impl Guard {
    pub(super) fn new(
        begin: Begin<'_>,
        end: &JsValue,
        heard: impl FnMut(u32, f64, f64) + 'static,
    ) -> Guard {
        let heard = Heard::new(heard);
        Guard {
            hold: begin(heard.as_ref(), end),
            heard,
        }
    }

    /// Has itself told, a task later, that there is time to go on.
    pub(super) fn later(&self, platform: &Platform) {
        platform.later(self.heard.as_ref(), &self.hold);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.hold.abort();
    }
}
