use wasm_bindgen::{JsCast, JsValue};

use super::value;
use crate::article::Reading;

/// The article in `data`, and what is wrong with it. A string is taken as JSON text:
/// an embedded article goes from the page's script to here without a detour.
pub(super) fn read(data: &JsValue) -> Reading {
    let value = match data.dyn_ref() {
        Some(text) => value::text(text),
        None => value::value(data),
    };
    match value {
        Ok(value) => crate::article::read(&value),
        Err(problem) => Reading {
            article: None,
            problems: vec![problem],
        },
    }
}
