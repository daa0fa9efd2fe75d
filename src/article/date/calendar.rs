use super::Civil;

/// The calendar in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Calendar {
    /// The calendar in use today, for all years.
    #[default]
    Gregorian,
    /// The calendar before it (“old style”), for all years: every fourth year has a leap
    /// day. Russia wrote 25 October 1917 when most of the world wrote 7 November.
    Julian,
}

/// Days from 1 March of the Julian year 0 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_470;
/// Days in four Julian years, after which that calendar repeats itself.
const DAYS_PER_CYCLE: i64 = 1_461;

impl Calendar {
    /// The calendar that data calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Calendar> {
        match name {
            "gregorian" => Some(Calendar::Gregorian),
            "julian" => Some(Calendar::Julian),
            _ => None,
        }
    }

    /// Days in a month, 28 to 31. A month outside 1 to 12 counts as having 31.
    #[must_use]
    pub const fn month_length(self, year: i64, month: u8) -> u8 {
        match self {
            Calendar::Gregorian => Civil::month_length(year, month),
            Calendar::Julian if month == 2 && year % 4 == 0 => 29,
            Calendar::Julian if month == 2 => 28,
            Calendar::Julian => Civil::month_length(year, month),
        }
    }

    /// The Gregorian day that this calendar calls by these numbers; what is too large is
    /// carried over into the next unit.
    ///
    /// ```
    /// use dateline::article::date::{Calendar, Civil};
    /// let revolution = Calendar::Julian.to_civil(1917, 10, 25);
    /// assert_eq!(revolution, Civil { year: 1917, month: 11, day: 7 });
    /// ```
    #[must_use]
    pub fn to_civil(self, year: i64, month: u8, day: u8) -> Civil {
        let same = Civil { year, month, day };
        match self {
            Calendar::Gregorian => same,
            Calendar::Julian => {
                // As in `Civil::to_days`, the year begins in March, with the leap day last.
                let months = same.clamped().year * 12 + i64::from(month) - 3;
                let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
                let (cycle, year) = (year.div_euclid(4), year.rem_euclid(4));
                let in_cycle = year * 365 + (153 * month + 2) / 5 + i64::from(day) - 1;
                Civil::from_days(cycle * DAYS_PER_CYCLE + in_cycle - DAYS_TO_1970)
            }
        }
    }
}
