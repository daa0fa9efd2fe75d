use super::{line::Property, zone::Zones};
use crate::article::date::Civil;

/// A day, or a time on it, as a calendar writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub day: Civil,
    /// Seconds since midnight; none for a whole day.
    pub seconds: Option<i64>,
    /// Whether it is UTC.
    pub utc: bool,
    /// The zone's name.
    pub zone: Option<String>,
}

impl Moment {
    /// The value of DTSTART and its kin.
    pub(super) fn read(property: &Property) -> Option<Moment> {
        Moment::of(&property.value, property)
    }

    /// One value of a property that may have several.
    pub(super) fn of(value: &str, property: &Property) -> Option<Moment> {
        let mut moment = Moment::bare(value)?;
        if moment.seconds.is_some() && !moment.utc {
            moment.zone = property.parameter("TZID").map(str::to_string);
        }
        Some(moment)
    }

    /// `20230320`, `20230320T140500`, `20230320T140500Z`.
    pub(super) fn bare(value: &str) -> Option<Moment> {
        let value = value.trim();
        let number = |from: usize, to: usize| -> Option<i64> {
            let digits = value.get(from..to)?;
            digits
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| digits.parse().ok())?
        };
        let day = Civil::new(
            number(0, 4)?,
            u8::try_from(number(4, 6)?).ok()?,
            u8::try_from(number(6, 8)?).ok()?,
        )?;
        let rest = value.get(8..).unwrap_or_default();
        if rest.is_empty() {
            return Some(Moment {
                day,
                seconds: None,
                utc: false,
                zone: None,
            });
        }
        if !rest.starts_with('T') || rest.len() < 7 {
            return None;
        }
        let (hour, minute, second) = (number(9, 11)?, number(11, 13)?, number(13, 15)?);
        let utc = match value.get(15..) {
            Some("Z") => true,
            Some("") => false,
            _ => return None,
        };
        // A leap second is the last that other clocks show.
        let second = second.min(59);
        let fits = hour <= 23 && minute <= 59;
        fits.then_some(Moment {
            day,
            seconds: Some(hour * 3_600 + minute * 60 + second),
            utc,
            zone: None,
        })
    }

    pub(super) const fn is_day(&self) -> bool {
        self.seconds.is_none()
    }

    /// Days since 1970 and seconds since midnight, by which occurrences are told apart.
    pub(super) fn key(&self) -> (i64, i64) {
        (self.day.to_days(), self.seconds.unwrap_or_default())
    }

    /// So many seconds later; a day stays a day.
    pub(super) fn after(&self, seconds: i64) -> Moment {
        let whole = self.key().0 * 86_400 + self.key().1 + seconds;
        Moment {
            day: Civil::from_days(whole.div_euclid(86_400)),
            seconds: self.seconds.map(|_| whole.rem_euclid(86_400)),
            utc: self.utc,
            zone: self.zone.clone(),
        }
    }

    /// Its EDTF, with the distance from UTC where the file has it.
    pub(super) fn edtf(&self, zones: &Zones) -> String {
        let day = format!(
            "{:04}-{:02}-{:02}",
            self.day.year, self.day.month, self.day.day
        );
        let Some(seconds) = self.seconds else {
            return day;
        };
        let mut text = format!("{day}T{:02}:{:02}", seconds / 3_600, seconds / 60 % 60);
        if seconds % 60 > 0 {
            text.push_str(&format!(":{:02}", seconds % 60));
        }
        if self.utc {
            text.push('Z');
        } else if let Some(offset) = self.zone.as_ref().and_then(|zone| zones.offset(zone, self)) {
            let (sign, offset) = if offset < 0 {
                ('-', -offset)
            } else {
                ('+', offset)
            };
            if offset == 0 {
                text.push('Z');
            } else {
                text.push_str(&format!(
                    "{sign}{:02}:{:02}",
                    offset / 3_600,
                    offset / 60 % 60
                ));
            }
        }
        text
    }
}

/// The seconds of a duration: `P1D`, `PT1H30M`, `P2W` (RFC 5545, 3.3.6).
pub(super) fn duration(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches('+');
    let text = text.strip_prefix('P')?;
    let mut seconds: i64 = 0;
    let mut number = String::new();
    let mut time = false;
    for c in text.chars() {
        if c.is_ascii_digit() && number.len() < 9 {
            number.push(c);
            continue;
        }
        if c == 'T' {
            time = true;
            continue;
        }
        let count: i64 = number.parse().ok()?;
        number.clear();
        seconds += count
            * match (c, time) {
                ('W', false) => 604_800,
                ('D', false) => 86_400,
                ('H', true) => 3_600,
                ('M', true) => 60,
                ('S', true) => 1,
                _ => return None,
            };
    }
    number.is_empty().then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, seconds) in [
            ("P1D", Some(86_400)),
            ("PT1H30M", Some(5_400)),
            ("P2W", Some(1_209_600)),
            ("P1DT2H", Some(93_600)),
            ("-P1D", None),
            ("PT", Some(0)),
            ("P1", None),
            ("1D", None),
        ] {
            assert_eq!(duration(text), seconds, "{text}");
        }
    }
}
