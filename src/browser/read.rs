//! The browser's door of the article: a JavaScript value.

use wasm_bindgen::JsValue;

use super::object::string;
use crate::article::{Article, Problem};

/// The article in `value`, and what is wrong with it.
pub(super) fn read(value: &JsValue) -> (Option<Article>, Vec<Problem>) {
    let article = Article {
        language: string(value, "language")
            .unwrap_or_else(|| "en".into())
            .into(),
        headline: string(value, "headline").unwrap_or_default().into(),
        summary: None,
        published: None,
        dateline: None,
        source: None,
        people: vec![],
        events: vec![],
        eras: vec![],
        countries: vec![],
        corrections: vec![],
    };
    (Some(article), vec![])
}
