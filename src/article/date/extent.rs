//! From when to when a date can mean, and what can be asked of one.

use std::cmp::Ordering;

use super::{Civil, Date, Edge, Instant, Point, Precision, Shape};

impl Point {
    /// The first instant it can mean. For a time this is the time itself; for a
    /// season, the start of its first month (see [`Precision::Season`]).
    ///
    /// ```
    /// use dateline::article::{Date, Instant, date::Civil};
    /// let war = Date::parse("2022-02-24/..")?;
    /// let start = war.first().map(|point| point.earliest());
    /// assert_eq!(start, Civil::new(2022, 2, 24).map(Instant::from_civil));
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn earliest(&self) -> Instant {
        self.extent().0
    }

    /// The first instant after all it can mean: for `2022`, the start of 2023.
    pub fn end(&self) -> Instant {
        self.extent().1
    }

    /// The UTC day it names, or the first day of the month, season or years it names.
    pub fn civil(&self) -> Civil {
        self.earliest().civil()
    }

    fn extent(&self) -> (Instant, Instant) {
        let year = Civil {
            year: self.year,
            month: 1,
            day: 1,
        };
        let (start, end) = match self.precision {
            Precision::Years(count) => {
                let (first, last) = block(self.year, count);
                (
                    Civil {
                        year: first,
                        ..year
                    },
                    Civil { year: last, ..year }.next_year(),
                )
            }
            Precision::Year => (year, year.next_year()),
            Precision::Season => {
                let start = year.add_months(i64::from(self.month) * 3 - 61);
                (start, start.add_months(3))
            }
            Precision::Month => {
                let start = Civil {
                    month: self.month,
                    ..year
                };
                (start, start.next_month())
            }
            Precision::Day | Precision::Minute | Precision::Second => {
                let day = Civil {
                    month: self.month,
                    day: self.day,
                    ..year
                };
                let (hour, minute, second) = self.time;
                let time = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
                let (time, length) = match self.precision {
                    Precision::Day => (0, Instant::DAY),
                    Precision::Minute => (time, 60),
                    _ => (time, 1),
                };
                let start = Instant::from_civil(day).add_seconds(time);
                return (start, start.add_seconds(length));
            }
        };
        (Instant::from_civil(start), Instant::from_civil(end))
    }
}

/// The first and last year that share the leading digits of `year`: 1900 and 1999
/// for 1950 and 100. Digits are those of the number without its sign, so that
/// `-01XX` is -199 to -100.
fn block(year: i64, count: i64) -> (i64, i64) {
    let count = count.max(1);
    let nearest = year - year % count;
    let farthest = nearest.saturating_add((count - 1) * if year < 0 { -1 } else { 1 });
    // There is no year -0: the first years before 0 begin at -1.
    if year < 0 {
        (farthest, nearest.min(-1))
    } else {
        (nearest, farthest)
    }
}

impl Edge {
    /// The date at this edge, unless it is open or unknown.
    pub const fn point(&self) -> Option<&Point> {
        match self {
            Edge::At(point) => Some(point),
            Edge::Open | Edge::Unknown => None,
        }
    }
}

impl Precision {
    /// Grows with exactness.
    const fn rank(self) -> i64 {
        match self {
            Precision::Years(count) => 0i64.saturating_sub(count),
            Precision::Year => 1,
            Precision::Season => 2,
            Precision::Month => 3,
            Precision::Day => 4,
            Precision::Minute => 5,
            Precision::Second => 6,
        }
    }
}

impl Ord for Precision {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Precision {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Point> for Date {
    fn from(point: Point) -> Date {
        let (earliest, end) = point.extent();
        Date {
            shape: Shape::Single(point),
            earliest: Some(earliest),
            end: Some(end),
        }
    }
}

impl Date {
    /// From one edge to another, both included; `None` if neither edge is a date, or
    /// if all that the second can mean is before all that the first can mean.
    pub fn range(start: Edge, end: Edge) -> Option<Date> {
        let earliest = start.point().map(Point::earliest);
        let last = end.point().map(Point::end);
        let ordered = match (earliest, last) {
            (Some(earliest), Some(last)) => earliest < last,
            (None, None) => false,
            _ => true,
        };
        ordered.then_some(Date {
            shape: Shape::Range(start, end),
            earliest,
            end: last,
        })
    }

    /// The date, or the first edge of the range, unless that is open or unknown.
    pub const fn first(&self) -> Option<&Point> {
        match &self.shape {
            Shape::Single(point) => Some(point),
            Shape::Range(start, _) => start.point(),
        }
    }

    /// The date, or the last edge of the range, unless that is open or unknown.
    pub const fn last(&self) -> Option<&Point> {
        match &self.shape {
            Shape::Single(point) => Some(point),
            Shape::Range(_, end) => end.point(),
        }
    }

    /// Where it stands among other dates: its earliest instant, or its end when
    /// the start is open or unknown.
    pub fn anchor(&self) -> Instant {
        self.earliest.or(self.end).unwrap_or(Instant(0))
    }

    /// Whether any part of it is “about” (`~`, `%`).
    pub fn is_approximate(&self) -> bool {
        self.points().any(|point| point.approximate)
    }

    /// Whether the source is doubtful about any part of it (`?`, `%`).
    pub fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.uncertain)
    }

    /// Whether it has an edge that is open or unknown.
    pub const fn is_open(&self) -> bool {
        self.earliest.is_none() || self.end.is_none()
    }

    /// How exactly it is known: for a range, the coarser of its edges.
    ///
    /// ```
    /// use dateline::article::{Date, date::Precision};
    /// assert_eq!(Date::parse("2022-02-24/2023")?.precision(), Precision::Year);
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn precision(&self) -> Precision {
        self.points()
            .map(|point| point.precision)
            .min()
            .unwrap_or(Precision::Year)
    }

    fn points(&self) -> impl Iterator<Item = &Point> {
        self.first().into_iter().chain(self.last())
    }
}
