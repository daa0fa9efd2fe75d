//! The picture of a timeline: what it shows, and that nothing on it collides or is cut off.
#![cfg(not(target_os = "unknown"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use std::{collections::BTreeSet, rc::Rc};

use dateline::{
    article::{Article, json, read},
    picture::{Face, Measure, Options, Size, estimated, picture},
    timeline::Grouping,
};
use dateline_cli::context;
use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::{Value, json as value};

const DEMONSTRATION: &str = include_str!("../www/articles/human-rights-2022.json");

fn article(text: &str) -> Rc<Article> {
    Rc::new(read(&json::value(text).unwrap()).article.unwrap())
}

fn fixture(name: &str) -> Rc<Article> {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    article(&std::fs::read_to_string(path).unwrap())
}

fn drawn(article: &Rc<Article>, options: &Options) -> String {
    let words = context(article.clone(), "dateline", true).words;
    let measure: Rc<Measure> = Rc::new(estimated);
    picture(article, &words, &measure, options)
}

/// As a card, an upright one, and dark.
fn formats() -> [Options; 3] {
    let upright = Options {
        size: Size::new(1080, 1350).unwrap(),
        ..Options::default()
    };
    let dark = Options {
        dark: true,
        ..Options::default()
    };
    [Options::default(), upright, dark]
}

/// So many events, some days apart.
fn many(count: u32) -> Rc<Article> {
    const TITLES: [&str; 6] = [
        "The council votes for a bridge",
        "The first pillar stands in the river",
        "Costs rise by a third",
        "The mayor resigns over the bids of two companies from the capital",
        "The ferry runs for the last time",
        "Divers inspect the pillars",
    ];
    let events: Vec<Value> = (0..count)
        .map(|at| {
            let (year, day) = (2014 + at * 9 / count, at * 7 % 28 + 1);
            let date = format!("{year}-{:02}-{day:02}", at * 5 % 12 + 1);
            let title = TITLES[at as usize % TITLES.len()];
            value!({"id": format!("e{at}"), "title": title, "date": date})
        })
        .collect();
    article(&value!({"headline": "Many decisions for one bridge", "events": events}).to_string())
}

/// Eras, long bars, and every way in which a date can be known.
fn eras() -> Rc<Article> {
    article(
        &value!({
            "headline": "From the first plan to the last ferry",
            "source": {"name": "The Harbour Post"},
            "events": [
                {"id": "plan", "title": "The plan is shown", "date": "1998-05"},
                {"id": "halt", "title": "War halts the works", "date": "2001-03/2004-11"},
                {"id": "pillar", "title": "The first pillar", "date": "2006~"},
                {"id": "ferry", "title": "The last ferry",
                 "date": {"value": "2010-06-01", "basis": "inferred", "from": "the timetable"}},
                {"id": "port", "title": "The new port is being dredged", "date": "2009/.."},
                {"id": "second", "title": "A second bridge is asked for",
                 "date": {"value": "2012-02-03", "basis": "editor", "note": "from the archive"}},
            ],
            "eras": [
                {"id": "a", "title": "Planning", "date": "1997/2001"},
                {"id": "b", "title": "War in the valley", "date": "2001-03/2004-11"},
                {"id": "c", "title": "Building", "date": "2004-12/2010-06-01"},
                {"id": "d", "title": "A mayor with a plan", "date": {"value": "2003/..",
                 "basis": "editor", "note": "from the archive"}},
            ],
        })
        .to_string(),
    )
}

/// Nothing but a headline: all dates are unknown.
fn undated() -> Rc<Article> {
    article(
        r#"{"headline": "Nobody knows when", "events": [
            {"id": "a", "title": "It happened", "date": "XXXX"}]}"#,
    )
}

#[test]
fn pictures_of_all_kinds() {
    for (name, article) in [
        ("demonstration", article(DEMONSTRATION)),
        ("one", fixture("minimal")),
        ("arabic", fixture("arabic")),
        ("sixty", many(60)),
        ("eras", eras()),
        ("undated", undated()),
    ] {
        insta::assert_snapshot!(name, drawn(&article, &Options::default()));
    }
}

#[test]
fn an_upright_dark_picture_with_lanes() {
    let options = Options {
        size: Size::new(1080, 1350).unwrap(),
        dark: true,
        lanes: Grouping::Countries,
    };
    insta::assert_snapshot!("lanes", drawn(&article(DEMONSTRATION), &options));
}

/// A rectangle on the sheet: left, top, right and bottom.
type Box = (f64, f64, f64, f64);

