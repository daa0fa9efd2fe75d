//! The one sorting routine of everything that readers download: each use of the
//! standard library's would bring its own copy of it, several kilobytes large.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives; equals keep theirs.
/// A merge sort: at most n log n comparisons, n where all is in order already.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut merged: Vec<u32> = Vec::with_capacity(count);
    let after = |a: &u32, b: &u32| compare(*a as usize, *b as usize) == Ordering::Greater;
    let mut run = 1;
    while run < count {
        for pair in order.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            let apart = !left
                .last()
                .zip(right.first())
                .is_some_and(|(a, b)| after(a, b));
            if apart {
                merged.extend_from_slice(pair);
                continue;
            }
            while let (Some((a, lefts)), Some((b, rights))) =
                (left.split_first(), right.split_first())
            {
                let next = if after(a, b) {
                    right = rights;
                    b
                } else {
                    left = lefts;
                    a
                };
                merged.push(*next);
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

/// The swaps that put things into `order`: each goes to its place along its cycle.
#[inline(never)]
fn swapped(order: &[u32], swap: &mut dyn FnMut(usize, usize)) {
    let mut order = order.to_vec();
    for start in 0..order.len() {
        let mut here = start;
        while let Some(slot) = order.get_mut(here) {
            let from = std::mem::replace(slot, here as u32) as usize;
            if from == start || from >= order.len() {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

/// Sorts `items` by `compare`; equals keep their order.
pub(crate) fn sort<T>(items: &mut [T], compare: fn(&T, &T) -> Ordering) {
    let order = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    swapped(&order, &mut |a, b| items.swap(a, b));
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(keys in prop::collection::vec(0u8..20, 0..200)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort(&mut items, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(items, expected);
        }
    }

    #[test]
    fn what_is_in_order_takes_a_comparison_each() {
        let made = std::cell::Cell::new(0);
        let order = sorted(1000, &|a, b| {
            made.set(made.get() + 1);
            a.cmp(&b)
        });
        assert!(order.iter().copied().eq(0..1000));
        assert!(made.get() < 1000, "{}", made.get());
    }
}
