//! Properties of reading: no data makes it panic, and every article it gives keeps
//! the promises of the model.
#![cfg(not(target_os = "unknown"))]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::{collections::HashSet, task::Poll, time::Duration};

use dateline::article::{
    Article, Mistake, Problem, Severity, Value, json, limits, read, read_in_turns, turns::turn,
};
use proptest::prelude::*;

/// Words that mean something to the reader, so that random data gets far.
const WORDS: [&str; 24] = [
    "",
    " ",
    "a",
    "b",
    "c d",
    "\u{1}",
    "UA",
    "RU",
    "ua",
    "XX",
    "2022",
    "2022-02-31",
    "2023-03-20",
    "2021-02/..",
    "../2020",
    "stated",
    "inferred",
    "editor",
    "Monday",
    "https://a.example",
    "javascript:0",
    "events/a/date",
    "uk",
    "тест",
];

const KEYS: [&str; 50] = [
    "schema",
    "language",
    "headline",
    "title",
    "summary",
    "published",
    "dateline",
    "source",
    "people",
    "events",
    "eras",
    "countries",
    "corrections",
    "id",
    "text",
    "date",
    "key",
    "groups",
    "links",
    "media",
    "image",
    "thumbnail",
    "credit",
    "value",
    "basis",
    "from",
    "note",
    "src",
    "alt",
    "width",
    "height",
    "quote",
    "speaker",
    "via",
    "kind",
    "code",
    "also",
    "claims",
    "figures",
    "label",
    "unit",
    "what",
    "name",
    "url",
    "role",
    "cards",
    "short",
    "until",
    "than",
    "country",
];

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        2 => prop_oneof![(-3..5_000i32).prop_map(f64::from), any::<f64>()].prop_map(Value::Number),
        8 => prop::sample::select(&WORDS[..]).prop_map(|word| Value::String(word.into())),
        1 => any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(8, 200, 12, |inner| {
        let key = prop_oneof![
            20 => prop::sample::select(&KEYS[..]).prop_map(String::from),
            1 => any::<String>(),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((key, inner), 0..12).prop_map(Value::Object),
        ]
    })
}

/// A list of `entry`, most of them whole, so that random articles have something in them.
fn list(entry: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    prop::collection::vec(prop_oneof![5 => entry, 1 => any_value()], 0..8)
        .prop_map(Value::Array)
        .boxed()
}

fn object(members: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let members: Vec<BoxedStrategy<Option<(String, Value)>>> = members
        .into_iter()
        .map(|(key, value)| {
            let value = prop_oneof![12 => value.prop_map(Some), 1 => any_value().prop_map(Some), 1 => Just(None)];
            value.prop_map(move |value| Some((key.to_owned(), value?))).boxed()
        })
        .collect();
    members
        .prop_map(|members| Value::Object(members.into_iter().flatten().collect()))
        .boxed()
}

fn any_article() -> BoxedStrategy<Value> {
    let one_of = |words: &'static [&'static str]| {
        prop::sample::select(words)
            .prop_map(|word| Value::String(word.into()))
            .boxed()
    };
    let ids = move || one_of(&["a", "b", "c", "d", "e", "f", "g"]);
    let codes = move || one_of(&["UA", "RU", "CN", "IR", "XX", "EU", "court", "UN"]);
    let dates = move || {
        one_of(&[
            "2022",
            "2023-03-20",
            "2021-02/..",
            "../2021-02",
            "2022-02-31",
            "2022-09~",
            "Y-65000000",
        ])
    };
    let words = move || one_of(&["A", "Ünë", "Monday", " "]);
    let event = object(vec![
        ("id", ids()),
        ("title", words()),
        ("text", words()),
        ("date", dates()),
        ("countries", list(codes())),
        ("people", list(ids())),
        ("groups", list(words())),
        ("source", object(vec![("quote", words())])),
    ]);
    let claim = object(vec![
        ("text", words()),
        ("date", dates()),
        ("speaker", ids()),
        ("via", ids()),
        (
            "kind",
            one_of(&["allegation", "denial", "finding", "opinion"]),
        ),
        ("events", list(ids())),
    ]);
    let figure = object(vec![
        ("value", words()),
        ("label", words()),
        ("since", dates()),
        ("until", dates()),
        ("than", object(vec![("value", words()), ("label", words())])),
        ("speaker", ids()),
    ]);
    object(vec![
        ("headline", words()),
        (
            "people",
            list(object(vec![
                ("id", ids()),
                ("name", words()),
                ("country", codes()),
            ])),
        ),
        ("events", list(event)),
        (
            "eras",
            list(object(vec![
                ("id", ids()),
                ("title", words()),
                ("date", dates()),
                ("countries", list(codes())),
            ])),
        ),
        (
            "countries",
            list(object(vec![
                ("code", codes()),
                ("id", codes()),
                ("name", words()),
                ("claims", list(claim)),
                ("figures", list(figure)),
            ])),
        ),
        (
            "corrections",
            list(object(vec![("date", dates()), ("what", words())])),
        ),
    ])
}

