//! Fixtures with bytes changed, cut and put together: nothing may panic, every piece has a
//! fate, and what was made reads without an error. The fuzz target does the same for longer.

use dateline::{
    article::{self, Severity, json},
    import::{
        Fate, Import, List, Options,
        export::{Target, export},
        import,
    },
};
use proptest::prelude::*;
use serde_json::Value;

use super::fixtures::{ALL, bytes};

/// One change to the bytes of a file.
#[derive(Debug, Clone)]
enum Change {
    Put(usize, Vec<u8>),
    Cut(usize, usize),
    Repeat(usize, usize),
}

/// Signs that formats take for their own.
const SIGNS: [&str; 24] = [
    "\"",
    ",",
    "\n",
    "\r",
    ";",
    "\t",
    "<",
    ">",
    "&",
    "{",
    "}",
    "[",
    "]",
    ":",
    "=",
    "\0",
    "\\",
    "\u{feff}",
    "é",
    "9999999999",
    "-",
    "/",
    "BEGIN:VEVENT\n",
    "'",
];

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), proptest::sample::select(SIGNS.to_vec()))
            .prop_map(|(at, sign)| Change::Put(at, sign.as_bytes().to_vec())),
        (any::<usize>(), proptest::collection::vec(any::<u8>(), 1..6))
            .prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<usize>(), 1_usize..40).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<usize>(), 1_usize..60).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len().max(1);
        match change {
            Change::Put(at, put) => {
                let at = (at % length).min(bytes.len());
                bytes.splice(at..at, put.iter().copied());
            }
            Change::Cut(at, count) => {
                let at = (at % length).min(bytes.len());
                let end = (at + count).min(bytes.len());
                bytes.drain(at..end);
            }
            Change::Repeat(at, count) => {
                let at = (at % length).min(bytes.len());
                let end = (at + count).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// What holds for whatever comes in.
fn holds(bytes: Vec<u8>) {
    let Ok(imported) = import(bytes, &Options::default()) else {
        return;
    };
    let ledger = &imported.ledger;
    assert!(ledger.ids().all(|id| ledger.fate(id) != Fate::Pending));
    let _ = imported.report().to_string();
    if imported.is_empty() || is_own(&imported) {
        return;
    }
    let text = imported.json();
    let data = json::value(&text).unwrap();
    let reading = article::read(&data);
    let errors: Vec<String> = reading
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| format!("{} {} “{}”", problem.path, problem.message(), problem.found))
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    let value: Value = serde_json::from_str(&text).unwrap();
    for target in [
        Target::Csv,
        Target::Timelinejs,
        Target::Ics,
        Target::Markdown,
    ] {
        let exported = export(&value, target, &|date| date.to_string());
        if target == Target::Csv {
            let again = import(exported.text.into_bytes(), &Options::default()).unwrap();
            assert_eq!(
                again.report().events().0,
                imported.report().events().0,
                "{text}"
            );
        }
    }
}

fn is_own(imported: &Import) -> bool {
    let ledger = &imported.ledger;
    ledger.ids().any(|id| {
        ledger
            .targets(id)
            .iter()
            .any(|target| target.list == List::Same)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn changed_fixtures_do_no_harm(at in 0..ALL.len(), changes in proptest::collection::vec(change(), 1..8)) {
        // Ten thousand empty rows are slow to no end.
        prop_assume!(ALL[at] != "empty-rows.csv");
        holds(changed(bytes(ALL[at]), &changes));
    }

    #[test]
    fn text_of_any_kind_does_no_harm(text in "[ -~\n\t\\PC]{0,200}") {
        holds(text.into_bytes());
    }

    #[test]
    fn tables_of_any_cells_do_no_harm(rows in proptest::collection::vec(proptest::collection::vec("[ -~\\PC]{0,14}", 0..6), 0..6), delimiter in proptest::sample::select(vec![',', ';', '\t'])) {
        let header = ["date", "title", "text", "media", "link", "country", "type"].join(&delimiter.to_string());
        let rows: Vec<String> = rows.iter().map(|row| row.join(&delimiter.to_string())).collect();
        holds(format!("{header}\n2020{delimiter}x\n{}", rows.join("\n")).into_bytes());
    }
}
