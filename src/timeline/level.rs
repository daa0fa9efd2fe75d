use super::{Item, Options, packer::Packer};

/// The finest level there is: a sixteenth to an eighth of a second to a pixel.
const FINEST: i32 = -4;
/// The coarsest level there is: all the time that an instant can hold, in a few pixels.
const COARSEST: i32 = 55;
/// The width in px of a cell of time, at the coarsest scale of its level. Anything
/// that is drawn at a point is narrower.
const CELL: i64 = 40;
/// Cells in a window, about.
const CELLS: u64 = 32;
/// Seconds in the smallest cell that there can be.
const UNIT: i64 = CELL >> (-FINEST - 1);
/// Half the width of a cluster's pill, with the gap to its neighbour, in px.
pub(super) const PILL: f64 = 19.0;
/// Half the width of a disc, with the gap, in px.
pub(super) const DISC: f64 = 7.0;
/// Between a mark and its label, and a label and the next mark, in px.
pub(super) const GAP: f64 = 5.0;
/// Bars from this length on, in px, carry their label within their own length.
pub(super) const LONG: f64 = 48.0;
/// How far before its end a bar with an open start is drawn, in px.
pub(super) const OPEN: f64 = 56.0;

/// How one lane looks at one zoom level: which items are a cluster, which row each
/// mark is on, and how far its label may go.
///
/// A level holds for all scales from 2^level to 2^(level + 1) seconds to a pixel. Time
/// is cut into cells of a fixed length a level, each halved on the next finer one; a
/// cell that holds more than a lane has room for is a cluster. So what is clustered
/// depends on the level alone, zooming in only splits, and panning changes nothing.
///
/// Rows are filled in time order, first fit, at the coarsest scale of the level, where
/// everything is closest; at any other nothing can come to overlap. A mark that finds
/// no row with room for its label takes the one whose label loses least.
///
/// Each row has one bar at a time. Where more run at once those keep their length that
/// begin farthest from others, and of the rest only the beginning is drawn, as it is
/// of a point. What zooming in parts from a cluster begins nearer to others than all
/// that was apart before, so it takes no row from a bar that the reader sees.
#[derive(Debug)]
pub(super) struct Level {
    /// The marks in the order of their anchors.
    pub(super) groups: Vec<Group>,
    /// Before every so many marks, in order: the last one on each row, and the last bar.
    /// No other that is before can reach beyond, as titles end where the next mark is.
    rows: Vec<Vec<u32>>,
    /// Seconds in a cell.
    pub(super) cell: i64,
}

/// One mark: an item, or a cluster of some.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Group {
    /// The position of its first item in the lane.
    pub(super) first: u32,
    /// How many items there are.
    pub(super) count: u32,
    /// The row in the lane, counted from the one next to the ticks.
    pub(super) row: u8,
    /// The position of the next mark on this row; its own where there is none.
    pub(super) next: u32,
    /// Half of its head's width in px, with the gap.
    pub(super) half: f32,
    /// Whether it is a bar of which only the beginning is drawn, for want of a row.
    pub(super) cut: bool,
    /// The second up to which it and its label can reach at the level's coarsest scale.
    pub(super) right: i64,
    /// The middle of its head, in seconds.
    pub(super) middle: i64,
}

/// After so many marks it is noted again what is on the rows.
pub(super) const BLOCK: usize = 32;

/// The level of a scale in seconds to a pixel: its binary logarithm, rounded down.
pub(super) fn level_of(scale: f64) -> i32 {
    // The exponent of an IEEE 754 double is just that.
    let exponent = ((scale.to_bits() >> 52) & 0x7ff) as i32 - 1023;
    exponent.clamp(FINEST, COARSEST)
}

impl Level {
    /// Lays a lane out. O(m log(n / m)) for m marks of n items, as a crowded cell is
    /// stepped over by searching for its end.
    pub(super) fn new(items: &[Item], level: i32, options: &Options) -> Level {
        let doubled = level + 1 + i32::from(options.spread);
        let cell = if doubled >= 0 {
            CELL << doubled.min(56)
        } else {
            CELL >> -doubled
        };
        let scale = cell as f64 / (CELL << options.spread) as f64;
        let mut packer = Packer::new(scale, options);
        let room = usize::from(options.rows / 2).max(1);
        let mut at = 0;
        while let Some(first) = items.get(at) {
            let end = first
                .anchor
                .div_euclid(cell)
                .saturating_add(1)
                .saturating_mul(cell);
            let rest = items.get(at..).unwrap_or_default();
            let count = run(rest, end);
            let members = rest.get(..count).unwrap_or_default();
            if count > room {
                packer.cluster(at, members);
            } else {
                for (index, item) in members.iter().enumerate() {
                    let apart = apart(items, at + index, room);
                    packer.single(at + index, item, apart);
                }
            }
            at += count.max(1);
        }
        Level {
            groups: packer.groups,
            rows: packer.noted,
            cell,
        }
    }

