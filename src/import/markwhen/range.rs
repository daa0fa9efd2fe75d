//! Ranges of markwhen: EDTF first, then dates as people write them, then what is relative:
//! `now`, a length of time, `!id`.

use std::collections::HashMap;

use crate::{
    article::{Date, date::Civil},
    import::dates::{Context, Found, Note, Trouble, read},
};

/// The ranges of a text; each may refer to those before it.
pub(super) struct Ranges {
    /// What “now” means.
    today: Option<Civil>,
    /// The last day of the event before.
    last: Option<Civil>,
    /// The last days of events with ids.
    ends: HashMap<String, Civil>,
}

impl Ranges {
    pub(super) fn new(today: Option<Civil>) -> Ranges {
        Ranges {
            today,
            last: None,
            ends: HashMap::new(),
        }
    }

    /// Whether this is a range at all.
    pub(super) fn can_read(&self, range: &str, context: &Context) -> bool {
        let range = range.split(" every ").next().unwrap_or_default();
        self.resolved(range, context)
            .is_ok_and(|found| !found.value.is_empty())
            || self.refers(range)
    }

    /// Whether it refers to something that is not there: an event all the same, and told.
    fn refers(&self, range: &str) -> bool {
        range
            .split(['/', ' '])
            .any(|word| word.strip_prefix('!').is_some_and(super::super::ids::is_id))
    }

    /// Reads the range of an event; `id` is the event's.
    pub(super) fn read(
        &mut self,
        range: &str,
        id: Option<&str>,
        context: &Context,
    ) -> Result<Found, Trouble> {
        let found = self.resolved(range, context)?;
        if let Some(end) = Date::parse(&found.value).ok().and_then(|date| date.end) {
            let last = end.add_seconds(-1).civil();
            self.last = Some(last);
            if let Some(id) = id {
                self.ends.insert(id.to_string(), last);
            }
        }
        Ok(found)
    }

    fn resolved(&self, range: &str, context: &Context) -> Result<Found, Trouble> {
        let range = range.trim();
        let relative = range.contains("now")
            || range.contains('!')
            || length(range).is_some()
            || halves(range).is_some_and(|(_, end)| length(end).is_some());
        if !relative {
            return read(range, context);
        }
        let mut notes = Vec::new();
        let (start, end) = match halves(range) {
            Some((start, end)) => (start, Some(end)),
            None => (range, None),
        };
        let (first, value) = self.point(start, None, context, &mut notes)?;
        let Some(end) = end else {
            return Ok(Found {
                notes,
                ..Found::certain(value)
            });
        };
        let (_, last) = self.point(end, Some(first), context, &mut notes)?;
        let whole = if value == last {
            value
        } else {
            format!("{value}/{last}")
        };
        match Date::parse(&whole) {
            Ok(_) => Ok(Found {
                notes,
                ..Found::certain(whole)
            }),
            Err(error) => Err(Trouble::Impossible(error.to_string())),
        }
    }

    /// One end: the day that lengths count from, and its EDTF. A length counts from `start`,
    /// or from the end of the event before.
    fn point(
        &self,
        text: &str,
        start: Option<Civil>,
        context: &Context,
        notes: &mut Vec<Note>,
    ) -> Result<(Civil, String), Trouble> {
        let text = text.trim();
        let plain = |day: Civil| {
            (
                day,
                format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
            )
        };
        if let Some(rest) = text.strip_prefix("now") {
            let today = self.today.ok_or(Trouble::NotADate)?;
            notes.push(Note::Relative(format!(
                "“now”, taken as {}",
                plain(today).1
            )));
            let shift = rest.trim().replace("+ ", "+").replace("- ", "-");
            return match shift.as_str() {
                "" => Ok(plain(today)),
                shift => {
                    let (sign, rest) = shift
                        .strip_prefix('-')
                        .map_or((1, shift.trim_start_matches('+')), |rest| (-1, rest));
                    let length = length(rest).ok_or(Trouble::NotADate)?;
                    Ok(plain(length.after(today, sign)))
                }
            };
        }
        let word = text.strip_prefix("after ").unwrap_or(text);
        if let Some(rest) = word.strip_prefix('!') {
            let (id, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            let id = id.split('.').next().unwrap_or(id);
            let day = *self.ends.get(id).ok_or_else(|| {
                Trouble::Impossible(format!("No event before this one has the id “{id}”."))
            })?;
            notes.push(Note::Relative(format!("the end of {id}, {}", plain(day).1)));
            return match length(rest) {
                Some(length) => Ok(plain(length.after(day, 1))),
                None if rest.trim().is_empty() => Ok(plain(day)),
                None => Err(Trouble::NotADate),
            };
        }
        if let Some(length) = length(text) {
            let day = match start {
                Some(start) => start,
                None => {
                    let last = self.last.ok_or(Trouble::NotADate)?;
                    notes.push(Note::Relative(format!(
                        "the event before, which ends on {}",
                        plain(last).1
                    )));
                    last
                }
            };
            return Ok(plain(length.after(day, 1)));
        }
        let found = read(text, context)?;
        notes.extend(found.notes);
        let day = Date::parse(&found.value)
            .ok()
            .and_then(|date| date.earliest);
        day.map(|day| (day.civil(), found.value))
            .ok_or(Trouble::NotADate)
    }
}

/// The two ends of a range.
fn halves(range: &str) -> Option<(&str, &str)> {
    range
        .split_once(" - ")
        .or_else(|| range.split_once('/'))
        .or_else(|| range.split_once(" – "))
}

/// A length of time.
#[derive(Debug, Clone, Copy, Default)]
struct Length {
    months: i64,
    days: i64,
}

impl Length {
    fn after(self, day: Civil, sign: i64) -> Civil {
        day.add_months(sign * self.months)
            .add_days(sign * self.days)
    }
}

/// `3 days`, `1 year 2 months`, `2w`.
fn length(text: &str) -> Option<Length> {
    let mut length = Length::default();
    let spaced: String = text
        .trim()
        .trim_matches(['{', '}'])
        .chars()
        .map(|c| if matches!(c, ',' | '+') { ' ' } else { c })
        .collect();
    let mut words = spaced.split_whitespace();
    let mut any = false;
    while let Some(word) = words.next() {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = word.split_at_checked(digits)?;
        let count: i64 = number.parse().ok().filter(|count| *count < 100_000)?;
        let unit = if unit.is_empty() { words.next()? } else { unit };
        let unit = unit.to_ascii_lowercase();
        let unit = unit
            .strip_suffix('s')
            .filter(|unit| unit.len() > 1)
            .unwrap_or(&unit);
        match unit {
            "day" | "d" => length.days += count,
            "week" | "w" | "wk" => length.days += count * 7,
            "month" | "mo" | "mon" => length.months += count,
            "quarter" => length.months += count * 3,
            "year" | "y" | "yr" => length.months += count * 12,
            "decade" => length.months += count * 120,
            "century" | "centurie" => length.months += count * 1_200,
            "hour" | "h" | "hr" | "minute" | "min" | "m" | "second" | "sec" => {}
            _ => return None,
        }
        any = true;
    }
    any.then_some(length)
}
