//! Rules of repetition (RFC 5545, 3.3.10): by year, month, week and day.

use std::collections::HashSet;

use super::moment::Moment;
use crate::article::date::Civil;

/// Most occurrences that are written out.
pub(super) const MOST: usize = 200;

/// Most periods that are looked at; a rule that never comes true ends there.
const PERIODS: usize = 4_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Year,
    Month,
    Week,
    Day,
}

/// A rule that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: i64,
    count: Option<usize>,
    until: Option<Moment>,
    months: Vec<u8>,
    /// Days of the month; negative from its end.
    month_days: Vec<i64>,
    /// Weekdays, 1 is Monday, each with which one of the month or year: 0 for all.
    weekdays: Vec<(i64, u8)>,
    /// Which of the days of a period.
    positions: Vec<i64>,
    /// The weekday that a week begins with.
    week_start: u8,
}

fn weekday(name: &str) -> Option<u8> {
    let at = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        .iter()
        .position(|day| *day == name)?;
    u8::try_from(at + 1).ok()
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// A part of a sentence that names what is not followed.
    pub(super) fn read(text: &str) -> Result<Rule, String> {
        let mut rule = Rule {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: 1,
        };
        let mut has_every = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = value.trim().to_ascii_uppercase();
            let broken = || format!("“{part}” of the rule is not understood.");
            let numbers = |most: i64| -> Result<Vec<i64>, String> {
                let all: Option<Vec<i64>> = value
                    .split(',')
                    .map(|one| one.trim_start_matches('+').parse().ok())
                    .collect();
                all.filter(|all| all.iter().all(|one| one.abs() <= most && *one != 0))
                    .ok_or_else(broken)
            };
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    has_every = true;
                    rule.every = match value.as_str() {
                        "YEARLY" => Every::Year,
                        "MONTHLY" => Every::Month,
                        "WEEKLY" => Every::Week,
                        "DAILY" => Every::Day,
                        _ => return Err(format!("a rule of {value} is not followed.")),
                    };
                }
                "INTERVAL" => {
                    rule.interval = value
                        .parse()
                        .ok()
                        .filter(|count| (1..=1_000).contains(count))
                        .ok_or_else(broken)?;
                }
                "COUNT" => rule.count = Some(value.parse().map_err(|_| broken())?),
                "UNTIL" => rule.until = Some(Moment::bare(&value).ok_or_else(broken)?),
                "BYMONTH" => {
                    rule.months = numbers(12)?
                        .iter()
                        .filter_map(|month| u8::try_from(*month).ok())
                        .collect();
                }
                "BYMONTHDAY" => rule.month_days = numbers(31)?,
                "BYSETPOS" => rule.positions = numbers(366)?,
                "BYDAY" => {
                    for day in value.split(',') {
                        let at = day
                            .len()
                            .checked_sub(2)
                            .filter(|at| day.is_char_boundary(*at))
                            .ok_or_else(broken)?;
                        let (which, name) = day.split_at_checked(at).ok_or_else(broken)?;
                        let which = which.trim_start_matches('+');
                        let which = if which.is_empty() {
                            0
                        } else {
                            which.parse().map_err(|_| broken())?
                        };
                        rule.weekdays
                            .push((which, weekday(name).ok_or_else(broken)?));
                    }
                }
                "WKST" => rule.week_start = weekday(&value).ok_or_else(broken)?,
                key => return Err(format!("{key} of the rule is not followed.")),
            }
        }
        if has_every {
            Ok(rule)
        } else {
            Err("the rule does not say how often.".into())
        }
    }

    /// The same rule, going on for ever.
    pub(super) fn without_count(&self) -> Rule {
        Rule {
            count: None,
            ..self.clone()
        }
    }

    /// The starts after the first, and whether there are more than are written out. Those in
    /// `out` count, but are not given.
    pub(super) fn starts(&self, first: &Moment, out: &HashSet<(i64, i64)>) -> (Vec<Moment>, bool) {
        let most = self.count.unwrap_or(usize::MAX);
        let mut starts = Vec::new();
        // The first start counts even where it does not fit the rule.
        let mut counted = 1;
        for period in 0..PERIODS {
            for start in self.of_period(first, period) {
                if start.key() <= first.key() {
                    continue;
                }
                if self.ends_before(&start) || counted >= most {
                    return (starts, false);
                }
                counted += 1;
                if !out.contains(&start.key()) {
                    starts.push(start);
                }
                if starts.len() > MOST {
                    return (starts, true);
                }
            }
        }
        let goes_on = self.until.is_none() && self.count.is_none() && !starts.is_empty();
        (starts, goes_on)
    }

    /// The starts up to a time, of a rule of a zone.
    pub(super) fn starts_until(
        &self,
        first: &Moment,
        end: &Moment,
        _: &HashSet<(i64, i64)>,
    ) -> Vec<Moment> {
        let mut starts = vec![first.clone()];
        for period in 0..8 {
            for start in self.of_period(first, period) {
                if start.key() > end.key() || self.ends_before(&start) {
                    return starts;
                }
                starts.push(start);
            }
        }
        starts
    }

    fn ends_before(&self, start: &Moment) -> bool {
        self.until
            .as_ref()
            .is_some_and(|until| match until.seconds {
                None => start.day.to_days() > until.day.to_days(),
                Some(_) => start.key() > until.key(),
            })
    }

    /// The starts in one period, in order.
    fn of_period(&self, first: &Moment, period: usize) -> Vec<Moment> {
        let step = i64::try_from(period)
            .unwrap_or(i64::MAX)
            .saturating_mul(self.interval);
        let mut days = match self.every {
            Every::Year => self.of_year(first.day, first.day.year + step),
            Every::Month => {
                let month = first.day.start_of_month().add_months(step);
                if self.months.is_empty() || self.months.contains(&month.month) {
                    self.of_month(month, first.day.day)
                } else {
                    Vec::new()
                }
            }
            Every::Week => self.of_week(first.day, step),
            Every::Day => {
                let day = first.day.add_days(step);
                if self.fits(day) {
                    vec![day]
                } else {
                    Vec::new()
                }
            }
        };
        days.sort_by_key(|day| day.to_days());
        days.dedup();
        if !self.positions.is_empty() {
            let count = i64::try_from(days.len()).unwrap_or_default();
            let mut chosen: Vec<Civil> = self
                .positions
                .iter()
                .filter_map(|at| {
                    let at = if *at > 0 { at - 1 } else { count + at };
                    usize::try_from(at)
                        .ok()
                        .and_then(|at| days.get(at).copied())
                })
                .collect();
            chosen.sort_by_key(|day| day.to_days());
            days = chosen;
        }
        days.into_iter()
            .map(|day| Moment {
                day,
                ..first.clone()
            })
            .collect()
    }

    /// Whether a day has the month, the day of the month and the weekday of the rule.
    fn fits(&self, day: Civil) -> bool {
        let length = i64::from(Civil::month_length(day.year, day.month));
        let number = i64::from(day.day);
        (self.months.is_empty() || self.months.contains(&day.month))
            && (self.month_days.is_empty()
                || self
                    .month_days
                    .iter()
                    .any(|at| *at == number || *at == number - length - 1))
            && (self.weekdays.is_empty()
                || self.weekdays.iter().any(|(_, name)| *name == day.weekday()))
    }

    fn of_week(&self, first: Civil, step: i64) -> Vec<Civil> {
        let back = (i64::from(first.weekday()) - i64::from(self.week_start)).rem_euclid(7);
        let monday = first.add_days(step * 7 - back);
        let week = (0..7).map(|day| monday.add_days(day));
        if self.weekdays.is_empty() {
            return week
                .filter(|day| day.weekday() == first.weekday() && self.fits(*day))
                .collect();
        }
        week.filter(|day| self.fits(*day)).collect()
    }

    fn of_month(&self, month: Civil, day: u8) -> Vec<Civil> {
        let length = Civil::month_length(month.year, month.month);
        let days = (1..=length).map(|day| Civil {
            day,
            ..month.start_of_month()
        });
        if self.weekdays.is_empty() && self.month_days.is_empty() {
            // The 31st comes only in months that have one.
            return days.filter(|one| one.day == day).collect();
        }
        let days: Vec<Civil> = days.filter(|day| self.fits(*day)).collect();
        self.numbered(&days)
    }

    fn of_year(&self, first: Civil, year: i64) -> Vec<Civil> {
        let month = |month: u8| Civil {
            year,
            month,
            day: 1,
        };
        if !self.months.is_empty() {
            return self
                .months
                .iter()
                .flat_map(|at| self.of_month(month(*at), first.day))
                .collect();
        }
        if self.weekdays.is_empty() && self.month_days.is_empty() {
            return Civil::new(year, first.month, first.day)
                .into_iter()
                .collect();
        }
        let days = (1..=12).flat_map(|at| {
            (1..=Civil::month_length(year, at)).map(move |day| Civil {
                year,
                month: at,
                day,
            })
        });
        let days: Vec<Civil> = days.filter(|day| self.fits(*day)).collect();
        if self.month_days.is_empty() {
            self.numbered(&days)
        } else {
            days
        }
    }

    /// Of the days of a month or a year those that are the first, second or last of their
    /// weekday, where the rule says which.
    fn numbered(&self, days: &[Civil]) -> Vec<Civil> {
        if self.weekdays.iter().all(|(which, _)| *which == 0) {
            return days.to_vec();
        }
        let mut chosen = Vec::new();
        for (which, name) in &self.weekdays {
            let same: Vec<Civil> = days
                .iter()
                .copied()
                .filter(|day| day.weekday() == *name)
                .collect();
            let count = i64::try_from(same.len()).unwrap_or_default();
            match which {
                0 => chosen.extend(same),
                which => {
                    let at = if *which > 0 { which - 1 } else { count + which };
                    chosen.extend(
                        usize::try_from(at)
                            .ok()
                            .and_then(|at| same.get(at).copied()),
                    );
                }
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn days(rule: &str, start: &str) -> Vec<String> {
        let first = Moment::bare(start).unwrap();
        let (starts, _) = Rule::read(rule).unwrap().starts(&first, &HashSet::new());
        starts
            .iter()
            .map(|it| format!("{:04}{:02}{:02}", it.day.year, it.day.month, it.day.day))
            .collect()
    }

    /// The examples of RFC 5545, 3.8.5.3, and what goes wrong elsewhere.
    #[test]
    fn rules_give_their_days() {
        for (rule, start, right) in [
            (
                "FREQ=DAILY;COUNT=3",
                "19970902",
                &["19970903", "19970904"][..],
            ),
            (
                "FREQ=DAILY;INTERVAL=10;COUNT=3",
                "19970902",
                &["19970912", "19970922"],
            ),
            ("FREQ=WEEKLY;COUNT=3", "19970902", &["19970909", "19970916"]),
            (
                "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4",
                "19970902",
                &["19970904", "19970916", "19970918"],
            ),
            (
                "FREQ=MONTHLY;BYDAY=1FR;COUNT=3",
                "19970905",
                &["19971003", "19971107"],
            ),
            (
                "FREQ=MONTHLY;BYDAY=-2MO;COUNT=3",
                "19970922",
                &["19971020", "19971117"],
            ),
            (
                "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3",
                "19970928",
                &["19971029", "19971128"],
            ),
            (
                "FREQ=MONTHLY;COUNT=3",
                "19970131",
                &["19970331", "19970531"],
            ),
            (
                "FREQ=YEARLY;COUNT=3;BYMONTH=6,7",
                "19970610",
                &["19970710", "19980610"],
            ),
            ("FREQ=YEARLY;COUNT=2", "20200229", &["20240229"]),
            ("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "19970519", &["19980518"]),
            (
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
                "19970930",
                &["19971031", "19971128"],
            ),
            (
                "FREQ=DAILY;UNTIL=19970904",
                "19970902",
                &["19970903", "19970904"],
            ),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "19970902", &[]),
        ] {
            assert_eq!(days(rule, start), right, "{rule}");
        }
    }

    #[test]
    fn a_rule_without_end_is_bounded() {
        let first = Moment::bare("20200101").unwrap();
        let (starts, goes_on) = Rule::read("FREQ=DAILY")
            .unwrap()
            .starts(&first, &HashSet::new());
        assert!(goes_on);
        assert_eq!(starts.len(), MOST + 1);
        for rule in [
            "FREQ=SECONDLY",
            "FREQ=DAILY;BYHOUR=9",
            "COUNT=3",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=DAILY;INTERVAL=0",
        ] {
            assert!(Rule::read(rule).is_err(), "{rule}");
        }
    }
}
