use std::rc::Rc;

use super::{
    Ending, Extent, Index, Item, Viewport, bounded,
    level::{DISC, GAP, Group, LONG, Level, OPEN, PILL, level_of},
    times,
};
use crate::article::Instant;

/// How marks are to be laid out.
#[derive(Debug, Clone)]
pub struct Options {
    /// Rows a lane, 1 at least. A cell of a lane with more than half as many events
    /// becomes a cluster.
    pub rows: u8,
    /// How often the cells of clusters are doubled, to have fewer marks on many lanes.
    pub spread: u8,
    /// The widths of the labels in px, by [`Item::id`]; 0 for no label. Shared, as
    /// what was laid out with the same widths is kept.
    pub widths: Rc<[u16]>,
}

impl Options {
    /// The width of an item's label in px.
    #[must_use]
    pub fn label(&self, id: u32) -> u16 {
        self.widths.get(id as usize).copied().unwrap_or(0)
    }

    pub(super) fn same(&self, other: &Options) -> bool {
        self.rows == other.rows
            && self.spread == other.spread
            && Rc::ptr_eq(&self.widths, &other.widths)
    }
}

/// Everything to draw, in whole px.
///
/// Positions count from the *stage's* start, which stays where it is in time while the
/// window pans over it for half its width: to pan, move the stage by
/// [`Layout::shift`]; hardly anything on it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The instant at which the stage starts.
    pub origin: Instant,
    /// The part of time for which marks are laid out, somewhat more than the window.
    pub stage: (Instant, Instant),
    /// Px from the stage's start to the window's.
    pub shift: i32,
    /// The window's width in px.
    pub width: i32,
    /// The marks of all lanes, each lane's in time order.
    pub marks: Vec<Mark>,
}

/// One mark on the stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The lane it is on.
    pub lane: u16,
    /// The row in the lane, counted from the one next to the ticks.
    pub row: u8,
    /// The id of its first item.
    pub id: u32,
    /// How many items it stands for.
    pub count: u32,
    /// The anchor of its first item.
    pub from: Instant,
    /// The anchor of its last item.
    pub to: Instant,
    /// Where and how it is drawn.
    pub placed: Placed,
    /// Where its title stands, if there is room for it.
    pub label: Option<Label>,
    /// Whether the chosen item is among its own.
    pub selected: bool,
}

/// How a mark is drawn, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// A disc with its middle here.
    Point(i32),
    /// A pill with its middle here.
    Cluster(i32),
    /// A bar. Where it reaches out of the window, the view cuts it off there.
    Bar {
        /// Where it starts, at most some windows away.
        x: i32,
        /// How long it is, 10 at least.
        width: i32,
        /// How it begins.
        starts: Ending,
        /// How it ends.
        ends: Ending,
    },
}

/// A label's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Where it starts.
    pub x: i32,
    /// How wide it may be; less than it wants where the next mark is near.
    pub width: i32,
    /// How far it may come along to stay in view while what it belongs to leaves the
    /// window: where it starts at the latest. Most may not.
    pub latest: i32,
}

impl Label {
    /// Where it starts when the window does at `shift`, kept `pad` px from there.
    #[must_use]
    pub fn kept(&self, shift: i32, pad: i32) -> i32 {
        self.x.max(shift + pad).min(self.latest)
    }
}

/// Labels that would be cut to less are left out, in px.
const SHORTEST: f64 = 56.0;
/// The shortest bar, in px.
const BAR: f64 = 10.0;
/// Farther than this from the window nothing is drawn, in px.
const FAR: f64 = 100_000.0;

