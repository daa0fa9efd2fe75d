//! The browser's own knowledge of languages; compiled for wasm only.

use std::cell::{OnceCell, RefCell};

use js_sys::{
    Array, Date, Function,
    Intl::{
        DateTimeFormat, DateTimeFormatOptions, DateTimeFormatPart, DateTimeFormatPartType,
        DateTimeStyle, DayFormat, DisplayNames, DisplayNamesFallback, DisplayNamesOptions,
        DisplayNamesType, ListFormat, ListFormatOptions, ListFormatType, Locale, MonthFormat,
        NumberFormat, NumberFormatOptions, PluralRules, YearFormat,
    },
    JsString, Object,
};
use wasm_bindgen::prelude::*;

use crate::view::{DatePart, Form, Listing, PartKind, Plural};

// As js-sys has it, but with what it throws.
#[wasm_bindgen]
extern "C" {
    type Names;
    #[wasm_bindgen(method, structural, catch)]
    fn of(this: &Names, code: &str) -> Result<Option<String>, JsValue>;
}

/// A leap year, in which every day of a year is.
const YEAR: f64 = 2000.0;

/// A language. Its formatters are made when they are first needed and kept: making one costs
/// more than using it a hundred times.
pub struct Intl {
    locales: Array,
    dates: RefCell<Vec<(Option<Form>, DateTimeFormat)>>,
    numbers: OnceCell<Function>,
    digits: OnceCell<Function>,
    plurals: OnceCell<PluralRules>,
    countries: OnceCell<DisplayNames>,
    lists: [OnceCell<ListFormat>; 2],
}

impl Intl {
    /// For texts in `language`, a BCP 47 tag. A tag that the browser does not take is
    /// treated as English.
    #[must_use]
    pub fn boxed(language: &str) -> Box<dyn crate::view::Intl> {
        let is_known = Locale::new(language).is_ok();
        let tag = if is_known { language } else { "en-GB" };
        Box::new(Intl {
            // What the browser does not know is English, not the reader's own language.
            locales: Array::of2(&tag.into(), &"en-GB".into()),
            dates: RefCell::default(),
            numbers: OnceCell::new(),
            digits: OnceCell::new(),
            plurals: OnceCell::new(),
            countries: OnceCell::new(),
            lists: [OnceCell::new(), OnceCell::new()],
        })
    }

    /// What writes dates in a form, or times of day.
    fn dates(&self, form: Option<Form>) -> DateTimeFormat {
        let mut dates = self.dates.borrow_mut();
        if let Some((_, known)) = dates.iter().find(|(known, _)| *known == form) {
            return known.clone();
        }
        let format = DateTimeFormat::new(&self.locales, &options(form));
        dates.push((form, format.clone()));
        format
    }

    /// A number without grouping, or with it.
    fn written(&self, value: f64, is_grouped: bool) -> String {
        let kept = if is_grouped {
            &self.numbers
        } else {
            &self.digits
        };
        let format = kept.get_or_init(|| {
            let options = NumberFormatOptions::new();
            options.set_maximum_fraction_digits(9);
            if !is_grouped {
                let options: &Object = options.unchecked_ref();
                // js-sys has no setter for `false`, which is what older engines know.
                let _ = js_sys::Reflect::set(options, &"useGrouping".into(), &false.into());
            }
            NumberFormat::new(&self.locales, &options).format()
        });
        let written = format.call1(&JsValue::UNDEFINED, &value.into());
        let written = written.ok().and_then(|text| text.as_string());
        plain(&written.unwrap_or_default())
    }
}

impl crate::view::Intl for Intl {
    fn date(&self, month: u8, day: u8, form: Form) -> Vec<DatePart> {
        let at = Date::new(&Date::utc(YEAR, f64::from(month) - 1.0).into());
        at.set_utc_date(day.into());
        let parts = self.dates(Some(form)).format_to_parts(&at);
        let parts = parts.iter().map(|part| {
            let part: DateTimeFormatPart = part.unchecked_into();
            DatePart {
                kind: match part.type_() {
                    DateTimeFormatPartType::Year => PartKind::Year,
                    DateTimeFormatPartType::Month => PartKind::Month,
                    DateTimeFormatPartType::Day => PartKind::Day,
                    _ => PartKind::Other,
                },
                text: plain(&String::from(part.value())),
            }
        });
        parts.collect()
    }

    fn clock(&self, hour: u8, minute: u8) -> String {
        let at = Date::new(&0.0.into());
        at.set_utc_hours(hour.into());
        at.set_utc_minutes(minute.into());
        let format = self.dates(None).format();
        let written = format.call1(&JsValue::UNDEFINED, &at);
        let written = written.ok().and_then(|text| text.as_string());
        plain(&written.unwrap_or_default())
    }

    fn digits(&self, number: u64) -> String {
        self.written(number as f64, false)
    }

    fn number(&self, value: f64) -> String {
        self.written(value, true)
    }

    fn plural(&self, count: usize) -> Plural {
        let new = || PluralRules::new(&self.locales, &Object::new());
        let category = self.plurals.get_or_init(new).select(count as f64);
        match &*String::from(category) {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn country(&self, code: &str) -> Option<String> {
        let names = self.countries.get_or_init(|| {
            let options = DisplayNamesOptions::new();
            options.set_type(DisplayNamesType::Region);
            options.set_fallback(DisplayNamesFallback::None);
            DisplayNames::new(&self.locales, &options)
        });
        names.unchecked_ref::<Names>().of(code).ok().flatten()
    }

    fn list(&self, items: &[String], listing: Listing) -> String {
        let [and, or] = &self.lists;
        let (kept, kind) = match listing {
            Listing::And => (and, ListFormatType::Conjunction),
            Listing::Or => (or, ListFormatType::Disjunction),
        };
        let format = kept.get_or_init(|| {
            let options = ListFormatOptions::new();
            options.set_type(kind);
            ListFormat::new(&self.locales, &options)
        });
        let items: Array = items.iter().map(|item| JsString::from(&**item)).collect();
        plain(&String::from(format.format(&items)))
    }
}

/// What of a date a form says; of a time of day, hours and minutes.
fn options(form: Option<Form>) -> DateTimeFormatOptions {
    let options = DateTimeFormatOptions::new();
    options.set_calendar("gregory");
    options.set_time_zone("UTC");
    match form {
        Some(Form::Year | Form::Month | Form::Day) => options.set_year(YearFormat::Numeric),
        Some(Form::ShortMonth) => options.set_month(MonthFormat::Short),
        Some(Form::ShortDay) => options.set_day(DayFormat::Numeric),
        None => options.set_time_style(DateTimeStyle::Short),
    }
    if let Some(Form::Month | Form::Day) = form {
        options.set_month(MonthFormat::Long);
    }
    if let Some(Form::Day) = form {
        options.set_day(DayFormat::Numeric);
    }
    options
}

/// A text without what platforms disagree on: thin and narrow no-break spaces are spaces,
/// hyphens that break no line are hyphens.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2009}', '\u{202f}'], " ");
    text.replace('\u{2011}', "-")
}
