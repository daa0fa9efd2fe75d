use super::style::px;
use crate::{
    article::Instant,
    timeline::{self, Layout, Step, Tick},
    view::{Context, Words, piece::Shows, tree::Tree},
};

/// The room that words need before the end of all time, in px: cut off they say nothing.
const ROOM: i32 = 34;

/// The two rows of ticks. Decoration to a screen reader: marks say their own dates.
pub(super) fn ticks(tree: &mut Tree, context: &Context, layout: &Layout) {
    let viewport = &context.state.axis.viewport;
    let ticks = timeline::ticks(
        viewport,
        layout,
        context.state.axis.folds(),
        context.widths.text,
    );
    tree.open("div.axis-ticks #ticks aria-hidden=true");
    tree.open("div.axis-stage");
    let end = layout.x(viewport, Instant(viewport.limits().to)) - ROOM;
    for minor in &ticks.minor {
        tick(tree, context, minor, ticks.minor_step, false, end);
    }
    if let Some(step) = ticks.major_step {
        for major in &ticks.major {
            tick(tree, context, major, step, true, end);
        }
    }
    tree.close();
    // What holds at the window's start is said there, over what passes below.
    let before = |tick: &&Tick| tick.x <= layout.shift;
    let kept = ticks.major.iter().rfind(before).zip(ticks.major_step);
    if let Some((kept, step)) = kept {
        tree.open("div.axis-kept");
        words(tree, context, kept.at, step, true);
        tree.close();
    }
    tree.close();
}

/// A tick, with its words unless it stands after `end`.
fn tick(tree: &mut Tree, context: &Context, tick: &Tick, step: Step, major: bool, end: i32) {
    let (class, row) = match (major, tick.strong) {
        (true, _) => ("tick major", "major"),
        (false, true) => ("tick strong", "minor"),
        (false, false) => ("tick", "minor"),
    };
    tree.open("div class={} style={}")
        .fixed(class)
        .with(&px(&[("inset-inline-start", tick.x)]));
    tree.key(&[row, &tick.at.0.to_string()].concat());
    if tick.x <= end {
        words(tree, context, tick.at, step, major);
    }
    tree.close();
}

fn words(tree: &mut Tree, context: &Context, at: Instant, step: Step, major: bool) {
    let words = context.words.clone();
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

/// A tick's words: asked of the platform once, however often the tick moves.
pub(in crate::view) fn label(tree: &mut Tree, at: Instant, step: Step, major: bool, words: &Words) {
    let text = if major {
        words.major(step, at)
    } else {
        words.minor(step, at)
    };
    tree.open("span").line(&text);
}
