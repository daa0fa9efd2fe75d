//! Random items, titles and viewports, and what is asked of what is laid out of them.

use std::collections::{BTreeMap, BTreeSet};

use dateline::timeline::{
    Ending, Head, Index, Item, Layout, Limits, Mark, Move, Options, ROW, Shape, Titles, Viewport,
    layout,
};
use proptest::prelude::*;

pub const DAY: i64 = 86_400;

pub fn limits(items: &[Item]) -> Limits {
    let from = items.iter().map(|item| item.start).min().unwrap_or(0);
    let to = items.iter().map(|item| item.end).max().unwrap_or(DAY);
    let pad = ((to - from) / 25).max(DAY);
    Limits {
        from: from - pad,
        to: to + pad,
        closest: 60,
    }
}

/// Items over a span of days to a thousand million years, often at the same instant.
pub fn items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    let span = prop::sample::select(vec![
        3 * DAY,
        800 * DAY,
        400_000 * DAY,
        300_000_000_000 * DAY,
    ]);
    // Few places, so that much comes together, or many.
    let places = prop::sample::select(vec![5i64, 40, 400]);
    let one = (0i64..400, 0u16..3, 0u8..12, 0i64..1000);
    let drawn = prop::collection::vec(one, 1..most);
    let kinds = prop::sample::select(vec![12u8, 5]);
    (span, drawn, -50i64..50, kinds, places).prop_map(|(span, drawn, shift, kinds, places)| {
        let item = |(id, (at, lane, kind, length)): (usize, (i64, u16, u8, i64))| {
            let start = span / 400 * (at % places * 400 / places) + shift * span / 50;
            let id = id as u32;
            // Bars of up to a quarter of all there is, some of up to all of it, and points;
            // or bars alone, so that hardly one finds a row.
            let long = |length: i64| start + span / 1000 * length + DAY;
            let sharp = Ending::Sharp;
            let item = match kind % kinds {
                0 | 1 => Item::bar(id, start, long(length / 4), sharp, Ending::Soft),
                2 => Item::bar(id, start, long(length / 4), sharp, Ending::Open),
                3 => Item::bar(id, start, start + 1, Ending::Open, sharp),
                4 => Item::bar(id, start, long(length), sharp, sharp),
                _ => Item {
                    start,
                    end: start + DAY,
                    ..Item::point(id, start + DAY / 2)
                },
            };
            Item {
                lane,
                titled: lane,
                key: length % 7 == 0,
                ..item
            }
        };
        drawn.into_iter().enumerate().map(item).collect()
    })
}

/// How a title of this number is: short or long, to be broken or not.
pub fn shape(number: u32) -> Shape {
    let line = 20 + number * 37 % 520;
    let pair = if number.is_multiple_of(5) {
        line
    } else {
        line / 2 + 12
    };
    Shape {
        line: line as u16,
        pair: pair as u16,
    }
}

pub fn options(laned: bool, narrow: bool) -> Options {
    Options {
        rows: match (laned, narrow) {
            (true, _) => 2,
            (false, true) => 8,
            (false, false) => 14,
        },
        spans: match (laned, narrow) {
            (true, _) => 1,
            (false, true) => 2,
            (false, false) => 3,
        },
        shared: !laned,
        titles: Titles::new(shape),
    }
}

#[derive(Debug, Clone)]
pub struct Scene {
    pub items: Vec<Item>,
    pub lanes: usize,
    pub viewport: Viewport,
    pub options: Options,
}

/// Items in one lane or three, and some place to look at: `steps` halves of a doubling
/// closer than everything.
pub fn scene(most: usize) -> impl Strategy<Value = Scene> {
    let place = (320.0f64..2000.0, 0.0f64..1.0, 0.0f64..0.999);
    (
        items(most),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        place,
    )
        .prop_map(
            |(mut items, laned, narrow, exact, (width, closer, along))| {
                if !laned {
                    for item in &mut items {
                        (item.lane, item.titled) = (0, 0);
                    }
                }
                let limits = limits(&items);
                let viewport = Viewport::new(limits).moved(&Move::Resize(width));
                // From everything to the closest, evenly by how it looks; exactly where a level
                // is laid out, or between two.
                let most = (limits.span() / 60.0).log2() * 2.0;
                let steps = if exact {
                    (most * closer).floor()
                } else {
                    most * closer
                };
                let viewport = viewport.moved(&Move::Zoom {
                    factor: (steps / 2.0).exp2(),
                    at: width * along,
                });
                Scene {
                    items,
                    lanes: if laned { 3 } else { 1 },
                    viewport,
                    options: options(laned, narrow),
                }
            },
        )
}

impl Scene {
    pub fn index(&self) -> Index {
        Index::new(self.items.iter().copied(), self.lanes)
    }

    pub fn layout(&self) -> Layout {
        layout(&self.index(), &self.viewport, &self.options, None)
    }

    pub fn moved(&self, change: &Move) -> Scene {
        Scene {
            viewport: self.viewport.moved(change),
            ..self.clone()
        }
    }

