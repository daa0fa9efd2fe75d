use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, window};

/// The width of a character where none can be measured, in px.
const GUESS: u16 = 8;
/// Tenths of a px, in which widths are summed.
const TENTHS: f64 = 10.0;

/// The widths of texts in the font of `place`, in px, at most `most`.
///
/// Each distinct character is measured once, on a canvas, so that the page is not laid
/// out and a hundred thousand texts cost no more than one alphabet and a sum. Kerning
/// and joined scripts come out a little too wide, which is the safe side.
pub(in crate::browser) fn widths(
    place: Option<&Element>,
    texts: &mut dyn Iterator<Item = &str>,
    most: u16,
) -> Vec<u16> {
    let canvas = place.and_then(canvas);
    let measured = |character: char| {
        let width = canvas.as_ref().and_then(|canvas| {
            let mut bytes = [0; 4];
            canvas.measure_text(character.encode_utf8(&mut bytes)).ok()
        });
        width.map_or(GUESS * TENTHS as u16, |metrics| {
            (metrics.width() * TENTHS).ceil() as u16
        })
    };
    // Sorted by character.
    let mut known: Vec<(char, u16)> = Vec::new();
    let mut width = |text: &str| {
        let mut sum = 0u32;
        for character in text.chars() {
            sum += u32::from(
                match known.binary_search_by_key(&character, |(own, _)| *own) {
                    Ok(at) => known.get(at).map_or(0, |(_, width)| *width),
                    Err(at) => {
                        let width = measured(character);
                        known.insert(at, (character, width));
                        width
                    }
                },
            );
            if sum > u32::from(most) * TENTHS as u32 {
                return most;
            }
        }
        sum.div_ceil(TENTHS as u32) as u16
    };
    texts.map(&mut width).collect()
}

/// A canvas that is in no page, with the font of `place`.
fn canvas(place: &Element) -> Option<CanvasRenderingContext2d> {
    let window = window()?;
    let style = window.get_computed_style(place).ok()??;
    let own = |property| style.get_property_value(property).unwrap_or_default();
    let canvas: HtmlCanvasElement = window
        .document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Not the shorthand, which not every browser fills in.
    context.set_font(
        &[
            &own("font-weight"),
            " ",
            &own("font-size"),
            " ",
            &own("font-family"),
        ]
        .concat(),
    );
    Some(context)
}