fn number(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name)
        .unwrap_or_else(|| panic!("{name} of {node:?}"))
        .parse()
        .unwrap()
}

/// The words of a picture, and what room they take.
fn words(document: &Document<'_>) -> Vec<(String, Box)> {
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    let words = texts.map(|node| {
        let text = node.text().unwrap_or_default();
        let text = text.trim_matches(['\u{2067}', '\u{2069}']).to_owned();
        let size = number(&node, "font-size");
        let face = match node.attribute("font-weight") {
            Some("700") => Face::Headline,
            Some(_) => Face::Strong,
            None => Face::Text,
        };
        let width = estimated(&text, face) * size;
        let x = number(&node, "x");
        let left = match node.attribute("text-anchor") {
            Some("end") => x - width,
            Some("middle") => x - width / 2.0,
            _ => x,
        };
        let baseline = number(&node, "y");
        let rows = (baseline - size * 0.75, baseline + size * 0.2);
        (text, (left, rows.0, left + width, rows.1))
    });
    words.collect()
}

/// What a picture must be, whatever it shows.
fn sound(svg: &str, options: &Options) {
    let document = Document::parse(svg).unwrap();
    let root = document.root_element();
    assert_eq!(
        root.attribute("width"),
        Some(&*options.size.width().to_string())
    );
    assert_eq!(
        root.attribute("height"),
        Some(&*options.size.height().to_string())
    );
    let view = root.attribute("viewBox").unwrap();
    let view: Vec<f64> = view.split(' ').map(|side| side.parse().unwrap()).collect();
    let (width, height) = (view[2], view[3]);
    let names: BTreeSet<&str> = (document.descendants())
        .filter(Node::is_element)
        .map(|node| node.tag_name().name())
        .collect();
    for name in names {
        let known = [
            "svg",
            "title",
            "desc",
            "g",
            "rect",
            "line",
            "path",
            "text",
            "linearGradient",
            "stop",
        ];
        assert!(known.contains(&name), "{name}");
    }
    for node in document.descendants() {
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            assert!(!attribute.name().ends_with("href"), "{attribute:?}");
            if let Some((_, url)) = attribute.value().split_once("url(") {
                let id = url.trim_start_matches('#').trim_end_matches(')');
                let is_here = |node: Node<'_, '_>| node.attribute("id") == Some(id);
                assert!(document.descendants().any(is_here), "{attribute:?}");
            }
        }
        // Half a px for rounding.
        let within = |value: f64, most: f64| (-0.5..=most + 0.5).contains(&value);
        if node.has_tag_name("rect") && node.has_attribute("x") {
            let (x, y) = (number(&node, "x"), number(&node, "y"));
            assert!(number(&node, "width") >= 0.0, "{node:?}");
            assert!(
                within(x, width) && within(x + number(&node, "width"), width),
                "{node:?}"
            );
            assert!(
                within(y, height) && within(y + number(&node, "height"), height),
                "{node:?}"
            );
        }
        if node.has_tag_name("line") {
            assert!(within(number(&node, "x1"), width), "{node:?}");
            let (top, bottom) = (number(&node, "y1"), number(&node, "y2"));
            assert!(
                within(top, height) && within(bottom, height) && top <= bottom,
                "{node:?}"
            );
        }
    }
    let words = words(&document);
    for (at, (text, one)) in words.iter().enumerate() {
        assert!(
            one.0 >= 0.0 && one.2 <= width,
            "{text:?} {one:?} of {width}"
        );
        assert!(
            one.1 >= 0.0 && one.3 <= height,
            "{text:?} {one:?} of {height}"
        );
        for (other, two) in words.get(at + 1..).unwrap() {
            let apart = one.2 <= two.0 + 0.5
                || two.2 <= one.0 + 0.5
                || one.3 <= two.1 + 0.5
                || two.3 <= one.1 + 0.5;
            assert!(apart, "{text:?} {one:?} and {other:?} {two:?}\n{svg}");
        }
    }
}

#[test]
fn every_kind_of_article_is_sound_in_every_format() {
    for article in [
        article(DEMONSTRATION),
        fixture("minimal"),
        fixture("arabic"),
        fixture("full"),
        fixture("dates"),
        many(60),
        many(700),
        eras(),
        undated(),
    ] {
        let [card, upright, dark] = formats();
        let lanes = Options {
            lanes: Grouping::Countries,
            ..card.clone()
        };
        for options in [card, upright, dark, lanes] {
            sound(&drawn(&article, &options), &options);
        }
    }
}