    /// For every item of every lane that has its anchor in the stage, the marks it is in.
    pub fn membership(
        &self,
        index: &Index,
        layout: &Layout,
    ) -> BTreeMap<(u16, u32), Vec<(u32, u32)>> {
        let mut found: BTreeMap<(u16, u32), Vec<(u32, u32)>> = BTreeMap::new();
        for item in &self.items {
            if (layout.stage.0.0..layout.stage.1.0).contains(&item.anchor) {
                found.entry((item.lane, item.id)).or_default();
            }
        }
        let spans: BTreeSet<(u16, u32)> = (layout.marks.iter())
            .filter(|mark| mark.is_span)
            .map(|mark| (mark.lane, mark.id))
            .collect();
        for mark in &layout.marks {
            let members = index.between(mark.lane, mark.from.0, mark.to.0);
            // Of items at one instant only some may be this mark's.
            let first = members.iter().position(|item| item.id == mark.id).unwrap();
            let own = members[first..]
                .iter()
                .filter(|item| mark.is_span || !spans.contains(&(mark.lane, item.id)));
            for item in own.take(mark.count as usize) {
                if let Some(marks) = found.get_mut(&(mark.lane, item.id)) {
                    marks.push((mark.id, mark.count));
                }
            }
        }
        found
    }

    /// The rows that a lane may have.
    pub fn allowed(&self, layout: &Layout, lane: u16) -> u8 {
        let height = layout.lanes[usize::from(lane)];
        if self.options.shared {
            let spans = (u16::from(height.spans) * height.span()).div_ceil(ROW);
            self.options.rows.saturating_sub(spans as u8).max(2)
        } else {
            self.options.rows
        }
    }
}

/// A rectangle of whole px and rows, ends not included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: (i32, i32),
    pub rows: (u8, u8),
}

impl Area {
    pub fn meets(&self, other: &Area) -> bool {
        let overlap = |one: (i32, i32), two: (i32, i32)| one.0 < two.1 && two.0 < one.1;
        let rows = |area: &Area| (i32::from(area.rows.0), i32::from(area.rows.1));
        overlap(self.x, other.x) && overlap(rows(self), rows(other))
    }
}

pub fn head(mark: &Mark) -> Area {
    let x = match mark.head {
        Head::Disc(x) => (x - 5, x + 5),
        Head::Pill(x) => (x - 16, x + 16),
        Head::Bar { x, width, .. } => (x, x + width),
    };
    Area {
        x,
        rows: (mark.row, mark.row + 1),
    }
}

pub fn words(mark: &Mark) -> Option<Area> {
    let label = mark.label?;
    Some(Area {
        x: (label.x, label.x + label.width),
        rows: (label.row, label.row + label.lines),
    })
}

/// Whether a line on these rows runs through words.
pub fn is_through(at: i32, rows: u32, text: Area) -> bool {
    let own = (text.rows.0..text.rows.1).any(|row| rows >> row & 1 == 1);
    own && text.x.0 - 2 < at && at < text.x.1 + 2
}

/// The first two things of a lane that overlap, if there are any.
pub fn overlap(layout: &Layout) -> Option<String> {
    for (at, one) in layout.marks.iter().enumerate() {
        for (number, two) in layout.marks.iter().enumerate() {
            if one.lane != two.lane || one.is_span != two.is_span || at == number {
                continue;
            }
            let clash = |what: &str| Some(format!("{what}: {one:?} and {two:?}"));
            if at < number && head(one).meets(&head(two)) {
                return clash("two heads");
            }
            if let Some(text) = words(one).filter(|_| !one.is_span) {
                if text.meets(&head(two)) {
                    return clash("a title and a head");
                }
                if at < number && words(two).is_some_and(|other| other.meets(&text)) {
                    return clash("two titles");
                }
                if !two.is_span && is_through(two.at, two.line, text) {
                    return clash("a line through words");
                }
            }
        }
    }
    for joint in &layout.joints {
        for mark in layout.marks.iter().filter(|mark| !mark.is_span) {
            let on = (joint.from.0..=joint.to.0).contains(&mark.lane);
            let rows = joint.rows(mark.lane, &layout.marks);
            if words(mark).is_some_and(|text| on && is_through(joint.at, rows, text)) {
                return Some(format!("{joint:?} through {mark:?}"));
            }
        }
    }
    None
}

/// How a mark looks wherever it is seen on its level.
pub fn look(mark: &Mark) -> impl PartialEq + std::fmt::Debug + use<> {
    let cut = matches!(
        mark.head,
        Head::Bar {
            ends: Ending::Cut,
            ..
        }
    );
    let label = (mark.label.filter(|_| !mark.is_span))
        .map(|label| (label.row, label.lines, label.before, label.width));
    (mark.count, mark.row, mark.is_span, cut, label)
}

pub fn key(mark: &Mark) -> (u16, u32) {
    (mark.lane, mark.id)
}
