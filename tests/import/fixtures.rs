//! What becomes of each fixture: the article, and what is told of it.

use std::{fs, path::Path};

use dateline::{
    article::{self, Code, Severity, date::Civil, json},
    import::{Import, Options, Weight, import},
};

/// All fixtures, by name.
pub const ALL: [&str; 30] = [
    "archieml.aml",
    "council.ics",
    "dateline.json",
    "dates.csv",
    "empty-rows.csv",
    "free.json",
    "freeform.aml",
    "german.csv",
    "groups.mw",
    "no-header.csv",
    "notes.mw",
    "own-columns.csv",
    "page.html",
    "quotes.csv",
    "sheet-1904.xlsx",
    "sheet.ods",
    "sheet.xlsx",
    "sparql.json",
    "storyteller.json",
    "table.html",
    "timelinejs-1.csv",
    "timelinejs-1.json",
    "timelinejs-3.csv",
    "timelinejs-3.json",
    "timelinejs-slides.json",
    "utf16.tsv",
    "vis.json",
    "widget.html",
    "wikidata-precisions.json",
    "wikidata.json",
];

/// A file of each format as a newsroom has it, with how many events and eras it becomes.
pub const NEWSROOM: [(&str, usize, usize); 14] = [
    ("bill.ods", 6, 0),
    ("bridge.csv", 12, 2),
    ("cathedral.json", 4, 0),
    ("chronik.csv", 6, 0),
    ("company.mw", 9, 0),
    ("coup.xlsx", 7, 0),
    ("flights.json", 6, 0),
    ("flood.aml", 7, 0),
    ("hearings.ics", 7, 0),
    ("pasted.tsv", 5, 0),
    ("strike.json", 8, 1),
    ("treaties.json", 5, 0),
    ("vote.html", 5, 0),
    ("voyage.json", 5, 1),
];

/// All fixtures, and all files of the newsroom.
pub fn all() -> impl Iterator<Item = &'static str> {
    let newsroom = NEWSROOM.into_iter().map(|(name, ..)| name);
    ALL.into_iter().chain(newsroom)
}

pub fn bytes(name: &str) -> Vec<u8> {
    let folder = if ALL.contains(&name) {
        "tests/import/fixtures"
    } else {
        "tests/import/newsroom"
    };
    fs::read(Path::new(folder).join(name)).unwrap()
}

/// A fixture as the tests read it: on a day of its own, with three countries' names.
pub fn read(name: &str) -> Import {
    let countries = [("Ukraine", "UA"), ("Germany", "DE"), ("Myanmar", "MM")];
    let options = Options {
        name: name.into(),
        published: Some("2023-03-21".into()),
        language: Some("en-GB".into()),
        today: Civil::new(2023, 4, 1),
        countries: countries
            .iter()
            .map(|(name, code)| ((*name).into(), Code::new(code).unwrap()))
            .collect(),
        map: match name {
            "own-columns.csv" => vec![
                ("text".into(), "Notiz".into()),
                ("group".into(), "C".into()),
            ],
            _ => Vec::new(),
        },
        ..Options::default()
    };
    import(bytes(name), &options).unwrap_or_else(|why| panic!("{name}: {why}"))
}

#[test]
fn every_fixture_is_in_the_list() {
    let mut names: Vec<String> = fs::read_dir("tests/import/fixtures")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ALL);
}

#[test]
fn what_becomes_of_each_fixture() {
    for name in ALL {
        let import = read(name);
        // The calendar's 200 days say no more than its first.
        let json = match name {
            "council.ics" => import
                .json()
                .lines()
                .take(70)
                .map(|line| format!("{line}\n"))
                .collect(),
            _ => import.json(),
        };
        insta::assert_snapshot!(name, format!("{}\n{json}", import.report()));
    }
}

#[test]
fn what_was_made_reads_without_errors() {
    for name in all().filter(|name| *name != "dateline.json") {
        let text = read(name).json();
        let data = json::value(&text).unwrap();
        let reading = article::read(&data);
        let errors: Vec<String> = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| format!("{} {}", problem.path, problem.message()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        assert!(reading.article.is_some(), "{name}");
    }
}

#[test]
fn what_a_newsroom_has_comes_in() {
    let mut names: Vec<String> = fs::read_dir("tests/import/newsroom")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, NEWSROOM.map(|(name, ..)| name));
    for (name, events, eras) in NEWSROOM {
        let import = read(name);
        let report = import.report();
        assert_eq!(report.events(), (events, eras), "{name}: {report}");
        // Nothing is left out but what an article has no place for.
        let left: Vec<String> = (import.ledger.entries().iter())
            .map(|entry| &entry.reason)
            .filter(|reason| reason.weight() == Weight::LeftOut)
            .map(|reason| reason.message())
            .filter(|message| !message.contains("has no place for"))
            .collect();
        // Two of the sheet's countries are not among the three that these tests know.
        assert!(left.is_empty() || name == "coup.xlsx", "{name}: {left:?}");
    }
}
