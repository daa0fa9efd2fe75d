use js_sys::{Array, JSON, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::article::{Budget, Mistake, Problem, Value, limits};

/// Takes a JavaScript value as JSON would carry it: through `JSON.stringify`.
///
/// That makes a plain tree of whatever a page hands over. What JSON cannot carry is
/// left out or refused by the browser itself: functions, symbols and `undefined`
/// members are absent, holes in arrays and numbers that are not finite become `null`,
/// a `Map` is an empty object, a `Date` its ISO text. Cycles, big integers, getters
/// and proxies that throw are exceptions, which are caught here and nowhere deeper.
///
/// # Errors
/// When the value cannot be carried (`invalid-json`) or passes one of the [`limits`].
pub fn value(js: &JsValue) -> Result<Value, Problem> {
    let text = JSON::stringify(js).map_err(|error| refused(&error))?;
    // `JSON.stringify(undefined)` is `undefined`, whatever the binding's type says.
    if !text.is_string() {
        return Err(Problem::of_all(Mistake::NoData, String::new()));
    }
    self::text(&text)
}

/// Takes JSON text, with the browser's own parser.
///
/// # Errors
/// When the text is not JSON (`invalid-json`) or passes one of the [`limits`].
pub fn text(text: &JsString) -> Result<Value, Problem> {
    if text.length() as usize > limits::BYTES {
        return Err(Problem::of_all(Mistake::TooLarge, String::new()));
    }
    let tree = parse(text).map_err(|error| refused(&error))?;
    let mut budget = Budget::default();
    // Of a tree that the browser's parser made, nothing but a limit can end the way.
    taken(&tree, &mut budget).ok_or_else(|| budget.refusal().unwrap_or_else(threw))
}

/// A value of the tree that `JSON.parse` made: plain objects and arrays, without
/// getters, cycles or anything else that could throw.
fn taken(js: &JsValue, budget: &mut Budget) -> Option<Value> {
    budget.take()?;
    if let Some(text) = js.as_string() {
        return Some(Value::String(text));
    }
    if let Some(number) = js.as_f64() {
        return Some(Value::Number(number));
    }
    if let Some(flag) = js.as_bool() {
        return Some(Value::Bool(flag));
    }
    if js.is_null() {
        return Some(Value::Null);
    }
    budget.enter()?;
    let object: &Object = js.unchecked_ref();
    let keys = (!Array::is_array(js)).then(|| Object::keys(object));
    // Of an array these are its own items.
    let inner = Object::values(object);
    let (mut items, mut members) = (Vec::new(), Vec::new());
    for at in 0..inner.length() {
        let key = keys.as_ref().and_then(|keys| keys.get(at).as_string());
        match (taken(&inner.get(at), budget), key) {
            (Some(value), Some(key)) => members.push((key, value)),
            (Some(value), None) => items.push(value),
            (None, key) => {
                budget.came_from(key.unwrap_or_else(|| at.to_string()));
                return None;
            }
        }
    }
    budget.leave();
    Some(if keys.is_some() {
        Value::Object(members)
    } else {
        Value::Array(items)
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
        None => threw(),
    }
}

fn threw() -> Problem {
    Problem::of_all(Mistake::Threw, String::new())
}
