//! An article's data held against its text, as an editor does it.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use dateline::article::{json, read};

/// The project's folder, which paths are given from.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const DATA: &str = "www/articles/human-rights-2022.json";

fn check(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("check")
        .args(arguments)
        .current_dir(ROOT)
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(told).unwrap(),
    )
}

/// The problems of `data` beside a text, as a program reads them: kind, path, message
/// and fix.
fn beside(test: &str, data: &str, ending: &str, text: &str) -> (i32, Vec<[String; 4]>) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let (json, page) = (
        folder.join("data.json"),
        folder.join(format!("page.{ending}")),
    );
    fs::write(&json, data).unwrap();
    fs::write(&page, text).unwrap();
    let (json, page) = (json.to_str().unwrap(), page.to_str().unwrap());
    let (code, told) = check(&["--format", "json", json, "--text", page]);
    let problems: Vec<serde_json::Value> = serde_json::from_str(&told).unwrap();
    let field = |problem: &serde_json::Value, key: &str| {
        let text = problem.get(key).and_then(|value| value.as_str()).unwrap();
        text.replace(page, "the page")
    };
    let problems = problems
        .iter()
        .map(|problem| ["kind", "path", "message", "fix"].map(|key| field(problem, key)));
    (code, problems.collect())
}

/// An article with one event, which has these further members.
fn event(members: &str) -> String {
    format!(
        r#"{{"headline": "x", "events": [{{"id": "a", "title": "A", "countries": ["UA"], {members}}}],
        "countries": [{{"code": "UA", "name": "Ukraine"}}, {{"code": "RU", "name": "Russia", "also": ["Moscow"]}},
        {{"code": "SD", "name": "Sudan"}}, {{"code": "SS", "name": "South Sudan"}}]}}"#
    )
}

fn kinds(problems: &[[String; 4]]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|problem| (problem[0].as_str(), problem[1].as_str()))
        .collect()
}

#[test]
fn the_demonstration_stands_in_its_page() {
    let (code, told) = check(&[DATA, "--text", "index.html"]);
    let told_all = format!(
        "48 facts have a sentence of the article, none is without\nNo problems in {DATA}\n"
    );
    assert_eq!((code, told), (0, told_all));
}

#[test]
fn every_fact_of_the_demonstration_has_its_words() {
    let text = fs::read_to_string(Path::new(ROOT).join(DATA)).unwrap();
    let article = read(&json::value(&text).unwrap()).article.unwrap();
    let mut facts = 0;
    let mut bare = Vec::new();
    let mut has = |anchored: bool, name: &str| {
        facts += 1;
        if !anchored {
            bare.push(name.to_owned());
        }
    };
    for event in &article.events {
        has(event.source.is_some(), &event.id);
    }
    for era in &article.eras {
        has(era.source.is_some(), &era.id);
    }
    for country in &article.countries {
        for claim in &country.claims {
            has(claim.source.is_some(), &claim.text);
        }
        for figure in &country.figures {
            has(figure.source.is_some(), &figure.label);
        }
    }
    assert!(facts > 40, "{facts}");
    assert_eq!(bare, [""; 0]);
}

#[test]
fn a_page_that_changed_is_told_from_the_data() {
    let page = fs::read_to_string(Path::new(ROOT).join("index.html")).unwrap();
    let changed = page
        .replace("more than 2,900 people", "more than 3,000 people")
        .replace("illegal conquest.”", "unlawful conquest.”");
    assert_ne!(page, changed);
    let (code, problems) = beside(
        "changed",
        &fs::read_to_string(Path::new(ROOT).join(DATA)).unwrap(),
        "html",
        &changed,
    );
    assert_eq!(code, 1);
    insta::assert_debug_snapshot!(problems);
}

