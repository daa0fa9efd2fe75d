//! The views as Yew's server renderer writes them: one snapshot a situation, with a
//! line a tag so that a difference can be read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::rc::Rc;

use dateline::{
    article::{Article, json, read},
    explore::Action,
    timeline::Move,
};
use dateline_cli::{context, rendered};

const DEMONSTRATION: &str = include_str!("../www/articles/human-rights-2022.json");

fn article(text: &str) -> Rc<Article> {
    Rc::new(read(&json::value(text).unwrap()).article.unwrap())
}

fn fixture(name: &str) -> Rc<Article> {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    article(&std::fs::read_to_string(path).unwrap())
}

/// The widget's HTML after `actions`, one tag a line.
fn after(article: Rc<Article>, actions: &[Action]) -> String {
    let mut context = context(article, "dateline", false);
    for action in actions {
        if let Some(state) = context.state.reduced(action) {
            context.state = Rc::new(state);
        }
    }
    rendered(context).replace("><", ">\n<")
}

fn plain(article: Rc<Article>) -> String {
    dateline_cli::plain(article, "dateline").replace("><", ">\n<")
}

/// Text as a reader of the HTML sees it.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(character),
            _ => {}
        }
    }
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
}

/// What controls in `html` are named after.
fn sources(html: &str) -> Vec<&str> {
    let parts = html.split("data-source=\"").skip(1);
    let mut names: Vec<&str> = parts.map(|part| part.split('"').next().unwrap()).collect();
    names.sort_unstable();
    names
}

#[test]
fn each_fact_leads_to_its_sentence_by_the_name_that_the_page_asks_for() {
    for article in [article(DEMONSTRATION), fixture("full")] {
        let mut facts = Vec::new();
        article.facts(&mut |fact, anchor| {
            assert!(!anchor.quote.is_empty());
            facts.push(fact.name());
        });
        facts.sort_unstable();
        assert!(facts.len() > 4);
        // An event's is there once it is open, and on paper all are.
        assert_eq!(
            sources(&after(article.clone(), &[Action::Print(true)])),
            facts
        );
        let first = facts.iter().find_map(|name| name.strip_prefix("event/"));
        let at = first.unwrap().parse().unwrap();
        let opened = after(article.clone(), &[Action::Select(Some(at))]);
        assert!(sources(&opened).contains(&&*format!("event/{at}")));
        assert!(sources(&plain(article)).is_empty());
    }
}

#[test]
fn the_smallest_article() {
    insta::assert_snapshot!(after(fixture("minimal"), &[]));
}

#[test]
fn everything_an_article_can_hold() {
    insta::assert_snapshot!(after(fixture("full"), &[Action::Select(Some(0))]));
}

#[test]
fn everything_without_code() {
    insta::assert_snapshot!(plain(fixture("full")));
}

#[test]
fn from_right_to_left() {
    insta::assert_snapshot!(plain(fixture("arabic")));
}

#[test]
fn in_ukrainian() {
    insta::assert_snapshot!(plain(fixture("ukrainian")));
}

#[test]
fn the_axis_where_there_is_room() {
    let actions = [
        Action::Widen(true),
        Action::Axis(Move::Resize(900.0)),
        Action::read("lanes 1").unwrap(),
        Action::read("select 1").unwrap(),
    ];
    let html = after(fixture("full"), &actions);
    let (_, axis) = html.split_once("<div class=\"axis\"").unwrap();
    let (axis, _) = axis.split_once("<div class=\"body\"").unwrap();
    insta::assert_snapshot!(axis);
}

