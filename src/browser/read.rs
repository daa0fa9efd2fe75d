use wasm_bindgen::{JsCast, JsValue};

use super::value;
use crate::article::{Article, Problem, Reading};

/// The article in `data`, and what is wrong with it. A string is taken as JSON text:
/// an embedded article goes from the page's script to here without a detour.
pub(super) fn read(data: &JsValue) -> (Option<Article>, Vec<Problem>) {
    let value = match data.dyn_ref() {
        Some(text) => value::text(text),
        None => value::value(data),
    };
    match value {
        Ok(value) => {
            let Reading { article, problems } = crate::article::read(&value);
            (article, problems)
        }
        Err(problem) => (None, vec![problem]),
    }
}
