use crate::sorting;
use std::collections::BTreeMap;

use super::{
    Extent, Item, Titles,
    piece::{GAP, LONGEST},
};

/// Bars are spans from this length on, in px, if their titles fit inside.
const LONG: f64 = 160.0;

/// The long bars of a lane at one zoom level, on rows of their own above the others, each
/// with its title inside.
///
/// The longest come first, whatever the zoom: so which row one is on does not depend on
/// the level, and coming closer takes no row from a bar that the reader sees.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// The rows from the highest down, each sorted by start.
    pub rows: Vec<Vec<Span>>,
    /// Whether one of the titles needs two lines.
    pub paired: bool,
    /// The positions in the lane of all that are drawn so, ascending.
    pub positions: Vec<u32>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub start: i64,
    pub end: i64,
    pub position: u32,
}

impl Spans {
    /// The spans of a lane at so many seconds to a px, on so many rows at most.
    /// O(n + s log s) for s long bars of n items.
    pub(super) fn new(items: &[Item], scale: f64, most: u8, titles: &Titles) -> Spans {
        let mut spans = Spans::default();
        for row in assigned(items, LONG * scale, most) {
            let mut kept = Vec::new();
            for span in row.into_values() {
                let title = (items.get(span.position as usize))
                    .map(|item| titles.shape(item.id))
                    .unwrap_or_default();
                let (px, inside) = (span.length() / scale, title.width(1) + 2.0 * GAP);
                // What is not long enough for its title has it beside, as a short bar has.
                if px >= inside.min(LONGEST) {
                    spans.positions.push(span.position);
                    spans.paired |= inside > px;
                    kept.push(span);
                }
            }
            if !kept.is_empty() {
                spans.rows.push(kept);
            }
        }
        sorting::sort(&mut spans.positions);
        spans
    }

    /// How many of the spans lie between two positions in the lane.
    pub(super) fn between(&self, from: usize, to: usize) -> usize {
        let before = |at: usize| self.positions.partition_point(|one| (*one as usize) < at);
        before(to).saturating_sub(before(from))
    }

    /// Whether the item at this position is drawn as a span.
    pub(super) fn has(&self, position: usize) -> bool {
        self.positions.binary_search(&(position as u32)).is_ok()
    }
}

impl Span {
    fn length(&self) -> f64 {
        self.end.saturating_sub(self.start) as f64
    }
}

/// The bars of at least so many seconds on rows where they do not overlap, each row by
/// start; those that find no row are left out.
fn assigned(items: &[Item], least: f64, most: u8) -> Vec<BTreeMap<i64, Span>> {
    let mut long: Vec<Span> = Vec::new();
    for (position, item) in (0u32..).zip(items) {
        let span = Span {
            start: item.start,
            end: item.end,
            position,
        };
        if item.extent != Extent::Point && span.length() >= least {
            long.push(span);
        }
    }
    sorting::sort_by_key(&mut long, |span| {
        (span.start.saturating_sub(span.end), span.position)
    });
    let mut rows = vec![BTreeMap::new(); usize::from(most)];
    for span in long {
        if let Some(row) = rows.iter_mut().find(|row| is_free(row, span)) {
            row.insert(span.start, span);
        }
    }
    rows
}

/// Whether nothing on a row runs at the same time as a span.
fn is_free(row: &BTreeMap<i64, Span>, span: Span) -> bool {
    let before = row.range(..=span.start).next_back();
    let after = row.range(span.start..).next();
    before.is_none_or(|(_, other)| other.end <= span.start)
        && after.is_none_or(|(start, _)| span.end <= *start)
}
