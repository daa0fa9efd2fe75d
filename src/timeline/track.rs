use super::Scale;
use crate::article::{Date, Text};

/// Some events on a fixed scale, as a small picture shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// How many events there are.
    pub count: usize,
    /// The position of the first of them that has a date, or of any where none has.
    pub first: usize,
    /// The position of the last of them that has a date.
    pub last: usize,
    /// Their times as the moves and horizontal lines of an SVG path, at height 6.
    pub path: Text,
}

impl Track {
    /// The track of `events`, their positions and dates in time order; `None` when
    /// there are none. Linear in their number; the path is not longer than the scale.
    pub fn of(scale: &Scale, events: &mut dyn Iterator<Item = (usize, &Date)>) -> Option<Track> {
        let (mut ends, mut count) = (None, 0);
        let mut drawn = (i64::MIN, i64::MIN);
        let mut path = String::new();
        for (at, date) in events {
            count += 1;
            if ends.is_none() || !date.is_undated() {
                ends = Some((ends.map_or(at, |(first, _)| first), at));
            }
            let (from, to) = scale.place(date);
            // In time order, so that only the last one drawn can hide this.
            if from <= drawn.0 && to <= drawn.1 {
                continue;
            }
            drawn = (from, to);
            for part in ["M", &from.to_string(), " 6H", &to.to_string()] {
                path.push_str(part);
            }
        }
        let (first, last) = ends?;
        Some(Track {
            count,
            first,
            last,
            path: path.into(),
        })
    }
}
