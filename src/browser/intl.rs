//! The browser's own knowledge of languages.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use js_sys::{
    Array, Function,
    Intl::{
        DateTimeFormat, DateTimeFormatOptions, DayFormat, DisplayNames, DisplayNamesFallback,
        DisplayNamesOptions, DisplayNamesType, EraFormat, HourCycle, ListFormat, Locale,
        MonthFormat, NumberFormat, NumberFormatOptions, NumericFormat, PluralRules,
        TimeZoneNameFormat, WeekdayFormat, YearFormat,
    },
    JsString, Object,
};
use wasm_bindgen::prelude::*;

use crate::{
    article::Instant,
    view::{Form, Plural},
};

// As js-sys has them, but with numbers for dates, and with what they throw.
#[wasm_bindgen]
extern "C" {
    type Ranges;
    #[wasm_bindgen(method, structural, catch, js_name = formatRange)]
    fn format_range(this: &Ranges, from: f64, to: f64) -> Result<String, JsValue>;

    type Names;
    #[wasm_bindgen(method, structural, catch)]
    fn of(this: &Names, code: &str) -> Result<Option<String>, JsValue>;
}

/// 0001-01-01T00:00:00Z.
const COMMON_ERA: Instant = Instant(-62_135_596_800);
/// So many dates are remembered: a range takes long, and an axis asks for the same again.
const REMEMBERED: usize = 500;

/// A language. Its formatters are made when they are first needed and kept: making one costs
/// more than using it a hundred times.
pub(super) struct Intl {
    locales: Array,
    dates: RefCell<HashMap<(Form, bool), Rc<Dates>>>,
    written: RefCell<HashMap<(Instant, Instant, Form), String>>,
    numbers: OnceCell<Function>,
    plurals: OnceCell<PluralRules>,
    countries: OnceCell<DisplayNames>,
    lists: OnceCell<ListFormat>,
}

/// One way of writing dates.
struct Dates {
    format: DateTimeFormat,
    one: Function,
}

impl Intl {
    /// For texts in `language`, a BCP 47 tag. A tag that the browser does not take is
    /// treated as English.
    pub(super) fn boxed(language: &str) -> Box<dyn crate::view::Intl> {
        let known = Locale::new(language).is_ok();
        let tag = if known { language } else { "en-GB" };
        Box::new(Intl {
            locales: Array::of1(&tag.into()),
            dates: RefCell::default(),
            written: RefCell::default(),
            numbers: OnceCell::new(),
            plurals: OnceCell::new(),
            countries: OnceCell::new(),
            lists: OnceCell::new(),
        })
    }

    /// What the browser writes, or nothing for what it cannot write.
    fn write(&self, from: Instant, to: Instant, form: Form) -> String {
        let dates = self.dates(form, from < COMMON_ERA && has_year(form));
        let ms = |at: Instant| at.0 as f64 * 1_000.0;
        let text = if from == to {
            let written = dates.one.call1(&JsValue::UNDEFINED, &ms(from).into());
            written.ok().and_then(|text| text.as_string())
        } else {
            let ranges: &Ranges = dates.format.unchecked_ref();
            ranges.format_range(ms(from), ms(to)).ok()
        };
        text.map(|text| plain(&text)).unwrap_or_default()
    }

    fn dates(&self, form: Form, era: bool) -> Rc<Dates> {
        let known = self.dates.borrow().get(&(form, era)).cloned();
        known.unwrap_or_else(|| {
            let dates = Rc::new(Dates::new(&self.locales, form, era));
            self.dates
                .borrow_mut()
                .insert((form, era), Rc::clone(&dates));
            dates
        })
    }
}

impl Dates {
    fn new(locales: &Array, form: Form, era: bool) -> Dates {
        let options = options(form);
        // `gregory` is proleptic in ECMAScript; the article's days are counted in UTC.
        options.set_calendar("gregory");
        options.set_time_zone("UTC");
        if era {
            options.set_era(EraFormat::Short);
        }
        let format = DateTimeFormat::new(locales, &options);
        Dates {
            one: format.format(),
            format,
        }
    }
}

impl crate::view::Intl for Intl {
    fn date(&self, at: Instant, form: Form) -> String {
        self.range(at, at, form)
    }

    fn range(&self, from: Instant, to: Instant, form: Form) -> String {
        let key = (from, to, form);
        if let Some(known) = self.written.borrow().get(&key) {
            return known.clone();
        }
        let text = self.write(from, to, form);
        let mut written = self.written.borrow_mut();
        if written.len() >= REMEMBERED {
            written.clear();
        }
        written.insert(key, text.clone());
        text
    }

    fn number(&self, value: f64) -> String {
        let format = self.numbers.get_or_init(|| {
            let options = NumberFormatOptions::new();
            options.set_maximum_fraction_digits(9);
            NumberFormat::new(&self.locales, &options).format()
        });
        let written = format.call1(&JsValue::UNDEFINED, &value.into());
        written
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
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

    fn list(&self, items: &[String]) -> String {
        let new = || ListFormat::new(&self.locales, &Object::new());
        let items: Array = items.iter().map(|item| JsString::from(&**item)).collect();
        self.lists.get_or_init(new).format(&items).into()
    }
}

/// Whether a form says the year.
fn has_year(form: Form) -> bool {
    matches!(form, Form::Year | Form::Month | Form::Day | Form::Minute)
}

/// What of a date a form says.
fn options(form: Form) -> DateTimeFormatOptions {
    let options = DateTimeFormatOptions::new();
    if has_year(form) {
        options.set_year(YearFormat::Numeric);
    }
    match form {
        Form::Month | Form::Day | Form::Minute => options.set_month(MonthFormat::Long),
        Form::ShortMonth | Form::DayMonth => options.set_month(MonthFormat::Short),
        _ => {}
    }
    if matches!(
        form,
        Form::Day | Form::Minute | Form::ShortDay | Form::DayMonth
    ) {
        options.set_day(DayFormat::Numeric);
    }
    if matches!(form, Form::Minute | Form::Clock) {
        options.set_hour(NumericFormat::TwoDigit);
        options.set_minute(NumericFormat::TwoDigit);
        options.set_hour_cycle(HourCycle::H23);
    }
    if form == Form::Minute {
        options.set_time_zone_name(TimeZoneNameFormat::Short);
    }
    if form == Form::Weekday {
        options.set_weekday(WeekdayFormat::Long);
    }
    options
}

/// A text without what engines disagree on: thin and no-break spaces are spaces, and there
/// are none around the dash of a day and a day (“20–22 March 2023”), as there are of whole
/// dates.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2009}', '\u{202f}'], " ");
    let Some((from, to)) = text.split_once(" – ") else {
        return text;
    };
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let between_digits = is_digit(from.chars().next_back()) && is_digit(to.chars().next());
    let is_short = |day: &str| day.chars().count() <= 4;
    if between_digits && (is_short(from) || is_short(to)) {
        format!("{from}–{to}")
    } else {
        text
    }
}
