//! The time axis: eras as bands, lanes of marks over ticks, an overview, and the controls.
//!
//! While the axis is panned or zoomed within what is laid out, the browser moves its stages
//! and nothing is rendered. When it is laid out anew, marks, ticks and the overview's bars
//! are components of their own, which render again only when what they show has changed.

mod bands;
mod bar;
mod cluster_list;
mod folds;
mod lanes;
mod mark;
mod menu;
mod overview;
mod same;
mod style;
mod ticks;

pub(super) use self::{mark::MarkView, overview::Bars, ticks::TickWords};

use yew::{Html, html};

use super::Context;
use crate::{
    article::Instant,
    timeline::{self, LaneHeight, Layout, Options},
};

/// Rows for marks on one lane, each 17 px high: on a wide axis up to 240 px, on a narrow
/// one up to 140 px.
const ROWS: (u8, u8) = (14, 8);
/// Rows for long bars above them, which take their room from those.
const SPANS: (u8, u8) = (3, 2);
/// Rows of one of several lanes.
const LANE_ROWS: u8 = 2;

/// The axis, with its controls.
pub(super) fn axis(context: &Context) -> Html {
    let layout = layout(context);
    let lanes = context.state.axis.lanes();
    let several = lanes.len() > 1;
    let window = style::px(&[("--_at", layout.shift)]);
    html! {
        <div class="axis" part="axis" role="group" aria-label={context.words.strings.axis()}>
            { bar::bar(context) }
            <div class="axis-plot" data-lanes={several.then_some("")}>
                if several {
                    { lanes::gutter(context, &layout) }
                }
                { style::styled(html! {
                    <div class="axis-window" data-pane="">
                        { folds::folds(context, &layout) }
                        { bands::bands(context, &layout) }
                        { lanes::lanes(context, &layout) }
                        { ticks::ticks(context, &layout) }
                    </div>
                }, window) }
            </div>
            { cluster_list::cluster_list(context) }
            { overview::overview(context) }
        </div>
    }
}

fn layout(context: &Context) -> Layout {
    let (state, axis) = (&context.state, &context.state.axis);
    let pick = |(wide, narrow): (u8, u8)| if state.wide { wide } else { narrow };
    let several = axis.lanes().len() > 1;
    let options = Options {
        rows: if several { LANE_ROWS } else { pick(ROWS) },
        spans: if several { 1 } else { pick(SPANS) },
        shared: !several,
        titles: context.widths.titles(),
    };
    let selected = state.selected.and_then(|at| axis.item(at));
    let selected = selected.map(|item| (item.id, Instant(item.anchor)));
    let mut layout = timeline::layout(axis.index(), &axis.viewport, &options, selected);
    // One of several lanes is always as high as the others, and one alone never so low that
    // it could not be held.
    let least = if several { LANE_ROWS } else { 3 };
    for lane in &mut layout.lanes {
        lane.rows = lane.rows.max(least);
    }
    layout.lanes.resize(
        axis.lanes().len(),
        LaneHeight {
            rows: least,
            ..LaneHeight::default()
        },
    );
    layout
}
