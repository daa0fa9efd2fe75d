//! What finds no room in an article is told, with every cell that it stood in.

use std::fmt::Write;

use dateline::{
    article::limits,
    import::{Options, import},
};
use serde_json::Value;

/// How many more there are than an article has room for.
const MORE: usize = 3;

/// The article of a sheet, and the rows of the cells that its report says have no place, for
/// this reason.
fn imported(header: &str, row: impl Fn(usize) -> String, reason: &str) -> (Value, Vec<u64>) {
    let mut sheet = format!("{header}\n");
    for at in 0..limits::ENTRIES + MORE {
        writeln!(sheet, "{}", row(at)).unwrap();
    }
    let imported = import(sheet.into_bytes(), &Options::default()).unwrap();
    let report = imported.report();
    assert!(!report.is_whole());
    let report = serde_json::to_value(&report).unwrap();
    let remarks = report["remarks"].as_array().unwrap();
    let told = remarks
        .iter()
        .filter(|remark| remark["message"].as_str().unwrap().contains(reason));
    let rows = told.flat_map(|remark| {
        assert_eq!(remark["weight"], "left-out");
        let pieces = remark["pieces"].as_array().unwrap();
        pieces.iter().map(|piece| piece["row"].as_u64().unwrap())
    });
    let article = serde_json::from_str(&imported.json()).unwrap();
    (article, rows.collect())
}

/// The rows after the last that has room, below the header.
fn last_rows() -> Vec<u64> {
    let first = limits::ENTRIES as u64 + 2;
    (first..first + MORE as u64).collect()
}

fn count(article: &Value, list: &str) -> usize {
    article[list].as_array().unwrap().len()
}

#[test]
fn people_beyond_a_thousand_are_told() {
    let (article, rows) = imported(
        "Date,Title,People",
        |at| format!("2021-01-01,Speech {at},Speaker {at}"),
        "more than 1000 people",
    );
    assert_eq!(rows, last_rows());
    assert_eq!(count(&article, "people"), limits::ENTRIES);
    // Their events are there all the same.
    assert_eq!(count(&article, "events"), limits::ENTRIES + MORE);
}

#[test]
fn groups_beyond_a_thousand_are_told() {
    let (article, rows) = imported(
        "Date,Title,Group",
        |at| format!("2021-01-01,Title {at},Group {at}"),
        "more than 1000 groups",
    );
    assert_eq!(rows, last_rows());
    let events = article["events"].as_array().unwrap();
    assert_eq!(events.len(), limits::ENTRIES + MORE);
    let grouped = events.iter().filter(|event| !event["groups"].is_null());
    assert_eq!(grouped.count(), limits::ENTRIES);
}

#[test]
fn eras_beyond_a_thousand_are_told() {
    let (article, rows) = imported(
        "Year,End Year,Headline,Type",
        |at| {
            let kind = if at == 0 { "" } else { "era" };
            format!("{},{},Title {at},{kind}", 1000 + at, 1001 + at)
        },
        "more than 1000 eras",
    );
    let mut told = rows;
    told.dedup();
    // The first row is an event, so that one row fewer has no room.
    assert_eq!(told, last_rows()[1..]);
    assert_eq!(count(&article, "eras"), limits::ENTRIES);
    assert_eq!(count(&article, "events"), 1);
}
