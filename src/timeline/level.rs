use super::{Extent, Item, Options, reach::Reach};

/// The finest level there is: a sixteenth to an eighth of a second to a pixel.
const FINEST: i32 = -4;
/// The coarsest level there is: all the time that an instant can hold, in a few pixels.
const COARSEST: i32 = 55;
/// The width in px of a cell of time, at the coarsest scale of its level. Anything
/// that is drawn at a point is narrower.
const CELL: i64 = 40;
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
#[derive(Debug)]
pub(super) struct Level {
    /// The marks in the order of their anchors.
    pub(super) groups: Vec<Group>,
    /// Finds marks that reach into a window.
    pub(super) reach: Reach,
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
    /// The second up to which it and its label can reach at the level's coarsest scale.
    pub(super) right: i64,
    /// The middle of its head, in seconds.
    pub(super) middle: i64,
}

/// Where a row is taken up to, in px at the level's coarsest scale.
#[derive(Clone, Copy)]
struct Row {
    head: f64,
    body: f64,
    label: f64,
    last: Option<usize>,
}

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
        let mut packer = Packer {
            scale,
            rows: vec![
                Row {
                    head: f64::NEG_INFINITY,
                    body: f64::NEG_INFINITY,
                    label: f64::NEG_INFINITY,
                    last: None,
                };
                usize::from(options.rows.max(1))
            ],
            groups: Vec::new(),
        };
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
                    packer.single(at + index, item, options);
                }
            }
            at += count.max(1);
        }
        let groups = packer.groups;
        let reach = Reach::new(groups.iter().map(|group| group.right).collect());
        Level {
            groups,
            reach,
            cell,
        }
    }
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

struct Packer {
    scale: f64,
    rows: Vec<Row>,
    groups: Vec<Group>,
}

/// What a mark asks for, in px at the level's coarsest scale.
struct Wish {
    left: f64,
    head: f64,
    body: f64,
    label: f64,
    middle: i64,
    half: f64,
}

impl Packer {
    fn cluster(&mut self, at: usize, members: &[Item]) {
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return;
        };
        let middle = first.anchor + (last.anchor - first.anchor) / 2;
        let x = middle as f64 / self.scale;
        let right = x + PILL;
        let wish = Wish {
            left: x - PILL,
            head: right,
            body: right,
            label: right,
            middle,
            half: PILL,
        };
        self.place(at, members.len(), wish);
    }

    fn single(&mut self, at: usize, item: &Item, options: &Options) {
        let label = f64::from(options.label(item.id));
        let x = item.anchor as f64 / self.scale;
        let wish = match item.extent {
            Extent::Point => {
                let right = x + DISC;
                let label = if label > 0.0 {
                    right + GAP + label
                } else {
                    right
                };
                Wish {
                    left: x - DISC,
                    head: right,
                    body: right,
                    label,
                    middle: item.anchor,
                    half: DISC,
                }
            }
            Extent::Bar(from, _) => {
                let open = if from == super::Ending::Open {
                    OPEN
                } else {
                    0.0
                };
                let start = item.start as f64 / self.scale;
                let end = (item.end as f64 / self.scale).max(start + DISC);
                let beside = if end - start >= LONG {
                    start
                } else {
                    end + GAP
                };
                let label = if label > 0.0 {
                    (beside + GAP + label).max(end)
                } else {
                    end
                };
                Wish {
                    left: start - DISC - open,
                    head: x + DISC,
                    body: end + GAP,
                    label,
                    middle: item.anchor,
                    half: DISC + open,
                }
            }
        };
        self.place(at, 1, wish);
    }

    fn place(&mut self, at: usize, count: usize, wish: Wish) {
        let row = self.row(&wish);
        let index = self.groups.len();
        let Some(taken) = self.rows.get_mut(row) else {
            return;
        };
        if let Some(before) = taken.last.and_then(|last| self.groups.get_mut(last)) {
            before.next = index as u32;
        }
        *taken = Row {
            head: wish.head,
            // A longer bar may lie under this mark, where every row had one.
            body: taken.body.max(wish.body),
            label: wish.label,
            last: Some(index),
        };
        self.groups.push(Group {
            first: at as u32,
            count: count as u32,
            row: row as u8,
            next: index as u32,
            half: wish.half as f32,
            right: (wish.label.max(wish.body) * self.scale) as i64,
            middle: wish.middle,
        });
    }

    fn row(&self, wish: &Wish) -> usize {
        // Free of everything; else free of marks, cutting the label that loses least;
        // else over the bar that ends first; else where the last mark is farthest.
        let (mut best, mut least) = (0, (u8::MAX, 0.0));
        for (at, row) in self.rows.iter().enumerate() {
            let rank = if row.body > wish.left {
                if row.head > wish.left {
                    (3, row.head)
                } else {
                    (2, row.body)
                }
            } else if row.label > wish.left {
                (1, row.label)
            } else {
                (0, 0.0)
            };
            if rank < least {
                (best, least) = (at, rank);
            }
        }
        best
    }
}
