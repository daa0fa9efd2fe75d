//! The reducer: whatever a reader does, what is shown, listed and chosen agree.
#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::{fmt::Write, rc::Rc};

use dateline::{
    article::{Article, Fact, json, read},
    explore::{
        Action, Bring, CLAIMS, LEAST_PAGE, LIST_PAGE, Notice, Options, Place, ROWS, Section, State,
        TILES, Token, WHOLE_LIST,
        address::{follow, place, restore},
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
        prop::option::of(0usize..3).prop_map(Action::FilterSpeaker),
        Just(Action::Group),
        Just(Action::Clear),
        "(event|7|42|nothing|EVENT 1|)".prop_map(Action::Search),
        (0usize..500).prop_map(Action::List),
        prop_oneof![Just(-1), Just(1)].prop_map(Action::Turn),
        Just(Action::Expand(Section::Events)),
        Just(Action::CloseAll),
        Just(Action::Remove(Token::Query)),
        (0usize..5).prop_map(|at| Action::Remove(Token::Country(at))),
        any::<bool>().prop_map(Action::Widen),
    ]
}

/// As when an editor sends a corrected article to a page that is open.
#[test]
fn another_article_keeps_how_the_reader_stood() {
    let mut state = State::new(article(700), fold);
    for action in [
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
    assert!(after.grouped);
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
            let rows = state.rows();
            prop_assert!(rows.is_sorted_by(|a, b| a.rank < b.rank && a.event < b.event));
            for row in &rows {
                prop_assert_eq!(state.shown.iter().nth(row.rank), Some(row.event));
            }
            if state.rests() {
                prop_assert_eq!(rows.len(), ROWS[usize::from(state.wide)]);
            } else if state.shown.count() > WHOLE_LIST {
                prop_assert!((LEAST_PAGE..LIST_PAGE + LEAST_PAGE).contains(&rows.len()));
            } else {
                prop_assert_eq!(rows.len(), state.shown.count());
            }
            prop_assert!(state.selected.is_none_or(|at| state.shown.contains(at)));
            let chose = matches!(action, Action::Select(Some(_)) | Action::Step(_));
            if let Some(at) = state.selected.filter(|_| chose) {
                prop_assert!(rows.iter().any(|row| row.event == at));
            }
            for at in state.shown.iter() {
                let event = &article.events[at];
                prop_assert!(state.countries.is_empty()
                    || event.countries.iter().any(|country| state.has_chosen(*country)));
                let number: usize = event.id[1..].parse().unwrap();
                let every = [4, 5].get(state.speaker.unwrap_or(9)).copied().unwrap_or(1);
                prop_assert_eq!(number % every, 0);
                let title = fold(&event.title);
                prop_assert!(state.needles.iter().all(|needle| title.contains(needle.as_str())));
            }
        }
        // All that passes is shown, and no card is on which the speaker says nothing.
        if state.needles.is_empty() && state.countries.is_empty() {
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
    assert!(state.reduced(&Action::FilterSpeaker(Some(99))).is_none());
    assert!(state.reduced(&Action::FilterSpeaker(None)).is_none());
    assert!(state.reduced(&Action::Remove(Token::Query)).is_none());
    assert!(state.reduced(&Action::CloseAll).is_none());
}

#[test]
fn each_action_has_one_thing_to_say() {
    let state = State::new(article(3), fold);
    let notice = |action| state.reduced(&action).unwrap().notice;
    assert_eq!(notice(Action::Select(Some(1))), Notice::Selected(1));
    assert_eq!(notice(Action::Step(1)), Notice::Selected(0));
    assert_eq!(notice(Action::Toggle(0)), Notice::Filtered);
    assert_eq!(notice(Action::Search("7".into())), Notice::Filtered);
    assert_eq!(notice(Action::FilterSpeaker(Some(0))), Notice::Filtered);
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
        let part = |context: &dateline::view::Context| rendered(context.clone());
        assert_eq!(part(&context).matches("part=\"event\"").count(), ROWS[0]);
        for action in [Action::Expand(Section::Events), Action::List(LIST_PAGE)] {
            context.state = Rc::new(context.state.reduced(&action).unwrap());
        }
        let html = rendered(context);
        assert_eq!(html.matches("part=\"event\"").count(), LIST_PAGE);
        assert!(html.contains("aria-posinset=\"51\""), "{html}");
        assert!(
            html.contains(&format!("aria-setsize=\"{count}\"")),
            "{html}"
        );
        assert!(html.contains("51 to 100 of "), "{html}");
        let nodes = html.matches('<').count() - html.matches("</").count();
        assert!(nodes <= 800, "{nodes} elements at {count} events");
    }
}

