use super::{Instant, Point};

/// A date as the editor wrote it, with its earliest and latest instant worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// What was written.
    pub shape: Shape,
    /// The first instant it can mean; `None` when the start is open or unknown, or when
    /// nothing is known of when it was (see [`Date::is_undated`]).
    pub earliest: Option<Instant>,
    /// The first instant after all it can mean; `None` likewise.
    pub end: Option<Instant>,
}

/// A single date, a range of two edges, or a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One date, such as `2022-02-24`, `2022`, `19XX` or `XXXX`.
    Single(Point),
    /// From one edge to another, both included, such as `2021-02/..`: it lasted.
    Range(Edge, Edge),
    /// `[1667,1670..1672]`: one of these dates, nobody knows which. It did not last.
    OneOf(Box<[Member]>),
    /// `{1667,1670..1672}`: all of these dates.
    AllOf(Box<[Member]>),
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A date.
    At(Point),
    /// `..`: goes on, or always was.
    Open,
    /// Nothing written: there is an end, nobody knows when.
    Unknown,
}

/// What a set holds: a date, or consecutive dates such as `1670..1672`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The date, or the first of consecutive ones; [`Edge::Open`] for “or earlier”.
    pub from: Edge,
    /// The same date, or the last one; [`Edge::Open`] for “or later”.
    pub to: Edge,
}

impl Edge {
    /// The date at this edge, unless it is open or unknown.
    #[must_use]
    pub const fn point(&self) -> Option<&Point> {
        match self {
            Edge::At(point) => Some(point),
            Edge::Open | Edge::Unknown => None,
        }
    }

    /// The first instant that a range can mean which begins here.
    pub(super) fn earliest(&self) -> Option<Instant> {
        self.point()?.earliest()
    }

    /// The first instant after all that a range can mean which ends here.
    pub(super) fn end(&self) -> Option<Instant> {
        self.point()?.end()
    }
}

impl Member {
    /// The date, unless these are several.
    #[must_use]
    pub fn single(&self) -> Option<&Point> {
        self.from.point().filter(|_| self.from == self.to)
    }
}
