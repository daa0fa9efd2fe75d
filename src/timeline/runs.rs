use std::iter;

/// The runs of rows in a set of them, a bit each: the lowest row of each, and how many.
pub fn runs(mut rows: u32) -> impl Iterator<Item = (u32, u32)> {
    let mut row = 0;
    iter::from_fn(move || {
        if rows == 0 {
            return None;
        }
        let gap = rows.trailing_zeros();
        rows >>= gap;
        let length = rows.trailing_ones();
        rows = rows.checked_shr(length).unwrap_or(0);
        let run = (row + gap, length);
        row += gap + length;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn rows_come_in_runs() {
        assert_eq!(runs(0).count(), 0);
        assert_eq!(runs(0b1).collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(
            runs(0b1_0111_0110).collect::<Vec<_>>(),
            [(1, 2), (4, 3), (8, 1)]
        );
        assert_eq!(runs(u32::MAX).collect::<Vec<_>>(), [(0, 32)]);
    }
}
