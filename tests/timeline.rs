//! What holds for every axis: random items, widths and viewports.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::{collections::BTreeMap, rc::Rc};

use dateline::{
    article::Instant,
    timeline::{
        Ending, Extent, Folds, Index, Item, Layout, Limits, Mark, Move, Options, Placed, Viewport,
        layout, ticks,
    },
};
use proptest::prelude::*;

const DAY: i64 = 86_400;

fn limits(items: &[Item]) -> Limits {
    let from = items.iter().map(|item| item.start).min().unwrap_or(0);
    let to = items.iter().map(|item| item.end).max().unwrap_or(DAY);
    let pad = ((to - from) / 10).max(DAY);
    Limits {
        from: from - pad,
        to: to + pad,
        closest: 60,
    }
}

/// Items over a span of days to a thousand million years, often at the same instant.
fn items() -> impl Strategy<Value = Vec<Item>> {
    let span = prop::sample::select(vec![
        3 * DAY,
        800 * DAY,
        400_000 * DAY,
        300_000_000_000 * DAY,
    ]);
    let one = (0u32..400, 0u16..3, 0u8..12, 0i64..1000);
    let most = prop::sample::select(vec![12u8, 5]);
    let drawn = prop::collection::vec(one, 1..120);
    (span, drawn, -50i64..50, most).prop_map(|(span, drawn, shift, most)| {
        let item = |(id, (at, lane, kind, length)): (usize, (u32, u16, u8, i64))| {
            let start = span / 400 * i64::from(at) + shift * span / 50;
            let bar = |ends| {
                (
                    start,
                    start + span / 1000 * length / 4 + DAY,
                    Extent::Bar(Ending::Sharp, ends),
                )
            };
            // Bars of up to a quarter of all there is, some of up to all of it, and points;
            // or bars alone, so that hardly one finds a row.
            let (anchor, end, extent) = match kind % most {
                0 | 1 => bar(Ending::Soft),
                2 => bar(Ending::Open),
                3 => (start, start + 1, Extent::Bar(Ending::Open, Ending::Sharp)),
                4 => (
                    start,
                    start + span / 1000 * length + DAY,
                    Extent::Bar(Ending::Sharp, Ending::Sharp),
                ),
                _ => (start + DAY / 2, start + DAY, Extent::Point),
            };
            Item {
                id: id as u32,
                lane,
                anchor,
                start,
                end,
                extent,
            }
        };
        drawn.into_iter().enumerate().map(item).collect()
    })
}

#[derive(Debug, Clone)]
struct Scene {
    items: Vec<Item>,
    rows: u8,
    lanes: usize,
    viewport: Viewport,
    options: Options,
}

/// Items in one lane of four rows or three lanes of one, and some place to look at.
fn scene() -> impl Strategy<Value = Scene> {
    let widths = prop::collection::vec(0u16..200, 120);
    let place = (300.0f64..1400.0, 0.0f64..1.0, 0.0f64..0.999);
    (items(), any::<bool>(), 0u8..2, widths, place).prop_map(
        |(mut items, laned, spread, widths, (width, closer, along))| {
            if !laned {
                items.iter_mut().for_each(|item| item.lane = 0);
            }
            let (rows, lanes) = if laned { (1, 3) } else { (4, 1) };
            let limits = limits(&items);
            let mut viewport = Viewport::new(limits).moved(&Move::Resize(width));
            // From everything to the closest, evenly by how it looks.
            let most = limits.span() / 60.0;
            viewport = viewport.moved(&Move::Zoom {
                factor: most.powf(closer),
                at: width * along,
            });
            let options = Options {
                rows,
                spread,
                widths: Rc::from(widths),
            };
            Scene {
                items,
                rows,
                lanes,
                viewport,
                options,
            }
        },
    )
}

impl Scene {
    fn index(&self) -> Index {
        Index::new(self.items.iter().copied(), self.lanes)
    }

    fn layout(&self) -> Layout {
        layout(&self.index(), &self.viewport, &self.options, None)
    }

