use js_sys::Math;
use serde::Serialize;
use serde_wasm_bindgen::to_value;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::stage::Place;

// Which web-sys does not have yet.
#[wasm_bindgen]
extern "C" {
    type Animated;
    #[wasm_bindgen(method, structural)]
    fn animate(this: &Animated, frames: &JsValue, options: &JsValue) -> Glide;

    /// Something that glides.
    pub(super) type Glide;
    /// Puts it where it is to be, at once.
    #[wasm_bindgen(method)]
    pub(super) fn cancel(this: &Glide);
}

/// How long a glide takes in ms, as in the stylesheet.
pub(super) const GLIDE: u32 = 160;
/// From so many times twice as close, or as far, nothing glides: what is seen on the way
/// would be no help.
const FAR: f64 = 4.0;

#[derive(Serialize)]
struct Frames {
    transform: [String; 2],
}

#[derive(Serialize)]
struct Timing {
    duration: u32,
    easing: &'static str,
}

/// Has all that is laid out glide from one place to another.
pub(super) fn glide(stages: &[HtmlElement], from: Place, to: Place, way: f64) -> Vec<Glide> {
    let is_far = !from.start.is_finite() || Math::log2(from.zoom).abs() > FAR;
    let frames = to_value(&Frames {
        transform: [from, to].map(|place| place.transform(way)),
    });
    let timing = to_value(&Timing {
        duration: GLIDE,
        easing: "ease-out",
    });
    let (false, Ok(frames), Ok(timing)) = (is_far, frames, timing) else {
        return Vec::new();
    };
    stages
        .iter()
        .map(|stage| stage.unchecked_ref::<Animated>().animate(&frames, &timing))
        .collect()
}
