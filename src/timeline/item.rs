/// Something to be put on the axis: an interval on a lane. It is small and plain,
/// so that a hundred thousand of them are cheap to filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What it stands for, in the caller's count; unique within a lane.
    pub id: u32,
    /// The lane that it is on.
    pub lane: u16,
    /// The second that decides its order and its cluster: the middle of an
    /// exact day, the start of anything longer.
    pub anchor: i64,
    /// Its first second, at most `anchor`.
    pub start: i64,
    /// The first second after it, at least `anchor`.
    pub end: i64,
    /// How it is drawn.
    pub extent: Extent,
    /// Whether its title comes before others' where room is short.
    pub key: bool,
    /// The lane on which its title stands, where it is on several.
    pub titled: u16,
}

/// Whether an item is a point or has a length to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// A disc at the anchor.
    Point,
    /// A bar from start to end, with how it begins and ends.
    Bar(Ending, Ending),
}

/// How one end of a bar looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The end is known to the day or better.
    Sharp,
    /// The end lies somewhere in a month, a season or a year, or is approximate.
    Soft,
    /// There is no end: it goes on, or always was.
    Open,
    /// There is an end, nobody knows when.
    Unknown,
    /// There is more of it than is drawn, for want of room.
    Cut,
}

impl Item {
    /// A point in time on the first lane.
    #[must_use]
    pub fn point(id: u32, at: i64) -> Item {
        Item {
            id,
            lane: 0,
            anchor: at,
            start: at,
            end: at,
            extent: Extent::Point,
            key: false,
            titled: 0,
        }
    }

    /// A bar on the first lane, from its first second to the one after it.
    #[must_use]
    pub fn bar(id: u32, start: i64, end: i64, starts: Ending, ends: Ending) -> Item {
        Item {
            end: end.max(start),
            extent: Extent::Bar(starts, ends),
            ..Item::point(id, start)
        }
    }

    /// Whether it has a length to be drawn.
    #[must_use]
    pub fn is_bar(&self) -> bool {
        self.extent != Extent::Point
    }
}
