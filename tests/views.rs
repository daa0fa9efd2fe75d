//! The views as Yew's server renderer writes them: one snapshot a situation, with a
//! line a tag so that a difference can be read.
#![cfg(not(target_os = "unknown"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::rc::Rc;

use dateline::{
    article::{Article, json, read},
    explore::{Action, Options, Section, State, address},
    timeline::{Grouping, Move},
};
use dateline_cli::{context, fold, rendered};

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
    asked("{}", article, actions)
}

/// The same, where the host page asks for something.
fn asked(options: &str, article: Rc<Article>, actions: &[Action]) -> String {
    let options: Options = serde_json::from_str(options).unwrap();
    let mut context = context(article.clone(), "dateline", false);
    context.state = Rc::new(State::with(article, Rc::new(options), fold));
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
    for character in html.replace(">\n<", "><").chars() {
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
        // Nothing is out of reach: here each event in turn, and all that a press opens.
        let mut actions = vec![Action::Expand(Section::Eras)];
        for at in 0..article.countries.len() {
            actions.push(Action::Expand(Section::Claims(at)));
            actions.push(Action::Toggle(at));
        }
        let mut seen = sources(&after(article.clone(), &actions))
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>();
        for at in 0..article.events.len() {
            let opened = after(article.clone(), &[Action::Select(Some(at))]);
            seen.extend(sources(&opened).into_iter().map(str::to_owned));
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, facts);
        assert!(sources(&plain(article.clone())).is_empty());
        assert!(sources(&after(article, &[Action::Print(true)])).is_empty());
    }
}

#[test]
fn the_smallest_article() {
    insta::assert_snapshot!(after(fixture("minimal"), &[]));
}

#[test]
fn everything_an_article_can_hold() {
    let actions = [
        Action::Expand(Section::Search),
        Action::Expand(Section::Eras),
        Action::Toggle(0),
        Action::Select(Some(0)),
    ];
    insta::assert_snapshot!(after(fixture("full"), &actions));
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
        Action::Axis(Move::Group(Grouping::Countries)),
        Action::Select(Some(1)),
    ];
    let html = after(fixture("full"), &actions);
    let (_, axis) = html.split_once("part=\"axis\"").unwrap();
    let (axis, _) = axis.split_once("<div class=\"body\"").unwrap();
    insta::assert_snapshot!(axis);
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
    assert!(html.contains("aria-label=\"Remove “zebra”\""), "{html}");
}

#[test]
fn a_search_marks_what_it_finds_and_opens_where_it_is_hidden() {
    let html = after(article(DEMONSTRATION), &[Action::Search("MÄHSA".into())]);
    assert!(html.contains("<mark>Mahsa</mark>"), "{html}");
    let count = text(&html);
    assert!(count.contains(" of 10 events"), "{count}");
    // What holds none of them is not counted.
    let html = after(article(DEMONSTRATION), &[Action::Search("ratify".into())]);
    let found = text(&html);
    assert!(found.contains("1 of 10 events · 1 country"), "{found}");
    assert!(
        !found.contains("0 of") && !found.contains("people"),
        "{found}"
    );
}

#[test]
fn a_chosen_country_narrows_the_list_and_opens_its_card() {
    let article = article(DEMONSTRATION);
    let ukraine = article
        .countries
        .iter()
        .position(|c| &*c.id == "UA")
        .unwrap();
    let named = article
        .events
        .iter()
        .filter(|e| e.countries.contains(&ukraine))
        .count();
    let html = after(article.clone(), &[Action::Toggle(ukraine)]);
    assert_eq!(html.matches("part=\"event\"").count(), named);
    assert!(
        text(&html).contains(&format!("{named} of 10 events")),
        "{html}"
    );
    // The tiles stay, and one card is open.
    assert_eq!(html.matches("part=\"country\"").count(), 10);
    assert_eq!(html.matches("class=\"card\"").count(), 1);
    assert!(!text(&html).contains("Close all"));
    let html = after(article, &[Action::Toggle(ukraine), Action::Toggle(0)]);
    assert_eq!(html.matches("class=\"card\"").count(), 2);
    assert!(text(&html).contains("Close all"));
}

