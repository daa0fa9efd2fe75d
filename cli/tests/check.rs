//! The command `dateline check`, run as an editor runs it.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// The project's folder, which paths are given from.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Runs `dateline check` on fixtures.
fn check(arguments: &[&str], stdin: &[u8]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let mut child = command
        .arg("check")
        .args(arguments)
        .current_dir(ROOT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever is called wrongly may end before reading.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    let output = child.wait_with_output().unwrap();
    let told = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(told).unwrap(),
    )
}

#[test]
fn a_good_article_has_no_problems() {
    let (code, told) = check(&["tests/fixtures/full.json"], b"");
    assert_eq!(
        (code, told.as_str()),
        (0, "No problems in tests/fixtures/full.json\n")
    );
}

/// Whoever has no country's code may be named by the id's neighbour, by name or by its letters.
#[test]
fn a_card_that_is_misnamed_is_found() {
    let data = r#"{"headline": "h", "events": [
        {"id": "a", "title": "A", "date": "2022", "countries": ["nightlin", "The Company", "EPL", "PRT"]}
    ], "countries": [
        {"id": "nightline", "name": "Nightline", "also": ["the company"]},
        {"id": "league", "name": "European Passengers’ League", "short": "EPL"},
        {"id": "US", "name": "United States"}
    ]}"#;
    let (code, told) = check(&["-"], data.as_bytes());
    assert_eq!(code, 1);
    let helps: Vec<&str> = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("= help: "))
        .collect();
    assert_eq!(
        helps,
        [
            "Write \"nightline\".",
            "Write \"nightline\".",
            "Write \"league\".",
            "Write \"PT\".",
            "Did you mean “code”?",
        ],
        "{told}"
    );
}

#[test]
fn warnings_alone_are_no_failure() {
    let (code, told) = check(&["tests/fixtures/keys.json"], b"");
    assert_eq!(code, 0);
    insta::assert_snapshot!(told);
}

#[test]
fn errors_are_printed_with_line_column_and_caret() {
    let (code, told) = check(&["tests/fixtures/dates.json"], b"");
    assert_eq!(code, 1);
    insta::assert_snapshot!(told);
}

#[test]
fn letters_beyond_ascii_keep_the_caret_in_place() {
    let (code, told) = check(&["tests/fixtures/ukrainian.json"], b"");
    assert_eq!(code, 0);
    insta::assert_snapshot!(told);
}

#[test]
fn machines_get_one_array_for_all_files() {
    let files = [
        "tests/fixtures/addresses.json",
        "tests/fixtures/minimal.json",
        "tests/fixtures/weekdays.json",
    ];
    let (code, told) = check(&[&["--format", "json"], &files[..]].concat(), b"");
    assert_eq!(code, 1);
    let all: Vec<serde_json::Value> = serde_json::from_str(&told).unwrap();
    assert_eq!(all.len(), 8);
    insta::assert_snapshot!(told);
}

#[test]
fn a_correction_of_what_is_not_there_is_told_with_what_was_meant() {
    let correction = |what: &str, rest: &str| {
        let data = format!(
            r#"{{"headline": "x", "people": [{{"id": "press-office", "name": "P"}}],
            "events": [{{"id": "opening", "title": "A", "date": "2022", "countries": ["UA"]}}],
            "countries": [{{"code": "UA", "name": "Ukraine", "claims": [{{"text": "t", "speaker": "press-office"}}],
                "figures": [{{"value": 1, "label": "l"}}]}}],
            "corrections": [{{"date": "2023-03-22", "what": "{what}"{rest}}}]}}"#
        );
        let (code, told) = check(&["--format", "json", "-"], data.as_bytes());
        assert_eq!(code, 0, "{told}");
        let (_, text) = check(&["-"], data.as_bytes());
        let all: Vec<serde_json::Value> = serde_json::from_str(&told).unwrap();
        all.iter()
            .map(|one| {
                assert_eq!(
                    (&one["kind"], &one["path"], &one["severity"]),
                    (
                        &"unknown-correction".into(),
                        &"/corrections/0/what".into(),
                        &"warning".into()
                    )
                );
                let said = ["message", "fix"].map(|part| one[part].as_str().unwrap().to_owned());
                assert!(text.contains(&said[0]) && text.contains(&said[1]), "{text}");
                said.join(" ")
            })
            .collect::<Vec<String>>()
    };
    let now = r#", "was": "a", "now": "b""#;
    for what in [
        "events/opening/date",
        "people/press-office",
        "countries/UA/claims/0",
        "/countries/UA/figures/0/value",
        "headline",
    ] {
        assert_eq!(correction(what, now), [""; 0], "{what}");
    }
    // What was taken away may be gone.
    assert_eq!(
        correction("countries/UA/claims/1", r#", "was": "a""#),
        [""; 0]
    );
    for (what, fix) in [
        (
            "events/openning/date",
            "Did you mean “events/opening/date”?",
        ),
        ("/event/opening", "Did you mean “events/opening”?"),
        ("people/presoffice", "Did you mean “people/press-office”?"),
        ("countries/ua", "Did you mean “countries/UA”?"),
        ("countries/UK", "Write a path such as"),
        ("heading", "Did you mean “headline”?"),
        ("events/closing", "Write a path such as"),
        ("countries/DE/claims/0", "Write a path such as"),
        (
            "countries/UA/claims/1",
            "“countries/UA/claims” ends before it, with 1 in all",
        ),
        (
            "countries/UA/figures/3",
            "“countries/UA/figures” ends before it, with 1 in all",
        ),
    ] {
        let told = correction(what, now);
        let is_told = matches!(&told[..], [one] if one.contains(fix));
        assert!(is_told, "{what}: {told:?}");
    }
}

