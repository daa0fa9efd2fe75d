//! What is dropped and pasted on the page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element};
use yew::prelude::*;

use super::{
    files::{self, Source, Taken},
    platform,
    scene::Scene,
};
use crate::work::{Node, Step};

/// Whether what is dragged is for the desk: a file is, and a text is that comes from elsewhere
/// and is over no field, which takes it itself. `is_own` is what is dragged within the desk.
pub fn is_taken(event: &DragEvent, is_own: bool) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    let has_file = types.is_some_and(|types| types.includes(&"Files".into(), 0));
    let is_over_field = || {
        let target = event.target_dyn_into::<Element>();
        let field = target.and_then(|target| target.closest("input, textarea").ok().flatten());
        field.is_some()
    };
    !is_own && (has_file || !is_over_field())
}

/// Takes what is dropped: a file, else a text.
pub fn dropped(event: &DragEvent, taken: &Taken) {
    event.prevent_default();
    let data = event.data_transfer();
    let file = data
        .as_ref()
        .and_then(|data| data.files())
        .and_then(|files| files.get(0));
    match file {
        Some(file) => files::read(file, taken.clone()),
        None => take(String::new(), held(data.as_ref(), "text/plain"), taken),
    }
}

/// Takes what is pasted and no field has taken: a file, and where there is no work yet, a table
/// or a text. Sheets copy a picture of their cells with them, which is passed over.
pub fn pasted(event: &Event, is_empty: bool, taken: &Taken) {
    if event.default_prevented() {
        return;
    }
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let file = data
        .as_ref()
        .and_then(|data| data.files())
        .and_then(|files| files.get(0));
    let text = held(data.as_ref(), "text/plain");
    if let Some(file) = file.filter(|_| text.is_empty()) {
        event.prevent_default();
        files::read(file, taken.clone());
    } else if is_empty {
        let html = held(data.as_ref(), "text/html");
        let is_row = |line: &str| line.contains('\t');
        let is_table = text.lines().take(2).all(is_row) || html.contains("<table");
        match (is_table, html.is_empty()) {
            (true, _) => take(String::new(), text, taken),
            (false, false) => take("pasted.html".into(), html, taken),
            // Prose, for all that has no columns: what is data is told from it by its first sign.
            (false, true) => take("pasted.txt".into(), text, taken),
        }
    }
}

fn held(data: Option<&DataTransfer>, kind: &str) -> String {
    let text = data.and_then(|data| data.get_data(kind).ok());
    text.unwrap_or_default()
}

fn take(name: String, text: String, taken: &Taken) {
    if !text.trim().is_empty() {
        taken.heard.emit(Ok(Source {
            name,
            text,
            packed: None,
            origin: JsValue::UNDEFINED,
        }));
    }
}

/// The words of a file that is an article's own text, or nothing where it is data.
pub fn words(source: &Source) -> Option<String> {
    if !is_text(source) {
        return None;
    }
    let is_html = ends(&source.name, &["html", "htm", "xhtml"]);
    Some(match is_html {
        true => platform::words(&source.text),
        false => source.text.clone(),
    })
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let name = name.to_lowercase();
    endings
        .iter()
        .any(|ending| name.ends_with(&format!(".{ending}")))
}

/// Whether a file is an article's own text rather than data.
fn is_text(source: &Source) -> bool {
    let is_named = ends(&source.name, &["html", "htm", "xhtml", "txt", "md"]);
    let is_data = source.text.contains("<table")
        || source.text.contains("data-date=")
        || source.text.contains("<dateline-widget");
    source.packed.is_none()
        && is_named
        && !is_data
        && !source.text.trim_start().starts_with(['{', '['])
}

/// The text beside the work at hand, or beside a new one.
pub fn take_text(scene: &Scene, has_work: bool, name: &str, text: &str) {
    let step = Step::Text(text.into());
    if has_work {
        scene.take(step);
        return;
    }
    let first = step.applied(&files::empty(scene.words.language));
    let headline = text.lines().next().unwrap_or_default().trim();
    let is_headline = headline.chars().count() < 160 && !headline.ends_with('.');
    let set = Step::Set("/headline".into(), Node::text(headline));
    let work = if is_headline {
        set.applied(&first)
    } else {
        first
    };
    let name = name.rsplit_once('.').map_or("", |(name, _)| name);
    let is_named = !name.is_empty() && name != "pasted";
    files::open(
        scene,
        if is_named { name } else { scene.say("unnamed") },
        work,
    );
}
