//! The axis of an article: what is seen of it at first, what its ticks and clusters say, and
//! how its gaps fold.
#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::{collections::BTreeSet, fmt::Write, rc::Rc};

use dateline::{
    article::{Article, Date, Instant, json, read},
    explore::{Action, Options, State, WIDE},
    timeline::{
        self, Folding, Folds, Grouping, Layout, Limits, Move, ROW, SPAN, SPAN_LINE, Say, Step,
        Titles, Viewport, WORDS, estimate, layout, ticks,
    },
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

/// The article's axis in a widget of so many px, as it begins.
fn begun(article: Rc<Article>, width: f64) -> Context {
    let mut context = context(article, "dateline", false);
    act(
        &mut context,
        &[
            Action::Widen(width >= 640.0),
            Action::Axis(Move::Resize(width)),
        ],
    );
    context
}

fn act(context: &mut Context, actions: &[Action]) {
    for action in actions {
        if let Some(state) = context.state.reduced(action) {
            context.state = Rc::new(state);
        }
    }
}

const fn moved(change: Move) -> Action {
    Action::Axis(change)
}

/// The titles on the axis, whole.
fn titles(html: &str) -> Vec<String> {
    let titles = html.split(r#"part="mark-title""#).skip(1);
    let titles = titles.map(|rest| {
        let title = rest
            .split_once('>')
            .unwrap()
            .1
            .split_once("</span>")
            .unwrap()
            .0;
        title
            .replace("<bdi>", "")
            .replace("</bdi>", "")
            .replace("&#x27;", "'")
    });
    titles.collect()
}

/// How many marks are clusters.
fn clusters(html: &str) -> usize {
    html.matches(r#"part="mark cluster""#).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Ticks may say “Mar” each year, but never twice under the same larger one.
    #[test]
    fn no_two_ticks_say_the_same(
        start in prop_oneof![-200_000i64..200_000, -730_000_000_000i64..0],
        span in 0.0f64..1.0,
        width in 300.0f64..1400.0,
    ) {
        let context = context(article(&["2020"]), "dateline", false);
        // From an minute to half a million years.
        let length = (60.0 * (2.4e11f64).powf(span)) as i64;
        let from = start * DAY;
        let limits = Limits { from, to: from + length, closest: 10 };
        let viewport = Viewport::new(limits).moved(&Move::Resize(width));
        let said = |step, at, say| context.words.tick(step, at, say);
        let width = |step, at, say| estimate(&said(step, at, say));
        let ticks = ticks(&viewport, &Layout::stage(&viewport), &Folds::default(), &width);
        let mut larger = BTreeSet::new();
        let mut under = BTreeSet::new();
        for tick in ticks.iter().filter(|tick| tick.say != Say::Nothing) {
            let own = said(tick.step, tick.at, tick.say);
            if tick.say == Say::Short && !matches!(tick.step, Step::Years(_)) {
                prop_assert!(under.insert(own.clone()), "{} twice in {:?}", own, ticks);
            } else {
                under.clear();
                // The clock says no day, which stands before it.
                let is_clock = matches!(tick.step, Step::Seconds(_));
                prop_assert!(larger.insert(own.clone()) || is_clock, "{} twice in {:?}", own, ticks);
            }
        }
    }

    #[test]
    fn words_of_ticks_keep_apart_and_are_cut_by_nothing(
        dates in prop::collection::vec(0u32..40_000, 1..12),
        width in 320.0f64..2000.0,
        closer in 0.0f64..1.0,
        along in 0.0f64..0.999,
        folded in any::<bool>(),
    ) {
        let dates: Vec<String> = dates.iter().map(|day| {
            let civil = Instant(i64::from(*day) * DAY).civil();
            format!("{}-{:02}-{:02}", civil.year, civil.month, civil.day)
        }).collect();
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let mut context = begun(article(&dates), width);
        let folding = if folded { Folding::On } else { Folding::Off };
        let factor = (context.state.axis.viewport.closer()).powf(closer);
        act(&mut context, &[moved(Move::Space(folding)), moved(Move::Zoom { factor, at: width * along })]);
        let axis = &context.state.axis;
        let (viewport, folds) = (&axis.viewport, axis.folds());
        let layout = Layout::stage(viewport);
        let long = |step, at, say| estimate(&context.words.tick(step, at, say));
        let ticks = ticks(viewport, &layout, folds, &long);
        let said = ticks.iter().filter(|tick| tick.say != Say::Nothing).map(|tick| {
            let from = tick.x + WORDS;
            (from, from + long(tick.step, tick.at, tick.say).ceil() as i32)
        });
        let said: Vec<(i32, i32)> = said.collect();
        prop_assert!(ticks.len() <= 140);
        for pair in said.windows(2) {
            prop_assert!(pair[1].0 - pair[0].1 >= 10, "{:?} {:?}", pair, ticks);
        }
        let edges = [layout.shift, layout.shift + layout.width];
        let folds = folds.iter().flat_map(|fold| [fold.from, fold.to]);
        let folds = folds.map(|at| layout.x(viewport, Instant(axis.folds().to_axis(at))));
        for edge in edges.into_iter().chain(folds) {
            prop_assert!(!said.iter().any(|(from, to)| *from < edge && edge < *to), "{} in {:?}", edge, said);
        }
        // Within the window there is a word, wherever one looks.
        let seen = |(from, to): &(i32, i32)| edges[0] <= *from && *to <= edges[1];
        prop_assert!(folded || said.iter().any(seen), "{:?} of {:?}", ticks, edges);
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
fn gaps_that_keep_marks_together_are_folded_first_and_can_be_opened() {
    let mut context = begun(article(&FAR_APART), 900.0);
    assert_eq!(context.state.axis.folds().len(), 2);
    let folded = rendered(context.clone());
    assert_eq!(folded.matches(r#"title="Nothing here, "#).count(), 2);
    assert_eq!(titles(&folded).len(), 6);

    // Opened one by one, or all at once; what is in the window stays there.
    let closer = moved(Move::Zoom {
        factor: 4.0,
        at: 450.0,
    });
    act(&mut context, &[closer]);
    let window = context.state.axis.window();
    act(&mut context, &[moved(Move::Unfold(1))]);
    assert_eq!(context.state.axis.folds().len(), 1);
    let after = context.state.axis.window();
    assert!((after.0.0 - window.0.0).abs() < DAY && (after.1.0 - window.1.0).abs() < DAY);
    act(&mut context, &[moved(Move::Space(Folding::Off))]);
    assert!(context.state.axis.folds().is_empty());
    // What the reader has chosen stays when the width changes.
    act(
        &mut context,
        &[moved(Move::Fit), moved(Move::Resize(400.0))],
    );
    assert!(context.state.axis.folds().is_empty());
    act(
        &mut context,
        &[moved(Move::Space(Folding::On)), moved(Move::Fit)],
    );
    assert_eq!(context.state.axis.folds().len(), 2);
    assert!(context.state.axis.viewport.fits());
}

#[test]
fn time_is_in_proportion_where_folding_shows_nothing_more() {
    for dates in [
        &["2000-01-01", "2003-05-04", "2011-01-01"][..],
        &["2022", "2023"],
    ] {
        let context = begun(article(dates), 900.0);
        assert!(context.state.axis.folds().is_empty());
        assert_eq!(titles(&rendered(context)).len(), dates.len());
    }
}

#[test]
fn between_what_no_calendar_counts_and_our_own_era_the_gap_is_folded() {
    for (last, folded) in [("0001", true), ("0000", false), ("-0099", false)] {
        let context = begun(article(&["-9000", "-0500", last]), 900.0);
        assert!(context.state.axis.folds().is_empty(), "-9000 to {last}");
        let context = begun(article(&["Y-1000000", last]), 900.0);
        assert_eq!(!context.state.axis.folds().is_empty(), folded, "to {last}");
    }
}

/// Many events are not laid out to find out: what is saved of the whole length decides.
#[test]
fn between_many_events_gaps_are_folded_where_hardly_anything_else_would_be_seen() {
    for (began, again, folded) in [(1900, 2090, true), (1900, 2000, false)] {
        let thirty = |from: i32| (0..1200).map(move |at| (from + at / 40, at / 4 % 10 + 1));
        let dates: Vec<String> = thirty(began)
            .chain(thirty(again))
            .map(|(year, month)| format!("{year}-{month:02}"))
            .collect();
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let context = begun(article(&dates), 900.0);
        assert!(context.state.axis.can_fold(), "{began} and {again}");
        let is = !context.state.axis.folds().is_empty();
        assert_eq!(is, folded, "{began} and {again}");
    }
}

#[test]
fn a_cluster_opens_where_it_is_when_gaps_are_folded() {
    let mut dates = vec!["1771-05-03"; 29];
    dates.extend(["2022-02-24"; 29]);
    let mut context = begun(article(&dates), 900.0);
    act(&mut context, &[moved(Move::Space(Folding::On))]);
    assert!(!context.state.axis.folds().is_empty());
    assert_eq!(clusters(&rendered(context.clone())), 2);
    let at = context.state.axis.item(40).unwrap().anchor;
    let at = Instant(context.state.axis.folds().to_time(at));
    let open = Move::Open {
        lane: 0,
        from: at,
        to: at,
    };
    act(&mut context, &[moved(open)]);
    let events = context.state.axis.cluster_events();
    assert_eq!(events, (29..58).collect::<Vec<_>>());
    let html = rendered(context.clone());
    assert!(
        html.contains(r#"aria-label="29 events, 24 February 2022""#),
        "{html}"
    );
    assert_eq!(
        html.matches(r#"<span class="when">24 February 2022</span>"#)
            .count(),
        29
    );
    act(&mut context, &[Action::Leave]);
    assert!(context.state.axis.cluster_events().is_empty());
}

#[test]
fn a_cluster_says_what_it_holds() {
    let of = |dates: &[&str], width| {
        let mut all = dates.repeat(30);
        all.sort_unstable();
        let mut context = begun(article(&all), width);
        act(&mut context, &[moved(Move::Space(Folding::Off))]);
        let html = rendered(context);
        let clusters = html.split(r#"part="mark cluster""#).skip(1);
        let label = |rest: &str| {
            rest.split(r#"aria-label=""#)
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        };
        clusters.map(label).collect::<Vec<_>>()
    };
    assert_eq!(of(&["2002-01-21"], 900.0), ["30 events, 21 January 2002"]);
    assert_eq!(
        of(&["2023-03-20T14:05Z"], 900.0),
        ["30 events, 20 March 2023, 14:05"]
    );
    assert_eq!(
        of(&["2023-03-20T14:05:10Z", "2023-03-20T14:05:11Z"], 300.0),
        ["60 events, 20 March 2023, 14:05"]
    );
    assert_eq!(
        of(&["2022-09", "2002-01-21"], 900.0)[1],
        "30 events, September 2022"
    );
    // Three are long bars.
    assert_eq!(of(&["1914"], 900.0), ["27 events, 1914"]);
}

#[test]
fn the_first_window_holds_the_events_with_a_margin() {
    let (from, to) = begun(article(&["2022-01-01", "2022-12-31"]), 900.0)
        .state
        .axis
        .window();
    // Four hundredths of a year.
    assert_eq!((from.civil().month, from.civil().day), (12, 17));
    assert_eq!((to.civil().year, to.civil().day), (2023, 15));
    // One moment is shown in its day, one day with its neighbours.
    let (from, to) = begun(article(&["2022-01-05T12:00Z"]), 900.0)
        .state
        .axis
        .window();
    assert_eq!((to.0 - from.0) / 3600, 24);
    let (from, to) = begun(article(&["2022-01-05"]), 900.0).state.axis.window();
    assert_eq!((to.0 - from.0) / DAY, 3);
}

/// One event, with these eras.
fn among(eras: &str) -> Rc<Article> {
    let text = format!(
        r#"{{"headline":"h","events":[{{"id":"e","title":"Event","date":"2015-06-01"}}],"eras":[{eras}]}}"#
    );
    Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
}

#[test]
fn eras_much_longer_than_the_events_are_in_the_first_window() {
    let year = |at: Instant| at.civil().year;
    let window = |article| begun(article, 900.0).state.axis.window();
    let (from, to) = window(among(
        r#"{"id":"a","title":"A","date":"2001/2010"},{"id":"b","title":"B","date":"2012/2020"}"#,
    ));
    assert_eq!((year(from), year(to)), (2000, 2021));
    // Not one without an end.
    let (from, to) = window(among(r#"{"id":"a","title":"A","date":"2001/.."}"#));
    assert_eq!((year(from), year(to)), (2015, 2015));
}

#[test]
fn a_host_says_how_the_axis_begins() {
    let begun = |json: &str| {
        let options: Options = serde_json::from_str(json).unwrap();
        State::with(article(&FAR_APART), Rc::new(options), |text| {
            text.to_owned()
        })
    };
    let resized = |state: &State| state.reduced(&moved(Move::Resize(900.0))).unwrap();
    let state = begun(r#"{"from": "1946", "to": "1947"}"#);
    let (from, to) = resized(&state).axis.window();
    let days =
        |at: Instant, to: &str| (at.0 - Date::parse(to).unwrap().earliest.unwrap().0).abs() / DAY;
    assert!(
        days(from, "1946") < 2 && days(to, "1948") < 2,
        "{from:?} {to:?}"
    );
    assert!(
        resized(&begun(r#"{"folds": "off"}"#))
            .axis
            .folds()
            .is_empty()
    );
    assert_eq!(begun(r#"{"folds": "on"}"#).axis.folds().len(), 2);
    // There is nothing to have lanes of.
    assert_eq!(
        begun(r#"{"lanes": "country"}"#).axis.grouping,
        Grouping::Together
    );
}

/// Titles of the length that headlines have, an article's worth of them.
const HEADLINES: [&str; 6] = [
    "Parliament votes for the treaty by a majority of two thirds after a night of debate",
    "The prime minister resigns",
    "A court in Strasbourg finds that the detention was unlawful and orders damages",
    "Talks begin in Geneva",
    "The commission publishes its first report on the conduct of the election",
    "Thousands march in the capital against the new law on public assembly",
];

fn headlines(dates: &[String]) -> Rc<Article> {
    let events = dates.iter().enumerate().map(|(at, date)| {
        let title = HEADLINES[at % HEADLINES.len()];
        format!(r#"{{"id":"e{at}","title":"{title} ({at})","date":"{date}"}}"#)
    });
    let events: Vec<String> = events.collect();
    let text = format!(r#"{{"headline":"h","events":[{}]}}"#, events.join(","));
    Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
}

#[test]
fn the_demonstration_shows_all_its_titles_at_once() {
    let text = include_str!("../www/articles/human-rights-2022.json");
    let article = Rc::new(read(&json::value(text).unwrap()).article.unwrap());
    let html = rendered(begun(article.clone(), 1100.0));
    let mut shown = titles(&html);
    let mut all: Vec<String> = article
        .events
        .iter()
        .map(|event| event.title.to_string())
        .collect();
    shown.sort();
    all.sort();
    assert_eq!(shown, all);
    assert_eq!(clusters(&html), 0);
    let html = rendered(begun(article, 328.0));
    assert!(titles(&html).len() >= 5, "{:?}", titles(&html));
    assert_eq!(clusters(&html), 0);
}

#[test]
fn of_many_events_in_a_short_time_most_titles_are_shown() {
    // Four in eighteen years, and twenty-two in two.
    let mut dates: Vec<String> = ["2003-05-01", "2007-09", "2011-02-14", "2016"]
        .map(str::to_owned)
        .to_vec();
    for at in 0..22 {
        dates.push(format!(
            "{}-{:02}-{:02}",
            2021 + at / 11,
            at % 11 + 1,
            at * 7 % 27 + 1
        ));
    }
    for width in [1100.0, 640.0] {
        let context = begun(headlines(&dates), width);
        assert!(!context.state.axis.folds().is_empty());
        let html = rendered(context);
        eprintln!("{} titles at {width}", titles(&html).len());
        assert!(
            titles(&html).len() >= 12,
            "{} at {width}",
            titles(&html).len()
        );
        assert_eq!(clusters(&html), 0);
    }
}

#[test]
fn a_title_of_two_hundred_letters_is_whole_where_there_is_room() {
    let long = "A very long title, such as only an institution could write, that goes on and on about what was decided, by whom, and in the presence of whom, until at last it ends, two hundred letters after its start";
    let text = format!(
        r#"{{"headline":"h","events":[
        {{"id":"a","title":"{long}","date":"2022-03-01"}},{{"id":"b","title":"Short","date":"2022-01-01"}}]}}"#
    );
    let article = Rc::new(read(&json::value(&text).unwrap()).article.unwrap());
    let html = rendered(begun(article.clone(), 1100.0));
    assert_eq!(titles(&html), ["Short", long]);
    // On a phone it has no room, unless it is the chosen one's.
    let mut context = begun(article, 328.0);
    assert_eq!(titles(&rendered(context.clone())), ["Short"]);
    act(&mut context, &[Action::Select(Some(1))]);
    assert!(titles(&rendered(context)).iter().any(|title| title == long));
}

#[test]
fn far_years_lose_the_digits_that_nobody_needs() {
    let dates = [
        "Y-13800000000",
        "Y-4500000000",
        "Y-65000000",
        "1969-07-20",
        "2018-03-14",
    ];
    for width in [320.0, 1100.0] {
        let context = begun(article(&dates), width);
        assert!(!context.state.axis.folds().is_empty());
        let html = rendered(context);
        let said: Vec<&str> = html
            .split(r#"class="tick"#)
            .skip(1)
            .filter_map(|tick| {
                Some(
                    tick.split_once("</div>")?
                        .0
                        .split_once("<span>")?
                        .1
                        .split_once('<')?
                        .0,
                )
            })
            .collect();
        assert!(
            width < 1000.0 || said.contains(&"13.8 billion years ago"),
            "{said:?}"
        );
        assert!(
            width < 1000.0 || said.contains(&"1969") && said.contains(&"2018"),
            "{said:?}"
        );
        assert!(!html.contains("13.79"), "{width}");
    }
}

#[test]
fn seconds_are_said_where_events_differ_by_them() {
    let dates = ["2023-03-20T14:05:10Z", "2023-03-20T14:05:40Z"];
    let mut context = begun(article(&dates), 900.0);
    let html = rendered(context.clone());
    assert!(html.contains("<span>:20</span>"), "{html}");
    act(&mut context, &[moved(Move::Closer(50.0))]);
    assert!((context.state.axis.viewport.span() - 10.0).abs() < 1e-9);
}

#[test]
fn lanes_are_by_what_the_article_has() {
    let text = r#"{"headline":"h","countries":[{"code":"PL"},{"code":"DE"}],"events":[
        {"id":"a","title":"Both","date":"2022-01-01","countries":["PL","DE"],"groups":["Talks"]},
        {"id":"b","title":"One","date":"2022-05-01","countries":["DE"],"groups":["War"]}]}"#;
    let article = Rc::new(read(&json::value(text).unwrap()).article.unwrap());
    let mut context = begun(article, 900.0);
    let menu = rendered(context.clone());
    for name in ["By country", "By group"] {
        assert!(menu.contains(&format!("{name}</label>")));
    }
    assert!(!menu.contains("By person"));
    act(&mut context, &[moved(Move::Group(Grouping::Countries))]);
    let html = rendered(context.clone());
    assert_eq!(html.matches(r#"class="axis-lane""#).count(), 2);
    assert!(html.contains("<bdi>Poland</bdi>") && html.contains("<bdi>Germany</bdi>"));
    assert_eq!(titles(&html), ["Both", "One"], "each has its title once");
    assert_eq!(html.matches(r#"part="mark""#).count(), 3);
    assert!(html.contains(r#"class="joint"#));
    act(&mut context, &[moved(Move::Group(Grouping::Groups))]);
    assert!(rendered(context).contains("<bdi>Talks</bdi>"));
}

#[test]
fn the_overview_comes_with_something_outside_the_window() {
    let mut context = begun(article(&FAR_APART), 900.0);
    let hidden =
        |context: &Context| rendered(context.clone()).contains(r#"part="overview" hidden"#);
    assert!(hidden(&context));
    act(&mut context, &[moved(Move::Closer(2.0))]);
    assert!(!hidden(&context));
    let dates: Vec<String> = (0..60).map(|at| format!("{}", 1900 + at)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    assert!(!hidden(&begun(article(&dates), 900.0)));
}

#[test]
fn coming_closer_keeps_what_is_chosen_where_it_is() {
    let mut context = begun(article(&FAR_APART), 900.0);
    act(&mut context, &[Action::Select(Some(2))]);
    let x = |context: &Context| {
        let axis = &context.state.axis;
        axis.viewport.x(Instant(axis.item(2).unwrap().anchor))
    };
    let before = x(&context);
    assert!((before - 450.0).abs() > 30.0, "not in the middle");
    act(&mut context, &[moved(Move::Closer(2.0))]);
    assert!((x(&context) - before).abs() < 0.1);
    // Out of the window it keeps nothing.
    act(
        &mut context,
        &[moved(Move::Closer(8.0)), moved(Move::Pan(9_000.0))],
    );
    assert!((context.state.axis.focus(Some(2)) - 450.0).abs() < 0.1);
}

/// What a press of each cluster does.
fn clusters_of(context: &Context) -> Vec<Move> {
    let axis = &context.state.axis;
    let several = axis.lanes().len() > 1;
    let options = timeline::Options {
        rows: if several { 2 } else { 14 },
        spans: if several { 1 } else { 3 },
        shared: !several,
        titles: Titles::none(),
    };
    let time = |at: Instant| Instant(axis.folds().to_time(at.0));
    let layout = layout(axis.index(), &axis.viewport, &options, None);
    let clusters = layout.marks.iter().filter(|mark| mark.count > 1);
    let open = clusters.map(|mark| Move::Open {
        lane: mark.lane,
        from: time(mark.from),
        to: time(mark.to),
    });
    open.collect()
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
        let mut context = begun(article, width);
        if lanes {
            act(&mut context, &[moved(Move::Group(Grouping::Countries))]);
        }
        // One of the clusters, and whichever is first of what is left of it.
        let mut which = Some(which);
        loop {
            let clusters = clusters_of(&context);
            let at = which.take().map_or(0, |which| which.index(clusters.len().max(1)));
            let Some(open) = clusters.get(at) else { break };
            let before = context.state.axis.viewport.span();
            act(&mut context, &[moved(*open)]);
            if !context.state.axis.cluster_events().is_empty() {
                break;
            }
            let after = context.state.axis.viewport.span();
            prop_assert!(after < before * 0.95, "{:?} of {:?}: {} to {}", open, dates, before, after);
        }
    }
}

#[test]
fn a_cluster_that_the_closest_does_not_part_is_listed() {
    // Thirty in eight seconds, and one long after.
    let mut dates: Vec<String> = (0..30)
        .map(|at| format!("2023-03-20T10:00:{:02}Z", at % 8))
        .collect();
    dates.push("2023-04-20".to_owned());
    dates.sort();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let mut context = begun(article(&dates), 328.0);
    let presses = (0..40).find(|_| {
        let Some(open) = clusters_of(&context).first().copied() else {
            return true;
        };
        act(&mut context, &[moved(open)]);
        !context.state.axis.cluster_events().is_empty()
    });
    assert!(presses.is_some(), "it can always be opened");
}

#[test]
fn evenly_spread_events_are_not_to_be_folded() {
    let dates: Vec<String> = (0..12).map(|at| format!("{}-06-01", 2000 + at)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let context = context(article(&dates), "dateline", false);
    assert!(!context.state.axis.can_fold());
    assert!(!rendered(context).contains("Fold gaps"));
}

/// What the style sheet draws is what the engine counts with.
#[test]
fn the_style_sheet_has_the_engines_heights() {
    let sheet = include_str!("../www/style/axis.css");
    for (name, px) in [("row", ROW), ("span", SPAN), ("span-line", SPAN_LINE)] {
        let rule = format!("--_{name}: calc({px}em / 13);");
        assert!(sheet.contains(&rule), "{rule}");
    }
    // A narrow axis has fewer rows from the width on at which others parts are narrow.
    assert!(sheet.contains("@container dateline (max-width: 639.98px)"));
    assert!((WIDE - 640.0).abs() < f64::EPSILON);
    // Whatever glides does so as long as what the sheet moves.
    assert!(include_str!("../www/style/ground.css").contains("--_motion: 160ms"));
    assert!(include_str!("../src/browser/axis/glide.rs").contains("const GLIDE: u32 = 160;"));
}

/// The axis of an article as HTML, a line a tag.
fn html(context: Context) -> String {
    let html = rendered(context);
    let start = |class: &str| html[..html.find(class).unwrap()].rfind('<').unwrap();
    html[start(r#"class="axis""#)..start(r#"class="body""#)].replace("><", ">\n<")
}

#[test]
fn the_axis_of_two_lanes() {
    let text = r#"{"headline":"h","countries":[{"code":"PL"},{"code":"DE"}],"eras":[
        {"id":"x","title":"An era","date":"2021-06/2022-04"}],"events":[
        {"id":"a","title":"A day in both countries","date":"2022-01-10","countries":["PL","DE"]},
        {"id":"b","title":"About a month","date":"2022-04~","countries":["DE"]},
        {"id":"c","title":"Worked out and long enough for two lines of title","date":{"value":"2022-05-01/2022-05-20","basis":"inferred"},"countries":["PL"]},
        {"id":"d","title":"Since then","date":{"value":"2022-06-03/..","basis":"editor"},"countries":["DE"]}]}"#;
    let article = Rc::new(read(&json::value(text).unwrap()).article.unwrap());
    let mut context = begun(article, 720.0);
    act(
        &mut context,
        &[
            moved(Move::Group(Grouping::Countries)),
            Action::Select(Some(1)),
        ],
    );
    insta::assert_snapshot!(html(context));
}

#[test]
fn the_axis_with_folds_and_a_cluster() {
    let mut dates = vec!["1771-05-03"; 20];
    dates.extend(["1999", "2022-02-24", "2022-02-24"]);
    insta::assert_snapshot!(html(begun(article(&dates), 640.0)));
}
