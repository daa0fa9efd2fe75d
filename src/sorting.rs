//! The one sort of everything that readers download. The standard library's is made for each
//! kind of thing that is sorted, some 6 kB of wasm every time: with a dozen uses it was an
//! eighth of the program.

use std::cmp::Ordering;

/// Sorts `items` by `compare`; equals keep their order. A merge sort: at most n log n
/// comparisons, n where all is in order already.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(&order, &mut |a, b| items.swap(a, b));
}

/// Sorts `items` by what `key` says of each; equals keep their order.
pub(crate) fn sort_by_key<T, Key: Ord>(items: &mut [T], key: impl Fn(&T) -> Key) {
    sort_by(items, |one, two| key(one).cmp(&key(two)));
}

/// Sorts `items`; equals keep their order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The numbers below `count` in the order that `compare` gives.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let is_after = |a: &usize, b: &usize| compare(*a, *b) == Ordering::Greater;
    let mut run = 1;
    while run < count {
        for pair in order.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            let is_crossed = (left.last().zip(right.first())).is_some_and(|(a, b)| is_after(a, b));
            if !is_crossed {
                merged.extend_from_slice(pair);
                continue;
            }
            while let (Some((a, lefts)), Some((b, rights))) =
                (left.split_first(), right.split_first())
            {
                if is_after(a, b) {
                    right = rights;
                    merged.push(*b);
                } else {
                    left = lefts;
                    merged.push(*a);
                }
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

/// Makes the swaps that put things into `order`: each goes to its place along its cycle.
fn arrange(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut order = order.to_vec();
    for start in 0..order.len() {
        let mut here = start;
        while let Some(slot) = order.get_mut(here) {
            let from = std::mem::replace(slot, here);
            if from == start {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(keys in prop::collection::vec(0u8..20, 0..200)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut items, |(key, _)| *key);
            prop_assert_eq!(items, expected);
        }
    }

    #[test]
    fn what_is_in_order_takes_a_comparison_each() {
        let made = std::cell::Cell::new(0);
        sort_by(&mut (0..1000).collect::<Vec<_>>(), |a, b| {
            made.set(made.get() + 1);
            a.cmp(b)
        });
        assert!(made.get() < 1000, "{}", made.get());
    }
}
