use super::Instant;

/// A date as the editor wrote it, with its earliest and latest instant worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// What was written.
    pub shape: Shape,
    /// The first instant it can mean; `None` when the start is open or unknown.
    pub earliest: Option<Instant>,
    /// The first instant after all it can mean; `None` when the end is open or unknown.
    pub end: Option<Instant>,
}

/// A single date, or a range of two edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One date, such as `2022-02-24` or `2022`.
    Single(Point),
    /// From one edge to another, both included, such as `2021-02/..`.
    Range(Edge, Edge),
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

/// One date with how exactly it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The year; 0 is 1 BCE. Of `19XX`, 1900; of `1950S2`, 1950.
    pub year: i64,
    /// 1 to 12, where the precision reaches it; 21 to 24 for a season.
    pub month: u8,
    /// 1 to 31, where the precision reaches it.
    pub day: u8,
    /// Hour, minute and second in UTC, where the precision reaches them.
    pub time: (u8, u8, u8),
    /// The finest unit that was written.
    pub precision: Precision,
    /// `~`: about.
    pub approximate: bool,
    /// `?`: the source is doubtful.
    pub uncertain: bool,
}

/// The finest unit that a date was written in; ordered from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// `19XX`, `1950S2`, `Y-65000000S2`: one of this many years (a power of ten, 10
    /// at least) that share their leading digits.
    Years(i64),
    /// `2022`; also `Y-65000000` and `Y-2E6`, which the standard takes to be exactly
    /// that year, however round.
    Year,
    /// `2022-21`: spring; 22 summer, 23 autumn, 24 winter. The standard ties them to
    /// no hemisphere and no dates; on the axis spring is March to May, and winter is
    /// December to February of the next year.
    Season,
    /// `2022-09`.
    Month,
    /// `2022-02-24`.
    Day,
    /// `2023-03-20T14:05Z`.
    Minute,
    /// With seconds.
    Second,
}
