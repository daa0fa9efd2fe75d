//! A source that changed, put onto the article that an editor worked on since.

use dateline::import::{Import, Made, Options, import};
use serde_json::{Value, json};

const FIRST: &str = "Year,Month,Day,Headline,Text,Group\n2020,1,2,One,First words,A\n2020,2,3,Two,Second,B\n2020,3,4,Three,Third,\n";
const SECOND: &str = "Year,Month,Day,Headline,Text,Group\n2020,1,2,One,First words,A\n2020,2,5,Two,Second,B\n2021,1,1,Four,New,\n2020,3,9,One,Again,\n";

fn read(text: &str) -> Import {
    import(
        text.into(),
        &Options {
            name: "t.csv".into(),
            ..Options::default()
        },
    )
    .unwrap()
}

fn value(import: &Import) -> Value {
    match &import.article {
        Made::Whole(value) => value.clone(),
        Made::Draft(draft) => serde_json::to_value(draft).unwrap(),
    }
}

/// The article after an editor's work.
fn worked_on() -> Value {
    let mut article = value(&read(FIRST));
    let event = &mut article["events"][0];
    event["countries"] = json!(["UA"]);
    event["source"] = json!({ "quote": "the first words" });
    event["date"] = json!({ "value": "2020-01-02", "text": "Thursday", "basis": "inferred", "from": "the calendar" });
    article["countries"] = json!([{ "code": "UA", "claims": [{ "text": "x" }] }]);
    article["headline"] = json!("A better headline");
    article["events"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "own", "title": "By hand", "date": "2019" }));
    article
}

#[test]
fn what_was_added_by_hand_stays() {
    let import = read(SECOND).onto(&worked_on()).unwrap();
    let article = value(&import);
    let first = &article["events"][0];
    assert_eq!(first["countries"], json!(["UA"]));
    assert_eq!(first["source"]["quote"], "the first words");
    assert_eq!(first["date"]["basis"], "inferred");
    assert_eq!(article["countries"][0]["claims"][0]["text"], "x");
    assert_eq!(article["headline"], "A better headline");
    assert_eq!(article["events"][1]["date"], "2020-02-05");
}

#[test]
fn created_updated_unchanged_and_gone_are_told() {
    let import = read(SECOND).onto(&worked_on()).unwrap();
    let changes = import.changes.clone().unwrap();
    assert_eq!(changes.unchanged, ["one"]);
    assert_eq!(
        changes
            .updated
            .iter()
            .map(|it| it.id.as_str())
            .collect::<Vec<_>>(),
        ["two"]
    );
    assert_eq!(changes.updated[0].members, ["date"]);
    assert_eq!(changes.created, ["four", "one-2"]);
    assert_eq!(changes.gone, ["three", "own"]);
    // What is gone is still there: an event made by hand is never in the sheet.
    assert_eq!(value(&import)["events"].as_array().unwrap().len(), 6);
    let text = import.report().to_string();
    assert!(
        text.contains(
            "2 created, 1 updated, 1 unchanged, 2 gone.\n\
             \x20 created   four\n\
             \x20 created   one-2\n\
             \x20 updated   two: date\n\
             \x20 unchanged one\n\
             \x20 gone      three: no longer in the source"
        ),
        "{text}"
    );
}

#[test]
fn the_same_source_again_changes_nothing() {
    let old = worked_on();
    let import = read(FIRST).onto(&old).unwrap();
    assert_eq!(value(&import), old);
    assert_eq!(import.changes.unwrap().updated, []);
}

#[test]
fn what_is_no_article_is_refused() {
    let why = read(FIRST).onto(&json!([])).unwrap_err();
    assert!(why.to_string().contains("no article"), "{why}");
}
