use super::{
    Face,
    pen::{Anchor, Pen, Set},
    plot::{GROUND, Plot, SIZE, TICK},
};
use crate::{
    article::Instant,
    timeline::{Say, WORDS, runs},
};

/// From the top of the ticks to the baseline of their words.
const BASELINE: f64 = 15.5;
/// How high a tick without words is.
const MUTE: f64 = 5.0;
/// From the middle of a fold to its lines, and with some air.
const FOLD: (f64, i32) = (3.0, 8);

/// How a tick's words are set.
pub(super) fn face(say: Say) -> Face {
    match say {
        Say::Nothing | Say::Short => Face::Text,
        Say::Larger | Say::Full => Face::Strong,
    }
}

/// The line that the ticks hang from, and the ticks.
pub(super) fn ticks(pen: &mut Pen, plot: &Plot<'_>) {
    let (top, ends) = (plot.bottom(), plot.ends());
    let colours = pen.colours;
    for tick in &plot.ticks {
        let at = plot.place(tick.x);
        if at < ends.0 || at > ends.1 {
            continue;
        }
        let face = face(tick.say);
        let (height, line, ink) = match (tick.say, face) {
            (Say::Nothing, _) => (MUTE, colours.hairline, colours.ink),
            (_, Face::Text) => (TICK, colours.hairline, colours.secondary),
            _ => (TICK, colours.edge, colours.ink),
        };
        pen.line(at, (top, top + height), line, false);
        let words = plot.words.tick(tick.step, tick.at, tick.say);
        if !words.is_empty() {
            let set = Set {
                face,
                size: SIZE,
                colour: ink,
                anchor: Anchor::Start,
            };
            pen.words(&words, (at + f64::from(WORDS), top + BASELINE), set);
        }
    }
    pen.rect(ends, (top, top + 1.5), 0.0, &[("fill", &colours.ink)]);
}

/// Where time is folded: two dashed lines through the ticks and up through the rows, but
/// through no words.
pub(super) fn folds(pen: &mut Pen, plot: &Plot<'_>) {
    let axis = &plot.axis;
    let x = |second| {
        let at = Instant(axis.folds().to_axis(second));
        plot.layout.x(&axis.viewport, at)
    };
    for fold in axis.folds().iter() {
        let middle = (x(fold.from) + x(fold.to)) / 2;
        let at = plot.place(middle);
        let lines = (at - FOLD.0, at + FOLD.0);
        let below = (plot.bottom() - GROUND, plot.bottom() + TICK);
        let paper = pen.colours.paper;
        pen.rect(lines, below, 0.0, &[("fill", &paper)]);
        let mut parts = vec![below];
        // Lanes have names, and lines between them: there the ticks alone show folds.
        if let [lane] = plot.layout.lanes.as_slice() {
            let mut free = (1_u32 << lane.rows) - 1;
            for mark in plot.layout.marks.iter().filter(|mark| !mark.is_span) {
                free &= !mark.covers(middle - FOLD.1, middle + FOLD.1);
            }
            parts.extend(runs(free).map(|(row, rows)| plot.rows(0, row, rows)));
        }
        for part in parts {
            for at in [lines.0, lines.1] {
                pen.line(at, part, pen.colours.edge, true);
            }
        }
    }
}
