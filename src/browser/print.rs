//! The sentences as numbered notes, on paper.

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Lists the sentences of all marks in the view while the page is printed, in the order of
/// the marks, and none otherwise.
pub(super) fn list_notes(mounted: &Element, printed: bool) {
    let Some(notes) = find(mounted, ".notes") else {
        return;
    };
    let Some(list) = notes.last_element_child() else {
        return;
    };
    list.set_text_content(None);
    if printed && let Ok(marks) = mounted.query_selector_all("sup") {
        for at in 0..marks.length() {
            let quote = marks
                .item(at)
                .and_then(|mark: Node| mark.dyn_into::<HtmlElement>().ok())
                .and_then(|mark| mark.dataset().get("quote"));
            if let Ok(item) = document().create_element("li") {
                item.set_text_content(quote.as_deref());
                let _ = list.append_child(&item);
            }
        }
    }
    notes.set_hidden(list.child_element_count() == 0);
}

fn find(mounted: &Element, selector: &str) -> Option<HtmlElement> {
    mounted.query_selector(selector).ok()??.dyn_into().ok()
}
