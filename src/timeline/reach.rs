/// Finds, among intervals sorted by where they begin, those that reach into a window:
/// a tree over their ends, thirty-two of them a block and thirty-two blocks a block of
/// the next row, of each of which the largest is known. Building is O(n), asking
/// O(k + log n) for k answers that lie close together, O(k log n) at worst.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// The ends, then the largest of each block of the row before.
    rows: Vec<Vec<i64>>,
}

/// Entries in a block.
const BLOCK: usize = 32;

impl Reach {
    pub(super) fn new(ends: Vec<i64>) -> Reach {
        let mut rows = vec![ends];
        while let Some(row) = rows.last().filter(|row| row.len() > 1) {
            let mut largest = Vec::new();
            for block in row.chunks(BLOCK) {
                largest.push(block.iter().fold(i64::MIN, |most, end| most.max(*end)));
            }
            rows.push(largest);
        }
        Reach { rows }
    }

    /// Calls `found` with the position of each interval before `before` whose end is
    /// after `after`, in order.
    pub(super) fn each(&self, before: usize, after: i64, found: &mut dyn FnMut(usize)) {
        let mut at = 0;
        while at < before {
            // The largest block that begins here and reaches nowhere is passed over.
            let (mut passed, mut size) = (0, 1);
            for row in &self.rows {
                match row.get(at / size) {
                    Some(largest) if at % size == 0 && *largest <= after => passed = size,
                    Some(_) => break,
                    None => return,
                }
                size *= BLOCK;
            }
            if passed == 0 {
                found(at);
            }
            at += passed.max(1);
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
            ends in prop::collection::vec(-50i64..50, 0..3_000),
            before in 0usize..3_100,
            after in -60i64..60,
        ) {
            let mut found = Vec::new();
            Reach::new(ends.clone()).each(before, after, &mut |at| found.push(at));
            let scanned: Vec<usize> = (0..ends.len().min(before)).filter(|at| ends[*at] > after).collect();
            prop_assert_eq!(found, scanned);
        }
    }
}
