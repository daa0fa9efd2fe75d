//! The axis of an article: what its ticks say, how its gaps fold, and what the list that
//! goes with it says of its length.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::{collections::BTreeSet, fmt::Write, rc::Rc};

use dateline::{
    article::{Article, Instant, json, read},
    explore::{Action, LIST_PAGE},
    timeline::{Folds, Layout, Limits, Move, Viewport, ticks},
    view::Context,
};
use dateline_cli::{context, rendered};
use proptest::prelude::*;

const DAY: i64 = 86_400;

/// An article with an event on each of these dates.
fn article(dates: &[&str]) -> Rc<Article> {
    let mut events = String::new();
    for (at, date) in dates.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(
            events,
            r#"{comma}{{"id":"e{at}","title":"Event {at}","date":"{date}"}}"#
        )
        .unwrap();
    }
    let text = format!(r#"{{"headline":"h","events":[{events}]}}"#);
    Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
}

fn act(context: &mut Context, acts: &[&str]) {
    for act in acts {
        if let Some(state) = context.state.reduced(&Action::read(act).unwrap()) {
            context.state = Rc::new(state);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Minor ticks may say “Mar” each year, but never twice under the same major one.
    #[test]
    fn no_two_ticks_say_the_same(
        start in prop_oneof![-200_000i64..200_000, -730_000_000_000i64..0],
        span in 0.0f64..1.0,
        width in 300.0f64..1400.0,
    ) {
        let context = context(article(&["2020"]), "dateline", false);
        // From an hour to half a million years.
        let length = (3600.0 * (4e9f64).powf(span)) as i64;
        let from = start * DAY;
        let limits = Limits { from, to: from + length, closest: 60 };
        let viewport = Viewport::new(limits).moved(&Move::Resize(width));
        let ticks = ticks(&viewport, &Layout::stage(&viewport), &Folds::default(), 1.0);
        let words = &context.words;
        let major: Vec<(Instant, String)> = (ticks.major.iter())
            .map(|tick| (tick.at, words.major(ticks.major_step.unwrap(), tick.at)))
            .collect();
        let distinct: BTreeSet<&String> = major.iter().map(|(_, said)| said).collect();
        // A day says no year, of which there is one in a stretch with ticks of hours.
        prop_assert_eq!(distinct.len(), major.len(), "{:?}", major);
        let mut said = BTreeSet::new();
        for tick in &ticks.minor {
            let over = major.iter().rfind(|(at, _)| *at <= tick.at).map(|(_, said)| said);
            let own = words.minor(ticks.minor_step, tick.at);
            prop_assert!(said.insert((over, own.clone())), "{} twice in {:?}", own, ticks.minor_step);
        }
    }
}

const FAR_APART: [&str; 6] = [
    "1771-05-03",
    "1772-03",
    "1946-02-11",
    "1947",
    "2022-02-24",
    "2024-05-02",
];

#[test]
fn gaps_that_are_nearly_all_there_is_are_folded_first_and_can_be_opened() {
    let mut context = context(article(&FAR_APART), "dateline", false);
    act(&mut context, &["fold"]);
    let resize = Action::Axis(Move::Resize(900.0));
    context.state = Rc::new(context.state.reduced(&resize).unwrap());
    assert_eq!(context.state.axis.folds().len(), 2);
    let folded = rendered(context.clone());
    assert!(folded.contains(r#"aria-pressed="true" data-act="space 0""#));
    assert!(folded.contains(r#"title="Nothing here, "#));

    // Opened one by one, or all at once; what is in the window stays there.
    let closer = Action::Axis(Move::Zoom {
        factor: 4.0,
        at: 450.0,
    });
    context.state = Rc::new(context.state.reduced(&closer).unwrap());
    let window = context.state.axis.window();
    act(&mut context, &["unfold 1"]);
    assert_eq!(context.state.axis.folds().len(), 1);
    let after = context.state.axis.window();
    assert!((after.0.0 - window.0.0).abs() < DAY && (after.1.0 - window.1.0).abs() < DAY);
    act(&mut context, &["space 0"]);
    assert!(context.state.axis.folds().is_empty());
    assert!(!rendered(context.clone()).contains("data-act=\"unfold"));
    act(&mut context, &["space 1", "fit"]);
    assert_eq!(context.state.axis.folds().len(), 2);
    assert!(context.state.axis.viewport.fits());
}

#[test]
fn a_cluster_opens_where_it_is_when_gaps_are_folded() {
    let mut dates = vec!["1771-05-03"; 9];
    dates.extend(["2022-02-24"; 9]);
    let mut context = context(article(&dates), "dateline", false);
    assert!(!context.state.axis.folds().is_empty());
    let resize = Action::Axis(Move::Resize(900.0));
    context.state = Rc::new(context.state.reduced(&resize).unwrap());
    act(&mut context, &["fold"]);
    let html = rendered(context.clone());
    let open = html.rsplit_once(r#"data-act="open"#).unwrap().1;
    let open = format!("open{}", open.split_once('"').unwrap().0);
    act(&mut context, &[&open]);
    assert_eq!(
        context.state.axis.opened_events(),
        (9..18).collect::<Vec<_>>()
    );
}

/// Dates of all lengths and ranges, many at the same time or nearly so.
fn any_date() -> impl Strategy<Value = String> {
    let parts = (0i32..4, 1u8..13, 1u8..29, 0u8..60);
    (0u8..6, parts, 0i32..60).prop_map(|(kind, (year, month, day, second), years)| {
        let year = 2000 + year * 7;
        let of = |year: i32| format!("{year}-{month:02}");
        match kind {
            0 => format!("{year}"),
            1 => of(year),
            2 => format!("{}-{day:02}", of(year)),
            3 => format!("2021-01-01T00:00:{second:02}Z"),
            4 => format!("{}/{}", of(year), of(year + years)),
            _ => format!("{}-{day:02}/..", of(year)),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn pressing_a_cluster_is_never_in_vain(
        dates in prop::collection::vec((any_date(), 0usize..7), 2..60),
        width in 300.0f64..1400.0,
        lanes in any::<bool>(),
        which in any::<prop::sample::Index>(),
    ) {
        let codes = ["PL", "DE", "FR", "IT", "ES", "SE", "UA"];
        let mut events = String::new();
        for (at, (date, country)) in dates.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let code = codes[*country];
            write!(events, r#"{comma}{{"id":"e{at}","title":"Event {at}","date":"{date}","countries":["{code}"]}}"#).unwrap();
        }
        let cards = codes.map(|code| format!(r#"{{"code":"{code}"}}"#)).join(",");
        let text = format!(r#"{{"headline":"h","events":[{events}],"countries":[{cards}]}}"#);
        let article = Rc::new(read(&json::value(&text).unwrap()).article.unwrap());
        let mut context = context(article, "dateline", false);
        act(&mut context, &["fold", if lanes { "lanes 1" } else { "lanes 0" }]);
        if let Some(state) = context.state.reduced(&Action::Axis(Move::Resize(width))) {
            context.state = Rc::new(state);
        }
        // One of the clusters, and whichever is first of what is left of it.
        let mut which = Some(which);
        loop {
            let html = rendered(context.clone());
            let clusters: Vec<&str> = html.split(r#"data-act="open "#).skip(1).collect();
            let at = which.take().map_or(0, |which| which.index(clusters.len().max(1)));
            let Some(cluster) = clusters.get(at) else { break };
            let open = format!("open {}", cluster.split_once('"').unwrap().0);
            let before = context.state.axis.viewport.span();
            act(&mut context, &[&open]);
            if !context.state.axis.opened_events().is_empty() {
                break;
            }
            let after = context.state.axis.viewport.span();
            prop_assert!(after < before * 0.95, "{} of {:?}: {} to {}", open, dates, before, after);
        }
    }
}

#[test]
fn a_cluster_that_the_closest_does_not_part_is_listed() {
    // Coarse clusters, as there are many lanes; eight seconds are 120 px at the closest.
    let mut events = String::new();
    for (at, second) in [1, 9, 30, 31, 32].iter().enumerate() {
        let codes = ["PL", "PL", "DE", "FR", "IT"];
        write!(
            events,
            r#"{{"id":"e{at}","title":"Event {at}","date":"2023-03-20T10:00:{second:02}Z","countries":["{}"]}},"#,
            codes[at]
        )
        .unwrap();
    }
    let text = format!(
        r#"{{"headline":"h","events":[{events}{{"id":"z","title":"Long after","date":"2023-04-20"}}],
        "countries":[{{"code":"PL","name":"A"}},{{"code":"DE","name":"B"}},{{"code":"FR","name":"C"}},{{"code":"IT","name":"D"}}]}}"#
    );
    let article = Rc::new(read(&json::value(&text).unwrap()).article.unwrap());
    let mut context = context(article, "dateline", false);
    act(&mut context, &["fold", "lanes 1"]);
    let resize = Action::Axis(Move::Resize(900.0));
    context.state = Rc::new(context.state.reduced(&resize).unwrap());
    assert_eq!(context.state.axis.lanes().len(), 5);
    let presses = (0..40).find(|_| {
        let html = rendered(context.clone());
        let open = html.split_once(r#"data-act="open 0 "#).unwrap().1;
        let open = format!("open 0 {}", open.split_once('"').unwrap().0);
        act(&mut context, &[&open]);
        !context.state.axis.opened_events().is_empty()
    });
    assert!(presses.is_some(), "it can always be opened");
    assert_eq!(context.state.axis.opened_events(), [0, 1]);
}

#[test]
fn evenly_spread_events_are_not_to_be_folded() {
    let dates: Vec<String> = (0..12).map(|at| format!("{}-06-01", 2000 + at)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let context = context(article(&dates), "dateline", false);
    assert!(!context.state.axis.can_fold());
    assert!(!rendered(context).contains("Fold gaps"));
}

#[test]
fn a_page_of_a_long_list_says_where_each_event_stands_among_all() {
    let dates: Vec<String> = (0..300).map(|at| format!("{}", 1600 + at)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let mut context = context(article(&dates), "dateline", false);
    act(&mut context, &["list 100"]);
    let html = rendered(context);
    assert_eq!(html.matches(r#"aria-setsize="300""#).count(), LIST_PAGE);
    for at in 101..101 + LIST_PAGE {
        assert!(html.contains(&format!(r#"aria-posinset="{at}" "#)), "{at}");
    }
}
