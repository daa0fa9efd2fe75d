use crate::sorting;
use std::{
    cell::{OnceCell, RefCell},
    fmt,
    rc::Rc,
};

use super::{
    Item, Options, Viewport,
    level::{Level, Source, level_of},
    spans::Spans,
};

/// Levels kept: where the reader is, where they came from, everything, and one to spare.
const KEPT: usize = 4;
/// Of lanes with more bars than this it is taken that they run at once.
const BARS: usize = 4_000;

/// The items of an axis, sorted a lane, with the zoom levels worked out so far.
///
/// Building sorts: O(n log n), or O(n) when the items come sorted. What a level costs
/// when it is first looked at is told by [`super::layout()`]; the last few are kept.
pub struct Index {
    lanes: Vec<Sorted>,
    levels: RefCell<Vec<(Key, Rc<Level>)>>,
}

/// One lane.
#[derive(Default)]
struct Sorted {
    items: Vec<Item>,
    depth: OnceCell<u8>,
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
        let mut sorted: Vec<Sorted> = Vec::new();
        sorted.resize_with(lanes.max(1), Sorted::default);
        for item in items {
            if let Some(lane) = sorted.get_mut(usize::from(item.lane)) {
                lane.items.push(item);
            }
        }
        for lane in &mut sorted {
            sorting::sort_by_key(&mut lane.items, |item| {
                (item.anchor, item.end, item.start, item.id)
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
        (self.lanes.get(usize::from(lane))).map_or(&[], |lane| &lane.items)
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

    /// What a level needs to know of a lane.
    pub(super) fn source(&self, lane: usize, options: &Options) -> Source<'_> {
        let Some(sorted) = self.lanes.get(lane) else {
            return Source {
                items: &[],
                depth: 0,
            };
        };
        let items = &sorted.items;
        let depth = sorted.depth.get_or_init(|| {
            let bars = items.iter().filter(|item| item.is_bar());
            if bars.take(BARS + 1).count() > BARS {
                u8::MAX
            } else {
                Spans::depth(items, u8::MAX)
            }
        });
        Source {
            items,
            depth: options.spans.min(*depth),
        }
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
        let lanes: Vec<Source<'_>> = (0..self.lanes())
            .map(|lane| self.source(lane, &key.options))
            .collect();
        let built = Rc::new(Level::new(scale, viewport.limits(), &lanes, &key.options));
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
