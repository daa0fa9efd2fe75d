use std::{cell::RefCell, fmt, rc::Rc};

use super::{Item, Options, level::Level};
use crate::article::order::sort;

/// Levels kept: where the reader is, where they came from, and one to spare.
const KEPT: usize = 4;

/// The items of an axis, sorted a lane, with the zoom levels worked out so far.
///
/// Building sorts: O(n log n), or O(n) when the items come sorted. A level is worked
/// out when it is first looked at, in O(m log(n / m)) for its m marks, and the last
/// few are kept.
pub struct Index {
    lanes: Vec<Vec<Item>>,
    levels: RefCell<Vec<(Key, Rc<Vec<Level>>)>>,
}

#[derive(Clone)]
struct Key {
    level: i32,
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
            sort(lane, |a, b| {
                let key = |item: &Item| (item.anchor, item.end, item.start, item.id);
                key(a).cmp(&key(b))
            });
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
    pub(super) fn position(&self, lane: u16, id: u32, anchor: i64) -> Option<usize> {
        let items = self.lane(lane);
        let first = items.partition_point(|item| item.anchor < anchor);
        let same = items
            .get(first..)?
            .iter()
            .take_while(|item| item.anchor == anchor);
        Some(first + same.into_iter().position(|item| item.id == id)?)
    }

    pub(super) fn level(&self, level: i32, options: &Options) -> Rc<Vec<Level>> {
        let mut kept = self.levels.borrow_mut();
        let known = |(key, _): &(Key, _)| key.level == level && key.options.same(options);
        if let Some((_, level)) = kept.iter().find(|entry| known(entry)) {
            return Rc::clone(level);
        }
        let lanes = self
            .lanes
            .iter()
            .map(|lane| Level::new(lane, level, options));
        let built = Rc::new(lanes.collect::<Vec<_>>());
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((
            Key {
                level,
                options: options.clone(),
            },
            Rc::clone(&built),
        ));
        built
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("lanes", &self.lanes.len())
            .finish_non_exhaustive()
    }
}