/// Pages begin beyond a hundred, and none has fewer than ten; each event is on one.
#[test]
fn no_page_is_a_handful() {
    for count in [60, 100, 101, 105, 149, 150, 151, 160, 400] {
        let fresh = State::new(article(count), fold);
        let mut state = fresh.reduced(&Action::Expand(Section::Events)).unwrap();
        assert_eq!(state.is_paged(), count > WHOLE_LIST, "{count}");
        let mut seen = state.rows();
        while let Some(next) = state
            .reduced(&Action::Turn(1))
            .filter(|next| next.page() != state.page() && next.page().start >= state.page().end)
        {
            state = next;
            assert!(
                state.rows().len() >= LEAST_PAGE,
                "{count}: {:?}",
                state.page()
            );
            assert_eq!(
                state.bring,
                Some(Bring::Focus(Place::Event(state.rows()[0].event)))
            );
            seen.extend(state.rows());
        }
        assert_eq!(seen.len(), count);
        assert!(seen.is_sorted());
    }
}

/// The year that is chosen is the first on the page, and comes into view.
#[test]
fn a_chosen_year_comes_into_view() {
    let fresh = State::new(article(1_000), fold);
    let state = fresh.reduced(&Action::Expand(Section::Events)).unwrap();
    let state = state.reduced(&Action::List(336)).unwrap();
    assert_eq!(state.rows()[0].event, 336);
    assert_eq!(state.bring, Some(Bring::View(Place::Event(336))));
    let last = state.reduced(&Action::List(998)).unwrap();
    assert_eq!(last.rows().len(), LEAST_PAGE);
    assert!(last.rows().iter().any(|row| row.event == 998));
}

/// At rest there are the key events and the first ones; what the reader chooses elsewhere
/// comes with its neighbours, and what is there already stays where it is.
#[test]
fn the_list_at_rest_holds_what_matters() {
    let events =
        |state: &State| -> Vec<usize> { state.rows().iter().map(|row| row.event).collect() };
    let state = State::new(article(40), fold);
    assert_eq!(events(&state), [0, 1, 2, 3, 4]);
    let there = state.reduced(&Action::Select(Some(4))).unwrap();
    assert_eq!(events(&there), [0, 1, 2, 3, 4]);
    let elsewhere = state.reduced(&Action::Select(Some(20))).unwrap();
    assert_eq!(events(&elsewhere), [18, 19, 20, 21, 22]);
    // Let go, it stays where the reader sees it.
    let gone = elsewhere.reduced(&Action::Select(None)).unwrap();
    assert_eq!(events(&gone), events(&elsewhere));
    let last = state.reduced(&Action::End(true)).unwrap();
    assert_eq!(events(&last), [35, 36, 37, 38, 39]);
    let wide = state.reduced(&Action::Widen(true)).unwrap();
    assert_eq!(events(&wide), [0, 1, 2, 3, 4, 5]);
    // What has room for all has nothing more to open.
    assert!(!State::new(article(ROWS[0]), fold).can_rest());
    assert!(State::new(article(ROWS[0] + 1), fold).can_rest());

    let text = r#"{"headline":"h","events":[
        {"id":"a","title":"t","date":"2001"},{"id":"b","title":"t","date":"2002"},
        {"id":"c","title":"t","date":"2003"},{"id":"d","title":"t","date":"2004","key":true},
        {"id":"e","title":"t","date":"2005"},{"id":"f","title":"t","date":"2006"},
        {"id":"g","title":"t","date":"2007","key":true}]}"#;
    let keyed = Rc::new(read(&json::value(text).unwrap()).article.unwrap());
    assert_eq!(events(&State::new(keyed, fold)), [0, 1, 2, 3, 6]);
}

/// What a press opens, another closes; reading goes on where something new begins.
#[test]
fn a_section_opens_and_closes_in_its_place() {
    let state = State::new(article(40), fold);
    let reduce = |state: &State, section| state.reduced(&Action::Expand(section)).unwrap();
    for (section, place) in [
        (Section::Events, Some(Place::Event(5))),
        (Section::Search, Some(Place::Field)),
        (Section::Eras, None),
        (Section::Corrections, None),
    ] {
        let open = reduce(&state, section);
        assert!(open.is_open(section) && !state.is_open(section));
        assert_eq!(open.bring, place.map(Bring::Focus), "{section:?}");
        let closed = reduce(&open, section);
        assert!(!closed.is_open(section));
        assert_eq!(closed.bring, Some(Bring::Focus(Place::Opener(section))));
        assert_eq!(closed.rows(), state.rows());
    }
}

