//! How wide texts are.

use std::cell::OnceCell;

use gloo_utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// The width of a character that cannot be measured, in px.
const UNKNOWN: f64 = 8.0;

/// The widths of texts, joined by NUL, in the font of `place`; in whole px, at most `most`.
///
/// Each distinct character is measured once, on a canvas, so that the page is not laid
/// out and a hundred thousand texts cost no more than one alphabet and a sum. Kerning
/// and joined scripts come out a little too wide, which is the safe side.
pub(super) fn widths(place: &Element, texts: &str, most: u16) -> Vec<u16> {
    let canvas = canvas_like(place);
    let measure = |letter: char| {
        let measured = canvas
            .as_ref()?
            .measure_text(letter.encode_utf8(&mut [0; 4]));
        Some(measured.ok()?.width())
    };
    // By letter.
    let mut known: Vec<(char, f64)> = Vec::new();
    let mut width_of = |letter: char| {
        let place = known.partition_point(|(other, _)| *other < letter);
        match known.get(place) {
            Some((other, width)) if *other == letter => *width,
            _ => {
                let width = measure(letter).unwrap_or(UNKNOWN);
                known.insert(place, (letter, width));
                width
            }
        }
    };
    let mut width = |text: &str| {
        let mut sum = 0.0;
        for letter in text.chars() {
            sum += width_of(letter);
            if sum > f64::from(most) {
                return most;
            }
        }
        sum.ceil() as u16
    };
    texts.split('\0').map(&mut width).collect()
}

/// The page's canvas, which writes in the font of `place` from now on.
fn canvas_like(place: &Element) -> Option<CanvasRenderingContext2d> {
    thread_local! {
        /// One for all widgets: to make one takes longer than to measure an alphabet.
        static CANVAS: OnceCell<Option<CanvasRenderingContext2d>> = const { OnceCell::new() };
    }
    let style = window().get_computed_style(place).ok()??;
    let value = |name: &str| style.get_property_value(name).unwrap_or_default();
    let canvas = CANVAS.with(|canvas| canvas.get_or_init(canvas_of_the_page).clone())?;
    // Not the shorthand, which not every browser fills in.
    let [weight, size, family] = ["font-weight", "font-size", "font-family"].map(value);
    canvas.set_font(&format!("{weight} {size} {family}"));
    Some(canvas)
}

fn canvas_of_the_page() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas = canvas.unchecked_into::<HtmlCanvasElement>();
    let canvas = canvas.get_context("2d").ok()??;
    Some(canvas.unchecked_into())
}
