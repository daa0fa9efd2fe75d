//! What the browser does for the desk: the functions of `scripts/`.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{Element, File, HtmlElement, ResizeObserver};

#[wasm_bindgen(module = "/scripts/platform.js")]
extern "C" {
    /// The languages that the browser's owner reads, one a line.
    pub fn languages() -> String;
    /// Codes and names of countries, a tab between, one a line.
    pub fn countries(language: &str, codes: &str) -> String;
    /// The same in several languages, in the browser's spare time: a promise.
    #[wasm_bindgen(js_name = countriesElsewhere)]
    pub fn countries_elsewhere(languages: &str, codes: &str) -> Promise;
    /// The folder in which the program lies that the desk previews with.
    pub fn program() -> String;
    /// The canonical decomposition.
    pub fn decomposed(text: &str) -> String;
    /// Bytes of the UTF-8 before a place that is counted in UTF-16.
    #[wasm_bindgen(js_name = bytesBefore)]
    pub fn bytes_before(text: &str, at: u32) -> usize;
    /// When something was, in words; `time` in milliseconds since 1970.
    pub fn clock(time: f64, language: &str) -> String;
    /// Fits a sheet of a width in pixels into a pane, until the observer is disconnected.
    pub fn fit(pane: &HtmlElement, sheet: &HtmlElement, width: u32) -> ResizeObserver;
    /// Gives the preview an article's JSON.
    pub fn show(widget: &HtmlElement, article: &str);
    /// Puts the focus on the field of a pointer, or of what is around it; whether there is one.
    pub fn lead(path: &str) -> bool;
    /// Writes into a field what is pasted, in place of what is selected.
    pub fn insert(field: &HtmlElement, text: &str);
    /// Whether an element's text goes from right to left.
    #[wasm_bindgen(js_name = isRightToLeft)]
    pub fn is_right_to_left(element: &Element) -> bool;
}

#[wasm_bindgen(module = "/scripts/files.js")]
extern "C" {
    /// A file's contents, in one of the languages, which are divided by spaces: a promise of
    /// [`Contents`].
    pub fn contents(file: &File, languages: &str) -> Promise;
    /// What was read of a file.
    pub type Contents;
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Contents) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn text(this: &Contents) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn bytes(this: &Contents) -> Vec<u8>;
    #[wasm_bindgen(method, getter, js_name = isPacked)]
    pub fn is_packed(this: &Contents) -> bool;
    #[wasm_bindgen(method, getter)]
    pub fn origin(this: &Contents) -> JsValue;
    /// The next save goes where a file came from; to nothing, it asks where.
    #[wasm_bindgen(js_name = saveTo)]
    pub fn save_to(origin: &JsValue);
    /// Saves a text as a file: a promise of its name, empty when nothing was saved.
    pub fn save(name: &str, text: &str, kind: &str, is_work: bool) -> Promise;
    /// Copies a text: a promise.
    pub fn copy(text: &str) -> Promise;
    /// The text of a file of the desk's own server: a promise.
    pub fn fetched(address: &str) -> Promise;
    /// Fetches the second program and has it read a source: a promise of JSON.
    pub fn bring(bytes: &[u8], text: &str, asked: &str) -> Promise;
    /// Has the editor choose a file: a promise of it, or of nothing.
    pub fn choose() -> Promise;
    /// Keeps the desk for when there is no network.
    pub fn offline();
    /// The words of HTML, which is parsed inert.
    pub fn words(html: &str) -> String;
}

#[wasm_bindgen(module = "/scripts/store.js")]
extern "C" {
    /// Keeps a work: a promise.
    pub fn keep(work: &JsValue) -> Promise;
    /// Notes a work that is not kept yet, for a page that is being left.
    pub fn note(work: &JsValue);
    /// Every work that is kept: a promise of an array of [`Kept`].
    pub fn list() -> Promise;
    /// A work: a promise of [`Kept`], or of nothing.
    pub fn work(id: f64) -> Promise;
    /// The times of a work's versions: a promise of an array of numbers.
    pub fn versions(id: f64) -> Promise;
    /// A version of a work: a promise of [`Kept`], or of nothing.
    pub fn version(id: f64, time: f64) -> Promise;
    /// Forgets a work: a promise.
    pub fn forget(id: f64) -> Promise;
    /// Says which work is open here, and hears of other tabs: `kept` or `open`.
    pub fn attend(id: f64, hear: &Closure<dyn Fn(String)>);
    /// The work that the page's address names, or 0.
    pub fn addressed() -> f64;
    /// Writes a work into the page's address.
    pub fn address(id: f64);
    /// Has the browser ask before the page is left, or not.
    pub fn ask(is: bool);
    /// A work as it is kept.
    #[derive(Clone)]
    pub type Kept;
    #[wasm_bindgen(method, getter, structural)]
    pub fn id(this: &Kept) -> f64;
    #[wasm_bindgen(method, getter, structural, js_name = name)]
    pub fn name_of(this: &Kept) -> String;
    #[wasm_bindgen(method, getter, structural)]
    pub fn time(this: &Kept) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    pub fn article(this: &Kept) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = text)]
    pub fn text_of(this: &Kept) -> String;
}
