//! What the host page is told: plain objects, in the data's own names.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

use super::object::object;
use crate::{
    article::{Problem, Severity},
    explore::{State, address::Place},
};

/// `dateline-ready`: what is shown now.
pub(super) fn ready(state: &State) -> Object {
    object([
        ("events", count(state.article.events.len())),
        ("countries", count(state.article.countries.len())),
    ])
}

/// `dateline-select`: the chosen event, or nulls.
pub(super) fn select(state: &State) -> Object {
    let event = state.selected.and_then(|at| state.article.events.get(at));
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    object([
        ("id", text(event.map(|event| &*event.id))),
        ("title", text(event.map(|event| &*event.title))),
    ])
}

/// `dateline-filter`: what the reader looks for, and how much of it there is.
pub(super) fn filter(state: &State) -> Object {
    let [_, countries, speaker, search] = members(state);
    object([
        countries,
        speaker,
        search,
        ("shown", count(state.shown.count())),
        ("total", count(state.shown.total())),
    ])
}

/// Where the reader is, as [`super::widget::Widget::show`] takes it back.
pub(super) fn place(state: &State) -> Object {
    object(members(state))
}

fn members(state: &State) -> [(&'static str, JsValue); 4] {
    let place = Place::of(state);
    let id = |id: String| match &*id {
        "" => JsValue::NULL,
        id => id.into(),
    };
    [
        ("event", id(place.event)),
        ("countries", strings(&place.countries)),
        ("speaker", id(place.speaker)),
        ("search", place.query.into()),
    ]
}

/// What is wrong with the data, for `www/dateline.js` to put into sentences: of each
/// problem, with tabs between them, how bad it is, its key among the sentences, what was
/// found, the words that the sentences need (a line each), and the path, which alone may
/// hold a tab.
pub fn problems(problems: &[Problem]) -> Array {
    let list = Array::new();
    for problem in problems {
        let severity = match problem.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let mut line = String::from(severity);
        let key = problem.mistake.key();
        for part in &[key, &problem.found, &problem.arguments, &problem.path] {
            line.push('\t');
            line.push_str(part);
        }
        list.push(&line.into());
    }
    list
}

fn count(count: usize) -> JsValue {
    JsValue::from_f64(count as f64)
}

fn strings(texts: &[String]) -> JsValue {
    let list: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    list.into()
}
