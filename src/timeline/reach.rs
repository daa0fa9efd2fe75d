/// Finds, among intervals sorted by where they begin, those that reach into a window:
/// of each block of them the largest end is known, so that most blocks are passed over.
/// Building is O(n), asking O(k + n / 32) for k answers that lie close together, which
/// for a hundred thousand intervals is some microseconds.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// The largest end of each block.
    largest: Vec<i64>,
    ends: Vec<i64>,
}

/// Ends in a block: as many as are as soon read as found.
const BLOCK: usize = 32;

impl Reach {
    pub(super) fn new(ends: Vec<i64>) -> Reach {
        let mut largest = Vec::new();
        for block in ends.chunks(BLOCK) {
            largest.push(block.iter().fold(i64::MIN, |most, end| most.max(*end)));
        }
        Reach { largest, ends }
    }

    /// Calls `found` with the position of each interval before `before` whose end is
    /// after `after`, in order.
    pub(super) fn each(&self, before: usize, after: i64, found: &mut dyn FnMut(usize)) {
        let mut at = 0;
        while let Some(end) = self.ends.get(at).filter(|_| at < before) {
            let passed = at % BLOCK == 0
                && (self.largest.get(at / BLOCK)).is_some_and(|largest| *largest <= after);
            if !passed && *end > after {
                found(at);
            }
            at += if passed { BLOCK } else { 1 };
        }
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