#[test]
fn no_problems_are_an_empty_array() {
    let (code, told) = check(&["--format", "json", "tests/fixtures/minimal.json"], b"");
    assert_eq!((code, told.as_str()), (0, "[]\n"));
}

#[test]
fn the_standard_input_is_a_file_too() {
    let text = br#"{"headline": "x", "events": [
  {"id": "a", "title": "A", "date": "2022", "countries": ["UA"], "countries": ["RU"]},
]}"#;
    let (code, told) = check(&["-"], text);
    assert_eq!(code, 1);
    insta::assert_snapshot!(told);
}

#[test]
fn a_name_that_stands_twice_is_told() {
    let text = br#"{"headline": "x", "headline": "y", "events": [
  {"id": "a", "title": "A", "date": "2022", "countries": ["UA"], "countries": ["RU"]}
]}"#;
    let (code, told) = check(&["-"], text);
    assert_eq!(code, 0);
    insta::assert_snapshot!(told);
}

#[test]
fn what_cannot_be_read_is_worse_than_what_is_wrong() {
    let (code, told) = check(
        &["tests/fixtures/dates.json", "tests/fixtures/none.json"],
        b"",
    );
    assert_eq!(code, 2);
    assert!(
        told.contains("tests/fixtures/none.json cannot be read"),
        "{told}"
    );
    let (code, told) = check(&["-"], b"{\"headline\": \"\xff\"}");
    assert_eq!(code, 2);
    assert!(told.contains("it is not UTF-8 at byte 14"), "{told}");
    let (code, _) = check(&["tests"], b"");
    assert_eq!(code, 2);
    let (code, _) = check(&[], b"");
    assert_eq!(code, 2);
}

#[test]
fn endless_lines_and_depths_are_told_by_place_alone() {
    let filler = "x".repeat(3_000);
    let text = format!(
        r#"{{"headline": "{filler}", "events": [{{"id": "a", "title": "A", "date": "20"}}]}}"#
    );
    let (code, told) = check(&["-"], text.as_bytes());
    assert_eq!(code, 1);
    assert!(!told.contains(&filler));
    assert!(told.contains("--> stdin:1:3063"), "{told}");
    let (code, told) = check(&["-"], "[".repeat(5_000_000).as_bytes());
    assert_eq!(code, 1);
    assert!(told.contains("error[too-deep]"), "{told}");
}

#[test]
fn a_terminal_is_never_sent_what_the_data_holds_of_controls() {
    for format in ["text", "json"] {
        let (code, told) = check(&["--format", format, "tests/fixtures/control.json"], b"");
        assert_eq!(code, 1);
        assert!(
            !told.contains(|c: char| c.is_control() && c != '\n'),
            "{told}"
        );
    }
}

/// A file with a hundred mistakes, as an editor may hand it in: each is named with its place
/// and with what to write.
#[test]
fn a_hundred_mistakes_are_told_in_one_run() {
    let (code, told) = check(&["tests/fixtures/hundred.json"], b"");
    assert_eq!(code, 1);
    insta::assert_snapshot!(told);
}

