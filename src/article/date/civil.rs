use std::ops::RangeInclusive;

/// A day of the proleptic Gregorian calendar. Year 0 is 1 BCE.
///
/// Only [`Civil::new`] checks that the day exists; the arithmetic accepts any
/// field values without panicking and carries what is too large over into the
/// next unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BCE, -43 is 44 BCE.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the month's length.
    pub day: u8,
}

/// Days from 0000-03-01, where a computing year begins, to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;
/// Days in 400 Gregorian years, after which the calendar repeats itself.
const DAYS_PER_ERA: i64 = 146_097;
/// Far beyond what an `Instant` holds, near enough that no step below overflows.
const FARTHEST_YEAR: i64 = 1_000_000_000_000;
/// As [`FARTHEST_YEAR`], in days.
const FARTHEST_DAY: i64 = 365_242_500_000_000;

impl Civil {
    /// The years that a written date may use: what an [`Instant`](super::Instant)
    /// in seconds can hold, rounded to whole thousand millions.
    pub const YEARS: RangeInclusive<i64> = -292_000_000_000..=292_000_000_000;

    /// The day, if the calendar has it and its year is one of [`Civil::YEARS`].
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// assert!(Civil::new(2024, 2, 29).is_some());
    /// assert!(Civil::new(2023, 2, 29).is_none());
    /// ```
    pub fn new(year: i64, month: u8, day: u8) -> Option<Civil> {
        let exists = Civil::YEARS.contains(&year)
            && (1..=12).contains(&month)
            && (1..=Civil::month_length(year, month)).contains(&day);
        exists.then_some(Civil { year, month, day })
    }

    /// Whether the Gregorian year has a 29 February.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// assert!(Civil::is_leap_year(2000) && !Civil::is_leap_year(1900));
    /// assert!(Civil::is_leap_year(0) && Civil::is_leap_year(-4));
    /// ```
    pub const fn is_leap_year(year: i64) -> bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days in a month, 28 to 31. A month outside 1 to 12 counts as having 31.
    pub const fn month_length(year: i64, month: u8) -> u8 {
        match month {
            2 if Civil::is_leap_year(year) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Days since 1970-01-01; negative before it. Exact for every year within a
    /// million million years of year 0; years beyond count as the last of those.
    ///
    /// The algorithm is Howard Hinnant's (“chrono-Compatible Low-Level Date
    /// Algorithms”, `days_from_civil`): the year is taken to begin in March, so
    /// that the leap day is its last.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// let invasion = Civil { year: 2022, month: 2, day: 24 };
    /// assert_eq!(invasion.to_days(), 19_047);
    /// ```
    pub fn to_days(self) -> i64 {
        let months = self.clamped().year * 12 + i64::from(self.month) - 3;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        // March to January: 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31 days.
        let before_month = (153 * month + 2) / 5;
        let in_era = year * 365 + year / 4 - year / 100 + before_month + i64::from(self.day) - 1;
        era * DAYS_PER_ERA + in_era - DAYS_TO_1970
    }

    /// The same day, with a year that no arithmetic can overflow.
    pub(super) fn clamped(self) -> Civil {
        Civil {
            year: self.year.clamp(-FARTHEST_YEAR, FARTHEST_YEAR),
            ..self
        }
    }

    /// The day this many days after 1970-01-01. Counts farther than a million
    /// million years from it give the last day within.
    ///
    /// The algorithm is Howard Hinnant's, `civil_from_days`.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// assert_eq!(Civil::from_days(-1), Civil { year: 1969, month: 12, day: 31 });
    /// ```
    pub fn from_days(days: i64) -> Civil {
        let days = days.clamp(-FARTHEST_DAY, FARTHEST_DAY) + DAYS_TO_1970;
        let (era, in_era) = (days.div_euclid(DAYS_PER_ERA), days.rem_euclid(DAYS_PER_ERA));
        let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year + year / 4 - year / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        // January and February belong to the calendar year after.
        let (month, carry) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        Civil {
            year: era * 400 + year + carry,
            month: month as u8,
            day: day as u8,
        }
    }

    /// ISO 8601 weekday: 1 is Monday, 7 is Sunday.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// let monday = Civil { year: 2023, month: 3, day: 20 };
    /// assert_eq!(monday.weekday(), 1);
    /// ```
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        ((self.to_days() + 3).rem_euclid(7) + 1) as u8
    }

    /// The first day of this year.
    pub const fn start_of_year(self) -> Civil {
        Civil {
            year: self.year,
            month: 1,
            day: 1,
        }
    }

    /// The first day of this month.
    pub const fn start_of_month(self) -> Civil {
        Civil {
            year: self.year,
            month: self.month,
            day: 1,
        }
    }

    /// The first day of the next year.
    pub fn next_year(self) -> Civil {
        self.start_of_year().add_years(1)
    }

    /// The first day of the next month.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// let eve = Civil { year: 2022, month: 12, day: 31 };
    /// assert_eq!(eve.next_month(), Civil { year: 2023, month: 1, day: 1 });
    /// ```
    pub fn next_month(self) -> Civil {
        self.start_of_month().add_months(1)
    }

    /// The day after.
    pub fn next_day(self) -> Civil {
        self.add_days(1)
    }

    /// This many days later, or earlier when negative.
    pub fn add_days(self, days: i64) -> Civil {
        Civil::from_days(self.to_days().saturating_add(days))
    }

    /// The same day this many months later (or earlier when negative); where that
    /// month is too short for the day, its last day.
    ///
    /// ```
    /// use dateline::article::date::Civil;
    /// let end_of_january = Civil { year: 2024, month: 1, day: 31 };
    /// assert_eq!(end_of_january.add_months(1), Civil { year: 2024, month: 2, day: 29 });
    /// ```
    pub fn add_months(self, months: i64) -> Civil {
        let months = (self.clamped().year * 12 + i64::from(self.month) - 1).saturating_add(months);
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u8 + 1);
        Civil {
            year,
            month,
            day: self.day.min(Civil::month_length(year, month)),
        }
    }

    /// The same day this many years later (or earlier when negative); 29 February
    /// becomes 28 February where there is none.
    pub fn add_years(self, years: i64) -> Civil {
        let year = self.year.saturating_add(years);
        Civil {
            year,
            day: self.day.min(Civil::month_length(year, self.month)),
            ..self
        }
    }
}
