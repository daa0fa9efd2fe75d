use std::{cell::RefCell, collections::HashMap, sync::Arc};

use dateline::picture::{Face, Size};
use resvg::{
    render,
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// The size at which texts are measured.
const SIZE: f32 = 100.0;

/// The picture's dots, as a PNG.
///
/// # Errors
/// A sentence, where there are no fonts or no memory.
pub(super) fn png(
    svg: &str,
    fonts: Option<Arc<Database>>,
    size: Size,
    scale: u8,
) -> Result<Vec<u8>, String> {
    let fonts = fonts.ok_or(
        "A PNG needs fonts, and this machine has none: install some (on Debian or Ubuntu, \
         fonts-dejavu or fonts-noto), or write an SVG with --svg.",
    )?;
    let tree = Tree::from_str(svg, &options(fonts))
        .map_err(|why| format!("The picture cannot be drawn: {why}."))?;
    let times = |side: u16| u32::from(side) * u32::from(scale);
    let mut dots = Pixmap::new(times(size.width()), times(size.height()))
        .ok_or_else(|| format!("A picture of {size} at {scale} dots to a px has no room."))?;
    let scale = f32::from(scale);
    render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut dots.as_mut(),
    );
    dots.encode_png()
        .map_err(|why| format!("The picture cannot be written as PNG: {why}."))
}

/// How wide texts are in the machine's fonts, measured by what draws them; each once.
pub(super) fn measured(fonts: Arc<Database>) -> impl Fn(&str, Face) -> f64 {
    let options = options(fonts);
    let known: RefCell<HashMap<(String, Face), f64>> = RefCell::default();
    move |text, face| {
        let key = (text.to_owned(), face);
        if let Some(known) = known.borrow().get(&key) {
            return *known;
        }
        // Blanks at an end have no width of their own.
        let around = |text: &str| width(text, face, &options);
        let width = around(&format!("|{text}|")) - around("||");
        known.borrow_mut().insert(key, width);
        width
    }
}

fn options(fonts: Arc<Database>) -> Options<'static> {
    Options {
        fontdb: fonts,
        ..Options::default()
    }
}

/// How wide a text is drawn, as a multiple of its size.
fn width(text: &str, face: Face, options: &Options<'_>) -> f64 {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text xml:space=\"preserve\" \
         font-family=\"{}\" font-weight=\"{}\" font-size=\"{SIZE}\">{escaped}</text></svg>",
        face.families(),
        face.weight(),
    );
    let tree = Tree::from_str(&svg, options);
    let width = tree.map(|tree| tree.root().bounding_box().width());
    f64::from(width.unwrap_or_default() / SIZE)
}