/// Whatever [`Article`] promises.
fn keeps_its_promises(article: &Article) {
    let unique = |ids: Vec<&str>| {
        assert!(ids.iter().all(|id| !id.is_empty()));
        assert_eq!(ids.len(), ids.iter().collect::<HashSet<_>>().len());
    };
    let positions = |positions: &[usize], end: usize| {
        assert!(positions.iter().all(|position| *position < end));
        assert_eq!(
            positions.len(),
            positions.iter().collect::<HashSet<_>>().len()
        );
    };
    let (countries, people, events, groups) = (
        article.countries.len(),
        article.people.len(),
        article.events.len(),
        article.groups.len(),
    );
    assert!(events > 0 && !article.headline.trim().is_empty());
    let ids = article.events.iter().map(|event| &*event.id);
    unique(ids.chain(article.eras.iter().map(|era| &*era.id)).collect());
    unique(article.people.iter().map(|person| &*person.id).collect());
    unique(article.groups.iter().map(|group| &**group).collect());
    unique(
        article
            .countries
            .iter()
            .map(|country| &*country.id)
            .collect(),
    );
    for country in &article.countries {
        assert!(country.code.is_some() || country.name.is_some());
    }
    assert!(
        article
            .countries
            .is_sorted_by_key(|country| !country.listed)
    );
    let order = |date: &dateline::article::Date| {
        (
            date.earliest.map_or(i64::MIN, |at| at.0),
            date.end.map_or(i64::MAX, |at| at.0),
        )
    };
    assert!(
        article
            .events
            .is_sorted_by_key(|event| order(&event.when.date))
    );
    assert!(article.eras.is_sorted_by_key(|era| order(&era.when.date)));
    assert!(
        article
            .corrections
            .is_sorted_by_key(|correction| std::cmp::Reverse(correction.date.earliest))
    );
    for event in &article.events {
        assert!(!event.title.trim().is_empty());
        positions(&event.countries, countries);
        positions(&event.people, people);
        positions(&event.groups, groups);
    }
    for era in &article.eras {
        positions(&era.countries, countries);
    }
    for person in &article.people {
        assert!(person.country.is_none_or(|country| country < countries));
    }
    for country in &article.countries {
        for claim in &country.claims {
            positions(&claim.events, events);
            assert!(claim.speaker.is_none_or(|speaker| speaker < people));
            assert!(claim.via.is_none_or(|via| via < people));
            assert!(!claim.text.is_empty() || claim.quote.is_some());
        }
        for figure in &country.figures {
            assert!(figure.speaker.is_none_or(|speaker| speaker < people));
        }
    }
}

fn is_sound(value: &Value) {
    let reading = read(value);
    if let Some(article) = &reading.article {
        keeps_its_promises(article);
    } else {
        assert!(
            reading
                .problems
                .iter()
                .any(|problem| problem.severity == Severity::Error)
        );
    }
    assert!(reading.problems.len() <= limits::PROBLEMS + 1);
    for problem in &reading.problems {
        assert!(
            problem.path.is_empty() || problem.path.starts_with('/'),
            "{problem:?}"
        );
        assert!(
            problem.found.chars().count() <= limits::FOUND + 1,
            "{problem:?}"
        );
        assert!(problem.message().ends_with('.'), "{problem:?}");
        assert!(problem.fix().ends_with(['.', '?']), "{problem:?}");
        assert!(
            problem.message().chars().all(|c| !c.is_control()),
            "{problem:?}"
        );
        // The fields that an unknown one is compared with stand in no sentence.
        if problem.mistake != Mistake::UnknownKey {
            let taken = problem.mistake.arguments();
            assert_eq!(problem.arguments.len(), taken, "{problem:?}");
        }
        assert!(
            problem
                .kind()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_is_read_soundly(value in any_value()) {
        is_sound(&value);
    }

    #[test]
    fn nearly_whole_articles_are_read_soundly(value in any_article()) {
        is_sound(&value);
    }

    #[test]
    fn any_bytes_come_through_the_door(text in any::<String>()) {
        if let Ok(value) = json::value(&text) {
            is_sound(&value);
        }
    }
}

fn full() -> Value {
    json::value(include_str!("fixtures/full.json")).unwrap()
}

/// The pointers to everything in a tree, outermost first.
fn pointers(value: &Value, path: String, all: &mut Vec<String>) {
    all.push(path.clone());
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, format!("{path}/{at}"), all);
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, format!("{path}/{key}"), all);
            }
        }
        _ => {}
    }
}

