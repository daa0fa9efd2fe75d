//! Words tell values apart: two values with the same words mean the same, in every language.
#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::HashMap;

use dateline::{
    article::{
        Date, Instant,
        date::{Calendar, Edge, Member, Parts, Point, Shape},
        json, read,
    },
    view::{Words, file},
};
use dateline_cli::Icu;
use proptest::{
    prelude::*,
    sample::{Select, select},
};

/// Every language with words of its own, and one without.
fn languages() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/words");
    let names = std::fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let tags = names.map(|name| name.trim_end_matches(".txt").to_owned());
    tags.chain(["is".to_owned()]).collect()
}

fn speaking(language: &str) -> Words {
    let data = format!(
        r#"{{"language": "{language}", "headline": "x", "published": "2023-03-21",
            "events": [{{"id": "a", "title": "b", "date": "2023"}}]}}"#
    );
    let article = read(&json::value(&data).unwrap()).article.unwrap();
    Words::new(&article, file(language), Icu::boxed)
}

/// What a date means, but for the seconds of a time, which no reader is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    places: (Option<i64>, Option<i64>),
    /// Whether it is one of some days, all of them, or what lasted from one to another.
    kind: u8,
    doubts: Vec<(Parts, Parts)>,
}

impl Meaning {
    fn of(date: &Date) -> Meaning {
        let minute = |at: Instant| at.0.div_euclid(60);
        let alone = match &date.shape {
            Shape::Single(point) => Some(*point),
            // A set of one is that one.
            Shape::OneOf(members) | Shape::AllOf(members) => match &members[..] {
                [
                    Member {
                        from: Edge::At(from),
                        to: Edge::At(to),
                    },
                ] if from == to => Some(*from),
                _ => None,
            },
            // What lasted from a date to itself is in it.
            Shape::Range(Edge::At(from), Edge::At(to)) if from == to => Some(*from),
            Shape::Range(..) => None,
        };
        let kind = match (&date.shape, alone) {
            // What is not known exactly is one of some days, too.
            (_, Some(point)) => u8::from(point.unspecified != Default::default()),
            (Shape::Single(_) | Shape::OneOf(_), _) => 1,
            (Shape::AllOf(_), _) => 2,
            (Shape::Range(..), _) => 3,
        };
        let end = date.end.map(|end| minute(end.add_seconds(-1)));
        // That the day is about right is that the date is.
        let day = Parts {
            day: true,
            ..Parts::NONE
        };
        let all = Parts {
            year: true,
            month: true,
            day: true,
        };
        let points: Vec<Point> = alone.map_or_else(|| date.points().collect(), |one| vec![one]);
        let doubts = points.into_iter().map(|point| {
            let is_whole = |parts| parts == day || parts == point.written();
            let whole = |parts| if is_whole(parts) { all } else { parts };
            (whole(point.approximate), whole(point.uncertain))
        });
        Meaning {
            places: (date.earliest.map(minute), end),
            kind,
            doubts: doubts.collect(),
        }
    }
}

/// The value, in the Julian calendar where it begins with `julian `.
fn date(value: &str) -> Option<Date> {
    match value.strip_prefix("julian ") {
        Some(value) => Date::parse_in(value, Calendar::Julian).ok(),
        None => Date::parse(value).ok(),
    }
}

/// What two values share that mean something else, in these words.
fn confusions(words: &Words, values: &[String]) -> Vec<String> {
    let mut known: HashMap<String, (&str, Meaning)> = HashMap::new();
    let mut confused = Vec::new();
    for value in values {
        let Some(date) = date(value) else { continue };
        let (said, meaning) = (words.date(&date), Meaning::of(&date));
        match known.get(&said) {
            Some((other, its)) if *its != meaning => {
                confused.push(format!("{value} and {other}: {said}"));
            }
            Some(_) => {}
            None => {
                known.insert(said, (value, meaning));
            }
        }
    }
    confused
}

#[test]
fn words_tell_the_values_of_the_table_apart_in_every_language() {
    let lines = include_str!("fixtures/dates.tsv").lines();
    let table = lines.filter(|line| !line.starts_with('#'));
    let table = table.filter_map(|line| line.split('\t').next());
    let more = "2004-06-11~ 1985-XX {1667} 1911-33 1911-36 1911-40 1998-37 2001-25 2001-29 19X8 \
        1X99 1670/1672 [1670..1672] 1950S3 1900S2 1950~ Y-65000000/.. ../Y-65000000 Y-65000000/ \
        2030/.. 2030 [2030..] {2030..} [..2030] {..2030} ../2030 /2030 2030/ 198X/ \
        ../198X /198X [..198X] 2004-07-11T14:06 2004-07-11T14:06/.. 2004-07-11T14:06/ [198X..198X] 198X {198X..198X} 198X/198X \
        1985/1985 1985 1985-06-07/1985-06-07 1985-06-07";
    let values: Vec<String> = table.chain(more.split(' ')).map(str::to_owned).collect();
    let mut confused = Vec::new();
    for language in languages() {
        let found = confusions(&speaking(&language), &values);
        confused.extend(found.iter().map(|one| format!("{language}: {one}")));
    }
    assert!(confused.is_empty(), "{}", confused.join("\n"));
}

fn one_of(words: &'static str) -> Select<&'static str> {
    select(words.split(' ').collect::<Vec<_>>())
}

/// A date with few years and days, so that many are near one another.
fn single() -> impl Strategy<Value = String> {
    let year = one_of("1984 1985 1980 198X 19XX 1XXX 19X5 -0043 -004X 0022 0000 XXXX Y-12000");
    let month = one_of("- - -06 -07 -0X -1X -X1 -XX -21 -25 -29 -33 -37 -40");
    let day = one_of(
        "- - -01 -11 -1X -X1 -XX -30 -11T14:05 -11T14:06 -11T14:05Z -11T14:05+02 -11T24:00Z",
    );
    let doubt = one_of("* * * *? *~ *%");
    (year, month, day, doubt).prop_map(|(year, month, day, doubt)| {
        let parts = [month, day].map(|part| if part == "-" { "" } else { part });
        doubt.replace('*', &(year.to_owned() + &parts.concat()))
    })
}

fn value() -> impl Strategy<Value = String> {
    let pair = || (single(), single());
    prop_oneof![
        6 => single(),
        2 => pair().prop_map(|(from, to)| format!("{from}/{to}")),
        1 => pair().prop_map(|(from, to)| format!("[{from}..{to}]")),
        1 => pair().prop_map(|(from, to)| format!("{{{from}..{to}}}")),
        1 => pair().prop_map(|(from, to)| format!("[{from},{to}]")),
        1 => pair().prop_map(|(from, to)| format!("{{{from},{to}}}")),
        2 => (single(), one_of("* *.. *../.. */.. ../* */ /* [*..] {*..} [..*] {..*}"))
            .prop_map(|(date, form)| form.replace('*', &date)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn words_tell_any_values_apart(
        values in prop::collection::vec(value(), 200..400),
        language in select(languages()),
    ) {
        let confused = confusions(&speaking(&language), &values);
        prop_assert!(confused.is_empty(), "{}: {}", language, confused.join("\n"));
    }
}
