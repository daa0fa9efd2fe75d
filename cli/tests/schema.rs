//! The JSON Schema of an article's data, held against what is read.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use dateline::article::{Date, Mistake, json, read};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json as value};

static SCHEMA: LazyLock<Value> = LazyLock::new(dateline_cli::schema);
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&SCHEMA).unwrap());

/// Errors of form: what is wrong with them can be seen without the rest of the article, and
/// without a calendar.
const FORM: &[Mistake] = &[
    Mistake::LaterSchema,
    Mistake::NoEvents,
    Mistake::NotObject,
    Mistake::NotList,
    Mistake::NotText,
    Mistake::NotDate,
    Mistake::NotFlag,
    Mistake::NotAmount,
    Mistake::NotPixels,
    Mistake::NotSchema,
    Mistake::MissingField,
    Mistake::MissingInClaim,
    Mistake::MissingInCard,
    Mistake::NotShort,
    Mistake::UnsafeLink,
    Mistake::UnsafePicture,
    Mistake::InvalidId,
    Mistake::UnknownBasis,
    Mistake::UnknownKind,
    Mistake::UnknownCalendar,
    Mistake::UnknownMedia,
    Mistake::TooManyReferences,
    Mistake::NotADate,
    Mistake::NotAYear,
    Mistake::NotALongYear,
    Mistake::NotAYearAlone,
    Mistake::DayOfSeason,
    Mistake::NotATime,
    Mistake::Fraction,
    Mistake::Unclosed,
];

/// What is read without a remark passes, and what has an error of form does not. Whether it
/// was one of these.
fn holds(text: &str) -> Result<bool, String> {
    // What is no JSON comes before any schema.
    let Ok(data) = serde_json::from_str::<Value>(text) else {
        return Ok(false);
    };
    let problems = match json::value(text) {
        Ok(data) => read(&data).problems,
        Err(fault) => vec![*fault.problem],
    };
    let refused: Vec<String> = VALIDATOR
        .iter_errors(&data)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    let of_form = problems
        .iter()
        .find(|problem| FORM.contains(&problem.mistake));
    match of_form {
        Some(problem) if refused.is_empty() => Err(format!("it passes, with {problem:?}")),
        None if problems.is_empty() && !refused.is_empty() => Err(refused.join("\n")),
        _ => Ok(of_form.is_some() || problems.is_empty()),
    }
}

fn articles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut articles = Vec::new();
    for folder in ["tests/fixtures", "www/articles"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            if name.ends_with(".json") {
                articles.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    articles
}

#[test]
fn it_is_a_schema() {
    jsonschema::meta::validate(&SCHEMA).unwrap();
    assert_eq!(
        SCHEMA["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
}

#[test]
fn fixtures_pass_or_are_refused_as_they_are_read() {
    let articles = articles();
    assert!(articles.len() > 25);
    for (name, text) in articles {
        holds(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
}

/// The schemas that a schema stands for: those it points to, and its alternatives.
fn meant<'s>(schema: &'s Value, all: &mut Vec<&'s Value>) {
    all.push(schema);
    if let Some(name) = schema["$ref"].as_str() {
        meant(
            &SCHEMA["$defs"][name.strip_prefix("#/$defs/").unwrap()],
            all,
        );
    }
    for one in schema["anyOf"].as_array().into_iter().flatten() {
        meant(one, all);
    }
}

/// What stands in these schemas for a step down a path.
fn below<'s>(schemas: &[&'s Value], step: &str) -> Vec<&'s Value> {
    let mut all = Vec::new();
    for schema in schemas {
        let list = step.bytes().all(|byte| byte.is_ascii_digit());
        let next = if list {
            &schema["items"]
        } else {
            &schema["properties"][step]
        };
        if !next.is_null() {
            meant(next, &mut all);
        }
    }
    all
}

/// The paths to all objects of a tree.
fn objects(tree: &Value, path: String, all: &mut Vec<String>) {
    match tree {
        Value::Object(members) => {
            for (name, member) in members {
                objects(member, format!("{path}/{name}"), all);
            }
            all.push(path);
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                objects(item, format!("{path}/{at}"), all);
            }
        }
        _ => {}
    }
}

