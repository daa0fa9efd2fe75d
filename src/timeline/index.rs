use crate::sorting;
use std::{cell::RefCell, fmt, rc::Rc};

use super::{
    Item, Options, Viewport,
    level::{Level, level_of},
};

/// Levels kept: where the reader is, where they came from, everything, and one to spare.
const KEPT: usize = 4;

/// The items of an axis, sorted a lane, with the zoom levels worked out so far.
///
/// Building sorts: O(n log n), or O(n) when the items come sorted. What a level costs
/// when it is first looked at is told by [`super::layout()`]; the last few are kept.
pub struct Index {
    lanes: Vec<Vec<Item>>,
    levels: RefCell<Vec<(Key, Rc<Level>)>>,
}

struct Key {
    number: u32,
    whole: f64,
    options: Options,
}

impl Index {
    /// Sorts items onto `lanes` lanes; those of a lane beyond are left out. The order
    /// in which they come does not matter.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = Item>, lanes: usize) -> Index {
        let mut sorted: Vec<Vec<Item>> = vec![Vec::new(); lanes.max(1)];
        for item in items {
            if let Some(lane) = sorted.get_mut(usize::from(item.lane)) {
                lane.push(item);
            }
        }
        for lane in &mut sorted {
            sorting::sort_by_key(lane, |item| (item.anchor, item.end, item.start, item.id));
        }
        Index {
            lanes: sorted,
            levels: RefCell::default(),
        }
    }

    /// How many lanes there are; 1 at least.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.lanes.len()
    }

    /// The items of a lane in time order.
    #[must_use]
    pub fn lane(&self, lane: u16) -> &[Item] {
        self.lanes.get(usize::from(lane)).map_or(&[], Vec::as_slice)
    }

    /// The items of a lane whose anchors lie from one second to another, both
    /// included. O(log n).
    #[must_use]
    pub fn between(&self, lane: u16, from: i64, to: i64) -> &[Item] {
        let items = self.lane(lane);
        let first = items.partition_point(|item| item.anchor < from);
        let last = items.partition_point(|item| item.anchor <= to);
        items.get(first..last).unwrap_or_default()
    }

    /// The position in its lane of the item with this id and anchor. O(log n).
    pub(super) fn position(&self, lane: u16, id: u32, anchor: i64) -> Option<u32> {
        let items = self.lane(lane);
        let first = items.partition_point(|item| item.anchor < anchor);
        let mut same = (items.get(first..)?.iter()).take_while(|item| item.anchor == anchor);
        Some((first + same.position(|item| item.id == id)?) as u32)
    }

    /// The level of a viewport, and that of the whole axis.
    pub(super) fn levels(&self, viewport: &Viewport, options: &Options) -> [Rc<Level>; 2] {
        let whole = viewport.limits().span() / viewport.width();
        let (number, scale) = level_of(whole, viewport.scale());
        [(0, whole), (number, scale)].map(|(number, scale)| {
            let key = Key {
                number,
                whole,
                options: options.clone(),
            };
            self.level(key, scale, viewport)
        })
    }

    fn level(&self, key: Key, scale: f64, viewport: &Viewport) -> Rc<Level> {
        let mut kept = self.levels.borrow_mut();
        if let Some(at) = kept.iter().position(|(known, _)| known.same(&key)) {
            // What was looked at last is given up last.
            let entry = kept.remove(at);
            let level = Rc::clone(&entry.1);
            kept.push(entry);
            return level;
        }
        let lanes = self.lanes.iter().map(Vec::as_slice);
        let built = Rc::new(Level::new(scale, viewport.limits(), lanes, &key.options));
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((key, Rc::clone(&built)));
        built
    }
}

impl Key {
    fn same(&self, other: &Key) -> bool {
        self.number == other.number
            && self.whole.to_bits() == other.whole.to_bits()
            && self.options.same(&other.options)
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("lanes", &self.lanes.len())
            .finish_non_exhaustive()
    }
}
