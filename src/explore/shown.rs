/// Which events pass the reader's choice of countries, speaker and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    flags: Vec<bool>,
    count: usize,
}

impl Shown {
    /// From one flag an event, in the order of `Article::events`.
    #[must_use]
    pub fn new(flags: Vec<bool>) -> Shown {
        let count = flags.iter().filter(|shown| **shown).count();
        Shown { flags, count }
    }

    /// Everything is shown, of `total`.
    #[must_use]
    pub fn all(total: usize) -> Shown {
        Shown {
            flags: vec![true; total],
            count: total,
        }
    }

    /// Whether the event at this position is shown; false for a position out of range.
    #[must_use]
    pub fn contains(&self, event: usize) -> bool {
        self.flags.get(event).copied().unwrap_or(false)
    }

    /// How many events are shown.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many events there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.flags.len()
    }

    /// How many events are shown before the one at this position.
    #[must_use]
    pub fn rank(&self, event: usize) -> usize {
        let before = self.flags.get(..event).unwrap_or(&self.flags);
        before.iter().filter(|shown| **shown).count()
    }

    /// The positions of the shown events, in time order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.flags
            .iter()
            .enumerate()
            .filter_map(|(at, shown)| shown.then_some(at))
    }
}
