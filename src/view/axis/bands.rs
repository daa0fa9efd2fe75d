use yew::{Html, classes, html};

use super::style::{px, shifted};
use crate::{
    timeline::{self, Ending, Layout},
    view::Context,
};

/// Rows of eras.
const ROWS: u8 = 3;
/// The height of a row of eras in px.
const ROW: i32 = 26;

/// The eras behind the marks, their titles on top. To a screen reader they are in the
/// list, with their dates.
pub(super) fn bands(context: &Context, layout: &Layout, widths: &[u16]) -> Html {
    let (article, axis) = (&context.state.article, &context.state.axis);
    let shown: Vec<_> = axis
        .eras()
        .iter()
        .copied()
        .filter(|era| context.state.eras.contains(era.id as usize))
        .collect();
    let bands = timeline::bands(&shown, &axis.viewport, layout, widths, ROWS);
    // As high as all eras need, in view or not, so that nothing jumps.
    let rows = axis.eras().len().min(usize::from(ROWS)) as i32;
    html! {
        <div class="axis-bands" aria-hidden="true" ~style={px("block-size", rows * ROW)}>
            <div class="axis-stage" ~style={shifted(layout.shift)}>
                for band in bands {
                    <div key={band.id} part="era"
                        class={classes!(
                            "band",
                            fades(band.starts).then_some("fades-in"),
                            fades(band.ends).then_some("fades-out"),
                            band.cut.0.then_some("starts-cut"),
                            band.cut.1.then_some("ends-cut"),
                        )}
                        ~style={px("inset-inline-start", band.x) + &px("inline-size", band.width)
                            + &px("--_top", i32::from(band.row) * ROW)}>
                        if let (Some(label), Some(era)) = (band.label, article.eras.get(band.id as usize)) {
                            <span class="band-title"
                                ~style={px("inset-inline-start", label.x - band.x) + &px("inline-size", label.width)}>
                                {&*era.title}
                            </span>
                        }
                    </div>
                }
            </div>
        </div>
    }
}

fn fades(ending: Ending) -> bool {
    ending != Ending::Sharp
}
