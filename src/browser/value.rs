use js_sys::{Array, JSON, JsString, Object};
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::article::{
    Mistake, Problem, Value,
    decode::{Pieces, Refusal, decode},
    limits,
    turns::pause,
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
pub async fn value(js: &JsValue) -> Result<Value, Problem> {
    let text = JSON::stringify(js).map_err(|error| refused(&error))?;
    // `JSON.stringify(undefined)` is `undefined`, whatever the binding's type says.
    if !text.is_string() {
        return Err(Problem::of_all(Mistake::NoData, Vec::new()));
    }
    pause().await;
    self::text(&text).await
}

/// Takes JSON text, with the browser's own parser, which a reader need not download;
/// [`pause`]d after each piece.
///
/// # Errors
/// When the text is not JSON (`invalid-json`) or passes one of the [`limits`].
pub async fn text(text: &JsString) -> Result<Value, Problem> {
    if text.length() as usize > limits::BYTES {
        return Err(Problem::of_all(Mistake::TooLarge, Vec::new()));
    }
    let tree = parse(text).map_err(|error| refused(&error))?;
    pause().await;
    let decoded = if tree.is_object() && !Array::is_array(&tree) {
        members(tree.unchecked_ref()).await
    } else {
        decode(Deserializer::from(tree))
    };
    decoded.map_err(|refusal| match refusal {
        Refusal::Limit(problem) => problem,
        Refusal::Decoder(error) => refused(&error.into()),
    })
}

/// Decodes an object piece by piece.
async fn members(object: &Object) -> Result<Value, Refusal<serde_wasm_bindgen::Error>> {
    let mut pieces = Pieces::default();
    let mut members = Vec::new();
    for entry in Object::entries(object) {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        let value = if let Some(list) = value.dyn_ref::<Array>() {
            let mut items = Vec::with_capacity(list.length() as usize);
            for (at, item) in list.iter().enumerate() {
                items.push(pieces.piece(&[&name, &at.to_string()], Deserializer::from(item))?);
                pause().await;
            }
            Value::Array(items)
        } else {
            pieces.piece(&[&name], Deserializer::from(value))?
        };
        members.push((name, value));
        pause().await;
    }
    Ok(Value::Object(members))
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
