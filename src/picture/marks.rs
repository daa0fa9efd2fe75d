use std::f64::consts::PI;

use super::{
    Face,
    pen::{Anchor, Fade, Pen, Set},
    plot::{GROUND, MIDDLE, Plot, SIZE},
    svg::Px,
    text::cut,
};
use crate::{
    article::{Basis, Event},
    timeline::{Ending, Head, Joint, Label, Mark, runs},
};

/// How far the lines of a title are apart.
const LINE: f64 = 15.5;
/// Half the height of a disc, of a bar and of a long bar.
const DISC: f64 = 5.0;
const BAR: f64 = 4.0;
const SPAN: f64 = 3.0;
/// From the bottom of a row of long bars to the bar, and to its title.
const SPAN_FREE: (f64, f64) = (4.0, 14.0);
/// Half of a pill, its words' size, and how far their baseline is below its middle.
const PILL: (f64, f64) = (16.0, 8.0);
const PILL_WORDS: (f64, f64) = (11.0, 3.9);
/// Over how much of its length a bar fades, in px and as a part of it, at most: where its end
/// is not known exactly, and where it is open.
const SOFT: (f64, f64) = (8.0, 0.2);
const OPEN: (f64, f64) = (48.0, 0.8);
/// How thick the outline of a hollow head is.
const OUTLINE: f64 = 1.5;
/// From one dash of an outline to the next, about.
const DASH: f64 = 4.5;

/// All marks: first their lines, then their heads, then their words.
pub(super) fn marks(pen: &mut Pen, plot: &Plot<'_>) {
    let marks = &plot.layout.marks;
    if plot.layout.lanes.len() > 1 {
        for joint in &plot.layout.joints {
            self::joint(pen, plot, joint);
        }
    } else {
        for mark in marks {
            line(pen, plot, mark);
        }
    }
    for mark in marks {
        head(pen, plot, mark);
    }
    for mark in marks {
        if let Some(label) = mark.label {
            title(pen, plot, mark, &label);
        }
    }
}

/// The hair line of a mark, down to the ticks, in as many pieces as words of others leave.
fn line(pen: &mut Pen, plot: &Plot<'_>, mark: &Mark) {
    if mark.is_span {
        return;
    }
    let title = mark.label.map_or(0, |label| label.row + label.lines - 1);
    let top = u32::from(title.max(mark.row));
    let mut parts: Vec<(u32, u32)> = runs(mark.line).collect();
    if mark.row == 0 && mark.line == 0 && mark.count == 1 {
        parts.push((0, 0));
    }
    for (row, rows) in parts {
        let (mut from, mut to) = plot.rows(mark.lane, row, rows);
        if row == 0 {
            to += GROUND;
        }
        if row + rows == top {
            from -= plot.row / 2.0;
        }
        pen.line(plot.place(mark.at), (from, to), pen.colours.line, false);
    }
}

/// The line between the marks of one event, where no words are.
fn joint(pen: &mut Pen, plot: &Plot<'_>, joint: &Joint) {
    for lane in joint.from.0..=joint.to.0 {
        let height = u32::from(plot.height(lane).rows);
        let seen = joint.rows(lane, &plot.layout.marks) & ((1 << height) - 1);
        for (row, rows) in runs(seen) {
            let (mut from, mut to) = plot.rows(lane, row, rows);
            if row == 0 && lane < joint.to.0 {
                to += GROUND;
            }
            if row + rows == height && lane > joint.from.0 {
                from = plot.lane(lane).0;
            }
            pen.line(plot.place(joint.at), (from, to), pen.colours.line, false);
        }
    }
}

fn head(pen: &mut Pen, plot: &Plot<'_>, mark: &Mark) {
    let event = (plot.article.events.get(mark.id as usize)).filter(|_| mark.count == 1);
    let middle = plot.middle(mark.lane, mark.row);
    match mark.head {
        Head::Pill(x) => pill(pen, plot, plot.place(x), middle, mark.count),
        Head::Disc(x) => {
            let at = plot.place(x);
            let radius = if is_editors(event) { 1.0 } else { DISC };
            let half = if is_editors(event) { DISC - 0.5 } else { DISC };
            let paint = pen.colours.ink.to_owned();
            dot(
                pen,
                (at - half, at + half),
                (middle, half),
                radius,
                event,
                &paint,
            );
        }
        Head::Bar {
            x,
            width,
            starts,
            ends,
        } => {
            let (start, end) = plot.ends();
            let (from, to) = (plot.place(x), plot.place(x + width));
            let (middle, half) = if mark.is_span {
                let bottom = plot.spans(mark.lane, mark.row).1;
                (bottom - SPAN_FREE.0 - SPAN, SPAN)
            } else {
                (middle, BAR)
            };
            let (from, to) = (from.max(start), to.min(end));
            if ends == Ending::Cut {
                arrow(pen, (from, to), (middle, half));
                return;
            }
            let length = to - from;
            let over = |ending| match ending {
                Ending::Sharp | Ending::Cut => 0.0,
                Ending::Soft | Ending::Unknown => SOFT.0.min(length * SOFT.1),
                Ending::Open => OPEN.0.min(length * OPEN.1),
            };
            let fade = Fade {
                starts: over(starts),
                ends: over(ends),
            };
            // As in the widget, what is worked out is dashed to its very ends.
            let paint = if is_inferred(event) {
                pen.colours.ink.to_owned()
            } else {
                pen.faded((from, to), fade, pen.colours.ink)
            };
            let radius = if is_editors(event) { 1.0 } else { half };
            dot(pen, (from, to), (middle, half), radius, event, &paint);
        }
    }
}

