use yew::{Html, html};

use super::style::{numbers, px, styled};
use crate::{
    article::Instant,
    explore::Action,
    timeline::{Layout, Move, runs},
    view::{Context, fill},
};

/// The narrowest that a fold can be pressed, in px.
const NARROWEST: i32 = 24;
/// From the middle of a fold to its dashes, with some air, in px.
const DASHES: i32 = 8;

/// Where time is folded, each a button that opens it; by key, the menu opens all. Its dashes
/// run from the ticks up through the rows, but through no words.
pub(super) fn folds(context: &Context, layout: &Layout) -> Html {
    let axis = &context.state.axis;
    let x = |second| layout.x(&axis.viewport, Instant(axis.folds().to_axis(second)));
    let end = layout.length(&axis.viewport);
    let folds = axis.folds().iter().enumerate().filter_map(|(at, fold)| {
        let (from, to) = (x(fold.from), x(fold.to));
        if to < 0 || from > end {
            return None;
        }
        let middle = (from + to) / 2;
        let wide = (to - from).max(NARROWEST);
        let period = context.words.period(Instant(fold.from), Instant(fold.to));
        let label = fill(context.words.strings.unfold(), &[&period]);
        let style = px(&[
            ("inset-inline-start", middle - wide / 2),
            ("inline-size", wide),
        ]);
        let button = html! {
            <button
                key={fold.from.to_string()}
                class="fold"
                type="button"
                tabindex="-1"
                title={label.clone()}
                aria-label={label}
                onclick={context.on(Action::Axis(Move::Unfold(at)))}
            >
                { for dashes(layout, middle) }
            </button>
        };
        Some(styled(button, style))
    });
    html! {
        <div class="axis-folds">
            <div class="axis-stage">{ for folds }</div>
        </div>
    }
}

/// A fold's dashes on the rows where there are no words at so many px of the stage.
fn dashes(layout: &Layout, at: i32) -> Vec<Html> {
    // Lanes have names, and lines between them: there the ticks alone show folds.
    let [lane] = layout.lanes.as_slice() else {
        return Vec::new();
    };
    let mut free = (1_u32 << lane.rows) - 1;
    for mark in layout.marks.iter().filter(|mark| !mark.is_span) {
        free &= !mark.covers(at - DASHES, at + DASHES);
    }
    runs(free)
        .map(|(row, rows)| {
            let style = numbers(&[("--_r", row), ("--_rows", rows)]);
            styled(html! { <i key={row} class="dashes" /> }, style)
        })
        .collect()
}
