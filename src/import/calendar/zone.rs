//! Zones as the file itself describes them (VTIMEZONE), so that no database is needed.

use std::collections::{HashMap, HashSet};

use super::{Component, moment::Moment, repeat::Rule};

/// The zones of a file, by name.
#[derive(Debug, Default)]
pub(super) struct Zones(HashMap<String, Vec<Observance>>);

/// Summer time, or standard time.
#[derive(Debug)]
struct Observance {
    start: Moment,
    rule: Option<Rule>,
    /// Seconds east of UTC.
    offset: i64,
}

impl Zones {
    pub(super) fn of(calendar: &Component) -> Zones {
        let mut zones = HashMap::new();
        for zone in calendar
            .inside
            .iter()
            .filter(|inside| inside.name == "VTIMEZONE")
        {
            let Some((name, _)) = zone.get("TZID") else {
                continue;
            };
            let observances = zone.inside.iter().filter_map(|part| {
                let (start, _) = part.get("DTSTART")?;
                let (to, _) = part.get("TZOFFSETTO")?;
                let rule = part
                    .get("RRULE")
                    .and_then(|(rule, _)| Rule::read(&rule.value).ok());
                Some(Observance {
                    start: Moment::bare(&start.value)?,
                    rule,
                    offset: offset(&to.value)?,
                })
            });
            zones.insert(name.value.clone(), observances.collect());
        }
        Zones(zones)
    }

    pub(super) fn knows(&self, zone: &str) -> bool {
        self.0
            .get(zone)
            .is_some_and(|observances| !observances.is_empty())
            || is_utc(zone)
    }

    /// Seconds east of UTC at a local time of a zone.
    pub(super) fn offset(&self, zone: &str, at: &Moment) -> Option<i64> {
        if is_utc(zone) {
            return Some(0);
        }
        let observances = self.0.get(zone)?;
        let latest = observances.iter().filter_map(|observance| {
            let onset = observance.onset(at)?;
            Some((onset, observance.offset))
        });
        let found = latest
            .max_by_key(|(onset, _)| *onset)
            .map(|(_, offset)| offset);
        // Before all of them the first one holds.
        found.or_else(|| {
            observances
                .iter()
                .min_by_key(|it| it.start.key())
                .map(|it| it.offset)
        })
    }
}

fn is_utc(zone: &str) -> bool {
    matches!(zone, "UTC" | "Etc/UTC" | "GMT" | "Etc/GMT" | "Z")
}

impl Observance {
    /// When it last began before a local time.
    fn onset(&self, at: &Moment) -> Option<(i64, i64)> {
        if self.start.key() > at.key() {
            return None;
        }
        let Some(rule) = &self.rule else {
            return Some(self.start.key());
        };
        // From the year before, since rules of zones are yearly.
        let mut from = self.start.clone();
        let skip = (at.day.year - self.start.day.year - 2).max(0);
        from.day = from.day.add_years(skip);
        let near = rule
            .without_count()
            .starts_until(&from, at, &HashSet::new());
        let last = near
            .iter()
            .map(Moment::key)
            .filter(|key| *key <= at.key() && *key >= self.start.key())
            .max();
        last.or(Some(self.start.key()))
    }
}

/// The seconds of `+0100`, `-0530`.
fn offset(text: &str) -> Option<i64> {
    let (sign, digits) = match text.trim().split_at_checked(1)? {
        ("-", digits) => (-1, digits),
        ("+", digits) => (1, digits),
        _ => return None,
    };
    let number =
        |from: usize, to: usize| digits.get(from..to).and_then(|two| two.parse::<i64>().ok());
    let seconds = number(0, 2)? * 3_600 + number(2, 4)? * 60;
    (seconds <= 14 * 3_600).then_some(sign * seconds)
}
