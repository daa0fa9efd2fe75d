use crate::article::{Date, Instant};

/// A fixed linear scale over the span of some dates, for small pictures that neither
/// pan nor zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    start: i64,
    end: i64,
    width: i64,
}

impl Scale {
    /// The scale of `width` units on which all the known ends of `dates` fit; `None`
    /// when there is none.
    pub fn over<'a>(dates: impl Iterator<Item = &'a Date>, width: i64) -> Option<Scale> {
        let (mut start, mut end) = (i64::MAX, i64::MIN);
        for date in dates {
            for at in &[date.earliest, date.end] {
                let Some(at) = at else { continue };
                start = start.min(at.0);
                end = end.max(at.0);
            }
        }
        (start < end).then_some(Scale { start, end, width })
    }

    /// Where `date` starts and ends, in units from 0 to the scale's width; an open or
    /// unknown end reaches the scale's own.
    #[must_use]
    pub fn place(&self, date: &Date) -> (i64, i64) {
        (
            date.earliest.map_or(0, |at| self.position(at)),
            date.end.map_or(self.width, |at| self.position(at)),
        )
    }

    fn position(&self, at: Instant) -> i64 {
        // In floating point, as a span of a billion years times the width does not fit
        // an i64, and wider integers are long to divide. A unit is far coarser than the
        // rounding.
        let (from, span) = (
            at.0.saturating_sub(self.start) as f64,
            self.end.saturating_sub(self.start) as f64,
        );
        ((from / span * self.width as f64).round() as i64).clamp(0, self.width)
    }
}