fn at<'v>(mut value: &'v mut Value, path: &str) -> &'v mut Value {
    for step in path.split('/').skip(1) {
        value = match value {
            Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
            Value::Object(members) => {
                &mut members.iter_mut().find(|(key, _)| key == step).unwrap().1
            }
            _ => panic!("{path} leads nowhere"),
        };
    }
    value
}

/// A value that is good nowhere in the schema that `value` is good in.
fn broken(value: &Value) -> Value {
    match value {
        Value::Bool(_) => Value::Number(-0.5),
        _ => Value::Bool(true),
    }
}

#[test]
fn every_broken_field_of_a_good_article_is_told_at_its_place() {
    let good = full();
    assert_eq!(read(&good).problems, []);
    let mut paths = Vec::new();
    pointers(&good, String::new(), &mut paths);
    // Whoever writes `$schema` writes it for their own tools.
    paths.retain(|path| path != "/$schema");
    assert!(paths.len() > 100);
    for path in paths {
        let mut value = good.clone();
        let place = at(&mut value, &path);
        *place = broken(place);
        let reading = read(&value);
        let told = reading.problems.iter().any(|problem| problem.path == path);
        assert!(told, "{path}: {:#?}", reading.problems);
        let vital = matches!(&*path, "" | "/headline" | "/events");
        assert_eq!(reading.article.is_none(), vital, "{path}");
    }
}

#[test]
fn one_bad_event_never_takes_another_with_it() {
    let good = full();
    let all = read(&good).article.unwrap().events.len();
    for entry in 0..all {
        let mut value = good.clone();
        *at(&mut value, &format!("/events/{entry}")) = Value::Bool(true);
        let article = read(&value).article.unwrap();
        keeps_its_promises(&article);
        assert_eq!(article.events.len(), all - 1);
    }
}

