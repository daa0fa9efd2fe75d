use yew::{Html, html};

use super::style::{numbers, px, styled};
use crate::{
    article::Instant,
    explore::Action,
    timeline::{Layout, Move},
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

/// The runs of rows in a set of them, a bit each: the lowest row of each, and how many.
pub(super) fn runs(mut rows: u32) -> impl Iterator<Item = (u32, u32)> {
    let mut row = 0;
    std::iter::from_fn(move || {
        if rows == 0 {
            return None;
        }
        let gap = rows.trailing_zeros();
        rows >>= gap;
        let length = rows.trailing_ones();
        rows = rows.checked_shr(length).unwrap_or(0);
        let run = (row + gap, length);
        row += gap + length;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn rows_come_in_runs() {
        assert_eq!(runs(0).count(), 0);
        assert_eq!(runs(0b1).collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(
            runs(0b1_0111_0110).collect::<Vec<_>>(),
            [(1, 2), (4, 3), (8, 1)]
        );
        assert_eq!(runs(u32::MAX).collect::<Vec<_>>(), [(0, 32)]);
    }
}