/// Reading knows a field by reading it, and names all it knows where one is unknown.
#[test]
fn every_object_has_the_fields_that_are_read() {
    let full: Value = serde_json::from_str(include_str!("../../tests/fixtures/full.json")).unwrap();
    let mut paths = Vec::new();
    objects(&full, String::new(), &mut paths);
    let mut kinds = BTreeSet::new();
    for path in paths {
        let mut data = full.clone();
        data.pointer_mut(&path).unwrap()["unheard-of"] = value!(1);
        let problems = read(&json::value(&data.to_string()).unwrap()).problems;
        let at = format!("{path}/unheard-of");
        let told = problems.iter().find(|problem| problem.path == at);
        let read: BTreeSet<&str> = told
            .unwrap_or_else(|| panic!("{path}: {problems:?}"))
            .arguments
            .iter()
            .map(String::as_str)
            .collect();
        let mut here = Vec::new();
        meant(&SCHEMA, &mut here);
        for step in path.split('/').skip(1) {
            here = below(&here, step);
        }
        let named: BTreeSet<&str> = here
            .iter()
            .filter_map(|schema| schema["properties"].as_object())
            .flat_map(|properties| properties.keys().map(String::as_str))
            .collect();
        assert_eq!(named, read, "{path}");
        kinds.insert(read.into_iter().map(str::to_owned).collect::<Vec<_>>());
    }
    // Article, source, person, portrait, event, image, media, link, anchor, date, era, cards,
    // card, claim, figure, comparison, correction; portraits have the fields of images.
    assert_eq!(kinds.len(), 16);
}

/// An editor shows beside each field what it is for.
#[test]
fn every_field_says_what_it_is() {
    fn look(schema: &Value, path: &str, count: &mut usize) {
        match schema {
            Value::Object(members) => {
                let closed = schema["additionalProperties"] == Value::Bool(false);
                for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                    if closed {
                        let mut all = Vec::new();
                        meant(field, &mut all);
                        let says = all.iter().any(|one| one["description"].is_string());
                        assert!(says, "{path}/{name}");
                        *count += 1;
                    }
                }
                for (name, member) in members {
                    look(member, &format!("{path}/{name}"), count);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| look(item, path, count)),
            _ => {}
        }
    }
    let mut count = 0;
    look(&SCHEMA, "", &mut count);
    assert!(count > 80, "{count}");
}

/// Values that are right somewhere and wrong elsewhere.
fn values() -> impl Strategy<Value = Value> {
    let texts = [
        "",
        " ",
        "\u{a0}",
        "\u{1}",
        "a",
        "court",
        "UA",
        "ua",
        "EU",
        "XX",
        "2022",
        "2022-02-31",
        "2021-02/..",
        "yesterday",
        "stated",
        "editor",
        "julian",
        "denial",
        "video",
        "https://a.example",
        "https:///a",
        " mailto:a@b.example ",
        "javascript:0",
        "a.jpg",
        "a b.jpg",
        "//cdn.example/a.jpg",
        "ICC",
        "two words",
        "events/visit",
    ];
    prop_oneof![
        8 => prop::sample::select(texts.to_vec()).prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => prop::sample::select(vec![value!(1), value!(0.5), value!(-3), value!(2e9)]),
        1 => Just(value!([])),
        1 => Just(value!({})),
        1 => Just(value!({ "value": "2022" })),
        1 => Just(value!({ "url": "https://a.example" })),
        1 => Just(value!([{ "id": "nato", "name": "NATO" }])),
        1 => Just(value!(["release"])),
    ]
}

/// What is done to an article.
#[derive(Debug, Clone)]
enum Change {
    Put(usize, Value),
    Take(usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        3 => (any::<usize>(), values()).prop_map(|(at, value)| Change::Put(at, value)),
        1 => any::<usize>().prop_map(Change::Take),
    ];
    prop::collection::vec(change, 1..4)
}

/// The paths to everything below the root of a tree.
fn paths(tree: &Value, path: String, all: &mut Vec<String>) {
    let mut go = |step: String, one: &Value| {
        let path = format!("{path}/{step}");
        all.push(path.clone());
        paths(one, path, all);
    };
    match tree {
        Value::Object(members) => members.iter().for_each(|(name, one)| go(name.clone(), one)),
        Value::Array(items) => (0..)
            .zip(items)
            .for_each(|(at, one): (usize, _)| go(at.to_string(), one)),
        _ => {}
    }
}

