//! What `dateline check` says to write instead, as an editor reads it: a row a mistake.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// What `dateline check` prints for data from the standard input.
fn check(data: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(data.as_bytes()).unwrap();
    drop(stdin);
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

/// An article with these members of an event, and these of its own.
fn article(event: &str, rest: &str) -> String {
    format!(
        r#"{{"headline": "x", "published": "2023-03-21",
  "people": [{{"id": "lighthizer", "name": "Robert Lighthizer"}}, {{"id": "essay", "name": "The essay"}}],
  "events": [{{"id": "a", "title": "A", {event}}}]{rest}}}"#
    )
}

/// Rows of which the cure is not there, with what is said instead.
fn missing(rows: &[(String, &str)]) -> String {
    let wrong = rows.iter().filter_map(|(data, cure)| {
        let told = check(data);
        let help = format!("= help: {cure}");
        (!told.contains(&help)).then(|| format!("not “{cure}”:\n{told}"))
    });
    wrong.collect::<Vec<_>>().join("\n")
}

#[test]
fn dates_have_their_codes() {
    let as_code = r#"Write it as code, such as "2022-02-24", "2022-02", "2022" or "199X"; "XXXX" when it is not known."#;
    let rows = [
        (r#""""#, as_code),
        ("null", as_code),
        ("1997", r#"Write "1997"."#),
        ("2018", r#"Write "2018"."#),
        (
            r#"{"year": "1997", "month": "6"}"#,
            r#"Write the date as code: "1997-06"."#,
        ),
        (r#""September 2011""#, r#"Write "2011-09"."#),
        (r#""1st of May 2012""#, r#"Write "2012-05-01"."#),
        (r#""2011/09/03""#, r#"Write "2011-09-03"."#),
        (r#""3.9.2011""#, r#"Write "2011-09-03" or "2011-03-09"."#),
        (r#""08/23/2018""#, r#"Write "2018-08-23"."#),
        (r#""23 August 2018""#, r#"Write "2018-08-23"."#),
        (r#""c. 2012""#, r#"Write "2012~"."#),
        (r#""summer 2001""#, r#"Write "2001-22"."#),
        (r#""before 2001""#, r#"Write "[..2000]"."#),
        (r#""2018-8-23""#, r#"Write "2018-08-23"."#),
        (r#""1990s""#, r#"Write "199X"."#),
        (r#""2001-Q3""#, r#"Write "2001-35"."#),
        (
            r#""2017-04-06 - 2017-04-07""#,
            r#"Write "2017-04-06/2017-04-07"."#,
        ),
        (r#""2001/present""#, r#"Write "2001/.."."#),
        (
            r#""2016-12-31T23:59:60Z""#,
            r#"Write "2016-12-31T23:59:59Z"."#,
        ),
        (r#"{"value": "23 August 2018"}"#, r#"Write "2018-08-23"."#),
    ];
    let data = |date: &str| article(&format!(r#""countries": ["US"], "date": {date}"#), "");
    let rows = rows.map(|(date, cure)| (data(date), cure));
    assert_eq!(missing(&rows), "");
}

#[test]
fn a_southern_summer_has_a_season_of_its_own() {
    let data = article(r#""date": "2021-22", "countries": ["AU"]"#, "");
    assert_eq!(missing(&[(data, r#"Write "2021-30"."#)]), "");
}

#[test]
fn names_of_countries_have_their_codes() {
    let rows = [
        ("UK", r#"Write "GB"."#),
        ("USA", r#"Write "US"."#),
        ("United States", r#"Write "US"."#),
    ];
    let event = |name| article(&format!(r#""date": "2018", "countries": ["{name}"]"#), "");
    let card = |name| {
        let countries = format!(r#", "countries": [{{"code": "{name}"}}]"#);
        article(r#""date": "2018", "countries": ["FR"]"#, &countries)
    };
    let rows = rows.map(|(name, cure)| [(event(name), cure), (card(name), cure)]);
    assert_eq!(missing(rows.as_flattened()), "");
}

#[test]
fn references_have_the_id_that_is_near() {
    let plain = r#""date": "2018", "countries": ["US"]"#;
    let card = |members: &str| {
        article(
            plain,
            &format!(r#", "countries": [{{"code": "US", {members}}}]"#),
        )
    };
    let rows = [
        (
            article(&format!(r#"{plain}, "people": ["lighthiser"]"#), ""),
            r#"Write "lighthizer"."#,
        ),
        (
            article(&format!(r#"{plain}, "people": ["esay"]"#), ""),
            r#"Write "essay"."#,
        ),
        (
            card(r#""claims": [{"text": "t", "speaker": "lighthiser"}]"#),
            r#"Write "lighthizer"."#,
        ),
        (
            card(r#""claims": [{"text": "t", "speaker": "essay", "via": "esay"}]"#),
            r#"Write "essay"."#,
        ),
        (
            card(r#""figures": [{"value": 1, "label": "l", "speaker": "esay"}]"#),
            r#"Write "essay"."#,
        ),
        (
            card(r#""claims": [{"text": "t", "speaker": "essay", "events": ["aa"]}]"#),
            r#"Write "a"."#,
        ),
    ];
    assert_eq!(missing(&rows), "");
}

#[test]
fn fields_have_the_name_that_was_meant() {
    let plain = r#""date": "2018", "countries": ["US"]"#;
    let figure = r#", "countries": [{"code": "US", "figures": [{"value": 1, "unit": "dollars"}]}]"#;
    let rows = [
        (
            article(r#""date": "2018", "country": "US""#, ""),
            r#"Write it as "countries": ["US"]."#,
        ),
        (
            article(
                &format!(r#"{plain}, "image": {{"url": "a.png", "alt": "x"}}"#),
                "",
            ),
            "Did you mean “src”?",
        ),
        (
            article(&format!(r#"{plain}, "url": "https://news.example/a""#), ""),
            r#"Write it as "links": [{"url": "https://news.example/a", "text": "news.example"}]."#,
        ),
        (article(plain, figure), "Add “label” to it."),
        (
            article(&format!(r#"{plain}, "description": "d""#), ""),
            "Did you mean “text”?",
        ),
    ];
    assert_eq!(missing(&rows), "");
}

#[test]
fn texts_hold_no_signs_of_html() {
    let rows = [
        (
            article(
                r#""date": "2018", "countries": ["US"], "text": "Caf&eacute; <b>Central</b>""#,
                "",
            ),
            r#"Write "Café Central"."#,
        ),
        (
            article(
                r#""date": "2018", "countries": ["US"]"#,
                r#", "language": "english""#,
            ),
            r#"Write "en"."#,
        ),
    ];
    assert_eq!(missing(&rows), "");
}

#[test]
fn what_is_no_json_is_named() {
    let event = r#"{"id": "a", "title": "A", "date": "2018", "countries": ["US"]}"#;
    let row = |data: String, cure| (data, cure);
    let rows = [
        row(
            format!(r#"{{“headline”: "x", "events": [{event}]}}"#),
            "Write straight ones (\") around it.",
        ),
        row(
            format!(r#"{{'headline': "x", "events": [{event}]}}"#),
            "Write straight double ones (\") around it.",
        ),
        row(
            format!("{{\"headline\": \"x\", // a remark\n\"events\": [{event}]}}"),
            "Delete it.",
        ),
        row(
            format!(r#"{{"headline": "x", "events": [{event},]}}"#),
            "Delete it.",
        ),
        row(
            format!("{{\"headline\": \"x, \"events\": [{event}]}}"),
            "Close it with a straight quotation mark (\").",
        ),
        row(
            format!("{{\"headline\": \"x\n y\", \"events\": [{event}]}}"),
            "Write \\n for a line break and \\t for a tab, or put the text into one line.",
        ),
        row(
            format!("\u{feff}{{\"headline\": \"x\", \"events\": [{event}]}}"),
            "Save it as UTF-8 without a byte order mark.",
        ),
        row(
            format!(
                r#"{{"headline": "x", "events": [{event}], "countries": [{{"code": "US", "figures": [{{"value": 1,419, "label": "l"}}]}}]}}"#
            ),
            "Write it without: 1419.",
        ),
    ];
    assert_eq!(missing(&rows), "");
    let both = format!("{{“headline”: \"x\", // a remark\n'events': [{event},],}}");
    let told = check(&both);
    assert_eq!(told.matches("error[invalid-json]").count(), 5, "{told}");
}

/// Runs `dateline check` with `arguments` on a file of its own.
fn fixed(name: &str, data: &str, arguments: &[&str]) -> (String, String) {
    let file = format!("dateline-cures-{}-{name}.json", std::process::id());
    let path: PathBuf = std::env::temp_dir().join(file);
    fs::write(&path, data).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("check")
        .args(arguments)
        .arg(&path)
        .output()
        .unwrap();
    let after = fs::read_to_string(&path).unwrap();
    let _ = fs::remove_file(&path);
    (String::from_utf8(output.stdout).unwrap(), after)
}

/// Formatting, order and what is not certain stay as they are.
#[test]
fn only_what_is_certain_is_written() {
    let data = "{\n\t'headline':\t\"x\",\r\n    \"events\": [\n  { \"id\":\"a\", \"title\": \"A\",\n\n      \
        \"date\": \"c. 2012\",\"countries\" : [ \"UK\" , \"Atlantis\" ], \"people\": [\"esay\"] },\n  \
        {\"id\": \"b\", \"title\": \"B\", \"date\": \"3.9.2011\", \"country\": \"USA\"}\n  ],\n\
        \"people\": [{\"id\": \"essay\", \"name\": \"The essay\"}] }";
    let (told, after) = fixed("dry", data, &["--fix", "--dry-run"]);
    assert_eq!(after, data);
    for line in [
        "-\t'headline':\t\"x\",",
        "+\t\"headline\":\t\"x\",",
        "\"2012~\"",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let (told, after) = fixed("wet", data, &["--fix"]);
    let mended = data
        .replace("'headline'", "\"headline\"")
        .replace("c. 2012", "2012~")
        .replace("UK", "GB")
        .replace("\"country\": \"USA\"", "\"countries\": [\"US\"]");
    assert_eq!(after, mended, "{told}");
    // What is left is said after the diff.
    assert!(
        told.contains(r#"Write "2011-09-03" or "2011-03-09"."#),
        "{told}"
    );
    assert!(told.contains("Atlantis"), "{told}");
}
