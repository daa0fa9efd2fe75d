//! What holds for every axis, wherever one looks.

use std::collections::BTreeMap;

use dateline::{
    article::Instant,
    timeline::{Ending, Extent, Layout, Mark, Move, layout},
};
use proptest::prelude::*;

use super::scene::*;

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
