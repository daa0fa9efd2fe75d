//! What dates mean and what is said of them: a table of values with the place that each has
//! on the axis and its words in three languages. The browser says the same
//! (`tests/page/said.test.js`), and `tests/apart.rs` holds that words tell values apart.
#![cfg(not(target_os = "unknown"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use dateline::{
    article::{Article, Date, Instant, date::Calendar, json, read},
    view::{Words, file},
};
use dateline_cli::Icu;

/// An article in a language, published on 21 March 2023.
fn article(language: &str) -> Article {
    let data = format!(
        r#"{{"language": "{language}", "headline": "x", "published": "2023-03-21",
            "events": [{{"id": "a", "title": "b", "date": "2023"}}]}}"#
    );
    read(&json::value(&data).unwrap()).article.unwrap()
}

fn speaking(language: &str) -> Words {
    Words::new(&article(language), file(language), Icu::boxed)
}

/// The value, in the Julian calendar where it begins with `julian `.
fn date(value: &str) -> Date {
    let (calendar, value) = match value.strip_prefix("julian ") {
        Some(value) => (Calendar::Julian, value),
        None => (Calendar::Gregorian, value),
    };
    Date::parse_in(value, calendar).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn instant(at: Option<Instant>) -> String {
    let Some(at) = at else {
        return "–".into();
    };
    let day = at.civil();
    let (hour, minute, second) = at.time();
    let date = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// What a value means, and the words for it in `language`.
fn said(value: &str, language: &str) -> String {
    speaking(language).date(&date(value))
}

/// Value; earliest and end; English; Ukrainian; Arabic.
fn table() -> impl Iterator<Item = [&'static str; 6]> {
    let lines = include_str!("fixtures/dates.tsv").lines();
    let rows = lines.filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        cells.try_into().unwrap()
    })
}

#[test]
fn values_have_their_places_and_words() {
    let mut wrong = Vec::new();
    for [value, earliest, end, english, ukrainian, arabic] in table() {
        let read = date(value);
        let places = (instant(read.earliest), instant(read.end));
        if places != (earliest.into(), end.into()) {
            wrong.push(format!("{value}: {places:?}"));
        }
        for (language, expected) in [("en", english), ("uk", ukrainian), ("ar", arabic)] {
            // Groups of digits are kept together.
            let said = said(value, language).replace('\u{a0}', " ");
            if said != expected {
                wrong.push(format!("{value} {language}: {said}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn american_english_writes_the_month_first_and_half_days() {
    for (value, expected) in [
        ("2023-03-20T14:05Z", "March 20, 2023, 2:05 PM UTC"),
        ("2023-03-20/2023-03-22", "March 20–22, 2023"),
        (
            "[1991-04-06..1991-04-27]",
            "between April 6 and April 27, 1991",
        ),
        ("-0043-03-15", "March 15, 44 BCE"),
        ("[1667,1668,1669]", "1667, 1668, or 1669"),
    ] {
        assert_eq!(said(value, "en-US"), expected);
    }
}

#[test]
fn numbers_are_in_the_digits_that_the_article_writes() {
    let arabic = |headline: &str| {
        let data = format!(
            r#"{{"language": "ar", "headline": "{headline}",
                "events": [{{"id": "a", "title": "b", "date": "2023"}}]}}"#
        );
        let article = read(&json::value(&data).unwrap()).article.unwrap();
        let words = Words::new(&article, file("ar"), Icu::boxed);
        words.date(&date("-0043-03-15"))
    };
    assert_eq!(arabic("في ١٥ مارس"), "١٥ مارس ٤٤ ق.م.");
    assert_eq!(arabic("في 15 مارس"), "15 مارس 44 ق.م.");
}

#[test]
fn headings_of_the_list() {
    let words = speaking("en");
    for (value, heading) in [
        ("198X", "1980s"),
        ("198X?", "1980s"),
        ("19XX", "1900–1999"),
        ("1950S2", "1900–1999"),
        ("-01XX", "200–101 BCE"),
        ("1980-05", "1980"),
        ("[1991-04-06..1991-04-27]", "1991"),
        ("2024-01-01T00:30+01:00", "2024"),
        ("../1983", "1983 or earlier"),
        ("[..1984]", "1984 or earlier"),
        ("XXXX", "Undated"),
        ("XXXX-12-25", "Undated"),
        ("-0043-03-15", "44 BCE"),
    ] {
        assert_eq!(words.heading(date(value).heading()), heading, "{value}");
    }
}

/// An article in a language that the interface has no words for.
#[test]
fn dates_numbers_and_countries_are_in_any_language() {
    let words = Words::new(&article("is"), file("is"), Icu::boxed);
    assert_eq!(
        words.date(&date("2023-03-20/2023-03-22")),
        "20.–22. mars 2023"
    );
    assert_eq!(words.intl.country("DE").as_deref(), Some("Þýskaland"));
    assert_eq!(words.interface_language(), Some("en"));
    assert_eq!(words.strings.search(), "Search");
    assert_eq!(speaking("uk").interface_language(), None);
}

/// What the check says of an event's date, as the data has it.
fn problems(date: &str) -> Vec<String> {
    let data = format!(
        r#"{{"headline": "x", "events": [{{"id": "a", "title": "b", "countries": ["RU"], "date": {date}}}]}}"#
    );
    let problems = read(&json::value(&data).unwrap()).problems;
    let told = problems
        .iter()
        .filter(|problem| problem.kind() != "no-events");
    told.map(|problem| format!("{} {}", problem.path, problem.kind()))
        .collect()
}

#[test]
fn a_calendar_stands_beside_a_value() {
    let old = r#"{"value": "1917-10-25", "calendar": "julian", "text": "Wednesday"}"#;
    assert_eq!(problems(old), [""; 0]);
    assert_eq!(
        problems(&old.replace("Wednesday", "Thursday")),
        ["/events/0/date/text wrong-weekday"]
    );
    assert_eq!(
        problems(&old.replace("julian", "old style")),
        ["/events/0/date/calendar unknown-calendar"]
    );
    // The Gregorian calendar has no such day.
    assert_eq!(
        problems(r#"{"value": "1900-02-29", "calendar": "gregorian"}"#),
        ["/events/0/date/value impossible-date"]
    );
}

#[test]
fn a_weekday_is_that_of_where_it_happened() {
    let friday = r#"{"value": "1985-04-12T23:20:30-04", "text": "Friday"}"#;
    assert_eq!(problems(friday), [""; 0]);
    assert_eq!(
        problems(&friday.replace("Friday", "Saturday")),
        ["/events/0/date/text wrong-weekday"]
    );
}

#[test]
fn significant_digits_count_away_from_zero_and_midnight_goes_into_the_next_year() {
    // Two significant digits of 1951 BCE, which is year -1950: 2000 to 1901 BCE.
    let about = date("-1950S2");
    assert_eq!(instant(about.earliest), "-1999-01-01");
    assert_eq!(about.end.map(|end| end.civil().year), Some(-1899));
    let iso = |text: &str| date(text).first().unwrap().iso();
    let midnight = iso("2016-12-31T24:00Z");
    assert_eq!(midnight.as_deref(), Some("2017-01-01T00:00Z"));
}

#[test]
fn what_is_undated_is_listed_last() {
    let data = r#"{"headline": "x", "events": [
        {"id": "c", "title": "c", "date": "XXXX"},
        {"id": "b", "title": "b", "date": "2022/.."},
        {"id": "a", "title": "a", "date": "../2021"}]}"#;
    let article = read(&json::value(data).unwrap()).article.unwrap();
    let ids: Vec<&str> = article.events.iter().map(|event| &*event.id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}