#[test]
fn few_titles_stand_whole_and_texts_are_larger_the_fewer_they_are() {
    let mut units = Vec::new();
    for article in [fixture("minimal"), article(DEMONSTRATION), many(60)] {
        let svg = drawn(&article, &Options::default());
        let document = Document::parse(&svg).unwrap();
        let shown: String = words(&document)
            .iter()
            .fold(String::new(), |shown, (text, _)| shown + text + " ");
        for event in &article.events {
            let first = event.title.split(' ').next().unwrap();
            assert!(shown.contains(first), "{}", event.title);
        }
        assert!(!shown.contains('…'), "{shown}");
        let view = document.root_element().attribute("viewBox").unwrap();
        units.push(view.split(' ').nth(2).unwrap().parse::<f64>().unwrap());
    }
    assert!(units.is_sorted() && units[0] < units[2], "{units:?}");
}

#[test]
fn a_picture_from_right_to_left_is_a_mirror() {
    let article = fixture("arabic");
    let svg = drawn(&article, &Options::default());
    let document = Document::parse(&svg).unwrap();
    assert_eq!(document.root_element().attribute("lang"), Some("ar"));
    let view = document.root_element().attribute("viewBox").unwrap();
    let width: f64 = view.split(' ').nth(2).unwrap().parse().unwrap();
    let headline = document
        .descendants()
        .find(|node| node.attribute("font-weight") == Some("700"))
        .unwrap();
    assert_eq!(headline.attribute("text-anchor"), Some("end"));
    assert!((number(&headline, "x") - (width - 24.0)).abs() < 0.1);
    assert!(headline.text().unwrap().starts_with('\u{2067}'));
}

#[test]
fn who_cannot_see_it_hears_it() {
    let svg = drawn(&article(DEMONSTRATION), &Options::default());
    let document = Document::parse(&svg).unwrap();
    let text = |name| {
        let node = document.descendants().find(|node| node.has_tag_name(name));
        node.and_then(|node| node.text()).unwrap()
    };
    assert_eq!(text("title"), "The report, its countries and its dates");
    assert!(text("desc").starts_with("February 2021, Military coup in Myanmar; "));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_an_article_says_is_text(headline in "\\PC{1,120}", title in "[a-z<>&\"'\\]\\[!\u{1}\u{9}\u{ffff}-]{1,40}") {
        let data = value!({"headline": headline, "events": [
            {"id": "a", "title": title, "date": "2022-01-02"}]});
        let Some(article) = read(&json::value(&data.to_string()).unwrap()).article else {
            return Ok(());
        };
        let article = Rc::new(article);
        let svg = drawn(&article, &Options::default());
        sound(&svg, &Options::default());
        let document = Document::parse(&svg).unwrap();
        let told = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        prop_assert_eq!(told.text().unwrap_or_default(), plain(&article.headline));
    }

    #[test]
    fn nothing_collides(
        dates in prop::collection::vec((0u32..2_000, 0u32..60, 0usize..90), 1..40),
        sides in (320u16..2_000, 320u16..2_000),
        eras in prop::collection::vec((0u32..1_800, 1u32..900, 3usize..30), 0..6),
        right_to_left in any::<bool>(),
    ) {
        let day = |day: u32| {
            let civil = dateline::article::date::Civil::from_days(i64::from(day) + 18_000);
            format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
        };
        const LETTERS: &str = "Words that make up a title of some length for a picture whose titles are long and short";
        let events: Vec<Value> = dates.iter().enumerate().map(|(at, (from, length, letters))| {
            let date = if *length < 40 { day(*from) } else { format!("{}/{}", day(*from), day(from + length * 10)) };
            value!({"id": format!("e{at}"), "title": format!("E{at} {}", &LETTERS[..*letters.min(&LETTERS.len())]), "date": date})
        }).collect();
        let eras: Vec<Value> = eras.iter().enumerate().map(|(at, (from, length, letters))| {
            value!({"id": format!("era{at}"), "title": &LETTERS[..*letters], "date": format!("{}/{}", day(*from), day(from + length))})
        }).collect();
        let language = if right_to_left { "ar" } else { "en" };
        let article = article(&value!({"headline": LETTERS, "language": language, "events": events, "eras": eras}).to_string());
        let options = Options { size: Size::new(sides.0, sides.1).unwrap(), ..Options::default() };
        let svg = drawn(&article, &options);
        sound(&svg, &options);
        prop_assert!(svg.contains("<desc>"), "no axis: {svg}");
    }
}