    /// Calls `found` with the position of each mark that reaches into the time from one
    /// second to another, in order. O(k + log m) for k of m marks: two searches, and
    /// beyond what is found some thirty marks are looked at, however many there are.
    pub(super) fn each(&self, from: i64, until: i64, found: &mut dyn FnMut(usize)) {
        let position = |second| {
            self.groups.partition_point(|group| {
                looked();
                group.middle < second
            })
        };
        let block = position(from) / BLOCK;
        let rows = self.rows.get(block).map_or(&[][..], Vec::as_slice);
        let before = rows.iter().map(|at| *at as usize);
        for at in before.chain(block * BLOCK..position(until)) {
            looked();
            if self.groups.get(at).is_some_and(|group| group.right > from) {
                found(at);
            }
        }
    }
}

/// Counts, in tests alone, what is looked at to find what is in a window.
fn looked() {
    #[cfg(test)]
    LOOKED.set(LOOKED.get() + 1);
}

#[cfg(test)]
thread_local! {
    static LOOKED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// How many items from the first on have an anchor before `end`.
fn run(items: &[Item], end: i64) -> usize {
    let mut reach = 1;
    while items.get(reach).is_some_and(|item| item.anchor < end) {
        reach *= 2;
    }
    let (from, to) = (reach / 2, reach.min(items.len()));
    from + items
        .get(from..to)
        .unwrap_or_default()
        .partition_point(|item| item.anchor < end)
}

/// How far from others an item begins, as a binary logarithm: on a level it is larger
/// for all that have a mark of their own than for all that are in a cluster.
fn apart(items: &[Item], at: usize, room: usize) -> u32 {
    let cell = |item: &Item| item.anchor.div_euclid(UNIT) as u64;
    // All that are alone where everything is in the window are equal.
    let mut least = match (items.first(), items.last()) {
        (Some(first), Some(last)) => cell(last).wrapping_sub(cell(first)) / CELLS,
        _ => 0,
    };
    for first in at.saturating_sub(room)..=at {
        // A cell with both holds too many. Each is half of one on the next level, so
        // the highest bit in which their finest cells differ says where they part.
        if let (Some(first), Some(last)) = (items.get(first), items.get(first + room)) {
            least = least.min(cell(first) ^ cell(last));
        }
    }
    u64::BITS - least.leading_zeros()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        article::Instant,
        timeline::{Ending, Extent, Index, Limits, Move, Viewport, layout},
    };

    const HOUR: i64 = 3_600;

    /// So many events, one every six hours, each tenth of them so many hours long.
    fn items(count: i64, long: i64) -> impl Iterator<Item = Item> {
        (0..count).map(move |at| {
            let anchor = at * 6 * HOUR + at * 7_919 % HOUR;
            let (length, extent) = if at % 10 == 0 {
                (long, Extent::Bar(Ending::Sharp, Ending::Sharp))
            } else {
                (1, Extent::Point)
            };
            Item {
                id: at as u32,
                lane: 0,
                anchor,
                start: anchor,
                end: anchor + length * HOUR,
                extent,
            }
        })
    }

    /// What is looked at and what is drawn in a window of 1,000 px over ten days, on an
    /// average of many from one end of everything to the other.
    fn looks(count: i64, long: i64) -> (f64, f64) {
        let index = Index::new(items(count, long), 1);
        let options = Options {
            rows: 4,
            spread: 0,
            widths: (0..count).map(|at| 60 + (at % 90) as u16).collect(),
        };
        let span = count * 6 * HOUR;
        let limits = Limits {
            from: -span / 20,
            to: span + span / 20,
            closest: 60,
        };
        let viewport = Viewport::new(limits).moved(&Move::Resize(1000.0));
        let (mut looked, mut drawn) = (0, 0);
        for part in 1..=200 {
            let from = Instant(span / 100 * 99 / 201 * part);
            let to = Instant(from.0 + 240 * HOUR);
            let viewport = viewport.moved(&Move::Show { from, to });
            LOOKED.set(0);
            drawn += layout(&index, &viewport, &options, None).marks.len();
            looked += LOOKED.get();
        }
        (f64::from(looked) / 200.0, f64::from(drawn as u32) / 200.0)
    }

    #[test]
    fn a_window_costs_what_it_shows_however_much_there_is() {
        // Bars of a week, of a year, and of all that there is.
        for long in [168, 8_760, 10_000_000] {
            let (few, shown) = looks(1_000, long);
            for count in [10_000, 100_000, 1_000_000] {
                let (looked, drawn) = looks(count, long);
                assert!((drawn / shown - 1.0).abs() < 0.05, "{drawn}, {shown}");
                assert!(looked < few * 1.5, "{looked} of {count}, {few}");
                assert!(looked < drawn * 2.0, "{looked} for {drawn}");
            }
        }
    }
}
