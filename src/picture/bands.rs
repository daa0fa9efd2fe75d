use super::{
    Face,
    pen::{Anchor, Fade, Pen, Set},
    plot::{ERA, MIDDLE, Plot, SIZE},
};
use crate::{
    article::{Basis, Era},
    timeline::{Band, Ending},
};

/// Over how much of its length an era without a sharp end fades.
const FADE: f64 = 32.0;
/// Between an era and its title beside it.
const GAP: f64 = 6.0;
/// What is free below an era.
const FREE: f64 = 2.0;

/// The eras above the marks, with their titles.
pub(super) fn bands(pen: &mut Pen, plot: &Plot<'_>) {
    for band in &plot.bands {
        if let Some(era) = plot.article.eras.get(band.id as usize) {
            self::band(pen, plot, band, era);
        }
    }
}

fn band(pen: &mut Pen, plot: &Plot<'_>, band: &Band, era: &Era) {
    let (from, to) = extent(plot, band);
    // What has no room for its name would only be a riddle.
    let Some(title) = title(plot, band).filter(|_| from < to) else {
        return;
    };
    let most = (to - from) / 2.0;
    let over = |ending| {
        if ending == Ending::Sharp {
            0.0
        } else {
            FADE.min(most)
        }
    };
    let fade = Fade {
        starts: over(band.starts),
        ends: over(band.ends),
    };
    let top = plot.top + f64::from(band.row) * ERA;
    let bottom = top + ERA - FREE;
    let paint = pen.faded((from, to), fade, pen.colours.shade);
    pen.rect((from, to), (top, bottom), 0.0, &[("fill", &paint)]);
    if era.when.basis != Basis::Stated {
        let lines = if matches!(era.when.basis, Basis::Editor { .. }) {
            "1 1"
        } else {
            "3 2"
        };
        let paint = pen.faded((from, to), fade, pen.colours.edge);
        let (left, right) = (pen.x(from).min(pen.x(to)), pen.x(from).max(pen.x(to)));
        for y in [top + 0.5, bottom - 0.5] {
            pen.svg.leaf(
                "path",
                &[
                    ("d", &format!("M{left:.2} {y:.2}H{right:.2}")),
                    ("fill", &"none"),
                    ("stroke", &paint),
                    ("stroke-dasharray", &lines),
                ],
            );
        }
    }
    let set = Set {
        face: Face::Text,
        size: SIZE,
        colour: pen.colours.ink,
        anchor: Anchor::Start,
    };
    pen.words(&era.title, (title, (top + bottom) / 2.0 + MIDDLE), set);
}

/// Where an era starts and ends on the axis.
fn extent(plot: &Plot<'_>, band: &Band) -> (f64, f64) {
    let (start, end) = plot.ends();
    let (from, to) = (plot.place(band.x), plot.place(band.x + band.width));
    (from.max(start), to.min(end))
}

/// Where the title of an era starts: inside it, or else after it or before it where nothing
/// else is.
pub(super) fn title(plot: &Plot<'_>, band: &Band) -> Option<f64> {
    let (start, end) = plot.ends();
    let (from, to) = extent(plot, band);
    let widths = plot.widths.eras();
    let width = f64::from(widths.get(band.id as usize).copied()?);
    // Of an era that reaches out of the picture, what is seen has to be long enough.
    let inside = band.title.map(|(x, _)| plot.place(x).max(start));
    if let Some(inside) = inside.filter(|inside| inside + width + GAP <= to) {
        return Some(inside);
    }
    let others = || {
        let others = plot.bands.iter();
        others.filter(|other| other.row == band.row && other.id != band.id)
    };
    let places = others().map(|other| plot.place(other.x));
    let after = places.filter(|place| *place >= to).fold(end, f64::min);
    let places = others().map(|other| plot.place(other.x + other.width));
    let before = places.filter(|place| *place <= from).fold(start, f64::max);
    // Another of its row may want the same place: each has half of it.
    let room = |room: f64, whole: bool| if whole { room } else { room / 2.0 };
    if width + 2.0 * GAP <= room(after - to, after >= end) {
        Some(to + GAP)
    } else if width + 2.0 * GAP <= room(from - before, before <= start) {
        Some(from - GAP - width)
    } else {
        None
    }
}