/// At rest there is a date and a title an event, and a name, a count and a line a country.
#[test]
fn at_rest_the_list_and_the_cards_are_closed() {
    let article = article(DEMONSTRATION);
    for (wide, rows, tiles) in [(false, 5, 10), (true, 6, 10)] {
        let html = after(article.clone(), &[Action::Widen(wide)]);
        assert_eq!(html.matches("part=\"event\"").count(), rows);
        assert_eq!(html.matches("part=\"country\"").count(), tiles);
        for closed in [
            "class=\"card\"",
            "class=\"text\"",
            "type=\"search\"",
            "class=\"era\"",
            "data-source",
        ] {
            assert!(!html.contains(closed), "{closed}");
        }
        let said = text(&html);
        for said_once in ["All 10 events", "4 longer periods", "7 claims · 1 figure"] {
            assert_eq!(said.matches(said_once).count(), 1, "{said_once}");
        }
        assert!(!said.contains("stated in the article") && !said.contains("(United States)"));
    }
}

/// Who says it is not said again, nor the country of a card or of an office that names it.
#[test]
fn a_card_names_each_speaker_once_in_a_row() {
    let article = article(DEMONSTRATION);
    let html = after(article.clone(), &[Action::Toggle(0)]);
    assert_eq!(
        text(&html)
            .matches("Antony Blinken, US Secretary of State")
            .count(),
        1
    );
    assert_eq!(html.matches("part=\"claim\"").count(), 3);
    assert!(text(&html).contains("4 more claims"));
    let all = after(
        article.clone(),
        &[Action::Toggle(0), Action::Expand(Section::Claims(0))],
    );
    assert_eq!(all.matches("part=\"claim\"").count(), 7);
    assert!(text(&all).contains("Show fewer"));
    // What Moscow denies stands before its denial.
    let russia = after(
        article,
        &[Action::Toggle(1), Action::Expand(Section::Claims(1))],
    );
    let (before, denial) = russia.split_once("data-denies").unwrap();
    let (_, denied) = before.split_once("class=\"card\"").unwrap();
    let last = text(denied).rfind("International Criminal Court");
    assert!(last > text(denied).rfind("Joe Biden"), "{denied}");
    assert!(text(denial).contains("The warrants are outrageous"));
}

/// A quotation that brings its own marks is not given a second pair.
#[test]
fn a_quotation_has_one_pair_of_marks() {
    let html = plain(article(
        r#"{"headline":"h","events":[{"id":"a","title":"t","date":"2022"}],"countries":[{"code":"UA",
        "claims":[{"quote":"“Yes,” they say."},{"quote":"“It is so.”"},{"quote":"Plain words"}]}]}"#,
    ));
    let said = text(&html);
    for quotation in ["““Yes,” they say.”", "“It is so.”", "“Plain words”"] {
        assert!(said.contains(quotation), "{quotation} in {said}");
    }
    assert!(!said.contains("““It"), "{said}");
}

/// A country that nothing but a person comes from has no card; one that is only named has
/// a tile without a press, and one with events opens to them.
#[test]
fn a_card_says_what_there_is() {
    let article = article(
        r#"{"headline":"h","people":[{"id":"p","name":"P","country":"FR"}],
        "events":[{"id":"a","title":"Storm","date":"2022","countries":["PT"],"people":["p"]}],
        "countries":[{"code":"ES","name":"Spain"},{"code":"IT","name":"Italy","note":"Not touched."}]}"#,
    );
    let at = |code: &str| {
        article
            .countries
            .iter()
            .position(|c| *c.id == *code)
            .unwrap()
    };
    let html = after(article.clone(), &[]);
    assert_eq!(html.matches("part=\"country\"").count(), 3);
    assert!(text(&html).contains("1 event · 3 countries"), "{html}");
    assert_eq!(html.matches("data-silent").count(), 1);
    assert!(text(&html).contains("named only"));
    assert!(!text(&html).contains("says nothing more"));
    let open = after(article.clone(), &[Action::Toggle(at("PT"))]);
    let (_, card) = open.split_once("class=\"card\"").unwrap();
    assert!(text(card).contains("Storm"), "{card}");
    assert!(after(article.clone(), &[Action::Toggle(at("FR"))]) == html);
    let said = text(&plain(article));
    assert_eq!(said.matches("says nothing more of it").count(), 1, "{said}");
}

