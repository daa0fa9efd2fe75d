use icu_calendar::{Date, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{E, M, MD, T, Y, YM, YMD, YMDT},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale::names::RegionDisplayName;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use icu_time::{DateTime, Time};

use dateline::{
    article::Instant,
    view::{Form, Intl, Plural},
};

/// The [`Intl`] of a developer's machine: ICU4X with the data compiled in, so that the
/// plain page says the same as the browser in every language.
pub struct Icu {
    locale: Locale,
}

impl Icu {
    /// For a BCP 47 tag; English for one that is none.
    #[must_use]
    pub fn boxed(tag: &str) -> Box<dyn Intl> {
        Box::new(Icu {
            locale: tag.parse().unwrap_or(locale!("en-GB")),
        })
    }

    /// The date in `form`; `None` for a year that ICU4X does not reach.
    fn written(&self, at: Instant, form: Form) -> Option<String> {
        let civil = at.civil();
        let year = i32::try_from(civil.year).ok()?;
        let date = Date::try_new_gregorian(year, civil.month, civil.day).ok()?;
        let second = at.second_of_day();
        let [hour, minute] = [second / 3600, second / 60 % 60];
        let time =
            Time::try_new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, 0, 0).ok()?;
        let both = DateTime { date, time };
        macro_rules! formatted {
            ($fields:expr) => {{
                let locale = (&self.locale).into();
                let formatter =
                    FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, $fields)
                        .ok()?;
                formatter.format(&both).to_string()
            }};
        }
        Some(match form {
            Form::Year => formatted!(Y::long()),
            Form::Month => formatted!(YM::long()),
            Form::Day => formatted!(YMD::long()),
            Form::Minute => formatted!(YMDT::long().with_time_precision(hour_minute())) + " UTC",
            Form::ShortMonth => formatted!(M::medium()),
            Form::ShortDay => civil.day.to_string(),
            Form::DayMonth => formatted!(MD::medium()),
            Form::Clock => formatted!(T::short().with_time_precision(hour_minute())),
            Form::Weekday => formatted!(E::long()),
        })
    }
}

fn hour_minute() -> icu_datetime::options::TimePrecision {
    icu_datetime::options::TimePrecision::Minute
}

impl Intl for Icu {
    fn date(&self, at: Instant, form: Form) -> String {
        self.written(at, form)
            .unwrap_or_else(|| at.civil().year.to_string())
    }

    /// Days of one month share it; all else is written out at both ends, as ICU4X has
    /// no ranges yet.
    fn range(&self, from: Instant, to: Instant, form: Form) -> String {
        let (one, two) = (from.civil(), to.civil());
        let end = self.date(to, form);
        if one == two && form != Form::Minute {
            return end;
        }
        let start = self.date(from, form);
        let tight = match form {
            Form::Year => Some(format!("{start}–{end}")),
            Form::Day if (one.year, one.month) == (two.year, two.month) => {
                joined_days(&end, one.day, two.day)
            }
            _ => None,
        };
        if let Some(tight) = tight {
            return tight;
        }
        // The year that both share is said once, with what sets it off.
        let year = self.date(from, Form::Year);
        let shared = one.year == two.year && matches!(form, Form::Day | Form::Month);
        let start = match start.strip_suffix(&year) {
            Some(rest) if shared => rest.trim_end_matches([' ', ',']),
            _ => &start,
        };
        format!("{start} – {end}")
    }

    fn number(&self, value: f64) -> String {
        let plain = value.to_string();
        let formatted = || {
            let formatter =
                DecimalFormatter::try_new((&self.locale).into(), Default::default()).ok()?;
            let decimal: Decimal = plain.parse().ok()?;
            Some(formatter.format(&decimal).to_string())
        };
        formatted().unwrap_or_else(|| plain.clone())
    }

    fn plural(&self, count: usize) -> Plural {
        let rules = PluralRules::try_new_cardinal((&self.locale).into());
        match rules.map(|rules| rules.category_for(count)) {
            Ok(PluralCategory::Zero) => Plural::Zero,
            Ok(PluralCategory::One) => Plural::One,
            Ok(PluralCategory::Two) => Plural::Two,
            Ok(PluralCategory::Few) => Plural::Few,
            Ok(PluralCategory::Many) => Plural::Many,
            Ok(PluralCategory::Other) | Err(_) => Plural::Other,
        }
    }

    fn country(&self, code: &str) -> Option<String> {
        let name = RegionDisplayName::try_new_light((&self.locale).into(), code.parse().ok()?);
        Some(name.ok()?.to_string())
    }

    fn list(&self, items: &[String]) -> String {
        match ListFormatter::try_new_and((&self.locale).into(), ListFormatterOptions::default()) {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            Err(_) => items.join(", "),
        }
    }
}

/// `end`, a date whose day is `last`, with the days `first` to `last` in its place:
/// “20–22 March 2023”, “March 20–22, 2023”.
fn joined_days(end: &str, first: u8, last: u8) -> Option<String> {
    let last = last.to_string();
    let at = end.match_indices(&last).map(|(at, _)| at).find(|at| {
        let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = end.as_bytes();
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        !digit(before) && !digit(bytes.get(at + last.len()))
    })?;
    let (before, after) = end.split_at_checked(at)?;
    Some(format!("{before}{first}–{after}"))
}