impl Layout {
    /// An empty stage under a viewport.
    #[must_use]
    pub fn stage(viewport: &Viewport) -> Layout {
        let (width, scale) = (viewport.width(), viewport.scale());
        let start = viewport.start();
        if width <= 0.0 {
            return Layout {
                origin: start,
                stage: (start, start),
                shift: 0,
                width: 0,
                marks: Vec::new(),
            };
        }
        // The stage starts at a multiple of half a window, so it stays put until the
        // window has panned that far.
        let half = ((width * scale / 2.0).ceil() as i64).max(1);
        let origin = Instant(times(start.0.div_euclid(half), half));
        let end = Instant(origin.0.saturating_add(times(half, 3)));
        let shift = -viewport.x(origin);
        Layout {
            origin,
            stage: (origin, end),
            shift: shift.round() as i32,
            width: width.round() as i32,
            marks: Vec::new(),
        }
    }

    /// Px from the stage's start to its end.
    #[must_use]
    pub fn length(&self, viewport: &Viewport) -> i32 {
        self.x(viewport, self.stage.1)
    }

    /// Px from the stage's start to an instant, at most some windows away.
    #[must_use]
    pub fn x(&self, viewport: &Viewport, at: Instant) -> i32 {
        whole(self.exact(viewport, at.0))
    }

    fn exact(&self, viewport: &Viewport, second: i64) -> f64 {
        second.saturating_sub(self.origin.0) as f64 / viewport.scale()
    }
}

fn whole(px: f64) -> i32 {
    bounded(px, -FAR, FAR).round() as i32
}

/// Lays out what of the index is in the window.
///
/// `selected` is the chosen item's id and anchor. Pure: the same arguments give the
/// same layout, whatever was laid out before and in whatever order the index was fed.
///
/// O(v + k log n) for v visible marks in k lanes, however long their bars are, once the
/// zoom level has been looked at; the first look at a level costs what [`Index`] says.
#[must_use]
pub fn layout(
    index: &Index,
    viewport: &Viewport,
    options: &Options,
    selected: Option<(u32, Instant)>,
) -> Layout {
    let mut layout = Layout::stage(viewport);
    if layout.width <= 0 {
        return layout;
    }
    let level = index.level(level_of(viewport.scale()), options);
    let (from, to) = layout.stage;
    let margin = (viewport.scale() * (OPEN + PILL)).ceil() as i64;
    let mut marks = Vec::new();
    for (lane, level) in (0u16..).zip(level.iter()) {
        let place = Place {
            layout: &layout,
            viewport,
            options,
            level,
            items: index.lane(lane),
            lane,
        };
        let chosen = selected.and_then(|(id, at)| index.position(lane, id, at.0));
        let (from, until) = (from.0.saturating_sub(margin), to.0.saturating_add(margin));
        level.each(from, until, &mut |at| marks.extend(place.mark(at, chosen)));
    }
    layout.marks = marks;
    layout
}

struct Place<'a> {
    layout: &'a Layout,
    viewport: &'a Viewport,
    options: &'a Options,
    level: &'a Level,
    items: &'a [Item],
    lane: u16,
}

