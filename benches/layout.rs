//! What a frame of the axis costs: the same window with the same number of visible
//! marks, over more and more events; and what is paid once a filter and once a level.
#![allow(missing_docs, reason = "benchmarks are named after what they measure")]

use dateline::{
    article::Instant,
    timeline::{
        Ending, Index, Item, Layout, Limits, Move, Options, Shape, Titles, Viewport, layout,
    },
};
use divan::{Bencher, black_box};

const HOUR: i64 = 3_600;
const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

/// So many events, one every six hours or so, each tenth of them so many hours long.
fn lasting(count: u32, hours: i64) -> impl Iterator<Item = Item> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |id| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let anchor = i64::from(id) * 6 * HOUR + (state >> 50) as i64;
        if id % 10 == 0 {
            let sharp = Ending::Sharp;
            Item::bar(id, anchor, anchor + hours * HOUR, sharp, sharp)
        } else {
            Item::point(id, anchor)
        }
    })
}

fn items(count: u32) -> impl Iterator<Item = Item> {
    lasting(count, 168)
}

fn options() -> Options {
    Options {
        rows: 14,
        spans: 3,
        shared: true,
        titles: Titles::new(|id| Shape {
            line: 150 + (id % 90) as u16 * 4,
            pair: 90 + (id % 90) as u16 * 2,
        }),
    }
}

/// The middle of the events in a window of 1,000 px over ten days: as dense for any count.
fn window(count: u32) -> Viewport {
    let span = i64::from(count) * 6 * HOUR;
    let viewport = Viewport::new(Limits {
        from: -span / 20,
        to: span + span / 20,
        closest: 60,
    });
    let middle = span / 2;
    let (from, to) = (Instant(middle), Instant(middle + 240 * HOUR));
    viewport
        .moved(&Move::Resize(1000.0))
        .moved(&Move::Show { from, to })
}

/// One frame of a pan, the level known.
#[divan::bench(args = SIZES)]
fn pan(bencher: Bencher, count: u32) {
    panned(bencher, count, items(count));
}

/// The same with bars that last a hundred years.
#[divan::bench(args = SIZES)]
fn pan_under_long_bars(bencher: Bencher, count: u32) {
    panned(bencher, count, lasting(count, 876_600));
}

fn panned(bencher: Bencher, count: u32, items: impl Iterator<Item = Item>) {
    let (index, options, mut viewport) = (Index::new(items, 1), options(), window(count));
    let mut marks = layout(&index, &viewport, &options, None).marks.len();
    let mut way = 1.0;
    bencher.bench_local(|| {
        // Back and forth over the same few hundred pixels.
        way = -way;
        viewport = viewport.moved(&Move::Pan(way * 7.0));
        let layout: Layout = layout(&index, &viewport, &options, None);
        marks = marks.max(layout.marks.len());
        black_box(layout)
    });
    assert!(marks > 20, "the window is not empty");
}

/// The whole span in one window.
#[divan::bench(args = SIZES)]
fn overview(bencher: Bencher, count: u32) {
    let (index, options) = (Index::new(items(count), 1), options());
    let viewport = window(count).moved(&Move::Fit);
    bencher.bench_local(|| black_box(layout(&index, &viewport, &options, None)));
}

/// What a filter costs: sorting (already sorted, as an article's events are).
#[divan::bench(args = SIZES, sample_count = 10)]
fn index(bencher: Bencher, count: u32) {
    let items: Vec<Item> = items(count).collect();
    bencher.bench_local(|| black_box(Index::new(items.iter().copied(), 1)));
}

/// What the first look at a level costs, where nothing is clustered.
#[divan::bench(args = SIZES, sample_count = 10)]
fn level(bencher: Bencher, count: u32) {
    let (options, viewport) = (options(), window(count));
    let items: Vec<Item> = items(count).collect();
    bencher
        .with_inputs(|| Index::new(items.iter().copied(), 1))
        .bench_local_values(|index| black_box(layout(&index, &viewport, &options, None)));
}

/// What arranging the titles of an article's events costs at first, at so many events in a
/// window.
#[divan::bench(args = [5, 10, 15, 20, 30, 60, 120], sample_count = 10)]
fn first_window(bencher: Bencher, count: u32) {
    let options = options();
    let items: Vec<Item> = items(count).collect();
    let viewport = window(count).moved(&Move::Fit);
    bencher
        .with_inputs(|| Index::new(items.iter().copied(), 1))
        .bench_local_values(|index| black_box(layout(&index, &viewport, &options, None)));
}