fn changed(article: &Value, changes: &[Change]) -> Value {
    let mut article = article.clone();
    for change in changes {
        let mut all = Vec::new();
        paths(&article, String::new(), &mut all);
        let (Change::Put(at, _) | Change::Take(at)) = change;
        let Some(path) = all.get(at % all.len().max(1)) else {
            continue;
        };
        match change {
            Change::Put(_, value) => *article.pointer_mut(path).unwrap() = value.clone(),
            Change::Take(_) => {
                let (holder, step) = path.rsplit_once('/').unwrap();
                match article.pointer_mut(holder).unwrap() {
                    Value::Object(members) => drop(members.remove(step)),
                    Value::Array(items) => drop(items.remove(step.parse().unwrap())),
                    _ => {}
                }
            }
        }
    }
    article
}

/// Texts made of the signs of dates, of which some are dates.
fn almost_dates() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9XYEST:Z/?~%.,{}\\[\\] +-]{0,16}",
        "[?~%]?[-Y]?[0-9X]{4}[?~%]?(-[?~%]?[0-4X][0-9X][?~%]?){0,2}(T[0-2][0-9](:[0-5][0-9]){0,2}(Z|[+-][01][0-9](:[0-9]{2})?)?)?[?~%]?",
        "(\\.\\.|[12X][0-9X]{3}(-[01][0-9])?)?/(\\.\\.|[12X][0-9X]{3}(-[01][0-9])?)?",
        "[{\\[](\\.\\.)?[12X][0-9X]{3}(, ?[12][0-9]{3}(\\.\\.[12][0-9]{3})?){0,3}(\\.\\.)?[}\\]]",
        "Y-?[0-9]{1,9}(E[0-9]{1,2})?(S[0-9]{1,2})?",
        "-?[0-9X]{4}S[0-9]{0,2}(-[01][0-9])?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn changed_articles_pass_or_are_refused_as_they_are_read(
        name in prop::sample::select(vec!["full", "cards", "media", "images", "basis"]),
        changes in changes(),
    ) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/fixtures/{name}.json"));
        let article: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let article = changed(&article, &changes);
        if let Err(why) = holds(&article.to_string()) {
            prop_assert!(false, "{}", why);
        }
    }

    #[test]
    fn dates_pass_or_are_refused_as_they_are_read(date in almost_dates()) {
        let text = value!({
            "headline": "h",
            "events": [{ "id": "a", "title": "t", "date": date, "groups": ["g"] }]
        });
        if let Err(why) = holds(&text.to_string()) {
            prop_assert!(false, "{}: {}", date, why);
        }
    }
}

/// Many of the dates tried are dates, or the property says nothing.
#[test]
fn dates_of_all_kinds_pass() {
    for date in [
        "2022-02-24",
        "2021-02",
        "2022",
        "2022-09~",
        "2022?",
        "2023-03-20/2023-03-22",
        "2021-02/..",
        "../1983",
        "/1983",
        "1983/",
        "199X",
        "2021-22",
        "2023-03-20T14:05Z",
        "2016-05-02T16:54:59+02:00",
        "XXXX",
        "XXXX-12-XX",
        "XXXX/2004",
        "-0044-03-15",
        "Y-65000000",
        "Y-17E7",
        "Y3388E2S3",
        "1950S2",
        "1950S4-05",
        "[1667,1668, 1670..1672]",
        "{..1984}",
        "[1760-12..]",
        "?2004-06-~11",
        "2004-06~-11",
        "1560-12-2X",
        "187X-35",
        "1985-04-12T24:00:00",
    ] {
        Date::parse(date).unwrap();
        let article = value!({
            "headline": "h",
            "events": [{ "id": "a", "title": "t", "date": { "value": date }, "groups": ["g"] }]
        });
        assert_eq!(holds(&article.to_string()), Ok(true), "{date}");
    }
}

/// What is not read for its form is not taken for a date either.
#[test]
fn a_season_has_no_days_and_no_time() {
    for date in [
        "2021-21-01",
        "2021-21-01T00:00",
        "0000-41-00T10:00Z",
        "2021-33-02T00:00",
    ] {
        let article = value!({
            "headline": "h",
            "events": [{ "id": "a", "title": "t", "date": date, "groups": ["g"] }]
        });
        assert!(!VALIDATOR.is_valid(&article), "{date}");
        assert_eq!(holds(&article.to_string()), Ok(true), "{date}");
    }
}