impl Place<'_> {
    fn mark(&self, at: usize, chosen: Option<usize>) -> Option<Mark> {
        let group = self.level.groups.get(at)?;
        let members = self
            .items
            .get(group.first as usize..)?
            .get(..group.count as usize)?;
        let (first, last) = (members.first()?, members.last()?);
        let (placed, label) = if group.count > 1 {
            (Placed::Cluster(whole(self.pill(group))), None)
        } else {
            self.single(at, group, first)
        };
        let position = group.first as usize..(group.first + group.count) as usize;
        Some(Mark {
            lane: self.lane,
            row: group.row,
            id: first.id,
            count: group.count,
            from: Instant(first.anchor),
            to: Instant(last.anchor),
            placed,
            label,
            selected: chosen.is_some_and(|at| position.contains(&at)),
        })
    }

    fn x(&self, second: i64) -> f64 {
        self.layout.exact(self.viewport, second)
    }

    /// The middle of a pill: that of its events, kept clear of the cells beside.
    fn pill(&self, group: &Group) -> f64 {
        let (from, to) = self.cell(group);
        let (from, to) = (from + PILL, to - PILL);
        bounded(self.x(group.middle), from, to.max(from))
    }

    /// Where the cell of time starts and ends in which a group has its middle.
    fn cell(&self, group: &Group) -> (f64, f64) {
        let length = self.level.cell;
        let cell = times(group.middle.div_euclid(length), length);
        (self.x(cell), self.x(cell.saturating_add(length)))
    }

    fn single(&self, at: usize, group: &Group, item: &Item) -> (Placed, Option<Label>) {
        let wanted = f64::from(self.options.label(item.id));
        match item.extent {
            Extent::Bar(starts, ends) if !group.cut => {
                let (mut start, mut end) = (self.x(item.start), self.x(item.end));
                if f64::from(group.half) > DISC {
                    start -= OPEN;
                }
                if end - start < BAR {
                    let middle = (start + end) / 2.0;
                    (start, end) = (middle - BAR / 2.0, middle + BAR / 2.0);
                }
                // Within a long bar the label keeps to the part that is in view.
                let label = if end - start >= LONG {
                    self.label(start + GAP, wanted, at, end - GAP)
                } else {
                    self.label(end + GAP, wanted, at, 0.0)
                };
                let x = whole(start);
                (
                    Placed::Bar {
                        x,
                        width: (whole(end) - x).max(1),
                        starts,
                        ends,
                    },
                    label,
                )
            }
            extent => {
                let x = self.apart(at, group);
                let label = self.label(x + DISC + GAP, wanted, at, 0.0);
                let placed = match extent {
                    Extent::Point => Placed::Point(whole(x)),
                    Extent::Bar(starts, _) => Placed::Bar {
                        x: whole(x - BAR / 2.0),
                        width: BAR as i32,
                        starts,
                        ends: Ending::Cut,
                    },
                };
                (placed, label)
            }
        }
    }

    /// The middle of a disc. On a lane of one row a neighbour in the next cell may be
    /// too near; then both keep clear of the border between them, by 7 px at most.
    fn apart(&self, at: usize, group: &Group) -> f64 {
        let x = self.x(group.middle);
        if self.options.rows > 1 {
            return x;
        }
        let groups = &self.level.groups;
        let near = |at: Option<usize>| {
            at.and_then(|at| groups.get(at)).is_some_and(|other| {
                let (middle, half) = if other.count > 1 {
                    (self.pill(other), PILL)
                } else {
                    (self.x(other.middle), DISC)
                };
                (middle - x).abs() < half + DISC
            })
        };
        let (from, to) = self.cell(group);
        if near(at.checked_sub(1)) {
            return x.max(from + DISC);
        }
        if near(Some(at + 1)) {
            return x.min(to - DISC);
        }
        x
    }

    /// The label of the mark at `at`, from `x` to the next mark on its row; it may come
    /// along with the window as far as it ends before `end`.
    fn label(&self, x: f64, wanted: f64, at: usize, end: f64) -> Option<Label> {
        let groups = &self.level.groups;
        let next = groups.get(at).map_or(at, |group| group.next as usize);
        let next = groups
            .get(next)
            .filter(|_| next != at)
            .map_or(FAR, |group| {
                let middle = if group.count > 1 {
                    self.pill(group)
                } else {
                    self.apart(next, group)
                };
                middle - f64::from(group.half) - GAP
            });
        // At the very end of time there is nothing to pan to.
        let edge = self.x(self.viewport.limits().to);
        let (from, to) = (x.ceil(), next.min(edge).floor());
        let width = wanted.min(to - from);
        // Before the stage there is nothing to be read.
        let enough = wanted > 0.0 && to > 0.0 && width >= wanted.min(SHORTEST);
        enough.then(|| Label {
            x: whole(from),
            width: width as i32,
            latest: whole((to.min(end) - width).max(from)),
        })
    }
}
