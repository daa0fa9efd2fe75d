//! From when to when a date can mean.

use super::{Civil, Date, Edge, Instant, Member, Point, Shape, Unspecified, Zone};

impl Point {
    /// The first instant it can mean. For a time this is the time itself; for a part of a
    /// year, the start of its first month (see [`Part`](super::Part)). `None` when its year
    /// is not known.
    ///
    /// ```
    /// use dateline::article::{Date, Instant, date::Civil};
    /// let war = Date::parse("2022-02-24/..")?;
    /// let start = war.first().and_then(|point| point.earliest());
    /// assert_eq!(start, Civil::new(2022, 2, 24).map(Instant::from_civil));
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub fn earliest(&self) -> Option<Instant> {
        self.span().map(|(earliest, _)| earliest)
    }

    /// The first instant after all it can mean: for `2022`, the start of 2023.
    #[must_use]
    pub fn end(&self) -> Option<Instant> {
        self.span().map(|(_, end)| end)
    }

    /// The first and the last day that it can mean, as they are called where it happened,
    /// by the Gregorian calendar. `None` when its year is not known.
    ///
    /// ```
    /// use dateline::article::{Date, date::Civil};
    /// let friday = Date::parse("1985-04-12T23:20:30-04")?;
    /// let days = friday.first().and_then(|point| point.days());
    /// let day = Civil { year: 1985, month: 4, day: 12 };
    /// assert_eq!(days, Some((day, day)));
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub fn days(&self) -> Option<(Civil, Civil)> {
        if self.is_undated() {
            return None;
        }
        let (earliest, latest) = self.years();
        if let Some(part) = self.part() {
            let (month, count) = part.months();
            let after = month + count;
            let first = self.calendar.to_civil(earliest, month, 1);
            let end = self.calendar.to_civil(latest, after, 1);
            return Some((first, end.add_days(-1)));
        }
        let first = self.first_day(&mut (earliest..=latest))?;
        let last = self.last_day(&mut (earliest..=latest))?;
        Some((first, last))
    }

    /// The first and the last year that it can mean; 0 to 9999 for one that is not known.
    #[must_use]
    pub fn years(&self) -> (i64, i64) {
        let mut count = self.significant;
        let mut unit = 1;
        for digit in 0..4 {
            if self.unspecified.year & 1 << digit != 0 {
                count += 9 * unit;
            }
            unit *= 10;
        }
        // Significant digits are those from the left. Masked digits are 0 in a year after
        // 0 and 9 in one before, as its first year is the farthest from 0.
        let year = match self.significant {
            1 => self.year,
            block if self.year < 0 => self.year - self.year % block - (block - 1),
            block => self.year - self.year % block,
        };
        (year, year.saturating_add(count - 1))
    }

    /// Whether it may mean this year of those that [`Point::years`] gives.
    #[must_use]
    pub fn may_be_in(&self, year: i64) -> bool {
        let (mut a, mut b) = (self.year.unsigned_abs(), year.unsigned_abs());
        (0..4).all(|digit| {
            let same = a % 10 == b % 10 || self.unspecified.year & 1 << digit != 0;
            (a, b) = (a / 10, b / 10);
            same
        }) || self.significant > 1
    }