/// Views hand nothing back: what a control does stands in it, and is understood.
#[test]
fn every_control_says_what_it_does() {
    let shown = [
        Action::Widen(true),
        Action::Axis(Move::Resize(900.0)),
        Action::Toggle(0),
    ];
    let html = after(article(DEMONSTRATION), &shown);
    let acts: Vec<&str> = html
        .split("data-act=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(acts.len() > 30, "{acts:?}");
    for act in acts {
        // These two are done by the page, which tells how far the axis has been zoomed.
        let shown = ["in", "out"].contains(&act);
        assert!(shown || Action::read(act).is_some(), "{act}");
    }
}

#[test]
fn a_search_that_finds_nothing_offers_the_way_back() {
    let html = after(fixture("minimal"), &[Action::Search("zebra".into())]);
    assert!(
        text(&html).contains("Nothing here matches “zebra”."),
        "{html}"
    );
    assert!(text(&html).contains("Show everything"), "{html}");
    assert!(text(&html).contains("0 of 1 event"), "{html}");
}

#[test]
fn a_search_marks_what_it_finds_and_opens_where_it_is_hidden() {
    let html = after(article(DEMONSTRATION), &[Action::Search("MÄHSA".into())]);
    assert!(html.contains("<mark>Mahsa</mark>"), "{html}");
    let count = text(&html);
    assert!(count.contains(" of 10 events"), "{count}");
}

#[test]
fn a_chosen_country_narrows_list_and_cards() {
    let article = article(DEMONSTRATION);
    let ukraine = article
        .countries
        .iter()
        .position(|c| c.code.as_str() == "UA")
        .unwrap();
    let named = article
        .events
        .iter()
        .filter(|e| e.countries.contains(&ukraine))
        .count();
    let html = after(article, &[Action::Toggle(ukraine)]);
    assert_eq!(html.matches("part=\"event\"").count(), named);
    assert!(
        text(&html).contains(&format!("{named} of 10 events")),
        "{html}"
    );
    assert!(html.contains("Other countries"), "{html}");
}

#[test]
fn what_the_editor_writes_stays_text() {
    let html = plain(article(
        r#"{"headline":"<script>alert(1)</script>","events":[{"id":"a","title":"<img src=x onerror=alert(1)>","date":"2022"}]}"#,
    ));
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert!(
        text(&html).contains("<img src=x onerror=alert(1)>"),
        "{html}"
    );
}

/// Without code nothing may be a control, and nothing may be left out.
#[test]
fn the_plain_page_says_all_that_the_article_holds() {
    let article = article(DEMONSTRATION);
    let html = plain(article.clone());
    for control in ["<button", "<input", " hidden", "style=", "<svg", "onclick"] {
        assert!(!html.contains(control), "{control} in {html}");
    }
    let said = text(&html);
    let mut expected: Vec<&str> = vec![&article.headline];
    for event in &article.events {
        expected.push(&event.title);
        expected.extend(event.text.as_deref());
        expected.extend(event.source.as_ref().map(|source| &*source.quote));
    }
    for era in &article.eras {
        expected.push(&era.title);
        expected.extend(era.text.as_deref());
    }
    for country in &article.countries {
        expected.extend(country.name.as_deref());
        expected.extend(country.note.as_deref());
        for claim in &country.claims {
            expected.push(&claim.text);
            expected.extend(claim.quote.as_deref());
            expected.extend(claim.speaker.map(|at| &*article.people[at].name));
        }
        for figure in &country.figures {
            expected.push(&figure.label);
            expected.extend(figure.qualifier.as_deref());
        }
    }
    for words in expected {
        assert!(said.contains(words), "“{words}” is missing");
    }
}

/// Each fact's number leads to its sentence at the end, and back, in the order of the page.
#[test]
fn the_plain_page_has_its_sentences_as_numbered_notes() {
    let article = article(DEMONSTRATION);
    let html = plain(article.clone());
    let (body, notes) = html.split_once("<section class=\"notes\"").unwrap();
    let mut facts = Vec::new();
    article.facts(&mut |_, words| facts.push(words.quote.to_string()));
    let after = |text: &str, mark: &str| -> Vec<String> {
        let rests = text.split(mark).skip(1);
        rests
            .map(|rest| rest.split(['"', '<']).next().unwrap().to_owned())
            .collect()
    };
    let numbers: Vec<String> = (1..=facts.len()).map(|number| number.to_string()).collect();
    assert_eq!(after(body, "<a href=\"#dateline-note-"), numbers);
    assert_eq!(after(body, "<sup id=\"dateline-mark-"), numbers);
    assert_eq!(after(notes, "<li id=\"dateline-note-"), numbers);
    assert_eq!(after(notes, "<a href=\"#dateline-mark-"), numbers);
    for quote in &facts {
        assert!(text(notes).contains(&format!("“{quote}”")), "{quote}");
    }
    // Beside the fact that rests on it.
    let (_, kirby) = body.split_once("id=\"dateline.event=kirby\"").unwrap();
    let number: usize = after(kirby, "<a href=\"#dateline-note-")[0]
        .parse()
        .unwrap();
    let noted = after(notes, "<li id=\"dateline-note-");
    assert_eq!(noted[number - 1], number.to_string());
    let item = notes.split("<li id=").nth(number).unwrap();
    assert!(
        item.contains("also spoke on Monday about a truce"),
        "{item}"
    );
    // Without sentences there is no list of them.
    assert!(!plain(fixture("minimal")).contains("class=\"notes\""));
}

/// The demonstration covers its whole fact sheet.
#[test]
fn the_demonstration_holds_its_facts() {
    let article = article(DEMONSTRATION);
    assert_eq!(article.events.len() + article.eras.len(), 14);
    let codes: Vec<&str> = article.countries.iter().map(|c| c.code.as_str()).collect();
    assert_eq!(
        codes,
        ["CN", "RU", "UA", "IR", "MM", "AF", "SS", "SY", "US"]
    );
    let figures: usize = article.countries.iter().map(|c| c.figures.len()).sum();
    assert_eq!(figures, 8);
    let quotes = article
        .countries
        .iter()
        .flat_map(|c| &c.claims)
        .filter_map(|c| c.quote.as_ref());
    // Seven quotations, one of which the article gives in two parts.
    assert_eq!(quotes.count(), 8);
}

/// Every date of the demonstration in words, as the list prints them.
#[test]
fn dates_say_how_exact_they_are() {
    let article = article(DEMONSTRATION);
    let context = context(article.clone(), "dateline", true);
    let whens = article.events.iter().map(|event| &event.when);
    let whens = whens.chain(article.eras.iter().map(|era| &era.when));
    let words: Vec<String> = whens.map(|when| context.words.when(when)).collect();
    insta::assert_snapshot!(words.join("\n"));
}

/// Every kind of date, in the three languages of the interface.
#[test]
fn every_kind_of_date_in_words() {
    let dates = [
        "2022-02-24",
        "2022-02",
        "2022",
        "2023-03-20T14:05Z",
        "2022-09~",
        "2022?",
        "2022-02-24%",
        "2023-03-20/2023-03-22",
        "2022-12-30/2023-01-02",
        "2022-02/2022-05",
        "2019/2022",
        "2021-02/..",
        "../1983",
        "2021-02/",
        "/1983",
        "2022-21",
        "199X",
        "19XX",
        "-0043-03-15",
        "-9999",
        "Y-12000",
        "Y-250000",
        "Y-65000000",
        "Y-4540000000",
        "Y300000",
        "2022~/2023",
    ];
    let mut lines = Vec::new();
    for language in ["en", "en-US", "uk", "ar"] {
        let events: Vec<String> = (0..)
            .zip(dates)
            .map(|(at, date)| {
                format!(r#"{{"id":"e{at}","title":"t","date":"{date}","countries":["UA"]}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"headline":"h","language":"{language}","events":[{}]}}"#,
            events.join(",")
        );
        let article = article(&json);
        assert_eq!(article.events.len(), dates.len());
        let context = context(article.clone(), "dateline", true);
        for (at, date) in (0..).zip(dates) {
            let event = article
                .events
                .iter()
                .find(|e| *e.id == format!("e{at}"))
                .unwrap();
            lines.push(format!(
                "{language} {date}: {}",
                context.words.date(&event.when.date)
            ));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}
