use super::Limits;
use crate::sorting;

/// A piecewise-linear scale between time and the axis, on which long stretches without
/// anything take little room.
///
/// The axis counts in seconds, too, and these are those of time up to the first fold, so
/// that all that is laid out may count in either. Within a fold so many seconds of time
/// share one of the axis; nothing is ever in one. Both ways are monotone; from the axis to
/// time and back is always the same second, and from time to the axis and back, too,
/// outside folds.
///
/// ```
/// use dateline::timeline::{Folds, Limits};
///
/// let year = 31_556_952;
/// let limits = Limits { from: 0, to: 102 * year, closest: 60 };
/// let days = [(0, 1), (1, 2), (101, 102)].map(|(from, to)| (from * year, to * year));
/// let folds = Folds::new(days.into_iter(), limits);
/// assert_eq!(folds.len(), 1);
/// assert_eq!(folds.to_axis(2 * year), 2 * year);
/// assert!(folds.to_axis(101 * year) < 20 * year);
/// assert_eq!(folds.to_time(folds.to_axis(101 * year)), 101 * year);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folds(Vec<Fold>);

/// A stretch of time without anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// The first second folded away.
    pub from: i64,
    /// The first second after it.
    pub to: i64,
    /// How many seconds of time share one of the axis; the length is a multiple of it.
    of: i64,
}

/// Folds of an axis at most.
const MOST: usize = 12;
/// Gaps so many times longer than most are folded.
const LONGER: i64 = 4;
/// What stands between two folds has this part of all that is not folded, at least.
const WORDS: i64 = 8;
/// A fold takes this part of all that is not folded.
const ROOM: i64 = 32;

impl Folds {
    /// What to fold between `spans`, each its first second and the one after it, sorted
    /// by the first: stretches without any of them, each longer than all that is then not
    /// folded, or than a quarter of that if it is much longer than most. None at all unless
    /// that shortens the whole, which lies within `limits`, by a third at least. O(n log n).
    #[must_use]
    pub fn new(spans: impl Iterator<Item = (i64, i64)>, limits: Limits) -> Folds {
        let mut gaps = Vec::new();
        let mut last = None;
        let Limits { from, to, .. } = limits;
        // Where time itself hardly ends, nothing can be counted.
        let Some(span) = to.checked_sub(from) else {
            return Folds::default();
        };
        for (start, end) in spans {
            let (start, end) = (start.max(from).min(to), end.max(from).min(to));
            if let Some(last) = last {
                gaps.push((last, start.max(last)));
            }
            last = Some(end.max(last.unwrap_or(end)));
        }
        let length = |gap: &(i64, i64)| gap.1 - gap.0;
        sorting::sort_by_key(&mut gaps, |gap| -length(gap));
        let usual = gaps.get(gaps.len() / 2).map_or(0, length).max(1);
        let longer = gaps.iter().take_while(|gap| length(gap) / LONGER >= usual);
        let longer = longer.count();
        let mut rest = span;
        let quarters = gaps.iter().take_while(|gap| {
            let is_long = length(gap) > rest / 4;
            rest -= length(gap);
            is_long
        });
        gaps.truncate(quarters.count().max(longer).min(MOST));
        let mut left = span - gaps.iter().map(length).sum::<i64>();
        while let Some(last) = gaps.last() {
            let least = if gaps.len() > longer { left } else { left / 4 };
            if length(last) > least {
                break;
            }
            left += length(last);
            gaps.pop();
        }
        sorting::sort(&mut gaps);
        let room = (left / ROOM).max(1);
        let mut folds = Folds::default();
        // What stands beside a fold keeps some room of its own, and for words.
        let pads = |stretch: i64| room.max((left / WORDS - stretch) / 2);
        let ends = gaps.iter().map(|gap| gap.0).skip(1).chain([to]);
        let pads_after: Vec<i64> = (gaps.iter().zip(ends))
            .map(|(gap, end)| pads(end - gap.1))
            .collect();
        let mut before = pads(gaps.first().map_or(0, |gap| gap.0 - from));
        for ((from, to), after) in gaps.into_iter().zip(pads_after) {
            let most = (to - from) / 8;
            let (from, to) = (from + before.min(most), to - after.min(most));
            before = after;
            let of = (to - from) / room;
            if of > 1 {
                let from = to - (to - from) / of * of;
                folds.0.push(Fold { from, to, of });
            }
        }
        if folds.saved() < span / 3 {
            folds.0.clear();
        }
        folds
    }

    /// How many folds there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is folded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The folds in the order of time.
    pub fn iter(&self) -> impl Iterator<Item = &Fold> {
        self.0.iter()
    }

    /// The seconds by which the axis is shorter.
    #[must_use]
    pub fn saved(&self) -> i64 {
        i64::MAX - self.to_axis(i64::MAX)
    }

    /// All but one of them.
    #[must_use]
    pub fn without(&self, fold: usize) -> Folds {
        let mut folds = self.0.clone();
        folds.retain(|other| self.0.get(fold) != Some(other));
        Folds(folds)
    }

    /// The second of the axis at which a second of time is.
    #[must_use]
    pub fn to_axis(&self, second: i64) -> i64 {
        let mut saved = 0;
        for fold in &self.0 {
            let inner = second.max(fold.from).min(fold.to) - fold.from;
            saved += inner - inner / fold.of;
        }
        second.saturating_sub(saved)
    }

    /// The first second of time that is at a second of the axis.
    #[must_use]
    pub fn to_time(&self, second: i64) -> i64 {
        let mut saved = 0;
        for fold in &self.0 {
            let inner = second.saturating_add(saved).saturating_sub(fold.from);
            if inner <= 0 {
                break;
            }
            let inner = inner.min((fold.to - fold.from) / fold.of);
            saved += inner.saturating_mul(fold.of - 1);
        }
        second.saturating_add(saved)
    }

    /// The stretch of time after so many folds, as far as it lies between two seconds of
    /// it; `None` after the last.
    pub(super) fn open(&self, after: usize, from: i64, to: i64) -> Option<(i64, i64)> {
        let start = match after.checked_sub(1) {
            Some(before) => self.0.get(before)?.to,
            None => i64::MIN,
        };
        let end = self.0.get(after).map_or(i64::MAX, |fold| fold.from);
        Some((start.max(from), end.min(to)))
    }
}
