//! Single dates with all that is known of them.

use super::{Form, Listing, PartKind, Words, fill, pattern};
use crate::article::date::{
    Civil, Hemisphere, Part as PartOfYear, Parts, Point, Precision, Unspecified, Zone,
};

/// The case of “of” in the languages that have one: sentences ask for it by this name.
const GENITIVE: &str = "genitive";

/// The day alone.
const DAY: Parts = Parts {
    year: false,
    month: false,
    day: true,
};

impl Words {
    /// A date with its doubts.
    pub(super) fn point(&self, point: &Point) -> String {
        let strings = self.strings;
        let all = point.written();
        // That the day is about right is what “about” says.
        let is_whole = |parts: Parts| parts == all || parts == DAY && all.day;
        let doubts = [
            (
                point.approximate,
                "about",
                strings.about(),
                strings.about_parts(),
            ),
            (
                point.uncertain,
                "perhaps",
                strings.perhaps(),
                strings.perhaps_parts(),
            ),
        ];
        let mut words: Option<String> = None;
        for (parts, name, sentence, _) in doubts {
            if is_whole(parts) {
                words = Some(match words {
                    Some(words) => fill(sentence, &[&words]),
                    None => self.sentence(name, sentence, &|case| self.plain(point, case)),
                });
            }
        }
        let mut words = words.unwrap_or_else(|| self.sure(point));
        for (parts, _, _, sentence) in doubts {
            if parts != Parts::NONE && !is_whole(parts) {
                let remark = fill(sentence, &[&self.named_parts(parts)]);
                words = fill(strings.remark(), &[&words, &remark]);
            }
        }
        words
    }

    /// The date in a grammatical case, if there are words for it.
    pub(super) fn in_case(&self, point: &Point, case: &str) -> Option<String> {
        let is_sure = point.approximate == Parts::NONE && point.uncertain == Parts::NONE;
        self.plain(point, case).filter(|_| is_sure)
    }

    /// The date without its doubts.
    fn sure(&self, point: &Point) -> String {
        self.plain(point, "").unwrap_or_default()
    }

    /// As [`Words::sure`], in a grammatical case; always something in none.
    fn plain(&self, point: &Point, case: &str) -> Option<String> {
        if point.unspecified != Unspecified::default() {
            return self.unspecified(point, case);
        }
        if point.significant > 1 {
            let about = fill(self.strings.about(), &[&self.year(point.year)]);
            let words = fill(self.strings.remark(), &[&about, &self.block(point)]);
            return Some(words).filter(|_| case.is_empty());
        }
        if let Some(part) = point.part() {
            return self.part_of_year(part, &self.year(point.year), case);
        }
        match point.precision {
            Precision::Minute | Precision::Second => {
                let words = self.moment(point);
                Some(match self.variant(Form::Day, case) {
                    Some(sentence) => fill(sentence, &[&words]),
                    None => words,
                })
            }
            _ => self.day(point, case),
        }
    }

    /// “year and month”.
    fn named_parts(&self, parts: Parts) -> String {
        let strings = self.strings;
        let names = [
            (parts.day, strings.part_day()),
            (parts.month, strings.part_month()),
            (parts.year, strings.part_year()),
        ];
        let names = names.into_iter().filter(|(is_meant, _)| *is_meant);
        let names: Vec<String> = names.map(|(_, name)| name.to_owned()).collect();
        self.intl.list(&names, Listing::And)
    }

    /// A year, a month or a day. A day's month has its genitive everywhere. “65 million
    /// years ago” has no cases.
    fn day(&self, point: &Point, case: &str) -> Option<String> {
        let (day, form) = (as_written(point), form(point));
        if self.far(day.year).is_some() {
            return case.is_empty().then(|| self.civil(day, form));
        }
        let year = self.in_era(self.digits_of(day.year), day.year);
        let words = match form {
            // The year alone, without its sign: “року” stands in place of “р.”.
            Form::Year => year.before + &year.digits + &year.after,
            Form::Month if case == GENITIVE => {
                let beside_a_day = self.parts(day.month, 1, Form::Day);
                let month = pattern::part(&beside_a_day, PartKind::Month).unwrap_or_default();
                let parts = self.parts(day.month, 1, Form::Month);
                let parts = pattern::with(&parts, PartKind::Month, month);
                pattern::written(&parts, Some(&year))
            }
            _ => self.civil(day, form),
        };
        Some(match self.variant(form, case) {
            Some(sentence) => fill(sentence, &[&words]),
            None if form == Form::Year => self.year(day.year),
            None => words,
        })
    }