#[test]
fn the_host_chooses_parts_and_the_level_of_headings() {
    let demonstration = || article(DEMONSTRATION);
    let all = asked(r#"{"heading": 4}"#, demonstration(), &[]);
    for heading in ["<h4 part=\"headline\"", "<h5 id=", "<h6 class=\"row\""] {
        assert!(all.contains(heading), "{heading} in {all}");
    }
    assert!(!all.contains("<h3"));
    let timeline = asked(r#"{"show": "timeline"}"#, demonstration(), &[]);
    assert!(timeline.contains("part=\"list\"") && !timeline.contains("part=\"country\""));
    assert!(text(&timeline).contains("10 events") && !text(&timeline).contains("9 countries"));
    let one = asked(
        r#"{"show": "countries", "country": "CN"}"#,
        demonstration(),
        &[],
    );
    assert_eq!(one.matches("class=\"card\"").count(), 1);
    assert!(!one.contains("part=\"list\"") && !one.contains("class=\"tile\""));
    assert!(text(&one).contains("Antony Blinken"));
    let bare = asked(
        r#"{"hide": "headline summary search axis countries"}"#,
        demonstration(),
        &[],
    );
    for hidden in ["headline", "summary", "search-open", "axis", "country"] {
        assert!(!bare.contains(&format!("part=\"{hidden}\"")), "{hidden}");
    }
    assert!(bare.contains("<h2 id=\"dateline-list-title\""), "{bare}");
}

/// On paper all is open, and a line says when it is not all.
#[test]
fn a_print_is_whole_and_says_when_it_is_not() {
    let demonstration = || article(DEMONSTRATION);
    let whole = after(demonstration(), &[Action::Print(true)]);
    assert_eq!(whole.matches("part=\"event\"").count(), 10);
    assert_eq!(whole.matches("class=\"card\"").count(), 10);
    let (_, body) = whole.split_once("class=\"body\"").unwrap();
    assert!(!body.contains("<button") && !text(&whole).contains("Only part"));
    let details = body.matches("<details").count();
    let opened = body.matches(" open=\"open\"").count();
    assert_eq!((details, opened), (12, 12), "{body}");
    let part = after(demonstration(), &[Action::Toggle(0), Action::Print(true)]);
    assert!(
        text(&part).contains("Only part of this is printed: China · 2 of 10 events"),
        "{}",
        text(&part)
    );
    assert_eq!(part.matches("class=\"card\"").count(), 1);
}

/// Two widgets of a page, and their plain lists, have no id in common.
#[test]
fn ids_are_the_widget_s_own() {
    let ids = |html: &str| -> Vec<String> {
        let parts = html.split(" id=\"").skip(1);
        parts
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect()
    };
    let article = article(DEMONSTRATION);
    let plain = |name: &str| ids(&dateline_cli::plain(article.clone(), name));
    let (one, two) = (plain("dateline"), plain("dateline-2"));
    assert!(one.len() > 10 && one.len() == two.len());
    assert!(one.iter().all(|id| !two.contains(id)), "{one:?}");
    // So have two that were made apart and go by one name.
    let other = ids(&dateline_cli::plain(fixture("full"), "dateline"));
    assert!(
        other
            .iter()
            .all(|id| !one.contains(id) || id.contains(".event="))
    );
    let mut unique = one.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), one.len());
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
    for control in [
        "<button", "<input", " hidden", "style=", "<svg", "onclick", "tabindex",
    ] {
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
    let (body, notes) = html.split_once("<details class=\"notes\"").unwrap();
    let mut facts = Vec::new();
    article.facts(&mut |_, words| facts.push(words.quote.to_string()));
    let after = |text: &str, mark: &str| -> Vec<String> {
        let rests = text.split(mark).skip(1);
        rests
            .map(|rest| rest.split(['"', '<']).next().unwrap().to_owned())
            .collect()
    };
    let numbers: Vec<String> = (1..=facts.len()).map(|number| number.to_string()).collect();
    let (_, name) = body.split_once("<sup id=\"").unwrap();
    let (name, _) = name.split_once("-mark-").unwrap();
    let named = |before: &str, kind: &str| format!("{before}{name}-{kind}-");
    assert_eq!(after(body, &named("<a href=\"#", "note")), numbers);
    assert_eq!(after(body, &named("<sup id=\"", "mark")), numbers);
    assert_eq!(after(notes, &named("<li id=\"", "note")), numbers);
    assert_eq!(after(notes, &named("<a href=\"#", "mark")), numbers);
    for quote in &facts {
        assert!(text(notes).contains(&format!("“{quote}”")), "{quote}");
    }
    // Beside the fact that rests on it.
    let (_, kirby) = body.split_once("id=\"dateline.event=kirby\"").unwrap();
    let number: usize = after(kirby, &named("<a href=\"#", "note"))[0]
        .parse()
        .unwrap();
    let noted = after(notes, &named("<li id=\"", "note"));
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
    let codes: Vec<&str> = article.countries.iter().map(|c| &*c.id).collect();
    assert_eq!(
        codes,
        ["CN", "RU", "UA", "icc", "IR", "MM", "AF", "SS", "SY", "US"]
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

/// A story of six countries, a company, a league and the Union: who has no code is named, filtered
/// and counted as who has one, but is no country.
#[test]
fn whoever_acts_has_a_card() {
    let article = fixture("night_train");
    assert_eq!(article.events.len(), 25);
    let said = text(&after(article.clone(), &[Action::Widen(true)]));
    assert!(said.contains("25 events · 6 countries"), "{said}");
    assert!(said.contains("Who is on this train") && !said.contains("Country by country"));
    assert!(said.contains("Nightline NL 5 claims"), "{said}");
    let at = |id: &str| article.countries.iter().position(|c| *c.id == *id).unwrap();
    assert_eq!((at("nightline"), at("league")), (0, 1));
    let html = after(article.clone(), &[Action::Toggle(at("league"))]);
    let said = text(&html);
    assert!(said.contains("4 of 25 events"), "{said}");
    // What has no date is no end of a period.
    assert!(
        said.contains("16 events, March 2014 – 14 December 2025"),
        "{said}"
    );
    // The place in the address has the id where others have their code.
    let state = State::new(article.clone(), str::to_lowercase);
    let chosen = state.reduced(&Action::Toggle(at("league"))).unwrap();
    assert_eq!(address::place(&chosen), "\n\nleague\n");
    let restored = address::restore("\n\nleague,EU\n", &article);
    let restored = state.reduced(&restored).unwrap();
    assert_eq!(restored.countries, [at("league"), at("EU")]);
    // What is said of the company, with its dates, links, portraits and comparisons.
    let said = text(&after(
        article.clone(),
        &[Action::Toggle(0), Action::Print(true)],
    ));
    for words in [
        "12 September 2023",
        "The League’s letter · league.example",
        "audit.example",
        "60,000 in the plan",
        "31 million euros owed today",
        "11 June 2022 – May 2024",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
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

/// The program counts rows and tiles by the width at which the style sheet changes.
#[test]
fn style_sheet_and_program_agree_on_what_is_wide() {
    let style = include_str!("../www/style/wide.css");
    let first = style.split("min-width: ").nth(1).unwrap();
    let px: f64 = first.split("px").next().unwrap().parse().unwrap();
    assert!((px - dateline::explore::WIDE).abs() < f64::EPSILON, "{px}");
}
