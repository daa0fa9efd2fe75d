//! Whether the axis folds gaps by itself.

use std::rc::Rc;

use super::scene::{Scene, Source};
use crate::{
    article::Instant,
    explore::Shown,
    sorting,
    timeline::{Folds, Grouping, Layout, Move, Options, Titles, Viewport, layout},
};

/// Marks nearer to each other than this are hardly told apart, in px.
const APART: i32 = 14;
/// Rows for marks on a wide axis, and on a narrow one.
const ROWS: (u8, u8) = (14, 8);
/// From this width on an axis is wide, in px.
const WIDE: f64 = 600.0;
/// Years before this one are counted as so long ago.
const LONG_AGO: i64 = -10_000;

/// What is folded by itself in a window of so many px: all gaps where that shows more
/// titles, or at least more marks apart from others, at once.
///
/// A pure function of the article and the width, for which titles are estimated, so that
/// it can be known before anything is measured.
pub(super) fn by_itself(source: &Source, width: f64) -> Rc<Folds> {
    let folds = &source.folds;
    let folded = if folds.is_empty() {
        false
    } else if is_deep(source) {
        true
    } else if source.shapes.is_empty() {
        // Where hardly anything but gaps would be seen.
        folds.saved() > source.length() / 3 * 2
    } else {
        Seen::of(source, &Rc::default(), width).is_less_than(Seen::of(source, folds, width))
    };
    if folded { folds.clone() } else { Rc::default() }
}

/// Whether it reaches from years that no calendar counts into those that it does: no step
/// of ticks serves both.
fn is_deep(source: &Source) -> bool {
    let years =
        |item: Option<&crate::timeline::Item>| item.map(|item| Instant(item.anchor).civil().year);
    let (first, last) = (years(source.items.first()), years(source.items.last()));
    first.is_some_and(|year| year < LONG_AGO) && last.is_some_and(|year| year > 0)
}

/// What is seen of the events at once, the more the better: titles, and marks that lie
/// apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    titles: usize,
    apart: usize,
}

impl Seen {
    fn of(source: &Source, folds: &Rc<Folds>, width: f64) -> Seen {
        let shown = Shown::all(source.shapes.len());
        let scene = Scene::new(source, Grouping::Together, &shown, folds);
        let shapes = source.shapes.clone();
        let options = Options {
            rows: if width >= WIDE { ROWS.0 } else { ROWS.1 },
            spans: 2,
            shared: true,
            titles: Titles::new(move |id| shapes.get(id as usize).copied().unwrap_or_default()),
        };
        let viewport = Viewport::new(scene.limits).moved(&Move::Resize(width));
        let layout = layout(&scene.index, &viewport, &options, None);
        Seen {
            titles: layout
                .marks
                .iter()
                .filter(|mark| mark.label.is_some())
                .count(),
            apart: apart(&layout),
        }
    }

    /// Whether folding, after which `folded` is seen, is worth that time is no longer in
    /// proportion: one title more is, or one less for many more marks apart.
    fn is_less_than(self, folded: Seen) -> bool {
        let more = self.apart / 4 + 1;
        folded.titles > self.titles
            || (folded.titles + 1 >= self.titles && folded.apart > self.apart + more)
    }
}

/// How many marks lie apart from others.
fn apart(layout: &Layout) -> usize {
    let mut at: Vec<i32> = layout.marks.iter().map(|mark| mark.at).collect();
    sorting::sort(&mut at);
    let far = |one: Option<&i32>, two: i32| one.is_none_or(|one| (one - two).abs() >= APART);
    (at.iter().enumerate())
        .filter(|(number, own)| {
            let before = number.checked_sub(1).and_then(|before| at.get(before));
            far(before, **own) && far(at.get(number + 1), **own)
        })
        .count()
}
