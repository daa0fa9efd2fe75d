use super::style::px;
use crate::{
    timeline::Density,
    view::{Context, piece::Shows, tree::Tree},
};

/// The narrowest that the window is drawn, in px: a finger must be able to hold it.
const NARROWEST: i32 = 44;

/// Everything there is to see, with the window on it that can be dragged, resized and
/// moved by keys.
pub(super) fn overview(tree: &mut Tree, context: &Context) {
    let (axis, words) = (&context.state.axis, &context.words);
    let viewport = &axis.viewport;
    let (from, to) = viewport.parts();
    let full = viewport.width();
    let [start, end] = [from, to].map(|part| (part * full).round() as i32);
    let width = end - start;
    let held = width.max(NARROWEST);
    let x = start - (held - width) / 2;
    let style = px(&[
        ("--_s", x),
        ("inline-size", held),
        ("--_from", start),
        ("--_to", end),
    ]);
    // Where the window is on its way: 0 is the start, 100 the end.
    let room = 1.0 - (to - from);
    let way = if room > 0.001 {
        (from / room * 100.0).round() as i32
    } else {
        0
    };
    let (start, end) = axis.window();
    let period = words.period(start, end);
    tree.open("div.axis-overview #overview part=overview");
    tree.put(Shows::Density(axis.density().clone()).html());
    tree.open(
        "div.brush role=slider tabindex=0 data-keys=window data-grip=window aria-label={} \
         aria-orientation=horizontal aria-valuemin=0 aria-valuemax=100 aria-valuenow={} \
         aria-valuetext={} style={}",
    )
    .with(words.strings.window())
    .number(i64::from(way.clamp(0, 100)))
    .with(&period)
    .with(&style);
    tree.open("span.grip data-grip=start").close();
    tree.open("span.grip data-grip=end").close();
    tree.close();
    tree.close();
}

/// How many events lie where; those that a filter hides are paler.
pub(in crate::view) fn bars(tree: &mut Tree, density: &Density) {
    tree.open("svg.density viewBox={} preserveAspectRatio=none aria-hidden=true")
        .fixed("0 0 960 240");
    for (class, counts) in [("all", &density.all), ("shown", &density.shown)] {
        let path = path(counts, density.most);
        tree.open("path class={} d={}")
            .fixed(class)
            .with(&path)
            .close();
    }
    tree.close();
}

fn path(counts: &[u32], most: u32) -> String {
    let mut drawn = String::new();
    for (bin, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        // One event must still be seen beside a thousand.
        let height = 60 + (u64::from(*count) * 180 / u64::from(most)) as u32;
        let (x, height) = ((bin * 10).to_string(), height.to_string());
        for part in ["M", &x, " 240v-", &height, "h8v", &height, "z"] {
            drawn.push_str(part);
        }
    }
    drawn
}