    /// For every item of every lane that has its anchor in the stage, the mark it is in.
    fn membership(&self, index: &Index, layout: &Layout) -> BTreeMap<(u16, u32), Vec<(u32, u32)>> {
        let mut found: BTreeMap<(u16, u32), Vec<(u32, u32)>> = BTreeMap::new();
        for item in &self.items {
            if (layout.stage.0.0..layout.stage.1.0).contains(&item.anchor) {
                found.entry((item.lane, item.id)).or_default();
            }
        }
        for mark in &layout.marks {
            let members = index.between(mark.lane, mark.from.0, mark.to.0);
            // Of items at one instant only some may be this mark's.
            let first = members.iter().position(|item| item.id == mark.id).unwrap();
            for item in &members[first..][..mark.count as usize] {
                if let Some(marks) = found.get_mut(&(mark.lane, item.id)) {
                    marks.push((mark.id, mark.count));
                }
            }
        }
        found
    }
}

fn is_cut(mark: &Mark) -> bool {
    matches!(
        mark.placed,
        Placed::Bar {
            ends: Ending::Cut,
            ..
        }
    )
}

fn label_spans(marks: &[Mark]) -> BTreeMap<(u16, u8), Vec<(i32, i32)>> {
    let mut rows: BTreeMap<(u16, u8), Vec<(i32, i32)>> = BTreeMap::new();
    for mark in marks {
        if let Some(label) = mark.label {
            rows.entry((mark.lane, mark.row))
                .or_default()
                .push((label.x, label.x + label.width));
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_two_labels_overlap(scene in scene()) {
        for spans in label_spans(&scene.layout().marks).values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0, "{:?}", pair);
            }
        }
    }

    /// Labels of what is longer than the window come along with it.
    #[test]
    fn labels_that_stay_in_view_do_not_overlap(scene in scene(), along in 0.0f64..1.0) {
        let layout = scene.layout();
        let most = layout.length(&scene.viewport) - layout.width;
        let shift = (f64::from(most) * along) as i32;
        let mut rows: BTreeMap<(u16, u8), Vec<(i32, i32)>> = BTreeMap::new();
        for mark in &layout.marks {
            if let Some(label) = mark.label {
                prop_assert!(label.x <= label.latest);
                let x = label.kept(shift, 5);
                rows.entry((mark.lane, mark.row)).or_default().push((x, x + label.width));
            }
        }
        for spans in rows.values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0, "{:?}", pair);
            }
        }
    }

    #[test]
    fn no_label_covers_a_disc_or_a_pill(scene in scene()) {
        let layout = scene.layout();
        let rows = label_spans(&layout.marks);
        for mark in &layout.marks {
            let (x, half) = match mark.placed {
                Placed::Point(x) => (x, 5),
                Placed::Cluster(x) => (x, 16),
                Placed::Bar { x, width, .. } if is_cut(mark) => (x + width / 2, width / 2),
                Placed::Bar { .. } => continue,
            };
            for (from, to) in rows.get(&(mark.lane, mark.row)).into_iter().flatten() {
                prop_assert!(*to <= x - half || x + half <= *from, "{:?} {} {}", mark, from, to);
            }
        }
    }

    #[test]
    fn discs_and_pills_do_not_touch(scene in scene()) {
        let mut rows: BTreeMap<(u16, u8), Vec<(i32, i32)>> = BTreeMap::new();
        for mark in scene.layout().marks {
            let span = match mark.placed {
                Placed::Point(x) => (x - 5, x + 5),
                Placed::Cluster(x) => (x - 16, x + 16),
                Placed::Bar { x, width, .. } if is_cut(&mark) => (x, x + width),
                Placed::Bar { .. } => continue,
            };
            rows.entry((mark.lane, mark.row)).or_default().push(span);
        }
        for spans in rows.values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0, "{:?}", pair);
            }
        }
    }

    #[test]
    fn no_two_bars_overlap(scene in scene()) {
        let mut rows: BTreeMap<(u16, u8), Vec<(i32, i32)>> = BTreeMap::new();
        for mark in scene.layout().marks {
            if let (Placed::Bar { x, width, .. }, false) = (mark.placed, is_cut(&mark)) {
                rows.entry((mark.lane, mark.row)).or_default().push((x, x + width));
            }
        }
        for spans in rows.values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0, "{:?}", pair);
            }
        }
    }

    #[test]
    fn every_event_is_in_exactly_one_mark_or_cluster(scene in scene()) {
        let (index, layout) = (scene.index(), scene.layout());
        for (item, marks) in scene.membership(&index, &layout) {
            prop_assert_eq!(marks.len(), 1, "{:?} in {:?}", item, marks);
        }
    }

    #[test]
    fn panning_keeps_clusters_and_rows(scene in scene(), by in -900.0f64..900.0) {
        let index = scene.index();
        let panned = Scene { viewport: scene.viewport.moved(&Move::Pan(by)), ..scene.clone() };
        let (here, there) = (scene.layout(), layout(&index, &panned.viewport, &panned.options, None));
        let key = |mark: &Mark| ((mark.lane, mark.id), (mark.count, mark.row, is_cut(mark)));
        let other: BTreeMap<_, _> = there.marks.iter().map(key).collect();
        for mark in &here.marks {
            let (id, look) = key(mark);
            if let Some(same) = other.get(&id) {
                prop_assert_eq!(*same, look);
            }
        }
        // What reaches from one window into another is in both.
        let moved = (here.origin.0 - there.origin.0) as f64 / panned.viewport.scale();
        let end = f64::from(there.length(&panned.viewport));
        for mark in &here.marks {
            let Placed::Bar { x, width, .. } = mark.placed else { continue };
            let label = mark.label.map_or(x, |label| label.x + label.width);
            let (from, to) = (f64::from(x) + moved, f64::from((x + width).max(label)) + moved);
            if to > 2.0 && from < end - 2.0 {
                prop_assert!(other.contains_key(&key(mark).0), "{:?} {} {}", mark, from, to);
            }
        }
        let before = scene.membership(&index, &here);
        for (item, marks) in panned.membership(&index, &there) {
            if let Some(same) = before.get(&item) {
                prop_assert_eq!(same, &marks);
            }
        }
    }

    #[test]
    fn zooming_in_only_splits(scene in scene(), factor in 1.0f64..40.0) {
        let index = scene.index();
        let middle = scene.viewport.width() / 2.0;
        let closer = Scene {
            viewport: scene.viewport.moved(&Move::Zoom { factor, at: middle }),
            ..scene.clone()
        };
        let far = scene.membership(&index, &scene.layout());
        let near = closer.membership(&index, &closer.layout());
        // What is together near was together far away.
        for (one, marks) in &near {
            for (two, others) in &near {
                let together = one.0 == two.0 && marks == others;
                if let (true, Some(one), Some(two)) = (together, far.get(one), far.get(two)) {
                    prop_assert_eq!(one, two);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(scene in scene(), seed in any::<u64>()) {
        let mut shuffled = scene.clone();
        let mut state = seed;
        shuffled.items.sort_by_cached_key(|item| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(item.id) | 1);
            state
        });
        prop_assert_eq!(scene.layout(), shuffled.layout());
    }

    #[test]
    fn what_was_looked_at_before_does_not_matter(scene in scene(), other in scene()) {
        let index = scene.index();
        let elsewhere = Viewport::new(scene.viewport.limits())
            .moved(&Move::Resize(other.viewport.width()))
            .moved(&Move::Zoom { factor: 3.0, at: other.viewport.width() / 2.0 });
        let _ = layout(&index, &elsewhere, &scene.options, None);
        prop_assert_eq!(layout(&index, &scene.viewport, &scene.options, None), scene.layout());
    }

    #[test]
    fn ticks_strictly_increase_apart(scene in scene()) {
        let layout = scene.layout();
        let ticks = ticks(&scene.viewport, &layout, &Folds::default(), 1.0);
        for pair in ticks.minor.windows(2) {
            prop_assert!(pair[0].at < pair[1].at);
            prop_assert!(pair[1].x - pair[0].x >= 60, "{:?} {:?}", ticks.minor_step, pair);
        }
        for pair in ticks.major.windows(2) {
            prop_assert!(pair[0].at < pair[1].at);
            prop_assert!(pair[1].x - pair[0].x >= 60, "{:?}", pair);
        }
        prop_assert!(ticks.minor.len() <= 40);
    }

    #[test]
    fn the_window_stays_within_its_limits(scene in scene(), moves in prop::collection::vec(any_move(), 0..12)) {
        let mut viewport = scene.viewport;
        for change in moves {
            viewport = viewport.moved(&change);
            let limits = viewport.limits();
            prop_assert!(viewport.start().0 >= limits.from);
            prop_assert!(viewport.end().0 <= limits.to + 1);
            prop_assert!(viewport.span() >= 1.0 && viewport.span() <= limits.span());
        }
        let _ = scene.rows;
    }
}

fn any_move() -> impl Strategy<Value = Move> {
    let px = prop_oneof![-3000.0f64..3000.0, Just(f64::NAN), Just(f64::INFINITY)];
    let factor = prop_oneof![0.01f64..100.0, Just(0.0), Just(f64::NAN), Just(-1.0)];
    prop_oneof![
        px.clone().prop_map(Move::Pan),
        (factor.clone(), px.clone()).prop_map(|(factor, at)| Move::Zoom { factor, at }),
        (factor, px).prop_map(|(factor, at)| Move::Pinch { factor, at }),
        (any::<i64>(), any::<i64>()).prop_map(|(from, to)| Move::Show {
            from: Instant(from),
            to: Instant(to)
        }),
        (-10.0f64..3000.0).prop_map(Move::Resize),
        (-2.0f64..2.0).prop_map(Move::Slide),
        (-2.0f64..2.0).prop_map(Move::Centre),
        (any::<bool>(), -2.0f64..2.0).prop_map(|(start, by)| Move::Stretch { start, by }),
        Just(Move::Fit),
    ]
}

#[test]
fn a_window_of_no_width_is_empty_and_harmless() {
    let item = Item {
        id: 0,
        lane: 0,
        anchor: 0,
        start: 0,
        end: 1,
        extent: Extent::Point,
    };
    let index = Index::new([item], 1);
    let viewport = Viewport::new(Limits {
        from: -DAY,
        to: DAY,
        closest: 60,
    });
    let options = Options {
        rows: 4,
        spread: 0,
        widths: Rc::from([80u16]),
    };
    let hidden = layout(&index, &viewport, &options, None);
    assert!(hidden.marks.is_empty());
    assert!(
        ticks(&viewport, &hidden, &Folds::default(), 1.0)
            .minor
            .is_empty()
    );
    // Time is kept for when the width is known.
    let back = viewport
        .moved(&Move::Zoom {
            factor: 2.0,
            at: 0.0,
        })
        .moved(&Move::Resize(600.0));
    assert_eq!(layout(&index, &back, &options, None).marks.len(), 1);
}

/// Bars that all run at once, each from `starts` to the end of all.
fn ranges(starts: &[i64]) -> Vec<Item> {
    let item = |(id, start): (usize, &i64)| Item {
        id: id as u32,
        lane: 0,
        anchor: start * DAY,
        start: start * DAY,
        end: 20_000 * DAY,
        extent: Extent::Bar(Ending::Sharp, Ending::Sharp),
    };
    starts.iter().enumerate().map(item).collect()
}

/// The ids of the bars that are drawn in their length, and of those that are cut, in a
/// window of this width that shows so many days from the first on.
fn bars(items: &[Item], width: f64, days: f64) -> (Vec<u32>, Vec<u32>) {
    let limits = Limits {
        from: 0,
        to: 20_000 * DAY,
        closest: DAY,
    };
    let viewport = Viewport::new(limits)
        .moved(&Move::Resize(width))
        .moved(&Move::Zoom {
            factor: 20_000.0 / days,
            at: 0.0,
        });
    let options = Options {
        rows: 4,
        spread: 0,
        widths: Rc::from(vec![0u16; items.len()]),
    };
    let index = Index::new(items.iter().copied(), 1);
    let (mut whole, mut cut) = (Vec::new(), Vec::new());
    for mark in layout(&index, &viewport, &options, None).marks {
        match mark.placed {
            Placed::Bar { .. } if is_cut(&mark) => cut.push(mark.id),
            Placed::Bar { .. } => whole.push(mark.id),
            _ => {}
        }
    }
    (whole, cut)
}

#[test]
fn as_many_bars_as_rows_are_drawn_and_of_one_more_the_beginning() {
    let mut starts = vec![100, 2_100, 4_100, 6_100];
    assert_eq!(
        bars(&ranges(&starts), 1000.0, 20_000.0),
        (vec![0, 1, 2, 3], vec![])
    );
    starts.push(8_100);
    let (whole, cut) = bars(&ranges(&starts), 1000.0, 20_000.0);
    assert_eq!((whole.len(), cut.len()), (4, 1));
    // One that begins when they have ended has its length.
    let mut after = ranges(&starts);
    for item in &mut after[..4] {
        item.end = 7_000 * DAY;
    }
    assert_eq!(
        bars(&after, 1000.0, 20_000.0),
        (vec![0, 1, 2, 3, 4], vec![])
    );
}

#[test]
fn a_bar_keeps_its_length_while_others_part_from_a_cluster() {
    // Far away the first thirty are clusters, from which they part when one comes closer.
    let mut starts: Vec<i64> = (0..30).map(|at| 20 + at * 4).collect();
    starts.extend([500, 1_000, 1_500]);
    let items = ranges(&starts);
    let far = bars(&items, 16_000.0, 20_000.0);
    assert_eq!(far, (vec![30, 31, 32], vec![]));
    let (whole, cut) = bars(&items, 16_000.0, 2_000.0);
    assert_eq!((whole.len(), cut.len()), (4, 29));
    assert!(far.0.iter().all(|bar| whole.contains(bar)), "{whole:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever begins between it and the window.
    #[test]
    fn a_bar_is_seen_in_every_window_that_it_reaches_into(
        lengths in prop::collection::vec((0i64..40, 0i64..4_000), 100..500),
        rows in prop::sample::select(vec![1u8, 4]),
    ) {
        let item = |(id, (kind, length)): (usize, &(i64, i64))| {
            let start = id as i64 * 10 * DAY;
            let bar = Extent::Bar(Ending::Sharp, Ending::Sharp);
            let (length, extent) = match kind {
                0 => (*length, bar),
                1 => (length / 50, bar),
                _ => (1, Extent::Point),
            };
            Item { id: id as u32, lane: 0, anchor: start, start, end: start + (length + 1) * DAY, extent }
        };
        let items: Vec<Item> = lengths.iter().enumerate().map(item).collect();
        let index = Index::new(items.iter().copied(), 1);
        let options = Options { rows, spread: 0, widths: Rc::from(vec![90u16; items.len()]) };
        // A window of 400 px over 60 days, from the first to the last.
        let whole = Viewport::new(limits(&items)).moved(&Move::Resize(400.0));
        let layouts: Vec<Layout> = (0..lengths.len() as i64 / 6)
            .map(|at| {
                let (from, to) = (Instant(at * 60 * DAY), Instant((at + 1) * 60 * DAY));
                layout(&index, &whole.moved(&Move::Show { from, to }), &options, None)
            })
            .collect();
        let is_bar = |mark: &&Mark| matches!(mark.placed, Placed::Bar { .. }) && !is_cut(mark);
        let bars: BTreeMap<u32, Item> = layouts
            .iter()
            .flat_map(|layout| layout.marks.iter().filter(is_bar))
            .map(|mark| (mark.id, items[mark.id as usize]))
            .collect();
        for layout in &layouts {
            for (id, bar) in &bars {
                let reaches = bar.end > layout.stage.0.0 + DAY && bar.start < layout.stage.1.0 - DAY;
                let is_seen = layout.marks.iter().any(|mark| mark.id == *id);
                prop_assert!(is_seen || !reaches, "{:?} in {:?}", bar, layout.stage);
            }
            let ids: Vec<u32> = layout.marks.iter().map(|mark| mark.id).collect();
            prop_assert!(ids.is_sorted_by(|one, two| one < two), "{:?}", ids);
        }
    }
}

/// Spans with long gaps between some of them, and the limits around them.
fn gappy() -> impl Strategy<Value = (Vec<(i64, i64)>, Limits)> {
    let one = (0i64..40, 0u32..12, 0i64..30);
    prop::collection::vec(one, 1..12).prop_map(|drawn| {
        let mut at = -40 * 365 * DAY;
        let mut spans = Vec::new();
        for (near, far, length) in drawn {
            at += near * DAY + 3_i64.pow(far) * DAY;
            spans.push((at, at + (length + 1) * DAY));
            at += length * DAY;
        }
        let (from, to) = (spans[0].0, spans.iter().map(|span| span.1).max().unwrap());
        (
            spans,
            Limits {
                from,
                to,
                closest: 60,
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn folding_is_monotone_and_has_a_way_back((spans, limits) in gappy(), times in prop::collection::vec(0.0f64..1.0, 60)) {
        let folds = Folds::new(spans.iter().copied(), limits);
        let span = limits.to - limits.from;
        let mut at: Vec<i64> = times.iter().map(|part| limits.from + (span as f64 * part) as i64).collect();
        at.extend(spans.iter().flat_map(|(from, to)| [*from, *to]));
        at.sort_unstable();
        for pair in at.windows(2) {
            prop_assert!(folds.place(pair[0]) <= folds.place(pair[1]));
        }
        for time in at {
            let place = folds.place(time);
            prop_assert_eq!(folds.place(folds.time(place)), place);
            if !folds.iter().any(|fold| fold.from < time && time < fold.to) {
                prop_assert_eq!(folds.time(place), time);
            }
            prop_assert!(folds.time(place) <= time);
        }
        // Worth it, or not done; and nothing that happens is folded away.
        prop_assert!(folds.is_empty() || folds.saved() >= span / 3);
        prop_assert_eq!(folds.place(limits.to), limits.to - folds.saved());
        for fold in folds.iter() {
            prop_assert!(spans.iter().all(|(from, to)| *to <= fold.from || fold.to <= *from));
        }
        for (one, two) in folds.iter().zip(folds.iter().skip(1)) {
            prop_assert!(one.to <= two.from);
        }
    }

    #[test]
    fn opening_a_fold_leaves_the_others((spans, limits) in gappy(), which in any::<prop::sample::Index>()) {
        let folds = Folds::new(spans.iter().copied(), limits);
        if !folds.is_empty() {
            let opened = which.index(folds.len());
            let rest = folds.without(opened);
            let gone = *folds.iter().nth(opened).unwrap();
            prop_assert_eq!(rest.len() + 1, folds.len());
            prop_assert!(rest.iter().all(|fold| *fold != gone));
            prop_assert_eq!(rest.place(gone.to) - rest.place(gone.from), gone.to - gone.from);
        }
    }

    #[test]
    fn ticks_keep_out_of_folds((spans, limits) in gappy(), width in 300.0f64..1400.0, closer in 0.0f64..1.0, along in 0.0f64..0.999) {
        let folds = Folds::new(spans.iter().copied(), limits);
        let placed = Limits { from: folds.place(limits.from), to: folds.place(limits.to), closest: 60 };
        let viewport = Viewport::new(placed)
            .moved(&Move::Resize(width))
            .moved(&Move::Zoom { factor: (placed.span() / 60.0).powf(closer), at: width * along });
        let ticks = ticks(&viewport, &Layout::stage(&viewport), &folds, 1.0);
        for (row, holds) in [(&ticks.minor, false), (&ticks.major, true)] {
            for tick in row {
                // A major one that holds after a fold began may have begun within it.
                let inside = folds.iter().any(|fold| fold.from < tick.at.0 && tick.at.0 < fold.to);
                prop_assert!(holds || !inside, "{:?}", tick);
            }
            for pair in row.windows(2) {
                prop_assert!(pair[0].at < pair[1].at);
                prop_assert!(pair[1].x - pair[0].x >= 60, "{:?}", pair);
            }
        }
    }
}
