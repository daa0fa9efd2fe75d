//! Nothing vanishes: each cell and field of each fixture, found by readers of the tests' own,
//! is known to the ledger; and where the ledger says it stands, it stands.

use dateline::import::{Fate, Import, List, Made, Place, Reason, plain};
use serde_json::Value;

use super::fixtures::{ALL, all, bytes, read};

/// The article as JSON.
fn article(import: &Import) -> Value {
    match &import.article {
        Made::Draft(draft) => serde_json::to_value(draft).unwrap(),
        Made::Whole(value) => value.clone(),
    }
}

/// The words of a text, without what HTML and formats add.
fn words(text: &str) -> Vec<String> {
    let clean = text.split(|c: char| !c.is_alphanumeric());
    clean
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// All texts of a value.
fn texts(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => {
            into.push(' ');
            into.push_str(text);
        }
        Value::Array(list) => list.iter().for_each(|item| texts(item, into)),
        Value::Object(members) => members.values().for_each(|item| texts(item, into)),
        other => {
            into.push(' ');
            into.push_str(&other.to_string());
        }
    }
}

/// Whether the member of the article that a target names is there; `date/text` of a date that
/// is only its value is the value.
fn at<'v>(article: &'v Value, path: &str) -> Option<&'v Value> {
    article.pointer(path).or_else(|| {
        let date = path
            .strip_suffix("/text")
            .filter(|path| path.ends_with("/date"))?;
        article.pointer(date)
    })
}

#[test]
fn every_piece_has_a_fate_and_it_is_true() {
    for name in all() {
        let import = read(name);
        let article = article(&import);
        let ledger = &import.ledger;
        let told: std::collections::HashSet<_> = ledger
            .entries()
            .iter()
            .flat_map(|entry| entry.pieces.iter())
            .collect();
        for id in ledger.ids() {
            let text = ledger.text(id);
            let place = ledger.place(id);
            match ledger.fate(id) {
                Fate::Pending => panic!("{name} {place:?}: “{text}” was forgotten"),
                Fate::Blank => assert!(
                    text.trim().is_empty(),
                    "{name} {place:?}: “{text}” is not blank"
                ),
                Fate::Guided => {}
                Fate::Reported => assert!(
                    told.contains(&id),
                    "{name} {place:?}: “{text}” is in no remark"
                ),
                Fate::Became(_) => {
                    for target in ledger.targets(id) {
                        if target.list == List::Same {
                            let Place::Path(path) = &place else {
                                panic!("{place:?}")
                            };
                            assert!(article.pointer(path).is_some(), "{name} {path}");
                            continue;
                        }
                        let path = target.path();
                        let there = at(&article, &path);
                        assert!(
                            there.is_some(),
                            "{name} {place:?}: “{text}” is not at {path}"
                        );
                        holds(name, text, there.unwrap(), &path, told.contains(&id));
                    }
                }
            }
        }
    }
}

/// Whether a member holds the words of a piece. Dates are said otherwise; a remark may tell
/// what was left of a piece.
fn holds(name: &str, text: &str, there: &Value, path: &str, is_told: bool) {
    let by_value = [
        "/date",
        "/calendar",
        "/countries",
        "/people",
        "/key",
        "/kind",
        "/published",
        "/width",
        "/height",
    ];
    if by_value.iter().any(|end| path.ends_with(end)) || is_told {
        return;
    }
    let mut held = String::new();
    texts(there, &mut held);
    let held = words(&held);
    let marked = plain(text);
    let own = if text.contains('<') || text.contains('&') {
        words(&marked.text)
    } else {
        words(text)
    };
    for word in own {
        assert!(
            held.contains(&word),
            "{name}: “{word}” of “{text}” is not in {path}: {there}"
        );
    }
}

#[test]
fn nothing_is_merely_unused_in_the_sheets() {
    // A remark that says nothing but “not used” is a reader that forgot something.
    for name in ALL
        .into_iter()
        .filter(|name| name.contains("timelinejs") || name.ends_with("csv"))
    {
        let import = read(name);
        let unused: Vec<_> = import
            .ledger
            .entries()
            .iter()
            .filter(|entry| entry.reason == Reason::NotUsed)
            .flat_map(|entry| {
                entry
                    .pieces
                    .iter()
                    .map(|piece| import.ledger.text(*piece).to_string())
            })
            .collect();
        assert!(unused.is_empty(), "{name}: {unused:?}");
    }
}

