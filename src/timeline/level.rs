//! What is worked out once a zoom level: rows, sides and clusters.

use crate::sorting;
use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use super::{
    Item, Limits, Options,
    arrange::{Room, arrange, height},
    groups::{Cells, Group},
    piece::{AIR, DISC, Kind, Outline, PILL, Piece, Spot},
    spans::Spans,
};

/// So many marks in a window are too many for titles, shared out among several lanes; and
/// how long a window is taken to be, in px.
const CROWDED: usize = 70;
const WINDOW: f64 = 1_000.0;
/// The shortest cell of time in px. A quarter of it is at least as long as a disc with its air,
/// and a pill in it keeps clear of all that stands in the cells beside.
const CELL: f64 = 2.0 * PILL_ROOM;
/// Half of a pill and the least beside it to the ends of its cell, in px: as far as the
/// beginning of a bar reaches that starts where the cell does, with the air of both.
const PILL_ROOM: f64 = PILL + 2.0 * DISC + 2.0 * AIR;
/// How far into its cell a pill has its middle at least, in px: from one at the end of the cell
/// before it then keeps the air of both.
const PILL_PAST: f64 = 2.0 * (PILL + AIR) - PILL_ROOM;
/// Lanes with so many items at most are arranged whole.
const WHOLE: usize = 160;
/// Stretches are at least so long, in px: twice what titles can reach out of them.
const STRETCH: f64 = 1_200.0;
/// Of so many stretches at most it is worked out how many rows they need.
const STRETCHES: usize = 16;
/// For each row so many items around are many, and so many in any case.
const BUSY: u16 = 3;
const MANY: u16 = 24;

/// How an axis looks at one zoom level.
///
/// A level holds for all scales from its own down to the next level's: at its own, where
/// everything is closest, it is laid out; at any other nothing can come to overlap. So
/// while the reader pans, or zooms within the level, no mark changes its row and no title
/// its side.
///
/// Long lanes are cut into stretches of a fixed length, which are arranged when they are
/// first looked at: even ones by themselves, leaving the marks of odd ones alone, and odd
/// ones around their even neighbours. No title reaches farther out of its stretch than
/// half of the next one. So what is arranged for a window does not depend on where the
/// reader came from, and costs what the window shows.
pub(super) struct Level {
    /// Seconds to a px where it is laid out.
    pub scale: f64,
    /// From there px are counted.
    base: i64,
    /// Seconds in a cell, in which a cluster's pill stays.
    cell: i64,
    /// Seconds in a stretch.
    stretch: i64,
    /// Seconds at which all there is to see begins and ends.
    ends: (i64, i64),
    /// The same in px: titles lie between them.
    edges: (f64, f64),
    pub lanes: Vec<Lane>,
}

/// One lane of it.
pub(super) struct Lane {
    pub spans: Spans,
    /// How many rows there are for titles below the spans.
    pub rows: u8,
    is_whole: bool,
    /// What is arranged already, by number.
    stretches: RefCell<Vec<(i64, Rc<Stretch>)>>,
    needed: OnceCell<u8>,
}

/// What is arranged of a lane: marks in time order, and where each has its place.
#[derive(Debug, Default)]
pub(super) struct Stretch {
    pub pieces: Vec<Piece>,
    pub spots: Vec<Spot>,
}

