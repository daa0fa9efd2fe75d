use super::{Calendar, Civil, Point, Precision, Unspecified, Zone};

impl Point {
    /// The date as ISO 8601-1 writes it, for programs: `2022-02-24`, `2023-03-20T16:05+02:00`.
    /// `None` for what that standard cannot say (decades, parts of a year, unspecified
    /// digits, years of other than four digits). Doubts are not in it.
    ///
    /// ```
    /// use dateline::article::Date;
    /// let iso = |text| Date::parse(text).ok()?.first()?.iso();
    /// assert_eq!(iso("2022-09~").as_deref(), Some("2022-09"));
    /// assert_eq!(iso("2007-04-05T24:00Z").as_deref(), Some("2007-04-06T00:00Z"));
    /// assert_eq!(iso("2021-34"), None);
    /// ```
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        let is_whole = self.unspecified == Unspecified::default();
        let Civil { year, month, day } = self.days().filter(|_| is_whole)?.0;
        if !(0..=9999).contains(&year) {
            return None;
        }
        let is_julian = self.calendar == Calendar::Julian;
        let (hour, minute, second) = self.time;
        let date = format!("{year:04}-{month:02}-{day:02}");
        let time = match self.precision {
            Precision::Years(_) | Precision::Months(_) => return None,
            // Its months and years are not those of the standard.
            Precision::Year | Precision::Month if is_julian => return None,
            Precision::Year => return Some(format!("{year:04}")),
            Precision::Month => return Some(format!("{year:04}-{month:02}")),
            Precision::Day => return Some(date),
            _ if hour == 24 => {
                let midnight = Point {
                    calendar: Calendar::Gregorian,
                    time: (0, 0, 0),
                    ..self.on(Civil { year, month, day }.next_day())
                };
                return midnight.iso();
            }
            Precision::Minute => format!("{hour:02}:{minute:02}"),
            Precision::Second => format!("{hour:02}:{minute:02}:{second:02}"),
        };
        let zone = match self.zone {
            Zone::Unsaid => String::new(),
            Zone::Utc => "Z".into(),
            Zone::Ahead(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        };
        Some(format!("{date}T{time}{zone}"))
    }

    /// The same on another day.
    const fn on(self, day: Civil) -> Point {
        Point {
            year: day.year,
            month: day.month,
            day: day.day,
            ..self
        }
    }
}
