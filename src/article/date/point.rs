use std::cmp::Ordering;

use super::Calendar;

/// One date with how exactly it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The year; 0 is 1 BCE. Of one with unspecified digits the earliest that it can be:
    /// 1900 for `19XX`, -199 for `-01XX`.
    pub year: i64,
    /// 1 to 12; 21 to 41 for a part of the year (see [`Part`]); 0 where none is written.
    /// Unspecified digits are 0.
    pub month: u8,
    /// 1 to 31; 0 where none is written. Unspecified digits are 0.
    pub day: u8,
    /// Hour, minute and second as they were where it happened. The end of a day may be
    /// written as 24:00.
    pub time: (u8, u8, u8),
    /// How far that is from UTC.
    pub zone: Zone,
    /// The calendar in which it is written.
    pub calendar: Calendar,
    /// The finest unit that is known.
    pub precision: Precision,
    /// The digits written as `X`.
    pub unspecified: Unspecified,
    /// How many years share the year's significant digits: 100 for `1950S2`, else 1.
    pub significant: i64,
    /// `~`: the parts that are about right.
    pub approximate: Parts,
    /// `?`: the parts of which the source is doubtful.
    pub uncertain: Parts,
}

/// The finest unit in which a date is known; ordered from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// `19XX`, `1950S2`, `Y-65000000S2`: one of this many years (a power of ten, 10
    /// at least).
    Years(i64),
    /// `2022`; also `Y-65000000` and `Y-2E6`, which the standard takes to be exactly
    /// that year, however round.
    Year,
    /// A part of a year, of this many months: 6, 4 or 3 (see [`Part`]).
    Months(u8),
    /// `2022-09`.
    Month,
    /// `2022-02-24`.
    Day,
    /// `2023-03-20T14:05Z`.
    Minute,
    /// With seconds.
    Second,
}

/// How far a written time is from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Not said. The time is placed as if it were UTC.
    Unsaid,
    /// `Z`.
    Utc,
    /// Minutes ahead of UTC, -840 to 840: 120 for `+02:00`.
    Ahead(i16),
}

/// Which digits of a date were written as `X`: a bit for each, that of the last digit
/// first, so that the year of `19XX` has `0b0011`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unspecified {
    /// Of the year's four digits.
    pub year: u8,
    /// Of the month's two.
    pub month: u8,
    /// Of the day's two.
    pub day: u8,
}

/// Parts of a date, of which something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day.
    pub day: bool,
}

/// A part of a year that is no month (ISO 8601-2:2019, 4.8 Divisions of a year).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A season, 1 (spring) to 4 (winter), with the half of the Earth that it is of, where
    /// that is said: codes 21 to 32. The standard ties seasons to no dates. On the axis
    /// spring is March to May, and winter December to February of the next year; south of
    /// the equator it is the other way round.
    Season(u8, Option<Hemisphere>),
    /// 1 to 4: three months. Codes 33 to 36.
    Quarter(u8),
    /// 1 to 3: four months. Codes 37 to 39.
    Quadrimester(u8),
    /// 1 or 2: six months. Codes 40 and 41.
    Half(u8),
}

/// A half of the Earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hemisphere {
    /// North of the equator.
    Northern,
    /// South of the equator.
    Southern,
}

impl Point {
    /// What reading begins with: the year 0.
    pub(super) const START: Point = Point {
        year: 0,
        month: 0,
        day: 0,
        time: (0, 0, 0),
        zone: Zone::Unsaid,
        calendar: Calendar::Gregorian,
        precision: Precision::Year,
        unspecified: Unspecified {
            year: 0,
            month: 0,
            day: 0,
        },
        significant: 1,
        approximate: Parts::NONE,
        uncertain: Parts::NONE,
    };

    /// The part of the year that it names, such as a season.
    ///
    /// ```
    /// use dateline::article::{Date, date::Part};
    /// let date = Date::parse("1911-34")?;
    /// let part = date.first().and_then(|point| point.part());
    /// assert_eq!(part, Some(Part::Quarter(2)));
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        match self.unspecified.month {
            0 => Part::of(self.month),
            _ => None,
        }
    }

    /// The parts that it has.
    #[must_use]
    pub const fn written(&self) -> Parts {
        Parts {
            year: true,
            month: self.month > 0 || self.unspecified.month > 0,
            day: self.day > 0 || self.unspecified.day > 0,
        }
    }

    /// Whether any part of it is “about” (`~`, `%`), or only some digits of its year count
    /// (`1950S2`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.approximate != Parts::NONE || self.significant > 1
    }

    /// Whether the source is doubtful about any part of it (`?`, `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.uncertain != Parts::NONE
    }

    /// Whether nothing is known of its year: `XXXX`.
    #[must_use]
    pub const fn is_undated(&self) -> bool {
        self.unspecified.year == Unspecified::WHOLE_YEAR && self.year >= 0
    }
}

impl Unspecified {
    /// All digits of a year.
    pub const WHOLE_YEAR: u8 = 0b1111;
    /// Both digits of a month or a day.
    pub const WHOLE: u8 = 0b11;
}

impl Parts {
    /// No part.
    pub const NONE: Parts = Parts {
        year: false,
        month: false,
        day: false,
    };
}

impl Part {
    /// The part of the year that has this code; `None` for a month.
    #[must_use]
    pub const fn of(code: u8) -> Option<Part> {
        Some(match code {
            21..=24 => Part::Season(code - 20, None),
            25..=28 => Part::Season(code - 24, Some(Hemisphere::Northern)),
            29..=32 => Part::Season(code - 28, Some(Hemisphere::Southern)),
            33..=36 => Part::Quarter(code - 32),
            37..=39 => Part::Quadrimester(code - 36),
            40..=41 => Part::Half(code - 39),
            _ => return None,
        })
    }

    /// The month that it begins with, counted from 1 on, and how many months it has.
    #[must_use]
    pub const fn months(self) -> (u8, u8) {
        match self {
            Part::Season(season, Some(Hemisphere::Southern)) => ((season * 3 + 5) % 12 + 1, 3),
            Part::Season(season, _) => (season * 3, 3),
            Part::Quarter(quarter) => (quarter * 3 - 2, 3),
            Part::Quadrimester(third) => (third * 4 - 3, 4),
            Part::Half(half) => (half * 6 - 5, 6),
        }
    }
}

impl Precision {
    /// Grows with exactness.
    fn rank(self) -> i64 {
        match self {
            Precision::Years(count) => 0i64.saturating_sub(count),
            Precision::Year => 1,
            Precision::Months(count) => 20 - i64::from(count),
            Precision::Month => 20,
            Precision::Day => 21,
            Precision::Minute => 22,
            Precision::Second => 23,
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
