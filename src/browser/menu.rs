//! Menus that are `<details data-menu>` close on Escape and on a press elsewhere.

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ShadowRoot};

use super::subscription::{Phase, Subscription};

const OPEN: &str = "details[data-menu][open]";

/// Has the menus inside `mounted` close.
pub(super) fn listen(subscription: &mut Subscription, mounted: &HtmlElement) {
    let place = mounted.clone();
    subscription.listen(mounted, "keydown", move |event: &KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(menu) = element(event).and_then(|inside| inside.closest(OPEN).ok()?)
        {
            close(&menu);
            // It would be gone with what was inside.
            if let Ok(Some(summary)) = menu.query_selector("summary")
                && let Some(summary) = summary.dyn_ref::<HtmlElement>()
            {
                let _ = summary.focus();
            }
        }
    });

    let inside = place.clone();
    subscription.listen_in(
        Phase::Capture,
        mounted,
        "pointerdown",
        move |event: &Event| {
            let own = element(event).and_then(|pressed| pressed.closest(OPEN).ok()?);
            if own.is_none() {
                close_all(&inside);
            }
        },
    );
    // What is pressed inside the widget is, from outside, the widget.
    let root = place.get_root_node().dyn_into::<ShadowRoot>().ok();
    let host = root.map(|root| root.host());
    subscription.listen_in(
        Phase::Capture,
        &document(),
        "pointerdown",
        move |event: &Event| {
            if element(event) != host {
                close_all(&place);
            }
        },
    );
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn close_all(place: &HtmlElement) {
    if let Ok(Some(menu)) = place.query_selector(OPEN) {
        close(&menu);
    }
}

fn close(menu: &Element) {
    // There is always an attribute to take away.
    let _ = menu.remove_attribute("open");
}