    /// What a day, a month or a year has around it in a case.
    pub(super) fn variant(&self, form: Form, case: &str) -> Option<&'static str> {
        let name = match form {
            Form::Year => "year",
            Form::Month | Form::ShortMonth => "month",
            Form::Day | Form::ShortDay => "day",
        };
        self.strings.variant(name, case)
    }

    /// A day with its time, as it was where it happened: “12 April 1985, 23:20 (UTC−4)”.
    fn moment(&self, point: &Point) -> String {
        let day = self.civil(as_written(point), Form::Day);
        let words = match point.time {
            (24, ..) => fill(self.strings.day_end(), &[&day]),
            (hour, minute, _) => {
                let clock = self.intl.clock(hour, minute);
                fill(self.strings.moment(), &[&day, &clock])
            }
        };
        self.in_zone(words, point.zone)
    }

    /// A time with its distance from UTC, where that is said.
    pub(super) fn in_zone(&self, words: String, zone: Zone) -> String {
        match zone {
            Zone::Unsaid => words,
            Zone::Utc | Zone::Ahead(0) => fill(self.strings.utc(), &[&words]),
            Zone::Ahead(minutes) => {
                let sign = if minutes < 0 { "−" } else { "+" };
                let minutes = u64::from(minutes.unsigned_abs());
                let digits = |number| self.intl.digits(number);
                let mut ahead = sign.to_owned() + &digits(minutes / 60);
                if minutes % 60 != 0 {
                    ahead = ahead + ":" + &digits(minutes % 60 / 10) + &digits(minutes % 10);
                }
                fill(self.strings.zone(), &[&words, &ahead])
            }
        }
    }

    /// A season, quarter, third or half of a year, which is given in words.
    pub(super) fn part_of_year(&self, part: PartOfYear, year: &str, case: &str) -> Option<String> {
        let strings = self.strings;
        let (name, base) = match part {
            PartOfYear::Season(1, _) => ("seasons.spring", strings.seasons_spring()),
            PartOfYear::Season(2, _) => ("seasons.summer", strings.seasons_summer()),
            PartOfYear::Season(3, _) => ("seasons.autumn", strings.seasons_autumn()),
            PartOfYear::Season(..) => ("seasons.winter", strings.seasons_winter()),
            PartOfYear::Quarter(1) => ("quarter.1", strings.quarter_1()),
            PartOfYear::Quarter(2) => ("quarter.2", strings.quarter_2()),
            PartOfYear::Quarter(3) => ("quarter.3", strings.quarter_3()),
            PartOfYear::Quarter(_) => ("quarter.4", strings.quarter_4()),
            PartOfYear::Quadrimester(1) => ("third.1", strings.third_1()),
            PartOfYear::Quadrimester(2) => ("third.2", strings.third_2()),
            PartOfYear::Quadrimester(_) => ("third.3", strings.third_3()),
            PartOfYear::Half(1) => ("half.1", strings.half_1()),
            PartOfYear::Half(_) => ("half.2", strings.half_2()),
        };
        let sentence = match case {
            "" => base,
            case => strings.variant(name, case)?,
        };
        let words = fill(sentence, &[year]);
        Some(match part {
            PartOfYear::Season(_, Some(Hemisphere::Northern)) => {
                fill(strings.northern(), &[&words])
            }
            PartOfYear::Season(_, Some(Hemisphere::Southern)) => {
                fill(strings.southern(), &[&words])
            }
            _ => words,
        })
    }
}

/// How a date of this precision is written.
pub(super) const fn form(point: &Point) -> Form {
    match point.precision {
        Precision::Day | Precision::Minute | Precision::Second => Form::Day,
        Precision::Month => Form::Month,
        Precision::Years(_) | Precision::Year | Precision::Months(_) => Form::Year,
    }
}

/// The day by the numbers that it is written with, in whatever calendar.
pub(super) fn as_written(point: &Point) -> Civil {
    Civil {
        year: point.year,
        month: point.month.clamp(1, 12),
        day: point.day.max(1),
    }
}

/// Whether it is no more and no less than a year, a month, a day or a time.
pub(super) fn is_simple(point: &Point) -> bool {
    let is_whole = point.unspecified == Unspecified::default() && point.part().is_none();
    is_whole && !point.is_approximate() && !point.is_uncertain()
}