/// After the last token reading goes on at the control that opens the search.
#[test]
fn what_narrows_down_is_taken_away_one_by_one() {
    let mut state = State::new(article(40), fold);
    for action in [
        Action::Toggle(0),
        Action::Toggle(2),
        Action::FilterSpeaker(Some(1)),
        Action::Search(" event ".into()),
    ] {
        state = state.reduced(&action).unwrap();
    }
    let all = [
        Token::Country(0),
        Token::Country(2),
        Token::Speaker(1),
        Token::Query,
    ];
    assert_eq!(state.tokens(), all);
    for (token, place) in [
        (Token::Country(2), Place::Token(1)),
        (Token::Query, Place::Token(1)),
        (Token::Country(0), Place::Token(0)),
        (Token::Speaker(1), Place::Opener(Section::Search)),
    ] {
        state = state.reduced(&Action::Remove(token)).unwrap();
        assert!(!state.tokens().contains(&token));
        assert_eq!(state.bring, Some(Bring::Focus(place)));
        assert_eq!(state.notice, Notice::Filtered);
    }
    assert!(!state.is_filtered());
    assert_eq!(state.shown.count(), 40);
}

fn countries(count: usize) -> Rc<Article> {
    let codes =
        "AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA";
    let countries: Vec<String> = codes
        .split(' ')
        .take(count)
        .map(|code| format!(r#"{{"code":"{code}","claims":[{{"text":"Of {code}"}}]}}"#))
        .collect();
    let text = format!(
        r#"{{"headline":"h","events":[{{"id":"e","title":"t","date":"2020"}}],"countries":[{}]}}"#,
        countries.join(",")
    );
    Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
}

#[test]
fn tiles_are_a_few_at_rest_with_the_chosen_among_them() {
    let few = State::new(countries(TILES[0]), fold);
    assert!(!few.can_rest_tiles() && few.tiles().len() == TILES[0]);
    let state = State::new(countries(30), fold);
    assert_eq!(state.tiles(), (0..TILES[0]).collect::<Vec<_>>());
    let wide = state.reduced(&Action::Widen(true)).unwrap();
    assert_eq!(wide.tiles().len(), TILES[1]);
    let chosen = state.reduced(&Action::Toggle(25)).unwrap();
    assert_eq!(chosen.tiles().last(), Some(&25));
    assert!(chosen.is_card_open(25) && !chosen.is_card_open(0));
    let all = state.reduced(&Action::Expand(Section::Countries)).unwrap();
    assert_eq!(all.tiles().len(), 30);
    assert_eq!(all.bring, Some(Bring::Focus(Place::Country(TILES[0]))));
    // What is looked for is found and opened.
    let found = state.reduced(&Action::Search("of bz".into())).unwrap();
    assert_eq!(found.tiles(), [28]);
    assert!(found.is_card_open(28));
    let several = chosen.reduced(&Action::Toggle(3)).unwrap();
    let closed = several.reduced(&Action::CloseAll).unwrap();
    assert!(closed.countries.is_empty());
    assert_eq!(closed.bring, Some(Bring::Focus(Place::Country(3))));
}

/// The one country that a host asks for is there alone, and chooses nothing.
#[test]
fn a_host_may_ask_for_one_country() {
    let options = |json: &str| Rc::new(serde_json::from_str::<Options>(json).unwrap());
    let one = options(r#"{"show":"countries","country":"AM"}"#);
    let state = State::with(countries(30), one, fold);
    assert_eq!(state.tiles(), [6]);
    assert!(state.is_card_open(6) && !state.is_filtered() && !state.can_rest_tiles());
    let whole = State::with(countries(30), options(r#"{"country":"AM"}"#), fold);
    assert_eq!(whole.tiles().len(), TILES[0]);
}

/// `kind` is a claim's kind, `-` for none, and the number is the event it speaks of.
fn claims(claims: &[(&str, usize, &str)]) -> State {
    let events: Vec<String> = (0..4)
        .map(|at| format!(r#"{{"id":"e{at}","title":"t","date":"202{at}"}}"#))
        .collect();
    let claims: Vec<String> = claims
        .iter()
        .map(|(kind, event, who)| {
            let kind = match *kind {
                "-" => String::new(),
                kind => format!(r#""kind":"{kind}","#),
            };
            format!(r#"{{{kind}"text":"word","speaker":"{who}","events":["e{event}"]}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"headline":"h","people":[{{"id":"a","name":"A"}},{{"id":"b","name":"B"}}],"events":[{}],
        "countries":[{{"code":"UA","claims":[{}]}}]}}"#,
        events.join(","),
        claims.join(",")
    );
    let article = read(&json::value(&text).unwrap()).article.unwrap();
    State::new(Rc::new(article), fold)
}

#[test]
fn a_denial_stands_beside_what_it_denies() {
    let order = |state: &State| -> Vec<(usize, Option<usize>)> {
        state
            .claims(0)
            .iter()
            .map(|one| (one.at, one.denies))
            .collect()
    };
    let state = claims(&[
        ("-", 0, "a"),
        ("denial", 2, "b"),
        ("-", 1, "a"),
        ("denial", 0, "b"),
        ("-", 2, "a"),
        ("denial", 3, "b"),
    ]);
    assert_eq!(
        order(&state),
        [
            (0, None),
            (3, Some(0)),
            (2, None),
            (4, None),
            (1, Some(4)),
            (5, None)
        ]
    );
    // Three and their denials are shown at rest.
    let further: Vec<bool> = state.claims(0).iter().map(|one| one.is_further).collect();
    assert_eq!(further, [false, false, false, false, false, true]);
    assert_eq!((CLAIMS, state.further_claims(0)), (3, 1));
    let open = state.reduced(&Action::Expand(Section::Claims(0))).unwrap();
    assert_eq!(open.bring, Some(Bring::Focus(Place::Claim(0, 5))));
    // Heard alone, it denies nothing that is there.
    let heard = state.reduced(&Action::FilterSpeaker(Some(1))).unwrap();
    assert_eq!(order(&heard), [(3, None), (1, None), (5, None)]);
    let grouped = state.reduced(&Action::Group).unwrap();
    let at: Vec<usize> = order(&grouped).iter().map(|(at, _)| *at).collect();
    assert_eq!(at, [0, 2, 4, 1, 3, 5]);
}

proptest! {
    #[test]
    fn each_claim_stands_once(
        of in prop::collection::vec((prop::sample::select(vec!["-", "denial", "finding"]), 0usize..4, prop::sample::select(vec!["a", "b"])), 0..30),
        grouped: bool,
    ) {
        let mut state = claims(&of);
        if grouped {
            state = state.reduced(&Action::Group).unwrap();
        }
        let stated = state.claims(0);
        let mut at: Vec<usize> = stated.iter().map(|one| one.at).collect();
        for pair in stated.windows(2) {
            prop_assert!(!pair[0].is_further || pair[1].is_further);
        }
        at.sort_unstable();
        prop_assert_eq!(at, (0..of.len()).collect::<Vec<_>>());
    }
}

/// Whatever hides a fact, it is brought to light.
#[test]
fn a_fact_is_brought_to_light() {
    let text = include_str!("../www/articles/human-rights-2022.json");
    let article = Rc::new(read(&json::value(text).unwrap()).article.unwrap());
    let mut facts = Vec::new();
    article.facts(&mut |fact, _| facts.push(fact));
    for hidden in [
        vec![],
        vec![Action::Toggle(5)],
        vec![Action::Search("custody".into())],
        vec![Action::FilterSpeaker(Some(1))],
    ] {
        let mut before = State::new(article.clone(), fold);
        for action in &hidden {
            before = before.reduced(action).unwrap();
        }
        for fact in &facts {
            let state = before.reduced(&Action::Reveal(*fact)).unwrap();
            let mut context = context(article.clone(), "dateline", false);
            context.state = Rc::new(state);
            let html = rendered(context);
            let name = fact.name();
            assert!(
                html.contains(&format!("data-source=\"{name}\"")),
                "{name} {hidden:?}"
            );
            assert_eq!(Fact::named(&name), Some(*fact));
        }
    }
}

/// A link leads there each time that it is followed.
#[test]
fn a_link_followed_twice_leads_there_twice() {
    let article = article(40);
    let link = follow("e20\n\n\n", &article);
    let state = State::new(article, fold).reduced(&link).unwrap();
    let there = Some(Bring::Focus(Place::Event(20)));
    assert_eq!(state.bring, there);
    assert_eq!(state.reduced(&link).unwrap().bring, there);
}

/// On paper, where nobody turns to the next part or opens an event, all of it is there.
#[test]
fn a_long_list_is_printed_whole() {
    let mut context = context(article(300), "dateline", false);
    let listed = |context: &dateline::view::Context| {
        rendered(context.clone()).matches("part=\"event\"").count()
    };
    let before = rendered(context.clone());
    assert_eq!(listed(&context), ROWS[0]);
    context.state = Rc::new(context.state.reduced(&Action::Print(true)).unwrap());
    assert_eq!(listed(&context), 300);
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
