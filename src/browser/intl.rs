use std::cell::RefCell;

use js_sys::{Array, Date, Object};
use wasm_bindgen::prelude::*;

use super::object::{object, set};
use crate::{
    article::Instant,
    view::{Form, Plural},
};

// Own bindings rather than js-sys': these catch what the constructors throw.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn format(this: &DateTimeFormat, date: &Date) -> Result<String, JsValue>;
    #[wasm_bindgen(method, structural, catch, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, from: &Date, to: &Date) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, structural)]
    fn format(this: &NumberFormat, value: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, structural)]
    fn select(this: &PluralRules, count: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(language: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method, structural)]
    fn format(this: &ListFormat, items: &Array) -> String;
}

/// The browser's own knowledge of a language. Formatters are made when they are
/// first needed and kept: making one costs more than using it a hundred times.
pub(super) struct Intl {
    language: String,
    dates: RefCell<Vec<(Form, bool, DateTimeFormat)>>,
    numbers: Option<NumberFormat>,
    plurals: Option<PluralRules>,
    names: Option<DisplayNames>,
    lists: Option<ListFormat>,
}

impl Intl {
    /// For texts in `language`, a BCP 47 tag. A tag that the browser does not take is
    /// treated as English.
    pub fn boxed(language: &str) -> Box<dyn crate::view::Intl> {
        let language = if NumberFormat::new(language).is_err() {
            "en-GB"
        } else {
            language
        };
        Box::new(Intl {
            dates: RefCell::default(),
            numbers: NumberFormat::new(language).ok(),
            plurals: PluralRules::new(language).ok(),
            names: DisplayNames::new(
                language,
                &object([("type", "region".into()), ("fallback", "none".into())]),
            )
            .ok(),
            lists: ListFormat::new(language).ok(),
            language: language.into(),
        })
    }

    fn formatter(&self, form: Form, era: bool) -> Option<DateTimeFormat> {
        let mut dates = self.dates.borrow_mut();
        if let Some((.., made)) = dates.iter().find(|(f, e, _)| (*f, *e) == (form, era)) {
            return Some(made.clone());
        }
        let made = DateTimeFormat::new(&self.language, &options(form, era)).ok()?;
        dates.push((form, era, made.clone()));
        Some(made)
    }
}

impl crate::view::Intl for Intl {
    fn date(&self, at: Instant, form: Form) -> String {
        self.formatter(form, before_common_era(at))
            .and_then(|formatter| formatter.format(&date(at)).ok())
            .map(plain)
            .unwrap_or_default()
    }

    fn range(&self, from: Instant, to: Instant, form: Form) -> String {
        self.formatter(form, before_common_era(from))
            .and_then(|formatter| formatter.format_range(&date(from), &date(to)).ok())
            .map(plain)
            .unwrap_or_default()
    }

    fn number(&self, value: f64) -> String {
        self.numbers
            .as_ref()
            .map(|numbers| numbers.format(value))
            .unwrap_or_default()
    }

    fn plural(&self, count: usize) -> Plural {
        let category = self
            .plurals
            .as_ref()
            .map(|rules| rules.select(count as f64));
        match category.as_deref() {
            Some("zero") => Plural::Zero,
            Some("one") => Plural::One,
            Some("two") => Plural::Two,
            Some("few") => Plural::Few,
            Some("many") => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn country(&self, code: &str) -> Option<String> {
        self.names.as_ref()?.of(code).ok()?
    }

    fn list(&self, items: &[String]) -> String {
        match &self.lists {
            Some(lists) => {
                lists.format(&items.iter().map(|item| JsValue::from_str(item)).collect())
            }
            None => items.join(", "),
        }
    }
}

/// The options of `Intl.DateTimeFormat` for a form, with the era when it is needed.
fn options(form: Form, era: bool) -> Object {
    let members: &[(&str, &str)] = match form {
        Form::Year => &[("year", "numeric")],
        Form::Month => &[("year", "numeric"), ("month", "long")],
        Form::Day => &[("year", "numeric"), ("month", "long"), ("day", "numeric")],
        Form::Minute => &[
            ("year", "numeric"),
            ("month", "long"),
            ("day", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
            ("timeZoneName", "short"),
        ],
        Form::ShortMonth => &[("month", "short")],
        Form::ShortDay => &[("day", "numeric")],
        Form::DayMonth => &[("day", "numeric"), ("month", "short")],
        Form::Clock => &[
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
        ],
        Form::Weekday => &[("weekday", "long")],
    };
    // `gregory` is proleptic in ECMAScript; the article's days are counted in UTC.
    let options = object([("timeZone", "UTC".into()), ("calendar", "gregory".into())]);
    for (name, value) in members {
        set(&options, name, &(*value).into());
    }
    if era && members.iter().any(|(name, _)| *name == "year") {
        set(&options, "era", &"short".into());
    }
    options
}

/// 0001-01-01T00:00:00Z.
const COMMON_ERA: i64 = -62_135_596_800;

fn before_common_era(at: Instant) -> bool {
    at.0 < COMMON_ERA
}

fn date(at: Instant) -> Date {
    Date::new(&JsValue::from_f64(at.0 as f64 * 1000.0))
}

/// The same text with the thin and no-break spaces, which engines disagree on, as
/// spaces, and with none around the dash between two numbers: “20–22 March 2023”.
fn plain(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let spaced = text.replace(['\u{2009}', '\u{202f}'], " ");
    let Some((before, after)) = spaced.split_once(" – ") else {
        return spaced;
    };
    let digit = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit());
    // A day and a day, but not the years of two whole dates.
    let short = before.chars().count() <= 4 || after.chars().count() <= 4;
    let dash = digit(before.chars().next_back()) && digit(after.chars().next()) && short;
    [before, if dash { "–" } else { " – " }, after].concat()
}
