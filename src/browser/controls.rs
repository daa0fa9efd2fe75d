//! What controls do that say it in their `data-act`, to which a field adds what stands in it.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
    MouseEvent,
};
use yew::Callback;

use super::subscription::Subscription;

/// Tells of all that the controls inside `place` do.
pub(super) fn listen(subscription: &mut Subscription, place: &Element, tell: &Callback<String>) {
    let (inside, hear) = (place.clone(), tell.clone());
    subscription.listen(place, "click", move |event: &MouseEvent| {
        let controls = "button[data-act],a[data-act],[role=option][data-act]";
        let Some(control) = closest(event.target(), controls) else {
            return;
        };
        // A link that is to open elsewhere is the browser's.
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        let Some(act) = control.get_attribute("data-act") else {
            return;
        };
        if control.tag_name() == "A" && elsewhere {
            return;
        }
        event.prevent_default();
        hear.emit(act);
        if let Some(id) = control.get_attribute("data-bring") {
            bring(&inside, &id);
        }
    });

    for (kind, field) in [("input", "input[data-act]"), ("change", "select[data-act]")] {
        let hear = tell.clone();
        subscription.listen(place, kind, move |event: &Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target.filter(|target| target.matches(field).unwrap_or(false))
            else {
                return;
            };
            if let Some(act) = target.get_attribute("data-act") {
                hear.emit(format!("{act} {}", value(&target)));
            }
        });
    }

    let (inside, hear) = (place.clone(), tell.clone());
    subscription.listen(place, "keydown", move |event: &KeyboardEvent| {
        let Some(control) = closest(event.target(), "[data-keys]") else {
            return;
        };
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        if let Some(act) = of_key(&inside, &control, &event.key()) {
            event.prevent_default();
            hear.emit(act);
        }
    });
}

/// What a key does on the axis or on the window over its overview.
fn of_key(inside: &Element, control: &Element, key: &str) -> Option<String> {
    let active = control.get_attribute("aria-activedescendant");
    if let (Some(id), "Enter" | " ") = (active, key) {
        let mark = inside.query_selector(&format!("#{id}")).ok()??;
        return mark.get_attribute("data-act");
    }
    let key = match key {
        "ArrowLeft" | "ArrowRight" if is_mirrored(control) => {
            if key == "ArrowLeft" {
                "ArrowRight"
            } else {
                "ArrowLeft"
            }
        }
        key => key,
    };
    let is_on_marks = control.get_attribute("data-keys").as_deref() == Some("marks");
    let act = match (key, is_on_marks) {
        ("+" | "=", _) => "in",
        ("-", _) => "out",
        ("0", _) => "fit",
        ("ArrowUp" | "ArrowLeft", true) => "step -1",
        ("ArrowDown" | "ArrowRight", true) => "step 1",
        ("Home", true) => "start",
        ("End", true) => "end",
        ("Escape", true) => "leave",
        ("ArrowUp" | "ArrowRight", false) => "slide 25",
        ("ArrowDown" | "ArrowLeft", false) => "slide -25",
        ("Home", false) => "centre 0",
        ("End", false) => "centre 100",
        _ => return None,
    };
    Some(act.to_owned())
}

fn is_mirrored(control: &Element) -> bool {
    matches!(control.closest("[dir=rtl]"), Ok(Some(_)))
}

fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    let target = target?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}

fn value(field: &Element) -> String {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        return field.value();
    }
    let field = field.dyn_ref::<HtmlSelectElement>();
    field.map(HtmlSelectElement::value).unwrap_or_default()
}

/// Brings what a control leads to into view, or gives the focus to a choice.
fn bring(inside: &Element, id: &str) {
    let Ok(Some(there)) = inside.query_selector(&format!("#{id}")) else {
        return;
    };
    match there.dyn_ref::<HtmlElement>() {
        Some(choice) if choice.tag_name() == "SELECT" => {
            // It fails for no element in the page.
            let _ = choice.focus();
        }
        _ => there.scroll_into_view(),
    }
}