#[cfg(test)]
thread_local! {
    /// How many marks were arranged, and how many were looked at for a frame.
    static ARRANGED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    pub(super) static LOOKED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// Of the levels from the whole axis at so many seconds to a px down to a scale: the last
/// one's number and its own scale. There are two to every doubling.
pub(super) fn level_of(whole: f64, scale: f64) -> (u32, f64) {
    let (mut number, mut own) = (0, whole);
    // A little less than the root of a half's inverse, so that two steps are never short
    // of a half.
    while own * std::f64::consts::FRAC_1_SQRT_2 >= scale * (1.0 - 1e-9) && own > f64::MIN_POSITIVE {
        own *= std::f64::consts::FRAC_1_SQRT_2;
        number += 1;
    }
    (number, own.max(scale))
}

impl Level {
    pub(super) fn new<'a>(
        scale: f64,
        limits: Limits,
        lanes: impl Iterator<Item = &'a [Item]>,
        options: &Options,
    ) -> Level {
        let mut cell: i64 = 1;
        while (cell as f64) < CELL * scale && cell < i64::MAX / 4 {
            cell *= 2;
        }
        let base = limits.from.div_euclid(cell).saturating_mul(cell);
        // The whole axis is one stretch where it is the window.
        let px = |second: i64| second.saturating_sub(base) as f64 / scale;
        let edges = (px(limits.from), px(limits.to));
        let mut stretch = cell;
        while (stretch as f64) < STRETCH * scale && stretch < i64::MAX / 4 {
            stretch *= 2;
        }
        let lane = |items: &[Item]| {
            let spans = Spans::new(items, scale, options.spans, &options.titles);
            Lane {
                rows: options.below(spans.rows.len() as u8, spans.paired),
                is_whole: items.len() <= WHOLE,
                spans,
                stretches: RefCell::default(),
                needed: OnceCell::new(),
            }
        };
        Level {
            scale,
            base,
            cell,
            stretch,
            ends: (limits.from, limits.to),
            edges,
            lanes: lanes.map(lane).collect(),
        }
    }

    /// How many rows a lane needs below its spans, wherever one looks: what its marks
    /// take, or, where it would be long to work that out, all that there may be.
    pub(super) fn needed(&self, lane: &Lane, items: &[Item], options: &Options) -> u8 {
        *lane.needed.get_or_init(|| {
            let mut numbers = Vec::new();
            let mut at = 0;
            while let Some(item) = items.get(at) {
                if lane.is_whole {
                    numbers.push(0);
                    break;
                }
                if numbers.len() == STRETCHES {
                    // Marks without a title may stand higher than titles.
                    return options.rows.max(lane.rows);
                }
                let number = self.number(item.anchor);
                numbers.push(number);
                let end = self.start(number + 1);
                at += items.get(at..).map_or(1, |rest| {
                    rest.partition_point(|item| item.anchor < end).max(1)
                });
            }
            let rows = |number: i64| height(&self.stretch(lane, items, options, number).spots);
            numbers.into_iter().map(rows).max().unwrap_or(0)
        })
    }

    /// The stretches that reach into the time from one second to another, in order.
    pub(super) fn each(
        &self,
        lane: &Lane,
        items: &[Item],
        options: &Options,
        (from, to): (i64, i64),
    ) -> Vec<Rc<Stretch>> {
        if lane.is_whole {
            return vec![self.stretch(lane, items, options, 0)];
        }
        let half = self.stretch / 2;
        let first = self.number(from.saturating_sub(half));
        let last = self.number(to.saturating_add(half));
        // Empty ones are skipped, as a window may lie in nothing.
        (first..=last)
            .filter(|number| (first == last) || self.holds(items, *number))
            .map(|number| self.stretch(lane, items, options, number))
            .collect()
    }

    fn holds(&self, items: &[Item], number: i64) -> bool {
        let (from, to) = (self.start(number), self.start(number + 1));
        let at = items.partition_point(|item| item.anchor < from);
        items.get(at).is_some_and(|item| item.anchor < to)
    }

    /// The number of the stretch that a second is in.
    fn number(&self, second: i64) -> i64 {
        second.saturating_sub(self.base).div_euclid(self.stretch)
    }

    /// The first second of a stretch.
    fn start(&self, number: i64) -> i64 {
        number
            .saturating_mul(self.stretch)
            .saturating_add(self.base)
    }

    fn px(&self, second: i64) -> f64 {
        second.saturating_sub(self.base) as f64 / self.scale
    }

    /// The stretch with this number, arranged.
    fn stretch(&self, lane: &Lane, items: &[Item], options: &Options, number: i64) -> Rc<Stretch> {
        let place = || {
            let known = lane.stretches.borrow();
            known.binary_search_by_key(&number, |(number, _)| *number)
        };
        if let Ok(at) = place()
            && let Some((_, known)) = lane.stretches.borrow().get(at)
        {
            return Rc::clone(known);
        }
        let made = Rc::new(self.arranged(lane, items, options, number));
        // Its neighbours may have been arranged meanwhile.
        if let Err(at) = place() {
            let known = (number, Rc::clone(&made));
            lane.stretches.borrow_mut().insert(at, known);
        }
        made
    }

    fn arranged(&self, lane: &Lane, items: &[Item], options: &Options, number: i64) -> Stretch {
        let ends = |number: i64| {
            if lane.is_whole {
                (i64::MIN, i64::MAX)
            } else {
                (self.start(number), self.start(number + 1))
            }
        };
        let (from, to) = ends(number);
        let pieces = self.pieces(lane, items, options, (from, to), true);
        let (mut edges, mut around, mut later) = (self.edges, Vec::new(), Vec::new());
        if !lane.is_whole {
            let reach = self.stretch as f64 / self.scale / 2.0;
            edges.0 = edges.0.max(self.px(from) - reach);
            edges.1 = edges.1.min(self.px(to) + reach);
            let neighbours = [number - 1, number + 1];
            if number % 2 == 0 {
                for next in neighbours {
                    let next = self.pieces(lane, items, options, ends(next), false);
                    later.extend(next.iter().map(|piece| piece.at));
                }
                sorting::sort_by(&mut later, f64::total_cmp);
            } else {
                for next in neighbours {
                    let next = self.stretch(lane, items, options, next);
                    let outlines = next.pieces.iter().zip(&next.spots);
                    around.extend(outlines.map(|(piece, spot)| piece.outline(*spot)));
                }
            }
        }
        let room = Room {
            rows: lane.rows,
            most: options.rows,
            edges,
            around: &around,
            later: &later,
        };
        #[cfg(test)]
        ARRANGED.set(ARRANGED.get() + pieces.len() as u32);
        let spots = arrange(&pieces, &room);
        Stretch { pieces, spots }
    }

    /// The marks of a lane from one second to another, the second not included, in the
    /// order of their lines; with what their titles need or without.
    fn pieces(
        &self,
        lane: &Lane,
        items: &[Item],
        options: &Options,
        (from, to): (i64, i64),
        titled: bool,
    ) -> Vec<Piece> {
        let cells = Cells {
            items,
            spans: &lane.spans,
            cell: self.cell,
            rows: options.rows,
            busy: (u16::from(options.rows) * BUSY).max(MANY),
        };
        let x = |second| self.px(second);
        let piece = |group: &Group| {
            let item = items.get(group.first as usize)?;
            if group.count > 1 {
                return self.pill(group, items, &x);
            }
            let title = if titled && item.lane == item.titled {
                options.titles.shape(item.id)
            } else {
                Default::default()
            };
            Some(Piece::single(group.first, item, title, &x))
        };
        let mut pieces: Vec<Piece> = cells.groups(from, to).iter().filter_map(piece).collect();
        sorting::sort_by(&mut pieces, |one, two| one.at.total_cmp(&two.at));
        if self.lanes.len() > 1 {
            self.quieten(&mut pieces);
        }
        pieces
    }

    /// Takes the titles of marks that are crowded: dozens of lines in ten lanes are a wall that
    /// nobody reads, and the chosen one has its own.
    fn quieten(&self, pieces: &mut [Piece]) {
        let most = CROWDED / self.lanes.len();
        let places: Vec<f64> = pieces.iter().map(|piece| piece.at).collect();
        for piece in pieces {
            let before = |x: f64| places.partition_point(|at| *at < x);
            let near = before(piece.at + WINDOW / 2.0) - before(piece.at - WINDOW / 2.0);
            if near > most {
                piece.title = Default::default();
            }
        }
    }

    /// A cluster's pill: in the middle of its events, but within its cell.
    fn pill(&self, group: &Group, items: &[Item], x: &dyn Fn(i64) -> f64) -> Option<Piece> {
        let at = self.middle(group.first, group.last, items, x)?;
        Some(Piece {
            first: group.first,
            last: group.last,
            count: group.count,
            at,
            head: (at - PILL, at + PILL),
            kind: Kind::Pill,
            title: Default::default(),
            key: false,
            is_long: false,
        })
    }

    /// Where the pill of a cluster has its middle. `x` gives px of seconds.
    pub(super) fn middle(
        &self,
        first: u32,
        last: u32,
        items: &[Item],
        x: &dyn Fn(i64) -> f64,
    ) -> Option<f64> {
        let before = first.checked_sub(1).and_then(|at| items.get(at as usize));
        let (first, last) = (items.get(first as usize)?, items.get(last as usize)?);
        let middle = first.anchor + (last.anchor - first.anchor) / 2;
        let cell = first.anchor.div_euclid(self.cell).saturating_mul(self.cell);
        let wanted = |x: &dyn Fn(i64) -> f64| {
            let to = x(cell.saturating_add(self.cell)) - PILL_ROOM;
            // Not cut off where there is nothing to pan to, as far as its cell allows.
            let (first, last) = (x(self.ends.0) + PILL, x(self.ends.1) - PILL);
            x(middle).max(first).min(last).min(to)
        };
        // Where nothing stands close before its cell it need not keep so far from there. That is
        // told by the scale at which the level is laid out, and holds for all of the level.
        let px = |second| self.px(second);
        let own = wanted(&px);
        let is_free = own >= px(cell) + PILL_PAST
            && before.is_none_or(|before| px(before.anchor) + PILL_ROOM <= own);
        Some(match is_free {
            true => wanted(x),
            false => wanted(x).max(x(cell) + PILL_ROOM),
        })
    }

    /// What the marks near an item of a lane take, with the item's own: its piece, its
    /// spot, and the outlines of the others with their positions.
    pub(super) fn around(
        &self,
        lane: &Lane,
        items: &[Item],
        options: &Options,
        position: u32,
    ) -> Option<Around> {
        let item = items.get(position as usize)?;
        let half = self.stretch;
        let near = (
            item.anchor.saturating_sub(half),
            item.anchor.saturating_add(half),
        );
        let mut around = Around {
            own: None,
            others: Vec::new(),
            edges: self.edges,
        };
        for stretch in self.each(lane, items, options, near) {
            for (piece, spot) in stretch.pieces.iter().zip(&stretch.spots) {
                if (piece.first..=piece.last).contains(&position) {
                    around.own = Some((*piece, *spot));
                } else {
                    around.others.push((piece.first, piece.outline(*spot)));
                }
            }
        }
        Some(around)
    }
}

