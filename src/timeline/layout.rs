use super::{
    Ending, Extent, Index, Item, Titles, Viewport,
    chosen::{Chosen, chosen},
    level::{Lane, Level},
    piece::{CLEAR, GAP, Kind, OPEN, PILL, Piece, Spot, beginning, head},
    spans::Span,
};
use crate::article::Instant;
use crate::sorting;

/// The height of a row in px, where texts are as large as usual: that of one line of a title.
pub const ROW: u16 = 17;
/// The height of a row of spans in px: a line of a title over a bar.
pub const SPAN: u16 = 26;
/// What a second line of a title adds to it, in px.
pub const SPAN_LINE: u16 = 15;
/// What is no farther than this from the stage is laid out, too, in px.
const NEAR: i32 = 20;
/// Farther than this from the window nothing is drawn, in px.
const FAR: f64 = 100_000.0;

/// How marks are to be laid out.
#[derive(Debug, Clone)]
pub struct Options {
    /// The rows of a lane, 2 at least, each [`ROW`] px high.
    pub rows: u8,
    /// The rows of spans, long bars with their titles inside, above them.
    pub spans: u8,
    /// Whether spans take their room from the rows.
    pub shared: bool,
    /// How much room titles need.
    pub titles: Titles,
}

impl Options {
    pub(super) fn same(&self, other: &Options) -> bool {
        (self.rows, self.spans, self.shared) == (other.rows, other.spans, other.shared)
            && self.titles.same(&other.titles)
    }

    /// How many rows are left below so many rows of spans.
    pub(super) fn below(&self, spans: u8, paired: bool) -> u8 {
        if !self.shared {
            return self.rows.max(2);
        }
        let height = SPAN + if paired { SPAN_LINE } else { 0 };
        let taken = (u16::from(spans.min(self.spans)) * height).div_ceil(ROW);
        self.rows.saturating_sub(taken as u8).max(2)
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
    /// What each lane needs in height, wherever on this zoom level one looks.
    pub lanes: Vec<LaneHeight>,
    /// The marks of all lanes, each lane's in time order.
    pub marks: Vec<Mark>,
    /// Lines that join the marks of one event on several lanes.
    pub joints: Vec<Joint>,
}

/// How high a lane is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LaneHeight {
    /// Rows of spans at its top, each [`SPAN`] px high.
    pub spans: u8,
    /// Whether titles of spans have two lines: then each is [`SPAN_LINE`] px higher.
    pub paired: bool,
    /// Rows of marks below them, each [`ROW`] px high.
    pub rows: u8,
}

impl LaneHeight {
    /// The height of a row of spans in px.
    #[must_use]
    pub fn span(self) -> u16 {
        SPAN + if self.paired { SPAN_LINE } else { 0 }
    }

    /// Its whole height in px, where texts are as large as usual.
    #[must_use]
    pub fn height(self) -> u16 {
        u16::from(self.spans) * self.span() + u16::from(self.rows) * ROW
    }
}

/// One mark on the stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The lane it is on.
    pub lane: u16,
    /// The row that its head is on: counted from the ticks, or from the top where it is a
    /// span.
    pub row: u8,
    /// Whether it is a long bar on a row of spans.
    pub is_span: bool,
    /// The id of its first item.
    pub id: u32,
    /// How many items it stands for.
    pub count: u32,
    /// The anchor of its first item.
    pub from: Instant,
    /// The anchor of its last item.
    pub to: Instant,
    /// Where its hair line stands, which falls from its title or its head to the ticks.
    pub at: i32,
    /// The rows on which the line is seen, a bit each from that next to the ticks: it is
    /// broken where it would run through words.
    pub line: u32,
    /// How its head is drawn.
    pub head: Head,
    /// Where its title stands, if there is room for it: that of the chosen item, where it is
    /// in a cluster.
    pub label: Option<Label>,
    /// Whether the chosen item is among its own.
    pub selected: bool,
}

/// How the head of a mark is drawn, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A disc with its middle here.
    Disc(i32),
    /// A cluster's pill with its middle here.
    Pill(i32),
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

/// Where a title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The id of the item whose title it is.
    pub id: u32,
    /// Where it starts.
    pub x: i32,
    /// How wide it may be; less than it wants only where no room could be found.
    pub width: i32,
    /// The lowest of its rows.
    pub row: u8,
    /// Its lines.
    pub lines: u8,
    /// Whether it stands before its mark, and ends there.
    pub before: bool,
    /// How far it may come along to stay in view while what it belongs to leaves the
    /// window: where it starts at the latest. Most may not.
    pub latest: i32,
}

