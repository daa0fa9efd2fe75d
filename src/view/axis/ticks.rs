use super::style::{px, shifted};
use crate::{
    article::Instant,
    timeline::{self, Layout, Step, Tick},
    view::{
        Context, Words,
        piece::Shows,
        tree::{Tree, Value},
    },
};

/// The room that words need before the window's end, in px: cut off they say nothing.
const ROOM: i32 = 34;

/// The two rows of ticks. Decoration to a screen reader: marks say their own dates.
pub(super) fn ticks(tree: &mut Tree, context: &Context, layout: &Layout) {
    let ticks = timeline::ticks(&context.state.axis.viewport, layout);
    tree.open("div.axis-ticks aria-hidden=true", &[]);
    tree.open(
        "div.axis-stage style={}",
        &[Value::Text(&shifted(layout.shift))],
    );
    let end = layout.shift + layout.width - ROOM;
    for minor in &ticks.minor {
        tick(tree, context, minor, ticks.minor_step, false, end);
    }
    if let Some(step) = ticks.major_step {
        for major in &ticks.major {
            tick(tree, context, major, step, true, end);
        }
    }
    tree.close();
    tree.close();
}

/// A tick, with its words unless it stands after `end`.
fn tick(tree: &mut Tree, context: &Context, tick: &Tick, step: Step, major: bool, end: i32) {
    let (class, row) = match (major, tick.strong) {
        (true, _) => ("tick major", "major"),
        (false, true) => ("tick strong", "minor"),
        (false, false) => ("tick", "minor"),
    };
    tree.open(
        "div class={} style={}",
        &[
            Value::Fixed(class),
            Value::Text(&px(&[("inset-inline-start", tick.x)])),
        ],
    );
    tree.key(Value::Text(&[row, &tick.at.0.to_string()].concat()));
    if tick.x <= end {
        let words = context.words.clone();
        let at = tick.at;
        tree.put(
            Shows::Tick {
                at,
                step,
                major,
                words,
            }
            .html(),
        );
    }
    tree.close();
}

/// A tick's words: asked of the platform once, however often the tick moves.
pub(in crate::view) fn label(tree: &mut Tree, at: Instant, step: Step, major: bool, words: &Words) {
    let text = if major {
        words.major(step, at)
    } else {
        words.minor(step, at)
    };
    tree.line("span", &[], &text);
}
