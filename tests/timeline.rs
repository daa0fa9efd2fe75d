//! What holds for every axis: random items, titles and viewports.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use dateline::{
    article::Instant,
    timeline::{
        Ending, Extent, Folds, Head, Index, Item, Layout, Limits, Mark, Move, Options, ROW, Shape,
        Titles, Viewport, layout,
    },
};
use proptest::prelude::*;

const DAY: i64 = 86_400;

fn limits(items: &[Item]) -> Limits {
    let from = items.iter().map(|item| item.start).min().unwrap_or(0);
    let to = items.iter().map(|item| item.end).max().unwrap_or(DAY);
    let pad = ((to - from) / 25).max(DAY);
    Limits {
        from: from - pad,
        to: to + pad,
        closest: 60,
    }
}

/// Items over a span of days to a thousand million years, often at the same instant.
fn items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    let span = prop::sample::select(vec![
        3 * DAY,
        800 * DAY,
        400_000 * DAY,
        300_000_000_000 * DAY,
    ]);
    // Few places, so that much comes together, or many.
    let places = prop::sample::select(vec![5i64, 40, 400]);
    let one = (0i64..400, 0u16..3, 0u8..12, 0i64..1000);
    let drawn = prop::collection::vec(one, 1..most);
    let kinds = prop::sample::select(vec![12u8, 5]);
    (span, drawn, -50i64..50, kinds, places).prop_map(|(span, drawn, shift, kinds, places)| {
        let item = |(id, (at, lane, kind, length)): (usize, (i64, u16, u8, i64))| {
            let start = span / 400 * (at % places * 400 / places) + shift * span / 50;
            let id = id as u32;
            // Bars of up to a quarter of all there is, some of up to all of it, and points;
            // or bars alone, so that hardly one finds a row.
            let long = |length: i64| start + span / 1000 * length + DAY;
            let sharp = Ending::Sharp;
            let item = match kind % kinds {
                0 | 1 => Item::bar(id, start, long(length / 4), sharp, Ending::Soft),
                2 => Item::bar(id, start, long(length / 4), sharp, Ending::Open),
                3 => Item::bar(id, start, start + 1, Ending::Open, sharp),
                4 => Item::bar(id, start, long(length), sharp, sharp),
                _ => Item {
                    start,
                    end: start + DAY,
                    ..Item::point(id, start + DAY / 2)
                },
            };
            Item {
                lane,
                titled: lane,
                key: length % 7 == 0,
                ..item
            }
        };
        drawn.into_iter().enumerate().map(item).collect()
    })
}

/// How a title of this number is: short or long, to be broken or not.
fn shape(number: u32) -> Shape {
    let line = 20 + number * 37 % 520;
    let pair = if number.is_multiple_of(5) {
        line
    } else {
        line / 2 + 12
    };
    Shape {
        line: line as u16,
        pair: pair as u16,
    }
}

fn options(laned: bool, narrow: bool) -> Options {
    Options {
        rows: match (laned, narrow) {
            (true, _) => 2,
            (false, true) => 8,
            (false, false) => 14,
        },
        spans: match (laned, narrow) {
            (true, _) => 1,
            (false, true) => 2,
            (false, false) => 3,
        },
        shared: !laned,
        titles: Titles::new(shape),
    }
}

#[derive(Debug, Clone)]
struct Scene {
    items: Vec<Item>,
    lanes: usize,
    viewport: Viewport,
    options: Options,
}