/// A line from a mark on one lane to those of the same event on others. It is drawn where
/// there are no words: see [`Joint::rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// The id of the item.
    pub id: u32,
    /// Where it stands.
    pub at: i32,
    /// The first of its lanes, and the row there.
    pub from: (u16, u8),
    /// The last of its lanes, and the row there.
    pub to: (u16, u8),
}

impl Joint {
    /// The rows of a lane on which the line is seen, a bit each from that next to the ticks.
    #[must_use]
    pub fn rows(&self, lane: u16, marks: &[Mark]) -> u32 {
        let mut seen = if lane == self.from.0 {
            below(self.from.1)
        } else if lane == self.to.0 {
            !below(self.to.1)
        } else {
            u32::MAX
        };
        for mark in marks.iter().filter(|mark| mark.lane == lane) {
            seen &= !mark.covers(self.at - CLEAR as i32, self.at + CLEAR as i32);
        }
        seen
    }
}

impl Mark {
    /// The rows on which its words lie anywhere between two places on the stage, in px, a bit
    /// each from that next to the ticks. Titles of spans are on no such row.
    #[must_use]
    pub fn covers(&self, from: i32, to: i32) -> u32 {
        match self.label.filter(|_| !self.is_span) {
            Some(label) if label.x < to && from < label.x + label.width => {
                below(label.row + label.lines) & !below(label.row)
            }
            _ => 0,
        }
    }

    /// The row that its line falls from.
    fn top(&self) -> u8 {
        let label = self.label.map_or(0, |label| label.row + label.lines - 1);
        label.max(self.row)
    }
}

/// The rows below one, a bit each.
fn below(row: u8) -> u32 {
    (1_u32.checked_shl(row.into()).unwrap_or(0)).wrapping_sub(1)
}

impl Label {
    /// Where it starts when the window does at `shift`, kept `pad` px from there.
    #[must_use]
    pub fn held(&self, shift: i32, pad: i32) -> i32 {
        self.x.max(shift + pad).min(self.latest)
    }
}

impl Layout {
    /// An empty stage under a viewport.
    #[must_use]
    pub fn stage(viewport: &Viewport) -> Layout {
        let (width, scale) = (viewport.width(), viewport.scale());
        let start = viewport.start();
        let mut layout = Layout {
            origin: start,
            stage: (start, start),
            shift: 0,
            width: 0,
            lanes: Vec::new(),
            marks: Vec::new(),
            joints: Vec::new(),
        };
        if width > 0.0 {
            // The stage starts at a multiple of half a window, so it stays put until the
            // window has panned that far.
            let half = ((width * scale / 2.0).ceil() as i64).max(1);
            let origin = start.0.div_euclid(half).saturating_mul(half);
            let end = origin.saturating_add(half.saturating_mul(3));
            layout.origin = Instant(origin);
            layout.stage = (Instant(origin), Instant(end));
            layout.shift = (-viewport.x(layout.origin)).round() as i32;
            layout.width = width.round() as i32;
        }
        layout
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
    px.max(-FAR).min(FAR).round() as i32
}

/// Lays out what of the index is in the window.
///
/// `selected` is the chosen item's id and anchor. Pure: the same arguments give the
/// same layout, whatever was laid out before and in whatever order the index was fed.
///
/// What is on which row depends on the zoom level alone, two of which lie between any scale
/// and its double, and on what is chosen. A frame costs O(v + k log n) for v marks near the
/// window in k lanes of n items, once the level has been looked at there. The first look at
/// a level costs O(n + s log s) for s bars that are long on it, and the first look at a
/// stretch of it what is told at `arrange`.
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
    let [whole, level] = index.levels(viewport, options);
    let mut lanes = Vec::new();
    let mut marks = Vec::new();
    for (number, (lane, least)) in level.lanes.iter().zip(&whole.lanes).enumerate() {
        let items = index.lane(number as u16);
        let chosen = selected.and_then(|(id, at)| index.position(number as u16, id, at.0));
        let frame = Frame {
            layout: &layout,
            viewport,
            options,
            level: &level,
            lane,
            items,
            number: number as u16,
            chosen,
        };
        // Never lower than where all is in the window: what lies below the axis moves as
        // little as can be.
        let least = whole.needed(least, items, options);
        let mut rows = level.needed(lane, items, options).max(least).max(1);
        let title = frame.chosen();
        if let Some(title) = &title {
            rows = rows.max(title.row + title.lines);
        }
        lanes.push(LaneHeight {
            spans: lane.spans.rows.len() as u8,
            paired: lane.spans.paired,
            rows,
        });
        let first = marks.len();
        frame.marks(title.as_ref(), &mut marks);
        frame.spans(&mut marks);
        if let Some(own) = marks.get_mut(first..) {
            sorting::sort_by_key(own, |mark| (mark.from, mark.id));
        }
    }
    break_lines(&mut marks);
    layout.joints = joints(&marks);
    layout.lanes = lanes;
    layout.marks = marks;
    layout
}

