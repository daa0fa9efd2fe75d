use super::{Ending, Extent, Item, Label, Layout, Viewport};
use crate::article::Instant;

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
    /// Where its title stands, if there is room for it.
    pub label: Option<Label>,
}

/// Bands shown at a time; of more, the longest.
const MOST: usize = 24;
/// The shortest title, in px.
const SHORTEST: i32 = 28;
/// Between a band's edge and its title, in px.
const PAD: i32 = 6;

/// Lays out spans (items sorted by start) in `rows` rows, each on the first that is free;
/// those that find none are left out. Which row a span is on does not depend on the
/// viewport. Titles stay in view within their band. O(n): articles have few.
#[must_use]
pub fn bands(
    spans: &[Item],
    viewport: &Viewport,
    layout: &Layout,
    widths: &[u16],
    rows: u8,
) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    if layout.width <= 0 {
        return bands;
    }
    let mut taken = Vec::new();
    let right = layout.length(viewport);
    for span in spans {
        // Where no row is free, only the list has the span.
        let Some(row) = row(&mut taken, span, rows) else {
            continue;
        };
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
        let room = end - x - 2 * PAD;
        let label = (wanted > 0 && room >= wanted.min(SHORTEST)).then(|| Label {
            x: x + PAD,
            width: wanted.min(room),
            latest: end - PAD - wanted.min(room),
        });
        bands.push(Band {
            id: span.id,
            row,
            x,
            width: end - x,
            starts,
            ends,
            label,
        });
    }
    while bands.len() > MOST {
        let (mut shortest, mut least) = (0, i32::MAX);
        for (at, band) in bands.iter().enumerate() {
            if band.width <= least {
                (shortest, least) = (at, band.width);
            }
        }
        bands.remove(shortest);
    }
    bands
}

/// How many rows [`bands`] needs for all spans (sorted by start), in view or not, `most` at
/// most.
#[must_use]
pub fn rows(spans: &[Item], most: u8) -> u8 {
    let mut taken = Vec::new();
    for span in spans {
        row(&mut taken, span, most);
    }
    taken.len() as u8
}

/// The first row that is free for a span, a new one if need be; `taken` has the end of the
/// last span in each.
fn row(taken: &mut Vec<i64>, span: &Item, most: u8) -> Option<u8> {
    let free = taken.iter().position(|end| *end <= span.start);
    let row = free.unwrap_or(taken.len());
    match taken.get_mut(row) {
        Some(end) => *end = span.end,
        None if row < usize::from(most) => taken.push(span.end),
        None => return None,
    }
    Some(row as u8)
}
