use std::ops::RangeInclusive;

use super::{Extent, Item, Shape, item::Ending};

/// The least between two heads on a row is twice this, in px.
pub(super) const AIR: f64 = 2.0;
/// Between a head and its title, in px.
pub(super) const GAP: f64 = 5.0;
/// Free after a title, in px.
const TAIL: f64 = 6.0;
/// A line keeps so far from words, in px.
pub(super) const CLEAR: f64 = 3.0;
/// So far from where its own line stands, a head lets the lines of its neighbours pass
/// behind it, in px.
const BESIDE: f64 = 6.5;
/// Half of a disc's width in px.
pub(super) const DISC: f64 = 5.0;
/// Half of a pill's width in px.
pub(super) const PILL: f64 = 16.0;
/// How far before its end a bar with an open start is drawn, in px.
pub(super) const OPEN: f64 = 56.0;
/// Longer bars are spans, or cut, in px.
pub(super) const LONGEST: f64 = 600.0;
/// So little is lost by rounding, in px.
pub(super) const TOUCH: f64 = 0.001;
/// Titles are set in one line up to this width in px, if they can be broken.
pub(super) const WIDEST: f64 = 640.0;

/// A mark that is to find its row: what it is, and where it stands in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// The position of its first item in the lane.
    pub first: u32,
    /// The position of its last item; those between that are drawn as spans are not its own.
    pub last: u32,
    /// How many items there are.
    pub count: u32,
    /// Where its hair line stands.
    pub at: f64,
    /// Where its head starts and ends.
    pub head: (f64, f64),
    /// What its head is.
    pub kind: Kind,
    /// How much room its title needs.
    pub title: Shape,
    /// Whether its title comes first.
    pub key: bool,
    /// Whether it is a bar too long to be drawn whole.
    pub is_long: bool,
}

/// What a head is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Disc,
    Bar,
    Pill,
}

/// Where a piece has its row, and how its title stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spot {
    /// The lowest row that it takes, counted from the ticks.
    pub row: u8,
    /// The lines of its title; none where it has no room.
    pub lines: u8,
    /// Whether its title stands before its head.
    pub before: bool,
    /// Whether only the beginning of its bar is drawn.
    pub cut: bool,
}

/// What a piece takes on its rows, in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Outline {
    /// The lowest of its rows.
    pub row: u8,
    /// How many rows it takes.
    pub height: u8,
    /// Where it starts and ends, with the air around it.
    pub from: f64,
    pub to: f64,
    /// Where its hair line stands.
    pub at: f64,
    /// Where its words start and end; nowhere when it has none.
    pub text: (f64, f64),
    /// Where a line may not cross its head.
    pub body: (f64, f64),
}

impl Piece {
    /// An item of its own. `x` gives px of seconds.
    pub(super) fn single(first: u32, item: &Item, title: Shape, x: &dyn Fn(i64) -> f64) -> Piece {
        let (kind, head, at) = head(item, x);
        Piece {
            first,
            last: first,
            count: 1,
            at,
            head,
            kind,
            title,
            key: item.key,
            is_long: head.1 - head.0 > LONGEST,
        }
    }

    /// Whether it stands for more than one item.
    pub(super) fn is_cluster(&self) -> bool {
        self.count > 1
    }

    /// Its head as it is drawn.
    pub(super) fn drawn(&self, cut: bool) -> (f64, f64) {
        if cut || self.is_long {
            beginning(self.at)
        } else {
            self.head
        }
    }

    /// What it takes at a spot.
    pub(super) fn outline(&self, spot: Spot) -> Outline {
        let head = self.drawn(spot.cut);
        let (mut from, mut to) = (head.0 - AIR, head.1 + AIR);
        let mut text = (0.0, 0.0);
        if spot.lines > 0 {
            let width = self.title.width(spot.lines);
            if spot.before {
                text = (head.0 - GAP - width, head.0 - GAP);
                from = text.0 - TAIL;
            } else {
                text = (head.1 + GAP, head.1 + GAP + width);
                to = text.1 + TAIL;
            }
        }
        let body = match self.kind {
            Kind::Disc => (0.0, 0.0),
            Kind::Pill => head,
            // A line may pass where the bar itself has its own.
            Kind::Bar if head.1 - self.at > self.at - head.0 => (self.at + BESIDE, head.1),
            Kind::Bar => (head.0, self.at - BESIDE),
        };
        Outline {
            row: spot.row,
            height: spot.lines.max(1),
            from,
            to,
            at: self.at,
            text,
            body,
        }
    }

    /// How many lines its title may have.
    pub(super) fn lines(&self) -> RangeInclusive<u8> {
        let Shape { line, pair } = self.title;
        match (line, pair < line) {
            (0, _) => RangeInclusive::new(1, 0),
            (_, false) => 1..=1,
            _ if f64::from(line) > WIDEST => 2..=2,
            _ => 1..=2,
        }
    }
}

impl Outline {
    /// Its rows.
    pub(super) fn rows(&self) -> std::ops::Range<u8> {
        self.row..self.row.saturating_add(self.height)
    }

    /// The row that its head is on: the highest, beside the first line of its title.
    pub(super) fn top(&self) -> u8 {
        self.row + self.height - 1
    }

    /// Where it starts and ends on one of its rows: below its head there are only words, and
    /// what stands between those and its own line would come over them on zooming in.
    pub(super) fn range(&self, row: u8) -> (f64, f64) {
        if row == self.top() {
            (self.from, self.to)
        } else if self.text.1 < self.at {
            (self.from, (self.text.1 + AIR).max(self.at))
        } else {
            (self.text.0 - AIR, self.to)
        }
    }

    /// Where its head starts and ends, with the air around it.
    pub(super) fn mark(&self) -> (f64, f64) {
        match self.text {
            (from, to) if from >= to => (self.from, self.to),
            (_, to) if to < self.at => (to + GAP - AIR, self.to),
            (from, _) => (self.from, from - GAP + AIR),
        }
    }

    /// Whether a line here would run through its words or its head.
    pub(super) fn stops(&self, x: f64) -> bool {
        covers(self.text, x, CLEAR) || (self.body.0 < x && x < self.body.1)
    }

    /// Whether its words, with so many px around them, or its bar lie over a place.
    pub(super) fn hides(&self, x: f64, air: f64) -> bool {
        covers(self.text, x, air) || (self.body.0 < x && x < self.body.1)
    }
}

/// Whether words, if there are any, lie over a place or near it.
fn covers(text: (f64, f64), x: f64, near: f64) -> bool {
    text.0 < text.1 && text.0 - near < x && x < text.1 + near
}

/// What is drawn of a bar that is cut.
pub(super) fn beginning(at: f64) -> (f64, f64) {
    (at - DISC, at + DISC)
}

/// How an item is drawn by itself: what its head is, where that starts and ends, and where
/// its hair line stands.
pub(super) fn head(item: &Item, x: &dyn Fn(i64) -> f64) -> (Kind, (f64, f64), f64) {
    let Extent::Bar(starts, _) = item.extent else {
        let at = x(item.anchor);
        return (Kind::Disc, beginning(at), at);
    };
    let (start, end) = (x(item.start), x(item.end));
    if starts == Ending::Open {
        return (Kind::Bar, (end - OPEN, end), end - DISC);
    }
    (
        Kind::Bar,
        (start, end.max(start + 2.0 * DISC)),
        start + DISC,
    )
}