    /// The months that it may mean, in order; all when none is written.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = u8> {
        let (month, unspecified) = match self.written().month {
            true => (self.month, self.unspecified.month),
            false => (0, Unspecified::WHOLE),
        };
        (1..=12).filter(move |one| matches(*one, month, unspecified))
    }

    /// The days of a month that it may mean, in order; all when none is written.
    fn days_of(&self, year: i64, month: u8) -> impl DoubleEndedIterator<Item = u8> + use<> {
        let (day, unspecified) = match self.written().day {
            true => (self.day, self.unspecified.day),
            false => (0, Unspecified::WHOLE),
        };
        (1..=self.calendar.month_length(year, month))
            .filter(move |one| matches(*one, day, unspecified))
    }

    fn first_day(&self, years: &mut dyn Iterator<Item = i64>) -> Option<Civil> {
        let mut years = years.filter(|year| self.may_be_in(*year));
        years.find_map(|year| {
            let day = |month| Some((month, self.days_of(year, month).next()?));
            let (month, day) = self.months().find_map(day)?;
            Some(self.calendar.to_civil(year, month, day))
        })
    }

    fn last_day(&self, years: &mut dyn DoubleEndedIterator<Item = i64>) -> Option<Civil> {
        let mut years = years.rev().filter(|year| self.may_be_in(*year));
        years.find_map(|year| {
            let day = |month| Some((month, self.days_of(year, month).next_back()?));
            let (month, day) = self.months().rev().find_map(day)?;
            Some(self.calendar.to_civil(year, month, day))
        })
    }

    fn span(&self) -> Option<(Instant, Instant)> {
        use super::Precision::{Minute, Second};
        let (first, last) = self.days()?;
        let midnight = Instant::from_civil(first);
        let length = match self.precision {
            Minute => 60,
            Second => 1,
            _ => return Some((midnight, Instant::from_civil(last.next_day()))),
        };
        let (hour, minute, second) = self.time;
        let time = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        let ahead = match self.zone {
            Zone::Ahead(minutes) => i64::from(minutes) * 60,
            Zone::Utc | Zone::Unsaid => 0,
        };
        // 24:00 is the last second of its day, so that it stays in that day.
        let (time, length) = match time {
            Instant::DAY => (Instant::DAY - 1, 1),
            time => (time, length),
        };
        let start = midnight.add_seconds(time - ahead);
        Some((start, start.add_seconds(length)))
    }
}

/// Whether a number of two digits has those digits of `pattern` that are specified.
const fn matches(number: u8, pattern: u8, unspecified: u8) -> bool {
    (number % 10 == pattern % 10 || unspecified & 0b01 != 0)
        && (number / 10 == pattern / 10 || unspecified & 0b10 != 0)
}

impl From<Point> for Date {
    fn from(point: Point) -> Date {
        Date {
            shape: Shape::Single(point),
            earliest: point.earliest(),
            end: point.end(),
        }
    }
}

impl Date {
    /// A date of which nothing is known.
    pub const UNDATED: Date = Date {
        shape: Shape::Range(Edge::Unknown, Edge::Unknown),
        earliest: None,
        end: None,
    };

    /// From one edge to another, both included; `None` if neither edge is a date, or
    /// if all that the second can mean is before all that the first can mean.
    #[must_use]
    pub fn range(from: Edge, to: Edge) -> Option<Date> {
        let (earliest, end) = bounds(from, to)?;
        Some(Date {
            shape: Shape::Range(from, to),
            earliest,
            end,
        })
    }

    /// One of some dates; `None` if there is none, or one is no date or ends before it
    /// starts.
    #[must_use]
    pub fn one_of(members: Vec<Member>) -> Option<Date> {
        let (earliest, end) = hull(&members)?;
        Some(Date {
            shape: Shape::OneOf(members.into()),
            earliest,
            end,
        })
    }

    /// All of some dates; `None` as for [`Date::one_of`].
    #[must_use]
    pub fn all_of(members: Vec<Member>) -> Option<Date> {
        let (earliest, end) = hull(&members)?;
        Some(Date {
            shape: Shape::AllOf(members.into()),
            earliest,
            end,
        })
    }
}

/// From when to when, `None` where it is open or unknown.
type Bounds = (Option<Instant>, Option<Instant>);

fn bounds(from: Edge, to: Edge) -> Option<Bounds> {
    let (earliest, end) = (from.earliest(), to.end());
    let ordered = match (earliest, end) {
        (Some(earliest), Some(end)) => earliest < end,
        (None, None) => false,
        _ => true,
    };
    ordered.then_some((earliest, end))
}

/// From the earliest of the members to the latest; an open member opens that side.
fn hull(members: &[Member]) -> Option<Bounds> {
    let mut all = members.iter().map(|member| bounds(member.from, member.to));
    let first = all.next()??;
    all.try_fold(first, |(earliest, end), bounds| {
        let (from, to) = bounds?;
        let earliest = earliest.zip(from).map(|(a, b)| a.min(b));
        let end = end.zip(to).map(|(a, b)| a.max(b));
        // Everything is no date.
        (earliest.is_some() || end.is_some()).then_some((earliest, end))
    })
}
