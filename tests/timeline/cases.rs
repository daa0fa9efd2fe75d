//! Axes of which it is known what should be seen.

use dateline::{
    article::Instant,
    timeline::{Ending, Index, Item, Limits, Move, Options, Shape, Titles, Viewport, layout},
};

use super::scene::*;

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
