use super::{Ending, Extent, Item, Layout, Viewport};
use crate::article::Instant;
use crate::sorting;

/// A span in the background. Where it reaches out of the window, the view cuts it off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The id of its item.
    pub id: u32,
    /// The row, counted from the top.
    pub row: u8,
    /// Where it starts, in px from the stage's start, at most some windows away.
    pub x: i32,
    /// How long it is, in px.
    pub width: i32,
    /// How it begins.
    pub starts: Ending,
    /// How it ends.
    pub ends: Ending,
    /// Where its title starts, and where it does at the latest to stay in view while the
    /// band leaves the window; nothing where the band is too short for all of it.
    pub title: Option<(i32, i32)>,
}

/// Bands shown at a time; of more, the longest.
const MOST: usize = 24;
/// Between a band's edge and its title, in px.
const PAD: i32 = 6;

/// Lays out spans (items sorted by start) in `rows` rows.
///
/// Of more at once than there are rows those stay that hold most events (`weights`, one a
/// span), then the longest; the list has all. Which these are and which row each is on does
/// not depend on the viewport. Titles are whole or not there. O(n²): articles have few.
#[must_use]
pub fn bands(
    spans: &[Item],
    weights: &[u32],
    viewport: &Viewport,
    layout: &Layout,
    widths: &[u16],
    rows: u8,
) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    if layout.width <= 0 {
        return bands;
    }
    let right = layout.length(viewport);
    for (span, row) in placed(spans, weights, rows) {
        let (x, end) = (
            layout.x(viewport, Instant(span.start)),
            layout.x(viewport, Instant(span.end)),
        );
        if end <= 0 || x >= right {
            continue;
        }
        let (starts, ends) = match span.extent {
            Extent::Bar(starts, ends) => (starts, ends),
            Extent::Point => (Ending::Sharp, Ending::Sharp),
        };
        let end = end.max(x + 2);
        let wanted = i32::from(widths.get(span.id as usize).copied().unwrap_or(0));
        let fits = wanted > 0 && wanted <= end - x - 2 * PAD;
        bands.push(Band {
            id: span.id,
            row,
            x,
            width: end - x,
            starts,
            ends,
            title: fits.then_some((x + PAD, end - PAD - wanted)),
        });
    }
    while bands.len() > MOST {
        let shortest = (0..bands.len()).min_by_key(|at| bands.get(*at).map(|band| band.width));
        bands.remove(shortest.unwrap_or(0));
    }
    bands
}

/// How many rows [`bands`] needs for all spans, in view or not, `most` at most.
#[must_use]
pub fn band_rows(spans: &[Item], weights: &[u32], most: u8) -> u8 {
    let rows = placed(spans, weights, most);
    rows.iter().map(|(_, row)| row + 1).max().unwrap_or(0)
}

/// The spans that find a row, by start, each on the first row that is free.
fn placed<'a>(spans: &'a [Item], weights: &[u32], rows: u8) -> Vec<(&'a Item, u8)> {
    let mut order: Vec<(u32, i64, usize)> = (spans.iter().enumerate())
        .map(|(at, span)| {
            let weight = weights.get(at).copied().unwrap_or(0);
            (weight, span.end.saturating_sub(span.start), at)
        })
        .collect();
    sorting::sort_by_key(&mut order, |(weight, length, at)| (!weight, -length, *at));
    let mut kept: Vec<usize> = Vec::new();
    for (_, _, at) in order {
        let Some(span) = spans.get(at) else { continue };
        let others = || {
            (kept.iter().filter_map(|other| spans.get(*other)))
                .filter(|other| other.start < span.end && span.start < other.end)
        };
        // How many run at once where it begins, and where one of the others does.
        let most = others()
            .map(|other| other.start.max(span.start))
            .chain([span.start])
            .map(|at| {
                others()
                    .filter(|other| other.start <= at && at < other.end)
                    .count()
            })
            .max();
        if most.unwrap_or(0) < usize::from(rows) {
            kept.push(at);
        }
    }
    sorting::sort(&mut kept);
    let mut ends: Vec<i64> = Vec::new();
    let mut found = Vec::new();
    for span in kept.into_iter().filter_map(|at| spans.get(at)) {
        let row = (ends.iter().position(|end| *end <= span.start)).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = span.end,
            None => ends.push(span.end),
        }
        found.push((span, row as u8));
    }
    found
}
