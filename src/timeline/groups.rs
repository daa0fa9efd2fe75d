use super::{Ending, Extent, Item, spans::Spans};

/// So many quarters has a cell.
const QUARTERS: i64 = 4;
/// A bar without a beginning ends at its anchor, before which even its end alone takes as
/// much as others do after theirs: it meets what is so many quarters away.
const OPEN: i64 = 2;
/// Cells to either side of one that say how busy its surroundings are.
const AROUND: i64 = 8;
/// In busy surroundings so many items in three cells are still marks of their own.
const LOOSE: usize = 3;

/// What a lane holds at one zoom level: which items are marks of their own, and which are
/// a cluster.
///
/// Time is cut into cells of a fixed length a level, on each finer level halved or the
/// same. A cell is a cluster where more items fall on one place than there are rows for
/// them, or where it is one of many crowded ones. Both hold for a cell only if they hold
/// for the one around it on any coarser level: so zooming in only splits, and panning
/// changes nothing.
pub(super) struct Cells<'a> {
    /// The lane.
    pub items: &'a [Item],
    /// What is drawn as spans, which no cluster holds.
    pub spans: &'a Spans,
    /// Seconds in a cell, 1 at least.
    pub cell: i64,
    /// How many marks there can be at one place.
    pub rows: u8,
    /// More items than this in the cells around are many.
    pub busy: u16,
}

/// One mark: an item, or a cluster of some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// The position of its first item in the lane.
    pub first: u32,
    /// The position of its last item.
    pub last: u32,
    /// How many items there are, without the spans between.
    pub count: u32,
}

impl Cells<'_> {
    /// The groups with anchors from one second to another, the second not included; both
    /// are where cells begin. O(m log n) for m groups.
    pub(super) fn groups(&self, from: i64, to: i64) -> Vec<Group> {
        let mut groups = Vec::new();
        let (mut at, end) = (self.position(from), self.position(to));
        while at < end {
            let Some(first) = self.items.get(at) else {
                break;
            };
            let cell = first.anchor.div_euclid(self.cell).saturating_mul(self.cell);
            let next = self
                .position(cell.saturating_add(self.cell))
                .clamp(at + 1, end.max(at + 1));
            let own = || (at..next).filter(|at| !self.spans.has(*at));
            let count = next - at - self.spans.between(at, next);
            if count > 1 && self.is_crowded(cell, count) {
                let (first, last) = (own().next(), own().next_back());
                groups.push(Group {
                    first: first.unwrap_or(at) as u32,
                    last: last.unwrap_or(at) as u32,
                    count: count as u32,
                });
            } else {
                groups.extend(own().map(|at| Group {
                    first: at as u32,
                    last: at as u32,
                    count: 1,
                }));
            }
            at = next;
        }
        groups
    }

    /// Whether a cell is a cluster that begins at a second and holds so many.
    fn is_crowded(&self, cell: i64, count: usize) -> bool {
        let rows = usize::from(self.rows);
        let quarter = (self.cell / QUARTERS).max(1);
        let quarters = self.cell / quarter;
        // One of its quarters holds too many by itself.
        if count > rows * quarters as usize {
            return true;
        }
        let from = |quarters: i64| cell.saturating_add(quarter.saturating_mul(quarters));
        let too_many = |at| {
            let around = (from(at - OPEN), from(at + 1 + OPEN));
            self.count(from(at - 1), from(at + 2)) > rows
                || (self.count(around.0, around.1) > rows && self.holds_open(around))
        };
        if (0..quarters).any(too_many) {
            return true;
        }
        let cells = |count: i64| cell.saturating_add(self.cell.saturating_mul(count));
        self.count(cells(-1), cells(2)) > LOOSE
            && self.count(cells(-AROUND), cells(AROUND + 1)) > usize::from(self.busy)
    }

    /// How many items have their anchors from one second to another, the second not
    /// included.
    fn count(&self, from: i64, to: i64) -> usize {
        let (from, to) = (self.position(from), self.position(to));
        to.saturating_sub(from) - self.spans.between(from, to)
    }

    /// Whether a bar without a beginning has its anchor from one second to another, the
    /// second not included.
    fn holds_open(&self, (from, to): (i64, i64)) -> bool {
        (self.position(from)..self.position(to)).any(|at| {
            let extent = self.items.get(at).map(|item| item.extent);
            matches!(extent, Some(Extent::Bar(Ending::Open, _))) && !self.spans.has(at)
        })
    }

    /// The position of the first item with an anchor at a second or later.
    fn position(&self, second: i64) -> usize {
        self.items.partition_point(|item| item.anchor < second)
    }
}
