use super::{Ending, Extent, Item, Options, reach::Reach};

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
    /// Whether it is a bar of which only the beginning is drawn, for want of a row.
    pub(super) cut: bool,
    /// The second up to which it and its label can reach at the level's coarsest scale.
    pub(super) right: i64,
    /// The middle of its head, in seconds.
    pub(super) middle: i64,
}

/// Where a row is taken up to, in px at the level's coarsest scale.
#[derive(Clone, Copy)]
struct Row {
    head: f64,
    label: f64,
    last: Option<usize>,
    bar: Bar,
}

/// The last bar on a row.
#[derive(Clone, Copy)]
struct Bar {
    end: f64,
    /// How far from others it begins.
    apart: u32,
    /// Its mark.
    group: usize,
    /// The second up to which it reaches once it is cut.
    right: i64,
}

const NOWHERE: f64 = f64::NEG_INFINITY;

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
                    head: NOWHERE,
                    label: NOWHERE,
                    last: None,
                    bar: Bar {
                        end: NOWHERE,
                        apart: 0,
                        group: 0,
                        right: 0,
                    },
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
                    let apart = apart(items, at + index, room);
                    packer.single(at + index, item, apart, options);
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

struct Packer {
    scale: f64,
    rows: Vec<Row>,
    groups: Vec<Group>,
}

/// What a mark asks for, in px at the level's coarsest scale.
#[derive(Clone, Copy)]
struct Wish {
    left: f64,
    head: f64,
    label: f64,
    middle: i64,
    half: f64,
    /// The bar that there is to be.
    bar: Option<Bar>,
    /// Whether there is none for want of a row.
    cut: bool,
}

/// How well a row would do: the less, the better.
type Rank = (u8, f64);
/// A row with a bar that would have to be cut.
const CUTS: u8 = 4;
/// A row that is not to be had.
const TAKEN: u8 = 5;

impl Packer {
    fn cluster(&mut self, at: usize, members: &[Item]) {
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return;
        };
        let middle = first.anchor + (last.anchor - first.anchor) / 2;
        self.place(at, members.len(), &self.head(middle, PILL, 0.0));
    }

    fn single(&mut self, at: usize, item: &Item, apart: u32, options: &Options) {
        let label = f64::from(options.label(item.id));
        let mut point = self.head(item.anchor, DISC, label);
        if let Extent::Bar(from, _) = item.extent {
            let start = item.start as f64 / self.scale;
            let end = (item.end as f64 / self.scale).max(start + DISC);
            let beside = if end - start >= LONG {
                start
            } else {
                end + GAP
            };
            let bar = Bar {
                end: end + GAP,
                apart,
                group: 0,
                right: (point.label * self.scale) as i64,
            };
            let wish = Wish {
                left: start - DISC,
                label: beside + GAP + label,
                bar: Some(bar),
                ..point
            };
            let open = Wish {
                left: wish.left - OPEN,
                half: DISC + OPEN,
                bar: Some(Bar { apart: 0, ..bar }),
                ..wish
            };
            // What always was is drawn so where nothing is in the way.
            if (from == Ending::Open && self.place(at, 1, &open)) || self.place(at, 1, &wish) {
                return;
            }
            point.cut = true;
        }
        self.place(at, 1, &point);
    }

    /// What is drawn about one instant, with a label after it.
    fn head(&self, middle: i64, half: f64, label: f64) -> Wish {
        let x = middle as f64 / self.scale;
        let head = x + half;
        Wish {
            left: x - half,
            head,
            label: head + GAP + label,
            middle,
            half,
            bar: None,
            cut: false,
        }
    }

    /// Whether there was a row for it.
    fn place(&mut self, at: usize, count: usize, wish: &Wish) -> bool {
        let alone = self.rows.len() == 1 && wish.half <= PILL;
        let (mut number, mut least) = (0, (TAKEN, 0.0));
        for (at, row) in self.rows.iter().enumerate() {
            let rank = row.rank(wish, alone);
            if rank < least {
                (number, least) = (at, rank);
            }
        }
        let Some(row) = self.rows.get_mut(number).filter(|_| least.0 < TAKEN) else {
            return false;
        };
        let index = self.groups.len();
        if let Some(before) = row.last.and_then(|last| self.groups.get_mut(last)) {
            before.next = index as u32;
        }
        row.head = wish.head;
        row.label = wish.label;
        row.last = Some(index);
        let mut right = wish.label;
        if let Some(bar) = wish.bar {
            right = right.max(bar.end);
            let before = row.bar;
            row.bar = Bar {
                group: index,
                ..bar
            };
            if let (CUTS, Some(group)) = (least.0, self.groups.get_mut(before.group)) {
                (group.cut, group.right) = (true, before.right);
            }
        }
        self.groups.push(Group {
            first: at as u32,
            count: count as u32,
            row: number as u8,
            next: index as u32,
            half: wish.half as f32,
            cut: wish.cut,
            right: (right * self.scale) as i64,
            middle: wish.middle,
        });
        true
    }
}

impl Row {
    // Free of everything; else free of marks, cutting the label that loses least; else
    // over a bar, likewise; else where the last mark is farthest.
    //
    // A bar does not go over another one: it cuts the one that begins nearest to others,
    // if that begins nearer than it does. Nor does it begin where a mark is, unless
    // the row is alone, where marks that touch are kept apart.
    fn rank(&self, wish: &Wish, alone: bool) -> Rank {
        let (over, touches) = (self.bar.end > wish.left, self.head > wish.left);
        match wish.bar {
            Some(_) if touches && !alone => (TAKEN, 0.0),
            Some(bar) if over && self.bar.apart >= bar.apart => (TAKEN, 0.0),
            Some(_) if over => (CUTS, f64::from(self.bar.apart)),
            _ if touches => (3, self.head),
            _ if over => (2, self.label),
            _ if self.label > wish.left => (1, self.label),
            _ => (0, 0.0),
        }
    }
}
