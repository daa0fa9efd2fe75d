//! The window over the axis: what is pulled stops at the edges, and nothing else moves.

use dateline::timeline::{Limits, Move, Viewport};
use proptest::prelude::*;

fn viewport(from: f64, to: f64) -> Viewport {
    let limits = Limits {
        from: 0,
        to: 1_000_000,
        closest: 10,
    };
    let whole = Viewport::new(limits).moved(&Move::Resize(1_000.0));
    let end = whole.moved(&Move::Stretch {
        start: false,
        by: to - 1.0,
    });
    end.moved(&Move::Stretch {
        start: true,
        by: from,
    })
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-4
}

proptest! {
    #[test]
    fn pulling_one_end_leaves_the_other(
        from in 0.0f64..0.5,
        length in 0.01f64..0.5,
        start in any::<bool>(),
        by in -2.0f64..2.0,
    ) {
        let window = viewport(from, from + length);
        let before = window.parts();
        let after = window.moved(&Move::Stretch { start, by }).parts();
        let (stays, pulled, edge) = if start {
            ((before.1, after.1), after.0, (before.0 + by).max(0.0).min(before.1 - 1e-5))
        } else {
            ((before.0, after.0), after.1, (before.1 + by).min(1.0).max(before.0 + 1e-5))
        };
        prop_assert!(near(stays.0, stays.1), "{before:?} became {after:?}");
        prop_assert!(near(pulled, edge), "{before:?} became {after:?}");
    }
}