#[test]
fn limits_are_problems() {
    let event =
        |at: usize| format!(r#"{{"id":"e{at}","title":"T","date":"2022","countries":["UA"]}}"#);
    let article = |event: &str| format!(r#"{{"headline":"x","events":[{event}]}}"#);
    let kinds = |text: &str| -> Vec<&'static str> {
        match json::value(text) {
            Ok(value) => read(&value).problems.iter().map(Problem::kind).collect(),
            Err(fault) => vec![fault.problem.kind()],
        }
    };
    assert_eq!(kinds(&" ".repeat(limits::BYTES + 1)), ["too-large"]);
    let long = event(0).replace("\"T\"", &format!("\"{}\"", "x".repeat(limits::TEXT + 1)));
    assert_eq!(kinds(&article(&long)), ["too-long", "no-events"]);
    let many = format!("[{}\"UA\"]", "\"RU\",".repeat(limits::ENTRIES));
    let many = event(0).replace("[\"UA\"]", &many);
    assert_eq!(kinds(&article(&many)), ["too-many-references"]);
    let claim = r#"{"text":"C","speaker":"p"}"#;
    let claims = format!(
        r#""people":[{{"id":"p","name":"P"}}],"countries":[{{"code":"UA","claims":[{}{claim}]}}],"events""#,
        format!("{claim},").repeat(limits::ENTRIES)
    );
    let many = article(&event(0)).replace("\"events\"", &claims);
    assert_eq!(kinds(&many), ["too-many-references"]);
    let grouped =
        |at| event(at).replace("\"countries\":[\"UA\"]", &format!("\"groups\":[\"g{at}\"]"));
    let grouped = |count| objects(count, grouped);
    assert_eq!(kinds(&article(&grouped(limits::ENTRIES))), [""; 0]);
    let one_more = article(&grouped(limits::ENTRIES + 1));
    let told = ["too-many-references", "event-without-country"];
    assert_eq!(kinds(&one_more), told);
    assert_eq!(
        kinds(&format!("[{}0]", "0,".repeat(limits::VALUES))),
        ["too-many-values"]
    );
}

/// One event cannot keep the page waiting, however many there may be; and neither can a
/// member of the article.
#[test]
fn a_piece_has_its_limit() {
    let path = |text: &str| json::value(text).map_err(|fault| fault.problem.path);
    let zeros = |many: usize| format!("[{}0]", "0,".repeat(many - 1));
    assert!(path(&format!(r#"{{"events":{}}}"#, zeros(limits::PIECE + 1))).is_ok());
    let of = |many: usize| format!(r#"{{"events":[{{}},{{"a":{}}}]}}"#, zeros(many));
    assert!(path(&of(limits::PIECE - 2)).is_ok());
    let within = format!("/events/1/a/{}", limits::PIECE - 2);
    assert_eq!(path(&of(limits::PIECE)), Err(within));
    let of = |many: usize| format!(r#"{{"source":{{"a":{}}}}}"#, zeros(many));
    assert!(path(&of(limits::PIECE - 2)).is_ok());
    assert!(path(&of(limits::PIECE)).is_err());
}

/// Between two events whoever waits for the article has their turn, and what comes of it is
/// the same.
#[test]
fn reading_in_turns_is_reading() {
    let text = std::fs::read_to_string("tests/fixtures/full.json").unwrap();
    let value = json::value(&text).unwrap();
    let mut work = std::pin::pin!(read_in_turns(&value));
    let mut turns = 1;
    let reading = loop {
        match turn(work.as_mut()) {
            Poll::Ready(reading) => break reading,
            Poll::Pending => turns += 1,
        }
    };
    assert_eq!(reading, read(&value));
    let article = reading.article.unwrap();
    assert!(turns > article.events.len(), "{turns} turns");
}

/// For how long this thread has had a processor: a busy machine keeps it waiting, too.
fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    now.try_into().unwrap()
}

/// How long decoding and reading take; `count` is how many of something there are.
fn timed(text: &str, count: usize) -> Duration {
    let start = worked();
    let value = json::value(text).unwrap();
    let decoded = worked() - start;
    let reading = read(&value);
    let all = worked() - start;
    assert_eq!(reading.problems, []);
    println!(
        "{count}, {} bytes: decoded in {decoded:?}, all in {all:?}",
        text.len()
    );
    all
}

/// Ten times as many take at most forty times as long, of ten runs the fastest: the rest is
/// room for a busy machine. What is quadratic takes a hundred times as long in every run.
fn is_linear(most: usize, text: impl Fn(usize) -> String) {
    let (few, many) = (text(most / 10), text(most));
    let mut fastest = (Duration::MAX, Duration::MAX);
    for _ in 0..10 {
        fastest.0 = fastest.0.min(timed(&few, most / 10));
        fastest.1 = fastest.1.min(timed(&many, most));
        if fastest.1 < fastest.0 * 40 {
            return;
        }
    }
    panic!("{:?}, but {:?} for ten times as many", fastest.0, fastest.1);
}

/// So many objects, joined.
fn objects(count: usize, object: impl Fn(usize) -> String) -> String {
    (0..count).map(object).collect::<Vec<_>>().join(",")
}

#[test]
fn reading_takes_linear_time() {
    // An unoptimised build is fifteen times slower, and proves as much with less.
    let most = if cfg!(debug_assertions) {
        20_000
    } else {
        100_000
    };
    is_linear(most, |count| {
        let events = objects(count, |at| {
            let (year, month, day) = (1900 + at % 120, 1 + at % 12, 1 + at % 28);
            format!(
                r#"{{"id":"event-{at}","title":"Event number {at}","text":"What happened then, in a sentence or two.","date":{{"value":"{year}-{month:02}-{day:02}","text":"that day","basis":"inferred","from":"the report"}},"countries":["UA","RU"]}}"#
            )
        });
        format!(r#"{{"headline":"Many","events":[{events}]}}"#)
    });
}

#[test]
fn what_refers_to_another_is_read_in_linear_time() {
    const ONE: &str = r#"{"id":"a","title":"A","date":"2022","countries":["UA"]}"#;
    // Corrections of one event.
    is_linear(limits::ENTRIES, |count| {
        let corrections = objects(count, |at| {
            format!(r#"{{"date":"2023-01-01","what":"events/a/title","was":"{at}"}}"#)
        });
        format!(r#"{{"headline":"x","events":[{ONE}],"corrections":[{corrections}]}}"#)
    });
    // Claims, each by its own speaker and of its own event.
    is_linear(limits::ENTRIES, |count| {
        let people = objects(count, |at| format!(r#"{{"id":"p{at}","name":"P"}}"#));
        let events = objects(count, |at| {
            format!(r#"{{"id":"e{at}","title":"E","date":"2022","countries":["UA"]}}"#)
        });
        let claims = objects(count, |at| {
            format!(r#"{{"text":"x","speaker":"p{at}","via":"p0","events":["e{at}"]}}"#)
        });
        format!(
            r#"{{"headline":"x","people":[{people}],"events":[{events}],"countries":[{{"code":"UA","claims":[{claims}]}}]}}"#
        )
    });
    // Events, each in a group of its own.
    is_linear(limits::ENTRIES - 1, |count| {
        let events = objects(count, |at| {
            format!(r#"{{"id":"e{at}","title":"E","date":"2022","groups":["g{at}","all"]}}"#)
        });
        format!(r#"{{"headline":"x","events":[{events}]}}"#)
    });
}
