//! What can be asked of a date.

use super::{Civil, Date, Edge, Instant, Point, Precision, Shape};

impl Date {
    /// From which edge to which it goes; of a set, from its earliest to its latest.
    ///
    /// ```
    /// use dateline::article::{Date, date::Edge};
    /// let (from, to) = Date::parse("[1993,1994-08-01..]")?.edges();
    /// assert_eq!(from.point().map(|point| point.year), Some(1993));
    /// assert_eq!(to, Edge::Open);
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub fn edges(&self) -> (Edge, Edge) {
        match &self.shape {
            Shape::Single(point) => (Edge::At(*point), Edge::At(*point)),
            Shape::Range(from, to) => (*from, *to),
            Shape::OneOf(members) | Shape::AllOf(members) => {
                let from = members.iter().map(|member| member.from);
                let to = members.iter().map(|member| member.to);
                // `None`, an open start, is the least of all instants.
                let first = from.min_by_key(Edge::earliest);
                let last = to.max_by_key(|edge| edge.end().map_or(i64::MAX, |end| end.0));
                (
                    first.unwrap_or(Edge::Unknown),
                    last.unwrap_or(Edge::Unknown),
                )
            }
        }
    }

    /// The date, or the first edge of the range or set, unless that is open or unknown.
    #[must_use]
    pub fn first(&self) -> Option<Point> {
        self.edges().0.point().copied()
    }

    /// The date, or the last edge of the range or set, unless that is open or unknown.
    #[must_use]
    pub fn last(&self) -> Option<Point> {
        self.edges().1.point().copied()
    }

    /// Whether nothing is known of when it was, as in `XXXX` or `XXXX-12-25`: it has no
    /// place on the axis, and stands at the end of the list.
    ///
    /// ```
    /// use dateline::article::Date;
    /// assert!(Date::parse("XXXX")?.is_undated());
    /// assert!(!Date::parse("19XX")?.is_undated());
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub const fn is_undated(&self) -> bool {
        self.earliest.is_none() && self.end.is_none()
    }

    /// Where it stands among other dates: its earliest instant, or its end when
    /// the start is open or unknown. After all others when it is undated.
    #[must_use]
    pub fn anchor(&self) -> Instant {
        self.earliest.or(self.end).unwrap_or(Instant(i64::MAX))
    }

    /// Its place in the order of the list: by earliest instant, then by latest. An open start
    /// comes before all, an open end after all that begin with it, and what is undated last.
    /// Of what begins together, a decade or a century is before the rest, so that those who
    /// divide a list by [`Date::heading`] do not meet its first year twice.
    ///
    /// ```
    /// use dateline::article::Date;
    /// let order = |text| Date::parse(text).map(|date| date.order());
    /// assert!(order("../1983")? < order("198X")? && order("198X")? < order("1980")?);
    /// assert!(order("2023")? < order("XXXX")?);
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub fn order(&self) -> impl Ord + use<> {
        (
            self.is_undated(),
            self.earliest.map_or(i64::MIN, |at| at.0),
            !matches!(self.heading(), Heading::Years(_)),
            self.end.map_or(i64::MAX, |at| at.0),
        )
    }

    /// Under what it stands in a list that is divided by years.
    #[must_use]
    pub fn heading(&self) -> Heading {
        let (from, to) = self.edges();
        let year = |civil: (Civil, Civil)| civil.0.year;
        match (from, to) {
            _ if self.is_undated() => Heading::Undated,
            (Edge::At(point), _) => {
                // The year as it is called where it happened, not that of UTC.
                let (first, last) = point.years();
                match point.days() {
                    _ if first != last => Heading::Years(point),
                    Some(days) => Heading::Year(year(days)),
                    None => Heading::Undated,
                }
            }
            (_, Edge::At(point)) => {
                Heading::By(point.days().map_or(point.year, |days| days.1.year))
            }
            _ => Heading::Undated,
        }
    }

    /// Whether any part of it is “about” (`~`, `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.points().any(|point| point.is_approximate())
    }

    /// Whether the source is doubtful about any part of it (`?`, `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.points().any(|point| point.is_uncertain())
    }

    /// Whether it has an edge that is open or unknown.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.earliest.is_none() || self.end.is_none()
    }

    /// Whether it is one of several dates, nobody knows which.
    #[must_use]
    pub const fn is_one_of(&self) -> bool {
        matches!(self.shape, Shape::OneOf(_))
    }

    /// How exactly it is known: for a range or a set, the coarser of its edges.
    ///
    /// ```
    /// use dateline::article::{Date, date::Precision};
    /// assert_eq!(Date::parse("2022-02-24/2023")?.precision(), Precision::Year);
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub fn precision(&self) -> Precision {
        let (from, to) = self.edges();
        let edges = [from, to].into_iter();
        let points = edges.filter_map(|edge| edge.point().copied());
        points
            .map(|point| point.precision)
            .min()
            .unwrap_or(Precision::Year)
    }

    /// The first and the last day that it can mean, as they are called where it happened,
    /// by the Gregorian calendar; `None` when a side is open or unknown.
    #[must_use]
    pub fn days(&self) -> Option<(Civil, Civil)> {
        let (first, last) = (self.first()?.days()?, self.last()?.days()?);
        Some((first.0, last.1))
    }

    /// Every date that is written in it.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        let (single, range, set): (_, _, &[_]) = match &self.shape {
            Shape::Single(point) => (Some(*point), None, &[]),
            Shape::Range(from, to) => (None, Some([*from, *to]), &[]),
            Shape::OneOf(members) | Shape::AllOf(members) => (None, None, members),
        };
        let set = set.iter().flat_map(|member| [member.from, member.to]);
        let edges = range.into_iter().flatten().chain(set);
        let points = edges.filter_map(|edge| edge.point().copied());
        single.into_iter().chain(points)
    }
}

/// Under what a date stands in a list that is divided by years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The year in which it began, as it is called where it happened.
    Year(i64),
    /// The decade, century or other run of years of which it is one: the date itself.
    Years(Point),
    /// When it began is not known, but that it had ended by this year.
    By(i64),
    /// When it was is not known.
    Undated,
}
