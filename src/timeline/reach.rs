/// Finds, among intervals sorted by where they begin, those that reach into a window:
/// a complete binary tree over their ends, a block of them a leaf, in which each node
/// holds the largest below. Building is O(n), asking O(k + log n) for k answers where
/// they lie close together, O(k log n) at worst.
#[derive(Debug, Default)]
pub(super) struct Reach {
    // Node 1 is the root, node i has the children 2i and 2i + 1; leaves from `leaves`.
    largest: Vec<i64>,
    leaves: usize,
    ends: Vec<i64>,
}

/// Ends in a leaf: as many as are as soon read as found.
const BLOCK: usize = 32;

impl Reach {
    pub(super) fn new(ends: Vec<i64>) -> Reach {
        let leaves = ends.len().div_ceil(BLOCK).next_power_of_two();
        let largest_of = |block: &[i64]| block.iter().copied().max().unwrap_or(i64::MIN);
        let mut largest = vec![i64::MIN; leaves];
        largest.extend(ends.chunks(BLOCK).map(largest_of));
        largest.resize(leaves * 2, i64::MIN);
        for node in (1..leaves).rev() {
            let below = largest
                .get(node * 2..node * 2 + 2)
                .map_or(i64::MIN, largest_of);
            if let Some(slot) = largest.get_mut(node) {
                *slot = below;
            }
        }
        Reach {
            largest,
            leaves,
            ends,
        }
    }

    /// Calls `found` with the position of each interval before `before` whose end is
    /// after `after`, in order.
    pub(super) fn each(&self, before: usize, after: i64, found: &mut dyn FnMut(usize)) {
        let before = before.min(self.ends.len());
        self.descend(1, 0, self.leaves, before, after, found);
    }

    /// `first` and `size` count blocks.
    fn descend(
        &self,
        node: usize,
        first: usize,
        size: usize,
        before: usize,
        after: i64,
        found: &mut dyn FnMut(usize),
    ) {
        let from = first * BLOCK;
        if from >= before || self.largest.get(node).is_none_or(|end| *end <= after) {
            return;
        }
        if size <= 1 {
            let block = self
                .ends
                .get(from..before.min(from + BLOCK))
                .unwrap_or_default();
            let reaching = block.iter().enumerate().filter(|(_, end)| **end > after);
            reaching.for_each(|(at, _)| found(from + at));
            return;
        }
        let half = size / 2;
        self.descend(node * 2, first, half, before, after, found);
        self.descend(node * 2 + 1, first + half, half, before, after, found);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_scan_finds(
            ends in prop::collection::vec(-50i64..50, 0..400),
            before in 0usize..450,
            after in -60i64..60,
        ) {
            let mut found = Vec::new();
            Reach::new(ends.clone()).each(before, after, &mut |at| found.push(at));
            let scanned: Vec<usize> = (0..ends.len().min(before)).filter(|at| ends[*at] > after).collect();
            prop_assert_eq!(found, scanned);
        }
    }
}