/// The cells of the ledger, by row and column.
fn cell(import: &Import, sheet: u16, row: u32, column: u32) -> Option<&str> {
    let ledger = &import.ledger;
    let id = ledger
        .ids()
        .find(|id| ledger.place(*id) == Place::Cell { sheet, row, column })?;
    Some(ledger.text(id))
}

#[test]
fn every_cell_of_a_table_is_a_piece() {
    for (name, delimiter) in [
        ("timelinejs-3.csv", b','),
        ("timelinejs-1.csv", b','),
        ("dates.csv", b','),
        ("no-header.csv", b','),
        ("own-columns.csv", b','),
        ("german.csv", b';'),
        ("utf16.tsv", b'\t'),
    ] {
        let import = read(name);
        let bytes = bytes(name);
        let text = match name {
            "german.csv" => bytes
                .iter()
                .map(|byte| match byte {
                    0x84 => '„',
                    0x93 => '“',
                    0x96 => '–',
                    byte => char::from(*byte),
                })
                .collect(),
            "utf16.tsv" => {
                let units: Vec<u16> = bytes
                    .chunks(2)
                    .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                    .collect();
                String::from_utf16(&units)
                    .unwrap()
                    .trim_start_matches('\u{feff}')
                    .to_string()
            }
            _ => String::from_utf8(bytes)
                .unwrap()
                .trim_start_matches('\u{feff}')
                .to_string(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut count = 0;
        for (row, record) in (1..).zip(reader.records()) {
            for (column, own) in (1..).zip(record.unwrap().iter()) {
                if own.trim().is_empty() {
                    continue;
                }
                count += 1;
                let found = cell(&import, 0, row, column);
                assert_eq!(found, Some(own), "{name} row {row}, column {column}");
            }
        }
        assert!(count > 8, "{name}");
    }
}

#[test]
fn every_value_of_json_is_a_piece() {
    fn walk(value: &Value, path: &str, take: &mut dyn FnMut(&str, String)) {
        match value {
            Value::Array(list) => list
                .iter()
                .enumerate()
                .for_each(|(at, item)| walk(item, &format!("{path}/{at}"), take)),
            Value::Object(members) => members.iter().for_each(|(key, item)| {
                walk(
                    item,
                    &format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")),
                    take,
                );
            }),
            Value::String(text) => take(path, text.clone()),
            Value::Null => {}
            other => take(path, other.to_string()),
        }
    }
    for name in ALL.into_iter().filter(|name| name.ends_with("json")) {
        let import = read(name);
        let text = String::from_utf8(bytes(name)).unwrap();
        let (from, to) = (
            text.find(['{', '[']).unwrap(),
            text.rfind(['}', ']']).unwrap(),
        );
        let value: Value = serde_json::from_str(&text[from..=to]).unwrap();
        walk(&value, "", &mut |path, own| {
            let place = Place::Path(path.into());
            let ledger = &import.ledger;
            let found = ledger
                .ids()
                .filter(|id| ledger.place(*id) == place)
                .any(|id| ledger.text(id) == own);
            assert!(found, "{name} {path}: {own}");
        });
    }
}

#[test]
fn every_word_of_a_text_is_in_a_piece() {
    for name in [
        "archieml.aml",
        "notes.mw",
        "council.ics",
        "page.html",
        "table.html",
        "quotes.csv",
    ] {
        let import = read(name);
        let ledger = &import.ledger;
        let mut held: Vec<String> = Vec::new();
        for id in ledger.ids() {
            held.extend(words(ledger.text(id)));
            if let Place::Line(_, name) | Place::Path(name) = ledger.place(id) {
                held.extend(words(&name));
            }
        }
        let text = String::from_utf8(bytes(name))
            .unwrap()
            .replace("\r\n ", "")
            .replace("\\n", "\n");
        // The signs of the formats themselves, and what frames a page's words.
        let own = [
            "begin",
            "end",
            "vcalendar",
            "vevent",
            "vtimezone",
            "standard",
            "daylight",
            "valarm",
            "vtodo",
            "events",
            "links",
            "skip",
            "endskip",
            "ignore",
            "section",
            "endsection",
            "every",
            "tzid",
            "value",
            "date",
            "cn",
            "a",
            "name",
            "europe",
            "berlin",
            "moon",
            "base",
            "https",
            "g",
            "example",
            "beans",
            "plants",
            "weather",
            "out",
        ];
        let text = if name.ends_with("html") {
            plain(&text).text
        } else {
            text
        };
        for word in words(&text) {
            assert!(
                held.contains(&word) || own.contains(&word.as_str()),
                "{name}: “{word}” is in no piece"
            );
        }
    }
}
