use std::any::Any;

use wasm_bindgen::JsValue;
use yew::{Callback, Event, KeyboardEvent, MouseEvent, NodeRef};

use super::platform::{Guard, Hold, Platform};
use crate::{
    timeline::Move,
    view::{Device, Key},
};

/// The page.
pub(super) struct Page {
    /// The browser's side of it all.
    pub platform: Platform,
    /// An `AbortSignal` that ends every listener.
    pub end: JsValue,
    /// The address of the folder that `dateline.js` came from.
    pub base: String,
    /// The codes of the countries whose flags lie there, separated by spaces.
    pub flags: String,
}

impl Device for Page {
    fn typed(&self, event: &Event) -> String {
        self.platform.typed(event)
    }

    fn bring(&self, event: &MouseEvent, id: &str) {
        self.platform.bring(event, id);
    }

    fn flag(&self, code: &str) -> Option<String> {
        let there = self.flags.split(' ').any(|flag| flag == code);
        there.then(|| [&self.base, "flags/", code, ".svg"].concat())
    }

    fn claim(&self, event: &KeyboardEvent) {
        event.prevent_default();
    }

    fn mark(&self, event: &MouseEvent) -> Option<String> {
        self.platform.mark(event)
    }

    fn axis(&self, place: &NodeRef, moved: Callback<Move>) -> Option<Box<dyn Any>> {
        self.gestures(Platform::axis, place, moved)
    }

    fn overview(&self, place: &NodeRef, moved: Callback<Move>) -> Option<Box<dyn Any>> {
        self.gestures(Platform::overview, place, moved)
    }

    fn widths(
        &self,
        place: &NodeRef,
        texts: &mut dyn Iterator<Item = &str>,
        most: u16,
    ) -> Vec<u16> {
        let Some(place) = place.get() else {
            return Vec::new();
        };
        // NUL is in no text of an article: reading leaves such characters out.
        let mut joined = String::new();
        for (at, text) in texts.enumerate() {
            if at > 0 {
                joined.push('\0');
            }
            joined.push_str(text);
        }
        self.platform.widths(&place, &joined, most)
    }

    fn key(&self, event: &KeyboardEvent) -> Option<Key> {
        Some(match self.platform.key(event) {
            0 => Key::Previous,
            1 => Key::Next,
            2 => Key::First,
            3 => Key::Last,
            4 => Key::In,
            5 => Key::Out,
            6 => Key::Fit,
            7 => Key::Choose,
            8 => Key::Leave,
            _ => return None,
        })
    }
}

/// How the platform begins to hear of gestures.
type Begin = fn(&Platform, &JsValue, &JsValue, &JsValue) -> Hold;

impl Page {
    fn gestures(
        &self,
        begin: Begin,
        place: &NodeRef,
        moved: Callback<Move>,
    ) -> Option<Box<dyn Any>> {
        let place = place.get()?;
        let begin = |heard: &JsValue, end: &JsValue| begin(&self.platform, &place, heard, end);
        let heard = move |kind, a, b, c| moved.emit(gesture(kind, a, b, c));
        Some(Box::new(Guard::new(&begin, &self.end, heard)))
    }
}

/// What a gesture does to the axis: the numbers are those of `www/platform.js`.
fn gesture(kind: u32, a: f64, b: f64, c: f64) -> Move {
    match kind {
        0 => Move::Resize(a),
        1 => Move::Pan(a),
        2 => Move::Pinch {
            factor: a,
            at: b,
            by: c,
        },
        3 => Move::Zoom { factor: a, at: b },
        4 => Move::Slide(a),
        5 | 6 => Move::Stretch {
            start: kind == 5,
            by: a,
        },
        _ => Move::Centre(a),
    }
}
