use super::Civil;

/// A point on the time axis: whole seconds since 1970-01-01T00:00:00Z, proleptic
/// Gregorian, without leap seconds. Reaches 292 thousand million years both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Seconds in a day; without leap seconds every day has as many.
    pub const DAY: i64 = 86_400;

    /// Midnight UTC at which the day begins. Days farther away than an instant
    /// reaches give the farthest midnight.
    ///
    /// ```
    /// use dateline::article::{Instant, date::Civil};
    /// let epoch = Civil { year: 1970, month: 1, day: 1 };
    /// assert_eq!(Instant::from_civil(epoch), Instant(0));
    /// assert_eq!(Instant::from_civil(epoch.next_day()), Instant(Instant::DAY));
    /// ```
    pub fn from_civil(day: Civil) -> Instant {
        // Held within bounds first: a 64-bit product that is checked costs more code.
        let days = day
            .to_days()
            .clamp(i64::MIN / Instant::DAY, i64::MAX / Instant::DAY);
        Instant(days * Instant::DAY)
    }

    /// The UTC day that the instant lies in.
    ///
    /// ```
    /// use dateline::article::{Instant, date::Civil};
    /// assert_eq!(Instant(-1).civil(), Civil { year: 1969, month: 12, day: 31 });
    /// ```
    pub fn civil(self) -> Civil {
        Civil::from_days(self.0.div_euclid(Instant::DAY))
    }

    /// Seconds since midnight UTC, 0 to 86,399.
    pub const fn second_of_day(self) -> i64 {
        self.0.rem_euclid(Instant::DAY)
    }

    /// Hour, minute and second of the day in UTC.
    ///
    /// ```
    /// use dateline::article::Instant;
    /// assert_eq!(Instant(-1).time(), (23, 59, 59));
    /// ```
    pub const fn time(self) -> (u8, u8, u8) {
        let second = self.second_of_day();
        (
            (second / 3_600) as u8,
            (second / 60 % 60) as u8,
            (second % 60) as u8,
        )
    }

    /// ISO 8601 weekday of the UTC day: 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        self.civil().weekday()
    }

    /// This many seconds later, or earlier when negative; never beyond the axis.
    pub const fn add_seconds(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds))
    }
}