#[test]
fn the_words_must_be_there_once() {
    let data = event(r#""date": "2022", "source": {"quote": "he said so"}"#);
    let (code, problems) = beside("twice", &data, "txt", "Then he said so. And he said so.");
    assert_eq!(code, 1);
    insta::assert_debug_snapshot!(problems);
    let data = event(r#""date": "2022", "source": {"quote": "he said so", "before": "Then"}"#);
    let (code, problems) = beside("once", &data, "txt", "Then he said so. And he said so.");
    assert_eq!((code, problems), (0, Vec::new()));
    let data = event(r#""date": "2022", "source": {"quote": "he said so", "before": "But"}"#);
    let (code, problems) = beside("context", &data, "txt", "Then he said so. And he said so.");
    assert_eq!(code, 1);
    insta::assert_debug_snapshot!(problems);
}

#[test]
fn a_quotation_must_be_verbatim() {
    let data = r#"{"headline": "x", "events": [{"id": "a", "title": "A", "date": "2022", "countries": ["UA"]}],
        "people": [{"id": "p", "name": "P"}],
        "countries": [{"code": "UA", "claims": [
            {"quote": "this is “illegal” - and wrong", "speaker": "p"},
            {"quote": "this is legal and wrong", "speaker": "p"}]}]}"#;
    let page = "# News\n\n“This is what I say: this\nis **‘illegal’** — and wrong,” said P.";
    let (code, problems) = beside("verbatim", data, "md", page);
    assert_eq!(code, 1);
    insta::assert_debug_snapshot!(problems);
}

#[test]
fn a_date_that_the_sentence_contradicts_is_told() {
    for (date, kinds_told) in [
        (r#""2022-02-24""#, 0),
        (r#""2022-02""#, 0),
        (r#""2022-02-25""#, 1),
        (r#""2021""#, 1),
        (r#""2022-02-25~""#, 0),
        (
            r#"{"value": "2022-02-25", "basis": "editor", "note": "n"}"#,
            0,
        ),
        (r#"{"value": "2022-02-26", "text": "on February 25"}"#, 1),
        (
            r#"{"value": "2022-02-25", "text": "a day later", "basis": "inferred", "from": "f"}"#,
            0,
        ),
    ] {
        let sentence = "It began on February 24, 2022, at dawn.";
        let data = event(&format!(
            r#""date": {date}, "source": {{"quote": "{sentence}"}}"#
        ));
        let (code, problems) = beside("date", &data, "txt", sentence);
        assert_eq!(code, 0);
        assert_eq!(problems.len(), kinds_told, "{date} {problems:?}");
        assert!(
            kinds(&problems)
                .iter()
                .all(|(kind, _)| *kind == "date-disagrees")
        );
    }
    // A sentence without a year has a day and a month all the same.
    let sentence = "On September 24 Ford testified before the committee.";
    for (date, kinds_told) in [
        ("2018-09-24", 0),
        ("2018-09-25", 1),
        ("2018-09", 0),
        ("2018-10", 1),
    ] {
        let data = event(&format!(
            r#""date": "{date}", "source": {{"quote": "{sentence}"}}"#
        ));
        let (_, problems) = beside("yearless", &data, "txt", sentence);
        let told = vec!["date-disagrees"; kinds_told];
        let kinds: Vec<&str> = kinds(&problems).iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, told, "{date} {problems:?}");
    }
    let sentence = "Since the coup of 1 February 2021 they fight.";
    let data = event(&format!(
        r#""date": "2022", "source": {{"quote": "{sentence}"}}"#
    ));
    assert_eq!(beside("since", &data, "txt", sentence), (0, Vec::new()));
}

#[test]
fn a_year_that_the_sentence_contradicts_is_told() {
    for (sentence, date, told) in [
        ("They met in 2019.", r#""2020""#, Some("2019")),
        ("They met in 2019.", r#""2019-05-03""#, None),
        ("They met in early 2019 and in 2021.", r#""2021""#, None),
        (
            "From 2020 until 2022 it was closed.",
            r#""2020/2022""#,
            None,
        ),
        (
            "From 2020 until 2022 it was closed.",
            r#""2021/2022""#,
            Some("2020"),
        ),
        ("In 2021 it was closed.", r#""2021/2022""#, None),
        ("They have met since 2014.", r#""2020""#, None),
        ("2000 people met.", r#""2020""#, None),
        ("They met in 2019.", r#""2020~""#, None),
        (
            "They met in 2019.",
            r#"{"value": "2020", "basis": "editor", "note": "n"}"#,
            None,
        ),
        (
            "They met again in 2019.",
            r#"{"value": "2020", "text": "in 2020"}"#,
            None,
        ),
    ] {
        let data = event(&format!(
            r#""date": {date}, "source": {{"quote": "{sentence}"}}"#
        ));
        let (_, problems) = beside("years", &data, "txt", sentence);
        let expected = told.map(|_| ("date-disagrees", "/events/0/date"));
        assert_eq!(
            kinds(&problems),
            Vec::from_iter(expected),
            "{date} {problems:?}"
        );
        let said = problems
            .first()
            .map(|problem| problem[2].contains(told.unwrap()));
        assert_eq!(said, told.map(|_| true), "{problems:?}");
    }
    for (language, sentence) in [
        ("uk", "Вони зустрілися 2019 року."),
        ("ar", "اجتمعوا في عام 2019"),
    ] {
        let data = format!(
            r#"{{"headline": "x", "language": "{language}", "countries": [{{"code": "UA", "name": "Україна"}}],
            "events": [{{"id": "a", "title": "A", "date": "2020", "countries": ["UA"], "source": {{"quote": "{sentence}"}}}}]}}"#
        );
        let (_, problems) = beside("years", &data, "txt", sentence);
        assert_eq!(kinds(&problems), [("date-disagrees", "/events/0/date")]);
    }
}

#[test]
fn a_weekday_that_the_sentence_contradicts_is_told() {
    // 21 March 2023 was a Tuesday.
    for (language, sentence, date, told) in [
        (
            "en",
            "The bridge opened on Tuesday.",
            r#""2023-03-21""#,
            None,
        ),
        (
            "en",
            "The bridge opened on Monday.",
            r#""2023-03-21""#,
            Some("says Monday, but this date is a Tuesday"),
        ),
        ("en", "The bridge opened on Monday.", r#""2023-03""#, None),
        (
            "en",
            "The bridge opened on Monday.",
            r#""2023-03-21~""#,
            None,
        ),
        (
            "en",
            "The bridge opened on Monday.",
            r#""2023-03-21/2023-03-24""#,
            None,
        ),
        (
            "en",
            "The bridge opened on Monday.",
            r#""2023-03-21T00:30+02:00""#,
            None,
        ),
        (
            "en",
            "The bridge opened on Monday.",
            r#"{"value": "2023-03-21", "basis": "inferred", "from": "f"}"#,
            None,
        ),
        (
            "en",
            "The mayor said on Monday that the bridge opened.",
            r#""2023-03-21""#,
            None,
        ),
        (
            "en",
            "The bridge opened on Friday, March 21, he said.",
            r#""2023-03-21""#,
            Some("says Friday, but"),
        ),
        (
            "uk",
            "Міст відкрили у середу.",
            r#""2023-03-21""#,
            Some("says Wednesday, but"),
        ),
        ("uk", "Міст відкрили у вівторок.", r#""2023-03-21""#, None),
        (
            "ar",
            "افتتح الجسر يوم الأحد",
            r#""2023-03-21""#,
            Some("says Sunday, but"),
        ),
        ("ar", "افتتح الجسر يوم الثلاثاء", r#""2023-03-21""#, None),
    ] {
        let data = event(&format!(
            r#""date": {date}, "source": {{"quote": "{sentence}"}}"#
        ));
        let data = data.replacen('{', &format!(r#"{{"language": "{language}", "#), 1);
        let (code, problems) = beside("weekdays", &data, "txt", sentence);
        assert_eq!(code, 0);
        let expected = told.map(|_| ("date-disagrees", "/events/0/date"));
        assert_eq!(
            kinds(&problems),
            Vec::from_iter(expected),
            "{sentence} {date} {problems:?}"
        );
        let said = problems
            .first()
            .map(|problem| problem[2].contains(told.unwrap()));
        assert_eq!(said, told.map(|_| true), "{problems:?}");
    }
    // The article's own words for the date tell more than the weekday of another day.
    let sentence = "On Monday it was closed and a day later it opened.";
    let own = event(&format!(
        r#""date": {{"value": "2023-03-21", "text": "a day later"}}, "source": {{"quote": "{sentence}"}}"#
    ));
    assert_eq!(beside("weekdays", &own, "txt", sentence), (0, Vec::new()));
    // Told once, for the article's own words.
    let sentence = "The bridge opened on Monday.";
    let data = event(&format!(
        r#""date": {{"value": "2023-03-21", "text": "on Monday"}}, "source": {{"quote": "{sentence}"}}"#
    ));
    let (_, problems) = beside("weekdays", &data, "txt", sentence);
    assert_eq!(kinds(&problems), [("wrong-weekday", "/events/0/date/text")]);
}

#[test]
fn a_country_without_a_card_is_told_too() {
    for (sentence, told) in [
        ("France answered Ukraine.", Some("“France” (FR)")),
        ("Burma answered Ukraine.", Some("“Burma” (MM)")),
        ("The Frenchman answered Ukraine.", None),
        ("It spread to South Sudan.", Some("“South Sudan” (SS)")),
    ] {
        let data = event(&format!(
            r#""date": "2022", "source": {{"quote": "{sentence}"}}"#
        ));
        let (_, problems) = beside("others", &data, "txt", sentence);
        let expected = told.map(|_| ("country-not-named", "/events/0/countries"));
        assert_eq!(kinds(&problems), Vec::from_iter(expected), "{problems:?}");
        let said = problems
            .first()
            .map(|problem| problem[2].contains(told.unwrap()));
        assert_eq!(said, told.map(|_| true), "{problems:?}");
    }
}

#[test]
fn a_country_that_the_event_does_not_name_is_told() {
    let data = |sentence: &str| {
        event(&format!(
            r#""date": "2022", "source": {{"quote": "{sentence}"}}"#
        ))
    };
    for (sentence, path) in [
        ("Moscow answered Ukraine.", Some("Moscow")),
        ("It spread to South Sudan.", Some("South Sudan")),
        ("It spread to Sudan.", Some("Sudan")),
        ("Ukraine answered Muscovites.", None),
    ] {
        let (code, problems) = beside("country", &data(sentence), "txt", sentence);
        assert_eq!(code, 0);
        let expected = path.map(|_| ("country-not-named", "/events/0/countries"));
        assert_eq!(kinds(&problems), Vec::from_iter(expected), "{problems:?}");
        let told = problems
            .first()
            .map(|problem| problem[2].contains(&format!("“{}”", path.unwrap())));
        assert_eq!(told, path.map(|_| true));
    }
    let sentence = "Moscow answered Ukraine.";
    let era = data(sentence).replace(
        r#""events": ["#,
        r#""eras": [{"id": "e", "title": "E", "date": "2022", "countries": ["RU"],
        "source": {"quote": "Moscow answered Ukraine."}}], "events": ["#,
    );
    let era = era.replace(r#""countries": ["UA"],"#, r#""countries": ["UA", "RU"],"#);
    let (_, problems) = beside("era", &era, "txt", sentence);
    assert_eq!(
        kinds(&problems),
        [("country-not-named", "/eras/0/countries")]
    );
    assert!(
        problems
            .iter()
            .all(|problem| problem[2].ends_with("(UA), which the era does not name."))
    );
}

#[test]
fn dates_in_other_languages_and_of_eras_are_held_against_their_sentences() {
    for (language, sentence, date, told) in [
        ("uk", "Це сталося 24 лютого 2022 року.", "2022-02-24", 0),
        ("uk", "Це сталося 24 лютого 2022 року.", "2022-02-23", 1),
        ("uk", "Подано 24.02.2022.", "2022-02-23", 1),
        ("ar", "في 24 فبراير 2022", "2022-02-24", 0),
        ("ar", "في 24 فبراير 2022", "2022-03", 1),
        ("fr", "Le 24 février 2022", "2021", 0),
        ("fr", "Signé 2022-02-24.", "2022-02-25", 1),
    ] {
        let data = format!(
            r#"{{"headline": "x", "language": "{language}",
            "events": [{{"id": "a", "title": "A", "date": "1990", "countries": ["UA"]}}],
            "eras": [{{"id": "b", "title": "B", "date": "{date}", "source": {{"quote": "{sentence}"}}}}]}}"#
        );
        let (code, problems) = beside("eras", &data, "txt", sentence);
        assert_eq!(code, 0);
        let expected = vec![("date-disagrees", "/eras/0/date"); told];
        assert_eq!(kinds(&problems), expected, "{date} {problems:?}");
    }
}

#[test]
fn a_claim_without_a_speaker_is_told() {
    let data = r#"{"headline": "x", "people": [{"id": "p", "name": "P"}],
        "events": [{"id": "a", "title": "A", "date": "2022", "countries": ["UA"]}],
        "countries": [{"code": "UA", "claims": [
            {"text": "It is so", "source": {"quote": "It is so."}},
            {"text": "It is so", "speaker": "p", "source": {"quote": "It is so."}}]}]}"#;
    let (code, problems) = beside("speaker", data, "txt", "It is so.");
    assert_eq!(code, 0);
    let expected = [("claim-without-speaker", "/countries/0/claims/0/speaker")];
    assert_eq!(kinds(&problems), expected);
}

#[test]
fn what_was_worked_out_needs_a_sentence() {
    let data = event(r#""date": {"value": "2022", "basis": "inferred", "from": "x"}"#);
    let (code, problems) = beside("inferred", &data, "txt", "words");
    assert_eq!(code, 0);
    insta::assert_debug_snapshot!(problems);
    let data = event(
        r#""date": {"value": "2022", "basis": "inferred", "from": "x"}, "source": {"quote": "words"}"#,
    );
    assert_eq!(beside("from", &data, "txt", "words"), (0, Vec::new()));
}

#[test]
fn a_text_that_cannot_be_read_is_told() {
    let (code, told) = check(&[DATA, "--text", "tests/fixtures/none.html"]);
    assert_eq!(code, 2);
    assert!(
        told.contains("tests/fixtures/none.html cannot be read"),
        "{told}"
    );
    let (code, told) = check(&[DATA, DATA, "--text", "index.html"]);
    assert_eq!(code, 2);
    assert!(told.contains("a single FILE"), "{told}");
}
