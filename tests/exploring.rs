//! The reducer: whatever a reader does, what is shown, listed and chosen agree.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::{fmt::Write, rc::Rc};

use dateline::{
    article::{Article, json, read},
    explore::{
        Action, LIST_PAGE, Notice, State, WHOLE_LIST,
        address::{place, restore},
    },
    timeline::Move,
};
use dateline_cli::{context, fold, rendered};
use proptest::prelude::*;

/// `count` events, one a day, over three countries. Of two people one acts in every
/// fourth, and the other speaks of every fifth, on Ukraine's card.
fn article(count: usize) -> Rc<Article> {
    let mut events = String::new();
    for at in 0..count {
        let country = ["UA", "RU", "CN"][at % 3];
        let (year, month, day) = (1000 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let people = if at % 4 == 0 { r#""actor""# } else { "" };
        write!(
            events,
            r#"{}{{"id":"e{at}","title":"Event {at}","date":"{year:04}-{month:02}-{day:02}","countries":["{country}"],"people":[{people}]}}"#,
            if at > 0 { "," } else { "" },
        )
        .unwrap();
    }
    let spoken: Vec<String> = (0..count)
        .step_by(5)
        .map(|at| format!(r#""e{at}""#))
        .collect();
    let text = format!(
        r#"{{"headline":"h","people":[{{"id":"actor","name":"A"}},{{"id":"speaker","name":"S"}}],"events":[{events}],
        "countries":[{{"code":"UA","claims":[{{"speaker":"speaker","text":"t","events":[{}]}}]}},{{"code":"RU"}},{{"code":"CN"}}]}}"#,
        spoken.join(",")
    );
    Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        prop::option::of(0usize..450).prop_map(Action::Select),
        prop_oneof![Just(-1), Just(1)].prop_map(Action::Step),
        (0usize..5).prop_map(Action::Toggle),
        prop::option::of(0usize..3).prop_map(Action::Hear),
        Just(Action::Group),
        Just(Action::Clear),
        "(event|7|42|nothing|EVENT 1|)".prop_map(Action::Search),
        (0usize..500).prop_map(Action::List),
        any::<bool>().prop_map(Action::Widen),
    ]
}

/// As when an editor sends a corrected article to a page that is open.
#[test]
fn another_article_keeps_how_the_reader_stood() {
    let mut state = State::new(article(700), fold);
    for action in [
        Action::Fold,
        Action::Group,
        Action::Axis(Move::Resize(800.0)),
        Action::Axis(Move::Zoom {
            factor: 4.0,
            at: 300.0,
        }),
    ] {
        state = state.reduced(&action).unwrap();
    }
    let after = State::new(article(701), fold).after(&state);
    assert!(after.is_unfolded() && after.grouped);
    assert!((after.axis.viewport.width() - 800.0).abs() < f64::EPSILON);
    let ((from, to), (began, ended)) = (state.axis.window(), after.axis.window());
    // To within a pixel, and rounding.
    let px = (to.0 - from.0) / 800 + 1;
    assert!((from.0 - began.0).abs() <= px && (to.0 - ended.0).abs() <= px);
    assert_eq!(after.notice, Notice::Silent);
    // Where all was in view, all is.
    let whole = state.reduced(&Action::Axis(Move::Fit)).unwrap();
    assert!(
        State::new(article(1_400), fold)
            .after(&whole)
            .axis
            .viewport
            .fits()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn shown_listed_and_chosen_agree(actions in prop::collection::vec(action(), 1..12)) {
        let article = article(400);
        let mut state = State::new(article.clone(), fold);
        for action in &actions {
            let Some(next) = state.reduced(action) else { continue };
            state = next;
            let listed = state.listed();
            prop_assert!(listed.end <= state.shown.count());
            prop_assert!(listed.len() <= WHOLE_LIST);
            if state.shown.count() > WHOLE_LIST {
                prop_assert_eq!(listed.start % LIST_PAGE, 0);
                prop_assert!(!listed.is_empty() && listed.len() <= LIST_PAGE);
            } else {
                prop_assert_eq!(listed.len(), state.shown.count());
            }
            prop_assert!(state.selected.is_none_or(|at| state.shown.contains(at)));
            let chose = matches!(action, Action::Select(Some(_)) | Action::Step(_));
            if let Some(at) = state.selected.filter(|_| chose) {
                prop_assert!(listed.contains(&state.shown.rank(at)));
            }
            for at in state.shown.iter() {
                let event = &article.events[at];
                prop_assert!(state.countries.is_empty()
                    || event.countries.iter().any(|country| state.has_chosen(*country)));
                let number: usize = event.id[1..].parse().unwrap();
                let every = [4, 5].get(state.speaker.unwrap_or(9)).copied().unwrap_or(1);
                prop_assert_eq!(number % every, 0);
                let title = fold(&event.title);
                prop_assert!(state.needles().iter().all(|needle| title.contains(needle.as_str())));
            }
        }
        // All that passes is shown, and no card is on which the speaker says nothing.
        if state.needles().is_empty() && state.countries.is_empty() {
            let every = [4, 5].get(state.speaker.unwrap_or(9)).copied().unwrap_or(1);
            prop_assert_eq!(state.shown.count(), 400 / every);
            let cards = [0, 1].get(state.speaker.unwrap_or(9)).copied().unwrap_or(3);
            prop_assert_eq!(state.cards.count(), cards);
        }
        // A link made here leads back here.
        let here = place(&state);
        let fresh = State::new(article.clone(), fold);
        let back = fresh.reduced(&restore(&here, &article)).unwrap_or(fresh);
        prop_assert_eq!(place(&back), here);
        prop_assert_eq!(back.shown.count(), state.shown.count());
    }
}

#[test]
fn what_changes_nothing_renders_nothing() {
    let state = State::new(article(3), fold);
    assert!(state.reduced(&Action::Clear).is_none());
    assert!(state.reduced(&Action::Search(String::new())).is_none());
    assert!(state.reduced(&Action::Select(None)).is_none());
    assert!(state.reduced(&Action::Select(Some(99))).is_none());
    assert!(state.reduced(&Action::Toggle(99)).is_none());
    assert!(state.reduced(&Action::Hear(Some(99))).is_none());
    assert!(state.reduced(&Action::Hear(None)).is_none());
    assert!(state.reduced(&Action::List(2)).is_none());
}

#[test]
fn each_action_has_one_thing_to_say() {
    let state = State::new(article(3), fold);
    let notice = |action| state.reduced(&action).unwrap().notice;
    assert_eq!(notice(Action::Select(Some(1))), Notice::Selected(1));
    assert_eq!(notice(Action::Step(1)), Notice::Selected(0));
    assert_eq!(notice(Action::Toggle(0)), Notice::Filtered);
    assert_eq!(notice(Action::Search("7".into())), Notice::Filtered);
    assert_eq!(notice(Action::Hear(Some(0))), Notice::Filtered);
    assert_eq!(notice(Action::Group), Notice::Silent);
    assert_eq!(notice(Action::Widen(true)), Notice::Silent);
}

#[test]
fn a_filter_lets_go_of_what_it_hides() {
    let state = State::new(article(3), fold);
    let state = state.reduced(&Action::Select(Some(0))).unwrap();
    let hidden = state.article.events[1].countries[0];
    let state = state.reduced(&Action::Toggle(hidden)).unwrap();
    assert_eq!(state.selected, None);
    assert_eq!(state.shown.count(), 1);
}

/// However many events there are, the widget stays small and says which part it lists.
#[test]
fn a_long_list_comes_in_pages() {
    for count in [1_000, 20_000] {
        let mut context = context(article(count), "dateline", false);
        context.state = Rc::new(context.state.reduced(&Action::List(30)).unwrap());
        let html = rendered(context);
        assert_eq!(html.matches("part=\"event\"").count(), LIST_PAGE);
        assert!(html.contains("aria-posinset=\"21\""), "{html}");
        assert!(
            html.contains(&format!("aria-setsize=\"{count}\"")),
            "{html}"
        );
        assert!(html.contains("21 to 40 of "), "{html}");
        let nodes = html.matches('<').count() - html.matches("</").count();
        assert!(nodes <= 800, "{nodes} elements at {count} events");
    }
}

/// On paper, where nobody turns to the next part or opens an event, all of it is there.
#[test]
fn a_long_list_is_printed_whole_with_what_its_events_hold() {
    let mut context = context(article(300), "dateline", false);
    let listed = |context: &dateline::view::Context| {
        rendered(context.clone()).matches("part=\"event\"").count()
    };
    let links = |context: &dateline::view::Context| {
        rendered(context.clone()).matches("class=\"link\"").count()
    };
    assert_eq!((listed(&context), links(&context)), (LIST_PAGE, 0));
    let before = rendered(context.clone());
    context.state = Rc::new(context.state.reduced(&Action::Print(true)).unwrap());
    assert_eq!((listed(&context), links(&context)), (300, 300));
    context.state = Rc::new(context.state.reduced(&Action::Print(false)).unwrap());
    assert_eq!(rendered(context), before);
}

/// A search too long for one frame comes in stretches; the reader keeps what is shown
/// until it is through, and new words begin anew.
#[test]
fn a_long_search_comes_in_stretches() {
    let article = article(10_000);
    let fresh = State::new(article.clone(), fold);
    let mut state = fresh.reduced(&Action::Search("event 99".into())).unwrap();
    assert_eq!(state.progress(), Some((0, 10_000)));
    assert_eq!(state.shown.count(), 10_000);
    state = state.reduced(&Action::Proceed).unwrap();
    let (done, _) = state.progress().unwrap();
    assert!(done > 0 && done < 10_000);
    assert_eq!(state.shown.count(), 10_000);
    state = state.reduced(&Action::Search("event 999".into())).unwrap();
    assert_eq!(state.progress(), Some((0, 10_000)));
    let mut stretches = 0;
    while let Some(next) = state.reduced(&Action::Proceed) {
        state = next;
        stretches += 1;
    }
    assert!(stretches >= 2);
    assert_eq!(state.progress(), None);
    assert_eq!(state.notice, Notice::Filtered);
    let found: Vec<&str> = state
        .shown
        .iter()
        .map(|at| &*article.events[at].title)
        .collect();
    assert_eq!(found.len(), 19);
    assert!(found.iter().all(|title| title.contains("999")));
    // A link into a long search chooses its event at the end.
    let there = "e999\n\n\n999";
    let mut state = fresh.reduced(&restore(there, &article)).unwrap();
    while let Some(next) = state.reduced(&Action::Proceed) {
        state = next;
    }
    assert_eq!(place(&state), there);
}