/// What is laid out of one lane.
struct Frame<'a> {
    layout: &'a Layout,
    viewport: &'a Viewport,
    options: &'a Options,
    level: &'a Level,
    lane: &'a Lane,
    items: &'a [Item],
    number: u16,
    /// The position of what is chosen.
    chosen: Option<u32>,
}

impl Frame<'_> {
    fn x(&self, second: i64) -> f64 {
        self.layout.exact(self.viewport, second)
    }

    fn item(&self, position: u32) -> Option<&Item> {
        self.items.get(position as usize)
    }

    /// Where the title of what is chosen goes, if it has none.
    fn chosen(&self) -> Option<Chosen> {
        let position = self.chosen?;
        let item = self.item(position)?;
        let around = (self.level).around(self.lane, self.items, self.options, position)?;
        let (piece, spot) = around.own?;
        if spot.lines > 0 || item.titled != item.lane {
            return None;
        }
        let piece = Piece {
            title: self.options.titles.shape(item.id),
            ..piece
        };
        chosen(&around, &piece, spot, self.lane.rows)
    }

    /// The marks on the rows.
    fn marks(&self, chosen: Option<&Chosen>, marks: &mut Vec<Mark>) {
        let (from, to) = self.layout.stage;
        let end = whole(self.x(to.0));
        for stretch in (self.level).each(self.lane, self.items, self.options, (from.0, to.0)) {
            for (piece, spot) in stretch.pieces.iter().zip(&stretch.spots) {
                #[cfg(test)]
                super::level::LOOKED.set(super::level::LOOKED.get() + 1);
                let Some(mark) = self.mark(piece, *spot, chosen) else {
                    continue;
                };
                let (mut left, mut right) = match mark.head {
                    Head::Disc(x) | Head::Pill(x) => (x - PILL as i32, x + PILL as i32),
                    Head::Bar { x, width, .. } => (x, x + width),
                };
                if mark.count > 1 {
                    left = left.min(whole(self.x(mark.from.0)));
                    right = right.max(whole(self.x(mark.to.0)));
                }
                if let Some(label) = mark.label {
                    left = left.min(label.x);
                    right = right.max(label.x + label.width);
                }
                if right > -NEAR && left < end + NEAR {
                    marks.push(mark);
                }
            }
        }
    }

    fn mark(&self, piece: &Piece, spot: Spot, chosen: Option<&Chosen>) -> Option<Mark> {
        let (first, last) = (self.item(piece.first)?, self.item(piece.last)?);
        let x = |second| self.x(second);
        let selected = (self.chosen).is_some_and(|at| (piece.first..=piece.last).contains(&at));
        let (at, ends, drawn) = if piece.is_cluster() {
            let at = (self.level).middle(piece.first, piece.last, self.items, &x)?;
            (at, (at - PILL, at + PILL), Head::Pill(whole(at)))
        } else {
            let (kind, ends, at) = head(first, &x);
            // Only the beginning, for want of a row.
            let cut = spot.cut || piece.is_long;
            let ends = if cut { beginning(at) } else { ends };
            (at, ends, bar(kind, first, ends, at, cut))
        };
        let top = spot.row + spot.lines.max(1) - 1;
        let own = self.chosen.filter(|_| selected && piece.is_cluster());
        let id = own
            .and_then(|at| self.item(at))
            .map_or(first.id, |item| item.id);
        let title = |lines, width: f64, row, before: bool, gaps: (f64, f64)| {
            let x = if before { gaps.0 - width } else { gaps.1 };
            Label {
                id,
                x: whole(x),
                width: whole(width),
                row,
                lines,
                before,
                latest: whole(x),
            }
        };
        let hidden = |chosen: &Chosen| chosen.hidden.binary_search(&piece.first).is_ok();
        let label = match chosen {
            Some(own) if selected => Some(title(
                own.lines,
                own.width,
                own.row,
                own.before,
                (at - own.gap, at + own.gap),
            )),
            Some(other) if hidden(other) => None,
            _ => (spot.lines > 0).then(|| {
                let width = piece.title.width(spot.lines);
                title(
                    spot.lines,
                    width,
                    spot.row,
                    spot.before,
                    (ends.0 - GAP, ends.1 + GAP),
                )
            }),
        };
        Some(Mark {
            lane: self.number,
            row: top,
            is_span: false,
            id: first.id,
            count: piece.count,
            from: Instant(first.anchor),
            to: Instant(last.anchor),
            at: whole(at),
            line: 0,
            head: drawn,
            label,
            selected,
        })
    }

    /// The long bars that reach into the stage.
    fn spans(&self, marks: &mut Vec<Mark>) {
        let (from, to) = self.layout.stage;
        for (number, row) in (0u8..).zip(&self.lane.spans.rows) {
            let first = row.partition_point(|span| span.end <= from.0);
            let seen = row.iter().skip(first).take_while(|span| span.start < to.0);
            marks.extend(seen.filter_map(|span| self.span(number, *span)));
        }
    }

    fn span(&self, row: u8, span: Span) -> Option<Mark> {
        let item = self.item(span.position)?;
        let Extent::Bar(starts, ends) = item.extent else {
            return None;
        };
        let (mut start, end) = (self.x(item.start), self.x(item.end));
        if starts == Ending::Open {
            start = start.min(end - OPEN);
        }
        let (x, end) = (whole(start), whole(end));
        let shape = self.options.titles.shape(item.id);
        // As it was decided where the level is laid out.
        let px = item.end.saturating_sub(item.start) as f64 / self.level.scale;
        let lines = if shape.width(1) + 2.0 * GAP > px && shape.pair < shape.line {
            2
        } else {
            1
        };
        let room = f64::from(end - x) - 2.0 * GAP;
        let width = whole(shape.width(lines).min(room));
        let label = (shape.is_some() && width > 0).then(|| Label {
            id: item.id,
            x: x + GAP as i32,
            width,
            row,
            lines,
            before: false,
            latest: end - GAP as i32 - width,
        });
        Some(Mark {
            lane: self.number,
            row,
            is_span: true,
            id: item.id,
            count: 1,
            from: Instant(item.anchor),
            to: Instant(item.anchor),
            at: x,
            line: 0,
            head: Head::Bar {
                x,
                width: (end - x).max(1),
                starts,
                ends,
            },
            label,
            selected: self.chosen == Some(span.position),
        })
    }
}

