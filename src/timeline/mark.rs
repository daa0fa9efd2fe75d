//! What is drawn on the stage, and where.

use super::Ending;
use crate::article::Instant;

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
    pub(super) fn top(&self) -> u8 {
        let label = self.label.map_or(0, |label| label.row + label.lines - 1);
        label.max(self.row)
    }
}

impl Label {
    /// Where it starts when the window does at `shift`, kept `pad` px from there.
    #[must_use]
    pub fn held(&self, shift: i32, pad: i32) -> i32 {
        self.x.max(shift + pad).min(self.latest)
    }
}

/// The rows below one, a bit each.
pub(super) fn below(row: u8) -> u32 {
    (1_u32.checked_shl(row.into()).unwrap_or(0)).wrapping_sub(1)
}
