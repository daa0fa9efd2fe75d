use js_sys::Math;
use wasm_bindgen::prelude::*;
use web_sys::{Event, PointerEvent};

#[wasm_bindgen]
extern "C" {
    /// An event with a place, which web-sys has in whole px only. WebKit's gestures, which it
    /// does not have at all, are events with a place and a scale.
    #[wasm_bindgen(extends = Event)]
    pub(super) type Placed;
    /// Px from the left of the page's view.
    #[wasm_bindgen(method, getter, structural, js_name = clientX)]
    pub(super) fn x(this: &Placed) -> f64;
    #[wasm_bindgen(method, getter, structural, js_name = clientY)]
    pub(super) fn y(this: &Placed) -> f64;
    /// How many times farther apart the fingers are than at the gesture's start.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn scale(this: &Placed) -> f64;
}

/// Px that a finger may tremble before it drags.
const TREMBLE: f64 = 5.0;

/// A pointer: the mouse, a pen or a finger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pointer {
    /// Tells it from the others that are down.
    pub id: i32,
    /// Px from the left of the page's view.
    pub x: f64,
    /// Px from its top.
    pub y: f64,
    /// When it was there, in ms.
    pub time: f64,
    /// Whether it is a finger, or a pen, and may be about to scroll the page.
    pub touches: bool,
}

impl Pointer {
    /// The pointer that an event is of.
    pub(super) fn of(event: &PointerEvent) -> Pointer {
        let place: &Placed = event.unchecked_ref();
        Pointer {
            id: event.pointer_id(),
            x: place.x(),
            y: place.y(),
            time: event.time_stamp(),
            touches: event.pointer_type() != "mouse",
        }
    }

    /// Whether it is not far from where it came `down`, or a finger went up or down: that is
    /// a tap, or the page's.
    pub(super) fn rests(&self, down: &Pointer) -> bool {
        let (across, along) = ((self.x - down.x).abs(), (self.y - down.y).abs());
        across < TREMBLE || (self.touches && across < along)
    }

    /// How far it is from another one, in px.
    pub(super) fn distance(&self, other: &Pointer) -> f64 {
        Math::hypot(self.x - other.x, self.y - other.y)
    }
}
