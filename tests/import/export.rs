//! What leaves comes back: all that a table and TimelineJS can hold.

use dateline::{
    article::{self, json},
    import::{
        Options,
        export::{Target, export},
        import,
    },
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words with signs that formats take for their own.
fn line() -> impl Strategy<Value = String> {
    "[A-Za-zÄéи0-9][A-Za-z0-9 ,;:'\"&<>=+@#|/\\\\äéи“”-]{0,30}".prop_map(|text| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A title of one letter and a sign is still a title.
        if line.is_empty() { "x".into() } else { line }
    })
}

fn paragraphs() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 1..4).prop_map(|lines| lines.join("\n\n"))
}

fn value() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "2022-02-24",
        "2021-02",
        "2022",
        "0079",
        "-0043",
        "-0043-03-15",
        "2023-03-20T14:05",
        "2023-03-20T14:05:09",
        "2023-03-20/2023-03-22",
        "1914/1918",
        "2021-02/2021-05-06",
        "Y-65000000",
    ])
}

/// Dates that only Dateline's own table can hold.
fn any_value() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        value(),
        proptest::sample::select(vec![
            "2022-09~",
            "2022?",
            "19XX",
            "185X",
            "2021-02/..",
            "../2023-03-20",
            "[1667,1668]",
            "{1960,1961-12}",
            "XXXX",
            "2022-21",
            "2023-03-20T14:05Z",
            "2023-03-20T14:05+02:00",
            "1950S2",
        ]),
    ]
}

fn some(member: &str, text: Option<String>, into: &mut Map<String, Value>) {
    if let Some(text) = text {
        into.insert(member.into(), text.into());
    }
}

prop_compose! {
    fn event_of_table()(
        title in line(), text in proptest::option::of(paragraphs()), value in any_value(), words in proptest::option::of(line()),
        inferred in proptest::option::of(line()), key in any::<bool>(), countries in proptest::sample::subsequence(vec!["UA", "MM", "DE"], 0..3),
        groups in proptest::collection::vec("[A-Za-z][a-z ]{0,8}[a-z]", 0..3), image in proptest::option::of(line()), media in proptest::option::of(line()),
        links in proptest::collection::vec(proptest::option::of(line()), 0..3), quote in proptest::option::of((line(), line())), julian in any::<bool>(),
    ) -> Map<String, Value> {
        let mut event = Map::new();
        event.insert("title".into(), title.into());
        some("text", text, &mut event);
        let mut date = Map::from_iter([("value".to_string(), Value::from(value))]);
        some("text", words, &mut date);
        if let Some(from) = inferred {
            date.insert("basis".into(), "inferred".into());
            date.insert("from".into(), from.into());
        }
        if julian && value == "2022-02-24" {
            date.insert("calendar".into(), "julian".into());
        }
        event.insert("date".into(), Value::Object(date));
        if key {
            event.insert("key".into(), true.into());
        }
        event.insert("countries".into(), json!(countries));
        event.insert("groups".into(), json!(groups));
        if let Some(caption) = image {
            event.insert("image".into(), json!({ "src": "a/b.jpg", "alt": caption, "caption": caption, "credit": "C", "width": 3, "height": 4 }));
        }
        if let Some(caption) = media {
            event.insert("media".into(), json!({ "url": "https://v.example/1", "kind": "video", "caption": caption, "thumbnail": "t.png" }));
        }
        let links: Vec<Value> = links.into_iter().enumerate().map(|(at, text)| match text {
            Some(text) => json!({ "url": format!("https://l.example/{at}"), "text": text }),
            None => json!({ "url": format!("https://l.example/{at}") }),
        }).collect();
        event.insert("links".into(), links.into());
        if let Some((quote, before)) = quote {
            event.insert("source".into(), json!({ "quote": quote, "before": before }));
        }
        event
    }
}