/// What is near an item.
pub(super) struct Around {
    /// The mark that it is in, if it is not a span.
    pub own: Option<(Piece, Spot)>,
    /// What others take, each with the position of its first item.
    pub others: Vec<(u32, Outline)>,
    /// Px between which titles must lie.
    pub edges: (f64, f64),
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        article::Instant,
        timeline::{Ending, Index, Move, Shape, Titles, Viewport, layout},
    };

    const HOUR: i64 = 3_600;

    /// So many events, one every six hours, each tenth of them so many hours long.
    fn items(count: i64, long: i64) -> impl Iterator<Item = Item> {
        (0..count).map(move |at| {
            let anchor = at * 6 * HOUR + at * 7_919 % HOUR;
            let id = at as u32;
            if at % 10 == 0 {
                let sharp = Ending::Sharp;
                Item::bar(id, anchor, anchor + long * HOUR, sharp, sharp)
            } else {
                Item::point(id, anchor)
            }
        })
    }

    /// What an axis costs on an average of many windows of 1,000 px over ten days.
    #[derive(Debug)]
    struct Cost {
        /// Marks arranged when a window is first looked at on a level.
        arranged: f64,
        /// Marks looked at for a frame.
        looked: f64,
        /// Marks drawn.
        drawn: f64,
    }

    fn cost(count: i64, long: i64) -> Cost {
        let options = Options {
            rows: 14,
            spans: 3,
            shared: true,
            titles: Titles::new(|id| Shape {
                line: 120 + (id % 9) as u16 * 30,
                pair: 80 + (id % 9) as u16 * 15,
            }),
        };
        let span = count * 6 * HOUR;
        let limits = Limits {
            from: -span / 20,
            to: span + span / 20,
            closest: 60,
        };
        let viewport = Viewport::new(limits).moved(&Move::Resize(1000.0));
        let mut cost = Cost {
            arranged: 0.0,
            looked: 0.0,
            drawn: 0.0,
        };
        const WINDOWS: i64 = 20;
        let index = Index::new(items(count, long), 1);
        for part in 1..=WINDOWS {
            // Nobody has been near this window yet.
            let from = Instant(span / 100 * 99 / (WINDOWS + 1) * part);
            let to = Instant(from.0 + 240 * HOUR);
            let viewport = viewport.moved(&Move::Show { from, to });
            ARRANGED.set(0);
            let _ = layout(&index, &viewport, &options, None);
            cost.arranged += f64::from(ARRANGED.get());
            LOOKED.set(0);
            let layout = layout(&index, &viewport, &options, None);
            assert!(layout.marks.iter().any(|mark| mark.label.is_some()));
            cost.looked += f64::from(LOOKED.get());
            cost.drawn += layout.marks.len() as f64;
        }
        let windows = WINDOWS as f64;
        Cost {
            arranged: cost.arranged / windows,
            looked: cost.looked / windows,
            drawn: cost.drawn / windows,
        }
    }

    #[test]
    fn a_window_costs_what_it_shows_however_much_there_is() {
        // Bars of a week, of a year, and of all that there is; as many as lead to levels of the
        // same scales.
        for long in [168, 8_760, 10_000_000] {
            let few = cost(1_000, long);
            for count in [8_000, 256_000] {
                let many = cost(count, long);
                assert!(
                    (many.drawn / few.drawn - 1.0).abs() < 0.1,
                    "{many:?} {few:?}"
                );
                assert!(
                    many.looked < few.looked * 1.5,
                    "{many:?} of {count}, {few:?}"
                );
                assert!(many.looked < many.drawn * 6.0, "{many:?}");
                // Its own stretches, and those beside them.
                assert!(many.arranged < 400.0, "{many:?} of {count}");
            }
        }
    }
}
