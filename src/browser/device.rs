use std::any::Any;

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot, window};
use yew::{Callback, Event, KeyboardEvent, MouseEvent, NodeRef, TargetCast};

use super::{
    gestures::{Overview, Pane, widths},
    object::string,
};
use crate::{
    timeline::Move,
    view::{Device, Key},
};

/// The page.
pub(super) struct Page {
    /// The address of the folder that `dateline.js` came from.
    pub base: String,
    /// The codes of the countries whose flags lie there, separated by spaces.
    pub flags: String,
}

impl Device for Page {
    fn typed(&self, event: &Event) -> String {
        event
            .target()
            .and_then(|field| string(&field, "value"))
            .unwrap_or_default()
    }

    fn bring(&self, event: &MouseEvent, id: &str) {
        let element = event.target_dyn_into::<Element>();
        let root =
            element.and_then(|element| element.get_root_node().dyn_into::<ShadowRoot>().ok());
        if let Some(found) = root.and_then(|root| root.get_element_by_id(id)) {
            found.scroll_into_view();
        }
    }

    fn flag(&self, code: &str) -> Option<String> {
        let there = self.flags.split(' ').any(|flag| flag == code);
        there.then(|| [&self.base, "flags/", code, ".svg"].concat())
    }

    fn claim(&self, event: &KeyboardEvent) {
        event.prevent_default();
    }

    fn mark(&self, event: &MouseEvent) -> Option<String> {
        let target: Element = event.target_dyn_into()?;
        target
            .closest("[data-mark]")
            .ok()??
            .get_attribute("data-mark")
    }

    fn axis(&self, place: &NodeRef, moved: Callback<Move>) -> Option<Box<dyn Any>> {
        Some(Box::new(Pane::new(&place.cast::<Element>()?, moved)))
    }

    fn overview(&self, place: &NodeRef, moved: Callback<Move>) -> Option<Box<dyn Any>> {
        Some(Box::new(Overview::new(&place.cast::<Element>()?, moved)))
    }

    fn widths(
        &self,
        place: &NodeRef,
        texts: &mut dyn Iterator<Item = &str>,
        most: u16,
    ) -> Vec<u16> {
        widths(place.cast::<Element>().as_ref(), texts, most)
    }

    fn key(&self, event: &KeyboardEvent) -> Option<Key> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return None;
        }
        Some(match event.key().as_str() {
            "ArrowUp" => Key::Previous,
            "ArrowDown" => Key::Next,
            "ArrowLeft" if right_to_left(event) => Key::Next,
            "ArrowLeft" => Key::Previous,
            "ArrowRight" if right_to_left(event) => Key::Previous,
            "ArrowRight" => Key::Next,
            "Home" => Key::First,
            "End" => Key::Last,
            "+" | "=" => Key::In,
            "-" => Key::Out,
            "0" => Key::Fit,
            "Enter" | " " => Key::Choose,
            "Escape" => Key::Leave,
            _ => return None,
        })
    }
}

/// Whether the text runs from right to left where `event` happened.
fn right_to_left(event: &KeyboardEvent) -> bool {
    event
        .target_dyn_into::<Element>()
        .and_then(|target| window()?.get_computed_style(&target).ok()?)
        .and_then(|style| style.get_property_value("direction").ok())
        .is_some_and(|direction| direction == "rtl")
}