prop_compose! {
    fn event_of_timelinejs()(
        title in line(), text in proptest::option::of(paragraphs()), value in value(), words in proptest::option::of(line()),
        group in proptest::option::of("[A-Za-z][a-z ]{0,8}[a-z]"), image in proptest::option::of((line(), line())), media in any::<bool>(),
    ) -> Map<String, Value> {
        let mut event = Map::new();
        event.insert("title".into(), title.into());
        some("text", text, &mut event);
        let mut date = Map::from_iter([("value".to_string(), Value::from(value))]);
        some("text", words, &mut date);
        event.insert("date".into(), Value::Object(date));
        if let Some(group) = group {
            event.insert("groups".into(), json!([group]));
        }
        match image {
            Some((caption, credit)) => {
                event.insert("image".into(), json!({ "src": "https://i.example/b.jpg", "alt": caption, "caption": caption, "credit": credit }));
            }
            None if media => {
                event.insert("media".into(), json!({ "url": "https://vimeo.com/1", "kind": "video", "caption": "C", "thumbnail": "https://i.example/t.png" }));
            }
            None => {}
        }
        event
    }
}

/// An article of these events, and an era.
fn article(events: Vec<Map<String, Value>>, summary: &str) -> Value {
    let events: Vec<Value> = events
        .into_iter()
        .enumerate()
        .map(|(at, mut event)| {
            event.insert("id".into(), format!("event-{at}").into());
            Value::Object(event)
        })
        .collect();
    json!({
        "schema": 1, "headline": "A headline", "summary": summary, "events": events,
        "eras": [{ "id": "era", "title": "An era", "text": "It lasts.", "date": "1990/1999" }],
    })
}

fn read(value: &Value) -> article::Article {
    let data = json::value(&value.to_string()).unwrap();
    let reading = article::read(&data);
    reading
        .article
        .unwrap_or_else(|| panic!("{:?}", reading.problems))
}

fn there_and_back(article: &Value, target: Target) -> (Value, Vec<String>) {
    let exported = export(article, target, &|date| date.to_string());
    let lost = exported.lost.iter().map(|lost| lost.path.clone()).collect();
    let again = import(exported.text.clone().into_bytes(), &Options::default())
        .unwrap_or_else(|why| panic!("{why}\n{}", exported.text));
    (serde_json::from_str(&again.json()).unwrap(), lost)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_table_holds_events_whole(events in proptest::collection::vec(event_of_table(), 1..5), summary in paragraphs()) {
        let article = article(events, &summary);
        let (again, lost) = there_and_back(&article, Target::Csv);
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(read(&again), read(&article));
    }

    #[test]
    fn timelinejs_holds_what_it_has_a_place_for(events in proptest::collection::vec(event_of_timelinejs(), 1..5), summary in paragraphs()) {
        let article = article(events, &summary);
        let (again, lost) = there_and_back(&article, Target::Timelinejs);
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(read(&again), read(&article));
    }
}

/// The article of all that there is, as others get it and with what they do not get.
#[test]
fn everything_that_an_article_can_hold() {
    let text = std::fs::read_to_string("tests/fixtures/full.json").unwrap();
    let article: Value = serde_json::from_str(&text).unwrap();
    for (name, target) in [
        ("csv", Target::Csv),
        ("timelinejs", Target::Timelinejs),
        ("ics", Target::Ics),
        ("markdown", Target::Markdown),
    ] {
        let exported = export(&article, target, &|date| {
            date.as_str()
                .or(date["value"].as_str())
                .unwrap_or_default()
                .to_string()
        });
        let lost: Vec<String> = exported
            .lost
            .iter()
            .map(|lost| format!("{}: {}", lost.path, lost.message))
            .collect();
        insta::assert_snapshot!(
            format!("full.{name}"),
            format!("{}\n\n{}", exported.text.replace('\r', ""), lost.join("\n"))
        );
    }
}

/// What TimelineJS cannot say is named.
#[test]
fn doubt_is_named_where_it_is_lost() {
    for value in [
        "2022-09~",
        "19XX",
        "2021-02/..",
        "../2023-03-20",
        "[1667,1668]",
        "2022-21",
        "2023-03-20T14:05Z",
        "XXXX",
    ] {
        let article = json!({
            "headline": "H",
            "events": [{ "id": "a", "title": "A", "date": value }, { "id": "b", "title": "B", "date": "2020" }],
        });
        for target in [Target::Timelinejs, Target::Ics] {
            let exported = export(&article, target, &|date| date.to_string());
            let is_day_and_time = value.ends_with('Z') && target == Target::Ics;
            assert_eq!(
                exported.lost.is_empty()
                    || exported
                        .lost
                        .iter()
                        .all(|lost| !lost.path.starts_with("/events/0")),
                is_day_and_time,
                "{value} {target:?} {:?}",
                exported.lost
            );
        }
    }
}
