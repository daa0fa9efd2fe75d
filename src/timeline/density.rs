use super::Limits;

/// How many events lie where, over everything there is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Density {
    /// Of all events, one count a bin, in time order.
    pub all: Vec<u32>,
    /// Of those that are shown.
    pub shown: Vec<u32>,
    /// The largest count of [`Density::all`]; 1 at least.
    pub most: u32,
}

impl Density {
    /// Bins over the whole span.
    pub const BINS: usize = 96;

    /// Counts events, each an anchor in seconds and whether it is shown. O(n).
    #[must_use]
    pub fn new(events: impl Iterator<Item = (i64, bool)>, limits: Limits) -> Density {
        let mut all = vec![0u32; Density::BINS];
        let mut shown = vec![0u32; Density::BINS];
        let span = limits.span();
        for (anchor, is_shown) in events {
            let part = anchor.saturating_sub(limits.from) as f64 / span;
            let bin = ((part * Density::BINS as f64) as usize).min(Density::BINS - 1);
            for (row, counts) in [(true, &mut all), (is_shown, &mut shown)] {
                if let (true, Some(count)) = (row, counts.get_mut(bin)) {
                    *count += 1;
                }
            }
        }
        let most = all.iter().copied().max().unwrap_or(1).max(1);
        Density { all, shown, most }
    }
}
