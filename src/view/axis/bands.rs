use yew::{Html, html};

use super::style::{held, numbers, px, styled};
use crate::{
    timeline::{self, Band, Ending, Layout},
    view::{Context, element::span, event::basis},
};

/// Rows of eras at most: of more at once only the list has all.
const ROWS: u8 = 4;

/// The eras behind the marks, their titles on top. To a screen reader they are in the
/// list, with their dates.
pub(super) fn bands(context: &Context, layout: &Layout) -> Html {
    let axis = &context.state.axis;
    let eras = axis.eras().iter().zip(axis.era_weights());
    let (shown, weights): (Vec<_>, Vec<_>) = eras
        .filter(|(era, _)| context.state.eras.contains(era.id as usize))
        .unzip();
    let widths = context.widths.eras();
    let bands = timeline::bands(&shown, &weights, &axis.viewport, layout, &widths, ROWS);
    // As high as all eras need, in view or not, so that nothing jumps.
    let rows = timeline::band_rows(axis.eras(), axis.era_weights(), ROWS);
    let band = |band: &Band| self::band(context, band);
    styled(
        html! {
            <div class="axis-bands" aria-hidden="true">
                <div class="axis-stage">{ for bands.iter().map(band) }</div>
            </div>
        },
        numbers(&[("--_rows", rows.into())]),
    )
}

fn band(context: &Context, band: &Band) -> Html {
    let era = context.state.article.eras.get(band.id as usize);
    let class = yew::classes!(
        "band",
        "held",
        (band.starts != Ending::Sharp).then_some("fades-in"),
        (band.ends != Ending::Sharp).then_some("fades-out"),
    );
    let title = band.title.zip(era).map(|((_, latest), era)| {
        let title = span("band-title", html! { era.title.to_string() });
        styled(title, px(&[("--_l", latest)]))
    });
    styled(
        html! {
            <div key={band.id} {class} part="era" data-basis={era.and_then(|era| basis(&era.when))}>
                <i class="band-shade" part="era-band" />
                { for title }
            </div>
        },
        held(band.x, band.width) + &numbers(&[("--_r", band.row.into())]),
    )
}
