//! What a search looks through: every text of an article, and what it is the text of.
#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, missing_docs)]

use std::rc::Rc;

use dateline::{
    article::{json, read},
    explore::{Action, Shown, State},
};
use dateline_cli::fold;

/// Each text has a word of its own.
const ARTICLE: &str = r#"{
    "headline": "h",
    "people": [
        {"id": "p", "name": "actorname", "role": "actorrole"},
        {"id": "s", "name": "speakername", "role": "speakerrole"},
        {"id": "f", "name": "countername"}
    ],
    "events": [
        {"id": "a", "title": "titleword", "text": "textword", "date": {"value": "2020", "text": "dateword"}, "countries": ["ua"], "people": ["p"]},
        {"id": "b", "title": "other", "date": "2021", "countries": ["PL"]}
    ],
    "eras": [{"id": "e", "title": "eratitle", "text": "eratext", "date": "2019/2021", "countries": ["PL"]}],
    "countries": [
        {"id": "ua", "name": "Countryname", "short": "SHT", "also": ["alsoname"], "note": "noteword",
            "claims": [{"speaker": "s", "text": "claimtext", "quote": "claimquote", "events": ["b"]}],
            "figures": [{"value": "wordvalue", "label": "figurelabel", "qualifier": "figurequalifier", "speaker": "f",
                "than": {"value": "few", "label": "thanlabel"}}]},
        {"code": "PL", "name": "Elsewhere"}
    ]
}"#;

/// The words looked for; which events, eras and cards have them, and how many people.
type Found = (
    &'static str,
    &'static [usize],
    &'static [usize],
    &'static [usize],
    usize,
);

#[test]
fn every_text_is_found_with_what_it_belongs_to() {
    let value = json::value(ARTICLE).unwrap();
    let article = Rc::new(read(&value).article.unwrap());
    let fresh = State::new(article.clone(), fold);
    let table: [Found; 22] = [
        ("titleword", &[0], &[], &[], 0),
        ("textword", &[0], &[], &[], 0),
        ("dateword", &[0], &[], &[], 0),
        ("actorname", &[0], &[], &[], 1),
        ("actorrole", &[0], &[], &[], 1),
        ("countryname", &[0], &[], &[0], 0),
        ("sht", &[0], &[], &[0], 0),
        ("alsoname", &[0], &[], &[0], 0),
        ("elsewhere", &[1], &[0], &[1], 0),
        ("noteword", &[], &[], &[0], 0),
        // What is claimed of an event is found with it.
        ("claimtext", &[1], &[], &[0], 0),
        ("claimquote", &[1], &[], &[0], 0),
        ("speakername", &[1], &[], &[0], 1),
        ("speakerrole", &[1], &[], &[0], 1),
        ("wordvalue", &[], &[], &[0], 0),
        ("figurelabel", &[], &[], &[0], 0),
        ("figurequalifier", &[], &[], &[0], 0),
        ("thanlabel", &[], &[], &[0], 0),
        ("countername", &[], &[], &[0], 1),
        ("eratitle", &[], &[0], &[], 0),
        ("ERATEXT", &[], &[0], &[], 0),
        // Several words in any order, and as parts of words; not across two texts.
        ("ord title", &[0], &[], &[], 0),
    ];
    for (words, events, eras, cards, people) in table {
        let state = fresh.reduced(&Action::Search(words.into())).unwrap();
        let of = |shown: &Shown| shown.iter().collect::<Vec<_>>();
        assert_eq!(of(&state.shown), events, "the events of {words}");
        assert_eq!(of(&state.eras), eras, "the eras of {words}");
        assert_eq!(of(&state.cards), cards, "the cards of {words}");
        assert_eq!(state.people, people, "the people of {words}");
    }
}
