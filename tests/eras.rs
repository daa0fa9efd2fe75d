//! What holds for the eras behind an axis, wherever one looks and however many there are.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;

use dateline::timeline::{Band, Ending, Item, Layout, Limits, Move, Viewport, band_rows, bands};
use proptest::prelude::*;

const DAY: i64 = 86_400;

/// Spans within a thousand days, sorted by start; some reach beyond the axis.
fn spans() -> impl Strategy<Value = Vec<Item>> {
    prop::collection::vec((0i64..1000, 1i64..400, 0u8..4), 0..24).prop_map(|mut drawn| {
        drawn.sort_unstable();
        let span = |(id, (at, length, kind)): (usize, (i64, i64, u8))| {
            let end = match kind {
                0 => i64::MAX,
                _ => (at + length) * DAY,
            };
            Item::bar(id as u32, at * DAY, end, Ending::Sharp, Ending::Open)
        };
        drawn.into_iter().enumerate().map(span).collect()
    })
}

/// The whole axis, and some part of it.
fn places() -> impl Strategy<Value = (Viewport, Viewport)> {
    (300.0f64..1400.0, 0.0f64..8.0, 0.0f64..0.999).prop_map(|(width, closer, along)| {
        let limits = Limits {
            from: -DAY,
            to: 1500 * DAY,
            closest: 60,
        };
        let whole = Viewport::new(limits).moved(&Move::Resize(width));
        let part = whole.moved(&Move::Zoom {
            factor: closer.exp2(),
            at: width * along,
        });
        (whole, part)
    })
}

/// How many events each span holds.
const WEIGHTS: [u32; 24] = [
    3, 0, 0, 7, 1, 1, 2, 9, 0, 4, 4, 1, 0, 0, 3, 8, 2, 0, 5, 1, 1, 0, 6, 2,
];

fn laid(spans: &[Item], viewport: &Viewport, most: u8) -> Vec<Band> {
    let stage = Layout::stage(viewport);
    bands(spans, &WEIGHTS, viewport, &stage, &[90; 24], most)
}

proptest! {
    #[test]
    fn no_two_on_a_row_overlap(spans in spans(), (whole, part) in places(), most in 1u8..8) {
        for viewport in [whole, part] {
            let mut ends: BTreeMap<u8, i32> = BTreeMap::new();
            for band in laid(&spans, &viewport, most) {
                let end = ends.insert(band.row, band.x + band.width);
                // What is shorter than two px is two px long.
                prop_assert!(end.is_none_or(|end| end <= band.x + 2), "{band:?} before {end:?}");
            }
        }
    }

    #[test]
    fn a_title_is_within_its_era(spans in spans(), (_, part) in places()) {
        for band in laid(&spans, &part, 6) {
            if let Some((x, latest)) = band.title {
                prop_assert!(band.x < x && x <= latest && latest + 90 < band.x + band.width);
            } else {
                prop_assert!(band.width < 90 + 12);
            }
        }
    }

    #[test]
    fn an_era_keeps_its_row_wherever_one_looks(spans in spans(), (whole, part) in places()) {
        let all: BTreeMap<u32, u8> = laid(&spans, &whole, 6).iter().map(|band| (band.id, band.row)).collect();
        for band in laid(&spans, &part, 6) {
            prop_assert_eq!(all.get(&band.id), Some(&band.row));
        }
    }

    #[test]
    fn there_are_as_many_rows_as_run_at_once(spans in spans(), (whole, _) in places(), most in 1u8..8) {
        let at_once = spans.iter().map(|one| {
            spans.iter().filter(|other| other.start <= one.start && one.start < other.end).count()
        });
        let needed = at_once.max().unwrap_or(0).min(usize::from(most));
        prop_assert_eq!(usize::from(band_rows(&spans, &WEIGHTS, most)), needed);
        let laid = laid(&spans, &whole, most);
        let used = laid.iter().map(|band| usize::from(band.row) + 1).max().unwrap_or(0);
        prop_assert_eq!(used, needed);
        if needed < usize::from(most) {
            prop_assert_eq!(laid.len(), spans.len(), "with rows to spare all are there");
        }
    }

    #[test]
    fn those_that_hold_most_events_stay(spans in spans(), (whole, _) in places(), most in 1u8..8) {
        let laid: Vec<u32> = laid(&spans, &whole, most).iter().map(|band| band.id).collect();
        let at_once = |one: &Item, other: &Item| one.start < other.end && other.start < one.end;
        for span in spans.iter().filter(|span| !laid.contains(&span.id)) {
            // As many that hold no fewer run at the same time.
            let heavier = spans.iter().filter(|other| {
                laid.contains(&other.id) && at_once(span, other) && WEIGHTS[other.id as usize] >= WEIGHTS[span.id as usize]
            });
            prop_assert!(heavier.count() >= usize::from(most), "{span:?}");
        }
    }
}