/// A file of its own, taken away in the end.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Scratch {
        let file = format!("dateline-check-{}-{name}.json", std::process::id());
        let path = std::env::temp_dir().join(file);
        std::fs::write(&path, text).unwrap();
        Scratch(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.0).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn certain_cures_are_written_with_the_formatting_kept() {
    let text = "{\n\t\"headline\":   \"x\", // yes\n\t\"events\": [ {\"id\": \"a\",\"title\":'A',\n\
        \t\t\"date\": \"23 August 2018\",   \"countries\": [\"UK\"]}, ]\n}\n";
    let file = Scratch::new("fix", text);
    let (code, told) = check(&["--fix", "--dry-run", file.path()], b"");
    assert_eq!((code, file.text().as_str()), (0, text));
    assert!(told.contains("-\t\"headline\":   \"x\", // yes"), "{told}");
    assert!(!told.contains("problem"), "{told}");
    let (code, told) = check(&["--fix", file.path()], b"");
    assert_eq!(code, 0, "{told}");
    assert!(
        told.ends_with(&format!("No problems in {}\n", file.path())),
        "{told}"
    );
    let mended = "{\n\t\"headline\":   \"x\", \n\t\"events\": [ {\"id\": \"a\",\"title\":\"A\",\n\
        \t\t\"date\": \"2018-08-23\",   \"countries\": [\"GB\"]} ]\n}\n";
    assert_eq!(file.text(), mended);
    let (_, told) = check(&["--fix", file.path()], b"");
    assert!(told.starts_with("Nothing in"), "{told}");
    assert_eq!(file.text(), mended);
}

#[test]
fn what_may_mean_several_things_is_left_to_the_editor() {
    let text = r#"{"headline": "x", "people": [{"id": "smith", "name": "S"}], "events": [
        {"id": "a", "title": "A", "date": "03/09/2018", "countries": ["US"], "people": ["smit"]}]}"#;
    let file = Scratch::new("left", text);
    let (code, told) = check(&["--fix", file.path()], b"");
    assert_eq!((code, file.text().as_str()), (1, text));
    assert!(
        told.contains(r#"Write "2018-03-09" or "2018-09-03"."#),
        "{told}"
    );
    assert!(told.contains(r#"Write "smith"."#), "{told}");
}

#[test]
fn an_article_without_countries_draws_one_remark() {
    let event = |id: usize| format!(r#"{{"id": "e{id}", "title": "A", "date": "2018"}}"#);
    let events: Vec<String> = (0..40).map(event).collect();
    let data = format!(r#"{{"headline": "x", "events": [{}]}}"#, events.join(", "));
    let (code, told) = check(&["-"], data.as_bytes());
    assert_eq!(code, 0);
    assert!(told.contains("No event names a country"), "{told}");
    assert!(told.ends_with("1 warning in stdin\n"), "{told}");
}

#[test]
fn what_is_hardly_meant_is_told() {
    let data = |rest: &str| format!(r#"{{"headline": "x", "published": "2023-03-21", {rest}}}"#);
    let event = |rest: &str| {
        data(&format!(
            r#""events": [{{"id": "a", "title": "A", "countries": ["AU"], {rest}}}]"#
        ))
    };
    for (text, kind) in [
        (
            data(
                r#""language": "english", "events": [{"id": "a", "title": "A", "date": "2018", "countries": ["US"]}]"#,
            ),
            "invalid-language",
        ),
        (event(r#""date": "2030-01""#), "event-to-come"),
        (event(r#""date": "2021-22""#), "northern-season"),
        (
            event(r#""date": "2021", "text": "<i>x</i>""#),
            "markup-in-text",
        ),
        (
            data(
                r#""events": [{"id": "a", "title": "A", "date": "2018", "countries": ["US"]}],
                "countries": [{"code": "US", "figures": [{"value": 2900, "label": "2,900 people"}]}]"#,
            ),
            "repeated-value",
        ),
    ] {
        let (_, told) = check(&["-"], text.as_bytes());
        assert!(told.contains(&format!("warning[{kind}]")), "{kind}: {told}");
        assert!(told.ends_with("1 warning in stdin\n"), "{told}");
    }
    for text in [
        event(r#""date": {"value": "2030-01", "text": "in 2030"}"#),
        event(r#""date": "2021-30""#),
        event(r#""date": "2021", "text": "R&D, x < y""#),
    ] {
        let (_, told) = check(&["-"], text.as_bytes());
        assert_eq!(told, "No problems in stdin\n");
    }
}