/// Items in one lane or three, and some place to look at: `steps` halves of a doubling
/// closer than everything.
fn scene(most: usize) -> impl Strategy<Value = Scene> {
    let place = (320.0f64..2000.0, 0.0f64..1.0, 0.0f64..0.999);
    (
        items(most),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        place,
    )
        .prop_map(
            |(mut items, laned, narrow, exact, (width, closer, along))| {
                if !laned {
                    for item in &mut items {
                        (item.lane, item.titled) = (0, 0);
                    }
                }
                let limits = limits(&items);
                let viewport = Viewport::new(limits).moved(&Move::Resize(width));
                // From everything to the closest, evenly by how it looks; exactly where a level
                // is laid out, or between two.
                let most = (limits.span() / 60.0).log2() * 2.0;
                let steps = if exact {
                    (most * closer).floor()
                } else {
                    most * closer
                };
                let viewport = viewport.moved(&Move::Zoom {
                    factor: (steps / 2.0).exp2(),
                    at: width * along,
                });
                Scene {
                    items,
                    lanes: if laned { 3 } else { 1 },
                    viewport,
                    options: options(laned, narrow),
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

    fn moved(&self, change: &Move) -> Scene {
        Scene {
            viewport: self.viewport.moved(change),
            ..self.clone()
        }
    }

    /// For every item of every lane that has its anchor in the stage, the marks it is in.
    fn membership(&self, index: &Index, layout: &Layout) -> BTreeMap<(u16, u32), Vec<(u32, u32)>> {
        let mut found: BTreeMap<(u16, u32), Vec<(u32, u32)>> = BTreeMap::new();
        for item in &self.items {
            if (layout.stage.0.0..layout.stage.1.0).contains(&item.anchor) {
                found.entry((item.lane, item.id)).or_default();
            }
        }
        let spans: BTreeSet<(u16, u32)> = (layout.marks.iter())
            .filter(|mark| mark.is_span)
            .map(|mark| (mark.lane, mark.id))
            .collect();
        for mark in &layout.marks {
            let members = index.between(mark.lane, mark.from.0, mark.to.0);
            // Of items at one instant only some may be this mark's.
            let first = members.iter().position(|item| item.id == mark.id).unwrap();
            let own = members[first..]
                .iter()
                .filter(|item| mark.is_span || !spans.contains(&(mark.lane, item.id)));
            for item in own.take(mark.count as usize) {
                if let Some(marks) = found.get_mut(&(mark.lane, item.id)) {
                    marks.push((mark.id, mark.count));
                }
            }
        }
        found
    }

    /// The rows that a lane may have.
    fn allowed(&self, layout: &Layout, lane: u16) -> u8 {
        let height = layout.lanes[usize::from(lane)];
        if self.options.shared {
            let spans = (u16::from(height.spans) * height.span()).div_ceil(ROW);
            self.options.rows.saturating_sub(spans as u8).max(2)
        } else {
            self.options.rows
        }
    }
}

/// A rectangle of whole px and rows, ends not included.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    x: (i32, i32),
    rows: (u8, u8),
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        let overlap = |one: (i32, i32), two: (i32, i32)| one.0 < two.1 && two.0 < one.1;
        let rows = |area: &Area| (i32::from(area.rows.0), i32::from(area.rows.1));
        overlap(self.x, other.x) && overlap(rows(self), rows(other))
    }
}

fn head(mark: &Mark) -> Area {
    let x = match mark.head {
        Head::Disc(x) => (x - 5, x + 5),
        Head::Pill(x) => (x - 16, x + 16),
        Head::Bar { x, width, .. } => (x, x + width),
    };
    Area {
        x,
        rows: (mark.row, mark.row + 1),
    }
}

fn words(mark: &Mark) -> Option<Area> {
    let label = mark.label?;
    Some(Area {
        x: (label.x, label.x + label.width),
        rows: (label.row, label.row + label.lines),
    })
}

/// Whether a line on these rows runs through words.
fn is_through(at: i32, rows: u32, text: Area) -> bool {
    let own = (text.rows.0..text.rows.1).any(|row| rows >> row & 1 == 1);
    own && text.x.0 - 2 < at && at < text.x.1 + 2
}

/// The first two things of a lane that overlap, if there are any.
fn overlap(layout: &Layout) -> Option<String> {
    for (at, one) in layout.marks.iter().enumerate() {
        for (number, two) in layout.marks.iter().enumerate() {
            if one.lane != two.lane || one.is_span != two.is_span || at == number {
                continue;
            }
            let clash = |what: &str| Some(format!("{what}: {one:?} and {two:?}"));
            if at < number && head(one).meets(&head(two)) {
                return clash("two heads");
            }
            if let Some(text) = words(one).filter(|_| !one.is_span) {
                if text.meets(&head(two)) {
                    return clash("a title and a head");
                }
                if at < number && words(two).is_some_and(|other| other.meets(&text)) {
                    return clash("two titles");
                }
                if !two.is_span && is_through(two.at, two.line, text) {
                    return clash("a line through words");
                }
            }
        }
    }
    for joint in &layout.joints {
        for mark in layout.marks.iter().filter(|mark| !mark.is_span) {
            let on = (joint.from.0..=joint.to.0).contains(&mark.lane);
            let rows = joint.rows(mark.lane, &layout.marks);
            if words(mark).is_some_and(|text| on && is_through(joint.at, rows, text)) {
                return Some(format!("{joint:?} through {mark:?}"));
            }
        }
    }
    None
}

/// How a mark looks wherever it is seen on its level.
fn look(mark: &Mark) -> impl PartialEq + std::fmt::Debug + use<> {
    let cut = matches!(
        mark.head,
        Head::Bar {
            ends: Ending::Cut,
            ..
        }
    );
    let label = (mark.label.filter(|_| !mark.is_span))
        .map(|label| (label.row, label.lines, label.before, label.width));
    (mark.count, mark.row, mark.is_span, cut, label)
}

fn key(mark: &Mark) -> (u16, u32) {
    (mark.lane, mark.id)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_overlaps(scene in scene(120)) {
        prop_assert_eq!(overlap(&scene.layout()), None);
    }

    /// More items than are arranged at once.
    #[test]
    fn nothing_overlaps_where_there_is_much(scene in scene(600)) {
        prop_assert_eq!(overlap(&scene.layout()), None);
    }

    #[test]
    fn all_rows_are_there_and_no_more_than_may_be(scene in scene(300)) {
        let layout = scene.layout();
        for mark in &layout.marks {
            let height = layout.lanes[usize::from(mark.lane)];
            let rows = if mark.is_span { height.spans } else { height.rows };
            prop_assert!(mark.row < rows, "{mark:?} in {height:?}");
            if let Some(label) = mark.label.filter(|_| !mark.is_span) {
                prop_assert!(label.row + label.lines <= rows, "{mark:?} in {height:?}");
            }
            prop_assert!(height.rows <= scene.allowed(&layout, mark.lane).max(scene.options.rows));
        }
    }

    /// Titles of what is longer than the window come along with it, within it.
    #[test]
    fn titles_of_long_bars_stay_within_them(scene in scene(120), along in 0.0f64..1.0) {
        let layout = scene.layout();
        let most = layout.length(&scene.viewport) - layout.width;
        let shift = (f64::from(most) * along) as i32;
        for mark in layout.marks.iter().filter(|mark| mark.is_span) {
            let own = head(mark).x;
            let label = mark.label.unwrap();
            let x = label.held(shift, 5);
            prop_assert!(own.0 < x && x + label.width < own.1, "{:?}", mark);
        }
    }

    #[test]
    fn every_event_is_in_exactly_one_mark_or_cluster(scene in scene(400)) {
        let (index, layout) = (scene.index(), scene.layout());
        for (item, marks) in scene.membership(&index, &layout) {
            prop_assert_eq!(marks.len(), 1, "{:?} in {:?}", item, marks);
        }
    }

    #[test]
    fn panning_moves_no_mark_and_no_title(scene in scene(400), by in -900.0f64..900.0) {
        let index = scene.index();
        let panned = scene.moved(&Move::Pan(by));
        let (here, there) = (scene.layout(), layout(&index, &panned.viewport, &panned.options, None));
        prop_assert_eq!(&here.lanes, &there.lanes);
        let other: BTreeMap<_, _> = there.marks.iter().map(|mark| (key(mark), look(mark))).collect();
        for mark in &here.marks {
            if let Some(same) = other.get(&key(mark)) {
                prop_assert_eq!(same, &look(mark), "{:?}", mark);
            }
        }
        // What reaches from one window into another is in both.
        let moved = (here.origin.0 - there.origin.0) as f64 / panned.viewport.scale();
        let end = f64::from(there.length(&panned.viewport));
        for mark in &here.marks {
            let (own, label) = (head(mark).x, words(mark).map_or(head(mark).x, |words| words.x));
            let from = f64::from(own.0.min(label.0)) + moved;
            let to = f64::from(own.1.max(label.1)) + moved;
            if to > 2.0 && from < end - 2.0 {
                prop_assert!(other.contains_key(&key(mark)), "{:?} {} {}", mark, from, to);
            }
        }
    }

    #[test]
    fn zooming_within_a_level_moves_no_mark_and_no_title(scene in scene(400)) {
        // A little closer than everything, up to the next level.
        let far = scene.moved(&Move::Fit);
        let near = far.moved(&Move::Zoom { factor: 1.41, at: 0.0 });
        let index = scene.index();
        let (far, near) = (far.layout(), layout(&index, &near.viewport, &near.options, None));
        prop_assert_eq!(overlap(&near), None);
        let looks: BTreeMap<_, _> = far.marks.iter().map(|mark| (key(mark), look(mark))).collect();
        for mark in &near.marks {
            prop_assert_eq!(looks.get(&key(mark)), Some(&look(mark)));
        }
    }

    #[test]
    fn zooming_in_only_splits(scene in scene(400), factor in 1.0f64..40.0) {
        let index = scene.index();
        let closer = scene.moved(&Move::Zoom { factor, at: scene.viewport.width() / 2.0 });
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
    fn the_order_of_the_input_does_not_matter(scene in scene(200), seed in any::<u64>()) {
        let mut shuffled = scene.clone();
        let mut state = seed;
        shuffled.items.sort_by_cached_key(|item| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(item.id) | 1);
            state
        });
        prop_assert_eq!(scene.layout(), shuffled.layout());
    }

    #[test]
    fn what_was_looked_at_before_does_not_matter(scene in scene(400), by in -3000.0f64..3000.0) {
        let index = scene.index();
        let elsewhere = scene.moved(&Move::Pan(by));
        let _ = layout(&index, &elsewhere.viewport, &scene.options, None);
        let far = scene.moved(&Move::Zoom { factor: 0.3, at: 100.0 });
        let _ = layout(&index, &far.viewport, &scene.options, None);
        prop_assert_eq!(layout(&index, &scene.viewport, &scene.options, None), scene.layout());
    }

    /// Where a level is laid out, as at first: what has no title there has no room for one.
    #[test]
    fn no_title_is_left_out_where_one_would_fit(scene in scene(120)) {
        let layout = scene.layout();
        let edges = [scene.viewport.limits().from, scene.viewport.limits().to]
            .map(|at| layout.x(&scene.viewport, Instant(at)));
        let whole = scene.viewport.limits().span() / scene.viewport.width();
        let steps = (whole / scene.viewport.scale()).log2() * 2.0;
        prop_assume!((steps - steps.round()).abs() < 1e-6);
        let end = layout.length(&scene.viewport);
        for mark in &layout.marks {
            if mark.label.is_some() || mark.count > 1 || mark.is_span {
                continue;
            }
            // Crowded lanes have none on purpose.
            let beside = scene.items.iter().filter(|item| item.lane == mark.lane);
            if scene.lanes > 1 && beside.count() > 70 / scene.lanes {
                continue;
            }
            let (own, shape) = (whole_head(&scene, &layout, mark), shape(mark.id));
            let rows = scene.allowed(&layout, mark.lane);
            for row in 0..rows {
                for (lines, width) in [(1, shape.line), (2, shape.pair)] {
                    for before in [true, false] {
                        let width = i32::from(width);
                        let from = if before { own.0 - 5 - width } else { own.1 + 5 };
                        // With a px or two to spare, for what was rounded.
                        let text = Area { x: (from - 2, from + width + 2), rows: (row, row + lines) };
                        let inside = row + lines <= rows && edges[0] <= text.x.0 && text.x.1 <= edges[1];
                        let seen = text.x.0.min(own.0) > 9 && text.x.1.max(own.1) < end - 9;
                        // Below the head there are only words, over which would come on zooming in
                        // what stands between them and the line of their mark.
                        let between = if before { text.x.1.max(mark.at) } else { text.x.1 };
                        let below = Area { x: (text.x.0, between), rows: (row, row + lines - 1) };
                        let head = Area { x: (own.0 - 5, own.1 + 5), rows: (row + lines - 1, row + lines) };
                        if inside && seen && [text, below, head].into_iter().all(|area| is_free(&layout, mark, area)) {
                            prop_assert!(false, "{:?} fits at {:?}", mark, text);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_chosen_has_its_title_and_moves_nothing_else(scene in scene(300), which in any::<prop::sample::Index>()) {
        let chosen = scene.items[which.index(scene.items.len())];
        let index = scene.index();
        let plain = scene.layout();
        let layout = layout(&index, &scene.viewport, &scene.options, Some((chosen.id, Instant(chosen.anchor))));
        prop_assert_eq!(overlap(&layout), None);
        let looks: BTreeMap<_, _> = plain.marks.iter().map(|mark| (key(mark), (mark, look(mark)))).collect();
        for mark in &layout.marks {
            if mark.selected {
                prop_assert!(mark.label.is_some(), "{:?}", mark);
                continue;
            }
            // It keeps its row, and its title if that is not in the way.
            let (before, same) = &looks[&key(mark)];
            prop_assert_eq!((mark.row, mark.head), (before.row, before.head));
            prop_assert!(mark.label.is_none() || look(mark) == *same);
        }
        let hidden = layout.marks.iter().filter(|mark| mark.label.is_none()).count();
        let more = hidden as i64 - plain.marks.iter().filter(|mark| mark.label.is_none()).count() as i64;
        let had = plain.marks.iter().any(|mark| mark.id == chosen.id && mark.count == 1 && mark.label.is_some());
        prop_assert!(!had || more <= 0);
    }

    #[test]
    fn the_window_stays_within_its_limits(scene in scene(20), moves in prop::collection::vec(any_move(), 0..12)) {
        let mut viewport = scene.viewport;
        for change in moves {
            viewport = viewport.moved(&change);
            let limits = viewport.limits();
            prop_assert!(viewport.start().0 >= limits.from);
            prop_assert!(viewport.end().0 <= limits.to + 1);
            prop_assert!(viewport.span() >= 1.0 && viewport.span() <= limits.span());
        }
    }
}

/// Where the head of a mark would start and end if nothing of it were cut.
fn whole_head(scene: &Scene, layout: &Layout, mark: &Mark) -> (i32, i32) {
    let item = (scene.items.iter())
        .find(|item| item.id == mark.id && item.lane == mark.lane)
        .unwrap();
    let x = |at| layout.x(&scene.viewport, Instant(at));
    match item.extent {
        Extent::Bar(Ending::Open, _) => (x(item.end) - 56, x(item.end)),
        Extent::Bar(..) if x(item.end) - x(item.start) <= 600 => {
            (x(item.start), x(item.end).max(mark.at + 5))
        }
        _ => (mark.at - 5, mark.at + 5),
    }
}

/// Whether nothing is in the way of a title with its mark.
fn is_free(layout: &Layout, own: &Mark, all: Area) -> bool {
    let others = (layout.marks.iter())
        .filter(|mark| mark.lane == own.lane && !mark.is_span && mark.id != own.id);
    let near = |area: Area, by: i32| Area {
        x: (area.x.0 - by, area.x.1 + by),
        ..area
    };
    others.into_iter().all(|mark| {
        let mut words = words(mark);
        // What stands between the words and their own line comes over them on zooming in.
        if let (Some(words), true) = (&mut words, mark.label.is_some_and(|label| label.before)) {
            words.x.1 = words.x.1.max(mark.at);
        }
        // Words keep 12 px from one another, of which `all` has 2 already, and both are rounded.
        !near(head(mark), 9).meets(&all) && words.is_none_or(|words| !near(words, 11).meets(&all))
    })
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
        (0.01f64..100.0).prop_map(Move::Closer),
        Just(Move::Fit),
    ]
}

#[test]
fn a_window_of_no_width_is_empty_and_harmless() {
    let index = Index::new([Item::point(0, 0)], 1);
    let viewport = Viewport::new(Limits {
        from: -DAY,
        to: DAY,
        closest: 60,
    });
    let options = options(false, false);
    assert!(layout(&index, &viewport, &options, None).marks.is_empty());
    // Time is kept for when the width is known.
    let back = viewport
        .moved(&Move::Zoom {
            factor: 2.0,
            at: 0.0,
        })
        .moved(&Move::Resize(600.0));
    assert_eq!(layout(&index, &back, &options, None).marks.len(), 1);
}

/// Wherever a cell begins: on as many rows as there are, a bar each, and what comes together
/// soon after them.
#[test]
fn a_cluster_keeps_clear_of_bars_that_begin_right_before_it() {
    let sharp = Ending::Sharp;
    let options = options(true, false);
    for hours in 0..96 {
        for apart in [8, 10, 12, 14, 16] {
            let begin = 40 * DAY + hours * 3_600;
            let point = |id| Item::point(id, begin + apart * 3_600);
            let bar = |id| Item::bar(id, begin, begin + DAY, sharp, Ending::Soft);
            let items = vec![
                Item::point(0, 0),
                bar(1),
                bar(2),
                point(3),
                point(4),
                Item::point(5, 90 * DAY),
            ];
            let limits = limits(&items);
            let viewport = Viewport::new(limits).moved(&Move::Resize(1_000.0));
            let from = begin - 6 * DAY;
            let viewport = viewport.moved(&Move::Show {
                from: Instant(from),
                to: Instant(from + 18 * DAY),
            });
            let layout = layout(
                &Index::new(items.iter().copied(), 1),
                &viewport,
                &options,
                None,
            );
            assert_eq!(overlap(&layout), None, "{hours} {apart}");
        }
    }
}

/// Titled marks, all marks and rows where all is in a window of this width.
fn at_rest(items: &[Item], width: f64, titles: Titles) -> (usize, usize, u8) {
    let options = Options {
        titles,
        ..options(false, width < 640.0)
    };
    let viewport = Viewport::new(limits(items)).moved(&Move::Resize(width));
    let layout = layout(
        &Index::new(items.iter().copied(), 1),
        &viewport,
        &options,
        None,
    );
    let titled = (layout.marks.iter()).filter(|mark| mark.label.is_some());
    (titled.count(), layout.marks.len(), layout.lanes[0].rows)
}

/// Titles as headlines are: 50 to 110 letters.
fn headlines() -> Titles {
    Titles::new(|id| {
        let line = 300 + (id * 137 % 11) as u16 * 35;
        Shape {
            line,
            pair: line / 2 + 20,
        }
    })
}

#[test]
fn up_to_fifteen_titles_are_shown_at_once() {
    let days = |days: &[i64]| -> Vec<Item> {
        (0..)
            .zip(days)
            .map(|(id, day)| Item::point(id, day * DAY))
            .collect()
    };
    let even: Vec<i64> = (0..15).map(|at| at * 30).collect();
    let spread = [
        0, 11, 19, 80, 95, 130, 133, 200, 210, 260, 300, 330, 333, 400, 420,
    ];
    let bunched = [
        0, 1, 2, 3, 5, 200, 201, 201, 202, 204, 400, 401, 401, 401, 402,
    ];
    let two_bunches = [0, 1, 1, 2, 2, 3, 3, 497, 497, 498, 498, 499, 499, 500, 500];
    let one_bunch = [
        0, 490, 491, 491, 492, 492, 493, 493, 494, 494, 495, 495, 496, 496, 497,
    ];
    for (days_of, least) in [
        (&even[..], 15),
        (&spread, 15),
        (&bunched, 15),
        (&two_bunches, 14),
        (&one_bunch, 12),
    ] {
        let found = at_rest(&days(days_of), 1100.0, headlines());
        assert!(
            found.0 >= least && found.2 <= 14,
            "{found:?} of {days_of:?}"
        );
        let found = at_rest(&days(days_of), 640.0, headlines());
        assert!(found.0 >= 11, "{found:?} of {days_of:?} at 640");
        let found = at_rest(&days(days_of), 328.0, headlines());
        assert!(found.0 >= 1, "{found:?} of {days_of:?} at 328");
    }
    assert_eq!(at_rest(&days(&[7; 4]), 1100.0, headlines()), (4, 4, 4));
    // The longest of them, in two lines as well, is wider than half of this axis.
    assert_eq!(at_rest(&days(&[7; 4]), 640.0, headlines()), (3, 4, 4));
}

#[test]
fn titles_that_come_first_are_there_whatever_else_is_not() {
    let mut items: Vec<Item> = (0..24)
        .map(|id| Item::point(id, i64::from(id % 6) * 2 * DAY))
        .collect();
    items.push(Item::point(24, 900 * DAY));
    for keys in [[3u32, 9, 15], [0, 6, 12], [5, 11, 22]] {
        let mut items = items.clone();
        for item in &mut items {
            item.key = keys.contains(&item.id);
        }
        let viewport = Viewport::new(limits(&items)).moved(&Move::Resize(900.0));
        let options = Options {
            titles: headlines(),
            ..options(false, true)
        };
        // Near enough for all to be marks of their own.
        let (from, to) = (Instant(-8 * DAY), Instant(20 * DAY));
        let viewport = viewport.moved(&Move::Show { from, to });
        let layout = layout(&Index::new(items, 1), &viewport, &options, None);
        let titled: Vec<u32> = (layout.marks.iter())
            .filter(|mark| mark.label.is_some() && mark.count == 1)
            .map(|mark| mark.id)
            .collect();
        assert!(
            keys.iter().all(|key| titled.contains(key)),
            "{titled:?} without {keys:?}"
        );
        assert!(titled.len() > keys.len());
    }
}

/// Bars that all run at once, each from `starts` to the end of all.
fn ranges(starts: &[i64]) -> Vec<Item> {
    let item = |(id, start): (usize, &i64)| {
        let sharp = Ending::Sharp;
        Item::bar(id as u32, start * DAY, 20_000 * DAY, sharp, sharp)
    };
    starts.iter().enumerate().map(item).collect()
}

/// The ids of the bars on rows of their own in a window of this width that shows so many
/// days from the first on.
fn spans(items: &[Item], width: f64, days: f64) -> Vec<u32> {
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
    let layout = layout(
        &Index::new(items.iter().copied(), 1),
        &viewport,
        &options(false, false),
        None,
    );
    assert_eq!(overlap(&layout), None);
    let spans = layout.marks.iter().filter(|mark| mark.is_span);
    spans.map(|mark| mark.id).collect()
}

#[test]
fn as_many_long_bars_as_rows_are_drawn_and_of_others_the_beginning() {
    let mut starts = vec![100, 2_100, 4_100];
    assert_eq!(spans(&ranges(&starts), 1000.0, 20_000.0), [0, 1, 2]);
    starts.push(6_100);
    assert_eq!(spans(&ranges(&starts), 1000.0, 20_000.0), [0, 1, 2]);
    // One that begins when another has ended has its length.
    let mut after = ranges(&starts);
    after[0].end = 6_000 * DAY;
    assert_eq!(spans(&after, 1000.0, 20_000.0).len(), 4);
}

#[test]
fn a_bar_keeps_its_row_while_others_part_from_a_cluster() {
    let mut starts: Vec<i64> = (0..30).map(|at| 2_020 + at * 4).collect();
    starts.extend([500, 1_000, 1_500]);
    let items = ranges(&starts);
    let far = spans(&items, 16_000.0, 20_000.0);
    assert_eq!(far, [30, 31, 32]);
    assert_eq!(spans(&items, 16_000.0, 4_000.0), far);
}

#[test]
fn an_event_on_several_lanes_has_one_title_and_a_line_through_the_others() {
    let at = |id, lane, titled, day: i64| Item {
        lane,
        titled,
        ..Item::point(id, day * DAY)
    };
    let items = [
        at(0, 0, 0, 10),
        at(0, 2, 0, 10),
        at(1, 1, 1, 9),
        at(2, 2, 2, 40),
    ];
    let viewport = Viewport::new(limits(&items)).moved(&Move::Resize(900.0));
    let layout = layout(
        &Index::new(items, 3),
        &viewport,
        &options(true, false),
        None,
    );
    assert_eq!(overlap(&layout), None);
    let titles: Vec<(u16, u32)> = (layout.marks.iter())
        .filter(|mark| mark.label.is_some())
        .map(key)
        .collect();
    assert_eq!(titles, [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(layout.joints.len(), 1);
    assert_eq!((layout.joints[0].from.0, layout.joints[0].to.0), (0, 2));
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
            prop_assert!(folds.to_axis(pair[0]) <= folds.to_axis(pair[1]));
        }
        for time in at {
            let place = folds.to_axis(time);
            prop_assert_eq!(folds.to_axis(folds.to_time(place)), place);
            if !folds.iter().any(|fold| fold.from < time && time < fold.to) {
                prop_assert_eq!(folds.to_time(place), time);
            }
            prop_assert!(folds.to_time(place) <= time);
        }
        // Worth it, or not done; and nothing that happens is folded away.
        prop_assert!(folds.is_empty() || folds.saved() >= span / 3);
        prop_assert_eq!(folds.to_axis(limits.to), limits.to - folds.saved());
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
            prop_assert_eq!(rest.to_axis(gone.to) - rest.to_axis(gone.from), gone.to - gone.from);
        }
    }
}

/// Three heads on two rows, of which one reaches back to the others however short it is cut.
#[test]
fn a_bar_without_a_beginning_keeps_clear_of_what_is_before_it() {
    let bar = |id, start, end, starts, ends| Item {
        lane: 1,
        titled: 1,
        key: true,
        ..Item::bar(id, start, end, starts, ends)
    };
    let day = (19_180_800_000, 19_180_886_400);
    let before = Item {
        anchor: 20_044_800_000,
        ..bar(
            0,
            20_044_800_000,
            20_044_800_001,
            Ending::Open,
            Ending::Sharp,
        )
    };
    let on_day = |id| bar(id, day.0, day.1, Ending::Sharp, Ending::Soft);
    let index = Index::new([before, on_day(1), on_day(3)], 3);
    let limits = Limits {
        from: -10_193_821_056,
        to: 59_752_947_456,
        closest: 60,
    };
    let whole = Viewport::new(limits).moved(&Move::Resize(1_942.636_448_718_089_5));
    let layout = layout(&index, &whole, &options(true, false), None);
    assert_eq!(overlap(&layout), None);
}