fn is_editors(event: Option<&Event>) -> bool {
    event.is_some_and(|event| matches!(event.when.basis, Basis::Editor { .. }))
}

fn is_inferred(event: Option<&Event>) -> bool {
    event.is_some_and(|event| matches!(event.when.basis, Basis::Inferred { .. }))
}

/// A head as its date is known: about is hollow, worked out is dashed.
fn dot(
    pen: &mut Pen,
    (from, to): (f64, f64),
    (middle, half): (f64, f64),
    radius: f64,
    event: Option<&Event>,
    paint: &str,
) {
    let is_about = event.is_some_and(|event| event.when.date.is_approximate());
    if !is_about && !is_inferred(event) {
        let rows = (middle - half, middle + half);
        pen.rect((from, to), rows, radius, &[("fill", &paint)]);
        return;
    }
    // The outline lies inside.
    let own = OUTLINE / 2.0;
    let places = (from + own, (to - own).max(from + own));
    let rows = (middle - half + own, middle + half - own);
    let radius = (radius - own).max(0.0);
    let (paper, outline) = (pen.colours.paper, Px(OUTLINE));
    let dashes = dashes(places.1 - places.0, rows.1 - rows.0, radius);
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![
        ("fill", &paper),
        ("stroke", &paint),
        ("stroke-width", &outline),
    ];
    if is_inferred(event) {
        attributes.push(("stroke-dasharray", &dashes));
    }
    pen.rect(places, rows, radius, &attributes);
}

/// Dashes that go evenly around a rectangle with round corners.
fn dashes(width: f64, height: f64, radius: f64) -> String {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    let around = 2.0 * (width + height) - (8.0 - 2.0 * PI) * radius;
    let each = around / (around / DASH).round().max(1.0);
    format!("{} {}", Px(each * 0.6), Px(each * 0.4))
}

/// The beginning of a bar that has no room for the rest.
fn arrow(pen: &mut Pen, (from, to): (f64, f64), (middle, half): (f64, f64)) {
    let [from, bend, to] = [from, (from + to) / 2.0, to].map(|place| Px(pen.x(place)));
    let [top, middle, bottom] = [middle - half, middle, middle + half].map(Px);
    let path = format!("M{from} {top}H{bend}L{to} {middle}L{bend} {bottom}H{from}z");
    let ink = pen.colours.ink;
    pen.svg.leaf("path", &[("d", &path), ("fill", &ink)]);
}

/// A cluster, with how many events it stands for.
fn pill(pen: &mut Pen, plot: &Plot<'_>, at: f64, middle: f64, count: u32) {
    let half = (PILL.0 - OUTLINE / 2.0, PILL.1 - OUTLINE / 2.0);
    let (paper, ink, outline) = (pen.colours.paper, pen.colours.ink, Px(OUTLINE));
    pen.rect(
        (at - half.0, at + half.0),
        (middle - half.1, middle + half.1),
        half.1,
        &[
            ("fill", &paper),
            ("stroke", &ink),
            ("stroke-width", &outline),
        ],
    );
    let set = Set {
        face: Face::Strong,
        size: PILL_WORDS.0,
        colour: ink,
        anchor: Anchor::Middle,
    };
    pen.words(&plot.words.short(count), (at, middle + PILL_WORDS.1), set);
}

fn title(pen: &mut Pen, plot: &Plot<'_>, mark: &Mark, label: &Label) {
    let Some(event) = plot.article.events.get(label.id as usize) else {
        return;
    };
    let (first, second) = if label.lines > 1 {
        let at = plot.widths.second_line(label.id as usize);
        event
            .title
            .split_at_checked(at)
            .unwrap_or((&event.title, ""))
    } else {
        (&*event.title, "")
    };
    let (from, to) = plot.ends();
    let room = f64::from(label.width);
    let (place, anchor) = if label.before {
        ((plot.place(label.x) + room).min(to), Anchor::End)
    } else {
        (plot.place(label.x).max(from), Anchor::Start)
    };
    let baseline = if mark.is_span {
        let bottom = plot.spans(mark.lane, mark.row).1 - SPAN_FREE.1;
        bottom - if second.is_empty() { 0.0 } else { LINE }
    } else {
        plot.middle(mark.lane, label.row + label.lines - 1) + MIDDLE
    };
    let set = Set {
        face: Face::Text,
        size: SIZE,
        colour: pen.colours.ink,
        anchor,
    };
    let width = |text: &str| (plot.measure)(text, Face::Text) * SIZE;
    for (line, text) in [first, second].into_iter().enumerate() {
        let text = text.trim();
        if !text.is_empty() {
            // A px for rounding.
            let shown = cut(text, room + 1.0, &width);
            pen.words(&shown, (place, baseline + line as f64 * LINE), set);
        }
    }
}
