//! Gaps that are folded, whatever there is between them.

use dateline::timeline::{Folds, Limits};
use proptest::prelude::*;

use super::scene::*;

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