/// The head of a single item.
fn bar(kind: Kind, item: &Item, (from, to): (f64, f64), at: f64, cut: bool) -> Head {
    let (Kind::Bar, Extent::Bar(starts, ends)) = (kind, item.extent) else {
        return Head::Disc(whole(at));
    };
    let x = whole(from);
    Head::Bar {
        x,
        width: (whole(to) - x).max(1),
        starts,
        ends: if cut { Ending::Cut } else { ends },
    }
}

/// Breaks the lines of marks where words of others are in their way. O(v²) for v marks.
fn break_lines(marks: &mut [Mark]) {
    for at in 0..marks.len() {
        let Some(own) = marks.get(at).filter(|mark| !mark.is_span).copied() else {
            continue;
        };
        let mut line = below(own.top());
        if line != 0 {
            for other in marks.iter().filter(|other| other.lane == own.lane) {
                line &= !other.covers(own.at - CLEAR as i32, own.at + CLEAR as i32);
            }
        }
        if let Some(own) = marks.get_mut(at) {
            own.line = line;
        }
    }
}

/// Lines between the marks of one event on several lanes, where they are no clusters.
fn joints(marks: &[Mark]) -> Vec<Joint> {
    let mut single: Vec<&Mark> = (marks.iter())
        .filter(|mark| mark.count == 1 && !mark.is_span)
        .collect();
    sorting::sort_by_key(&mut single, |mark| mark.id);
    let mut joints: Vec<Joint> = Vec::new();
    for mark in single {
        let own = (mark.lane, mark.row);
        match joints.last_mut().filter(|joint| joint.id == mark.id) {
            Some(joint) => joint.to = own,
            None => joints.push(Joint {
                id: mark.id,
                at: mark.at,
                from: own,
                to: own,
            }),
        }
    }
    joints.retain(|joint| joint.from.0 < joint.to.0);
    joints
}
