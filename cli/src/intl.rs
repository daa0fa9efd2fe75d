use std::fmt;

use icu_calendar::{Date, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{D, M, T, Y, YM, YMD},
    options::{TimePrecision, YearStyle},
    parts,
};
use icu_decimal::{
    DecimalFormatter,
    input::Decimal,
    options::{DecimalFormatterOptions, GroupingStrategy},
};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale::names::RegionDisplayName;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use icu_time::Time;
use writeable::{PartsWrite, Writeable};

use dateline::view::{DatePart, Form, Intl, Listing, PartKind, Plural};

/// The [`Intl`] of a developer's machine: ICU4X with the data compiled in, so that the
/// plain page says the same as the browser in every language.
pub struct Icu {
    locale: Locale,
}

/// A leap year, in which every day of a year is.
const YEAR: i32 = 2000;

impl Icu {
    /// For a BCP 47 tag; English for one that is none.
    #[must_use]
    pub fn boxed(tag: &str) -> Box<dyn Intl> {
        Box::new(Icu {
            locale: tag.parse().unwrap_or(locale!("en-GB")),
        })
    }

    fn decimal(&self, number: &str, grouping: GroupingStrategy) -> Option<String> {
        let options = DecimalFormatterOptions::from(grouping);
        let formatter = DecimalFormatter::try_new((&self.locale).into(), options).ok()?;
        let decimal: Decimal = number.parse().ok()?;
        Some(plain(&formatter.format(&decimal).to_string()))
    }

    fn parts(&self, month: u8, day: u8, form: Form) -> Option<Vec<DatePart>> {
        let date = Date::try_new_gregorian(YEAR, month, day).ok()?;
        let mut pieces = Pieces::default();
        macro_rules! write {
            ($fields:expr) => {{
                let locale = (&self.locale).into();
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, $fields)
                    .ok()?
                    .format(&date)
                    .write_to_parts(&mut pieces)
                    .ok()?
            }};
        }
        let style = YearStyle::NoEra;
        match form {
            Form::Year => write!(Y::long().with_year_style(style)),
            Form::Month => write!(YM::long().with_year_style(style)),
            Form::Day => write!(YMD::long().with_year_style(style)),
            Form::ShortMonth => write!(M::medium()),
            Form::ShortDay => write!(D::medium()),
        }
        Some(pieces.into_browsers_form())
    }
}

impl Intl for Icu {
    fn date(&self, month: u8, day: u8, form: Form) -> Vec<DatePart> {
        self.parts(month, day, form).unwrap_or_default()
    }

    fn clock(&self, hour: u8, minute: u8) -> String {
        let written = || {
            let fields = T::short().with_time_precision(TimePrecision::Minute);
            let locale = (&self.locale).into();
            let formatter =
                FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale, fields).ok()?;
            let time = Time::try_new(hour, minute, 0, 0).ok()?;
            Some(plain(&formatter.format(&time).to_string()))
        };
        let written = written().unwrap_or_default();
        match self.locale.id.language.as_str() {
            // Browsers write one digit, and in Bulgarian no sign of hours.
            "bg" | "es" => {
                let written = written.trim_end_matches(" ч.");
                let rest = written.strip_prefix('0').unwrap_or(written);
                rest.to_owned()
            }
            _ => written,
        }
    }

    fn digits(&self, number: u64) -> String {
        let number = number.to_string();
        let digits = self.decimal(&number, GroupingStrategy::Never);
        digits.unwrap_or(number)
    }

    fn number(&self, value: f64) -> String {
        let number = value.to_string();
        let written = self.decimal(&number, GroupingStrategy::Auto);
        written.unwrap_or(number)
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
        let region = code.parse().ok()?;
        let named = |locale: &Locale| RegionDisplayName::try_new_light(locale.into(), region);
        // What is not known is English, as in browsers.
        let name = named(&self.locale).or_else(|_| named(&locale!("en-GB")));
        Some(name.ok()?.to_string())
    }

    fn list(&self, items: &[String], listing: Listing) -> String {
        let options = ListFormatterOptions::default();
        let formatter = match listing {
            Listing::And => ListFormatter::try_new_and((&self.locale).into(), options),
            Listing::Or => ListFormatter::try_new_or((&self.locale).into(), options),
        };
        match formatter {
            Ok(formatter) => plain(&formatter.format(items.iter()).to_string()),
            Err(_) => items.join(", "),
        }
    }
}

/// A text without what platforms disagree on: thin and narrow no-break spaces are spaces,
/// hyphens that break no line are hyphens.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2009}', '\u{202f}'], " ");
    text.replace('\u{2011}', "-")
}

/// The parts of a date as they are written; what stands in none is [`PartKind::Other`].
#[derive(Default)]
struct Pieces {
    parts: Vec<DatePart>,
    kind: Option<PartKind>,
    is_era: bool,
}

impl Pieces {
    /// Browsers write no era that was not asked for, and no zero before a day.
    fn into_browsers_form(self) -> Vec<DatePart> {
        let mut parts = self.parts;
        for part in &mut parts {
            if part.kind == PartKind::Day && part.text.len() == 2 {
                part.text = part.text.trim_start_matches('0').to_owned();
            }
        }
        parts
    }
}

impl fmt::Write for Pieces {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.is_era {
            return Ok(());
        }
        // The blank behind an era that is left out.
        let text = match self.parts.last() {
            Some(last) if last.text.ends_with(' ') => text.strip_prefix(' ').unwrap_or(text),
            None => text.trim_start_matches(' '),
            _ => text,
        };
        let kind = self.kind.unwrap_or(PartKind::Other);
        let text = plain(text);
        match self.parts.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.text.push_str(&text),
            None => self.parts.push(DatePart { kind, text }),
        }
        Ok(())
    }
}

impl PartsWrite for Pieces {
    type SubPartsWrite = Pieces;

    fn with_part(
        &mut self,
        part: writeable::Part,
        mut write: impl FnMut(&mut Pieces) -> fmt::Result,
    ) -> fmt::Result {
        let outer = self.kind;
        self.is_era = part == parts::ERA;
        self.kind = match part {
            parts::YEAR => Some(PartKind::Year),
            parts::MONTH => Some(PartKind::Month),
            parts::DAY => Some(PartKind::Day),
            // Digits within a year, a month or a day are those.
            _ => outer,
        };
        let written = write(self);
        self.is_era = false;
        self.kind = outer;
        written
    }
}
