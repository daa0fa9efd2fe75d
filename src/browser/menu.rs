//! A menu closes on Escape, and when the reader goes elsewhere: `<details>` does neither.

use std::{cell::RefCell, rc::Rc};

use gloo_utils::window;
use wasm_bindgen::JsCast;
use web_sys::{
    AbortSignal, Element, Event, EventTarget, FocusEvent, HtmlElement, KeyboardEvent, Node,
};

use super::subscription::{Phase, Subscription};

const MENU: &str = "details[data-menu]";

/// Has the menus inside `mounted` close.
pub(super) fn listen(
    subscription: &mut Subscription,
    instance: u32,
    mounted: &HtmlElement,
    end: &AbortSignal,
) {
    // Only while a menu is open does anything listen to the page around.
    let outside = Rc::new(RefCell::new(None));
    let end = end.clone();
    subscription.listen_in(Phase::Capture, mounted, "toggle", move |event: &Event| {
        let Some(menu) = menu_of(event.target()) else {
            return;
        };
        let open = menu.has_attribute("open").then(|| {
            let mut open = Subscription::new(instance, &end);
            open.listen_in(
                Phase::Capture,
                &window(),
                "pointerdown",
                move |event: &Event| {
                    let path = event.composed_path();
                    if !path.includes(&menu, 0) {
                        close(&menu);
                    }
                },
            );
            open
        });
        outside.replace(open);
    });

    subscription.listen(mounted, "keydown", |event: &KeyboardEvent| {
        let menu = menu_of(event.target()).filter(|menu| menu.has_attribute("open"));
        if let Some(menu) = menu.filter(|_| event.key() == "Escape") {
            event.prevent_default();
            close(&menu);
            if let Ok(Some(summary)) = menu.query_selector("summary") {
                super::focus::focus(&summary);
            }
        }
    });

    subscription.listen(mounted, "focusout", |event: &FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<Node>().ok());
        if let (Some(menu), Some(to)) = (menu_of(event.target()), to)
            && !menu.contains(Some(&to))
        {
            close(&menu);
        }
    });
}

fn menu_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(MENU).ok()?
}

fn close(menu: &Element) {
    // It fails for no element.
    let _ = menu.remove_attribute("open");
}
