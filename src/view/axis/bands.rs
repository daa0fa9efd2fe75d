use super::style::{held, kept, px};
use crate::{
    timeline::{self, Band, Ending, Layout},
    view::{Context, event::basis, tree::Tree},
};

/// Rows of eras at most: of more at once only the list has all.
const ROWS: u8 = 6;
/// The height of a row of eras in px, with texts as large as usual.
const ROW: f64 = 26.0;

/// The eras behind the marks, their titles on top. To a screen reader they are in the
/// list, with their dates.
pub(super) fn bands(tree: &mut Tree, context: &Context, layout: &Layout, widths: &[u16]) {
    let axis = &context.state.axis;
    let shown: Vec<_> = axis
        .eras()
        .iter()
        .copied()
        .filter(|era| context.state.eras.contains(era.id as usize))
        .collect();
    if axis.eras().is_empty() {
        return;
    }
    let bands = timeline::bands(&shown, &axis.viewport, layout, widths, ROWS);
    // As high as all eras need, in view or not, so that nothing jumps.
    let rows = i32::from(timeline::rows(axis.eras(), ROWS));
    let row = (ROW * context.widths.text) as i32;
    tree.open("div.axis-bands #bands aria-hidden=true style={}")
        .with(&px(&[("block-size", rows * row)]));
    tree.open("div.axis-stage");
    for one in &bands {
        band(tree, context, one, row);
    }
    tree.close();
    tree.close();
}

fn band(tree: &mut Tree, context: &Context, band: &Band, row: i32) {
    let mut class = String::from("band held");
    for (is, name) in [
        (fades(band.starts), " fades-in"),
        (fades(band.ends), " fades-out"),
    ] {
        if is {
            class += name;
        }
    }
    let style = held(band.x, band.width) + &px(&[("--_top", i32::from(band.row) * row)]);
    let era = context.state.article.eras.get(band.id as usize);
    tree.open("div class={} part=era data-basis={} style={}")
        .with(&class)
        .fixed(era.and_then(|era| basis(&era.when)))
        .with(&style);
    tree.key_number(band.id.into());
    if let (Some(label), Some(era)) = (band.label, era) {
        tree.open("span.band-title style={}")
            .with(&kept(&label))
            .line(&era.title);
    }
    tree.close();
}

fn fades(ending: Ending) -> bool {
    ending != Ending::Sharp
}
