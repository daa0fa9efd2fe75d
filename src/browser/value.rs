use js_sys::{JSON, JsString};
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::article::{
    Mistake, Problem, Value,
    decode::{Refusal, decode},
    limits,
};

/// Takes a JavaScript value as JSON would carry it: through `JSON.stringify`.
///
/// That makes a plain tree of whatever a page hands over. What JSON cannot carry is
/// left out or refused by the browser itself: functions, symbols and `undefined`
/// members are absent, holes in arrays and numbers that are not finite become `null`,
/// a `Map` is an empty object, a `Date` its ISO text. Cycles, big integers, getters
/// and proxies that throw are exceptions, which are caught here and nowhere deeper.
///
/// Getters and `toJSON` are the page's own code and may call a widget: who calls this
/// holds no borrow meanwhile.
///
/// # Errors
/// When the value cannot be carried (`invalid-json`) or passes one of the [`limits`].
pub fn value(js: &JsValue) -> Result<Value, Problem> {
    let text = JSON::stringify(js).map_err(|error| refused(&error))?;
    // `JSON.stringify(undefined)` is `undefined`, whatever the binding's type says.
    if !text.is_string() {
        return Err(Problem::of_all(Mistake::NoData, Vec::new()));
    }
    self::text(&text)
}

/// Takes JSON text, with the browser's own parser, which a reader need not download.
///
/// # Errors
/// When the text is not JSON (`invalid-json`) or passes one of the [`limits`].
pub fn text(text: &JsString) -> Result<Value, Problem> {
    if text.length() as usize > limits::BYTES {
        return Err(Problem::of_all(Mistake::TooLarge, Vec::new()));
    }
    let tree = parse(text).map_err(|error| refused(&error))?;
    decode(Deserializer::from(tree)).map_err(|refusal| match refusal {
        Refusal::Limit(problem) => problem,
        Refusal::Decoder(error) => refused(&error.into()),
    })
}

/// `JSON.parse` without copying the text into the wasm's memory and back.
fn parse(text: &JsString) -> Result<JsValue, JsValue> {
    #[wasm_bindgen::prelude::wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
        fn parse(text: &JsString) -> Result<JsValue, JsValue>;
    }
    parse(text)
}

/// The problem of an exception. Only an `Error` is asked for its message, since
/// anything else may throw again when asked.
fn refused(error: &JsValue) -> Problem {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => Problem::unread(Mistake::InvalidJson, &String::from(error.message())),
        None => Problem::of_all(Mistake::Threw, Vec::new()),
    }
}
