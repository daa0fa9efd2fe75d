//! The lines that lead from marks to the ticks, and from lane to lane.

use super::{Mark, mark::below, piece::CLEAR};
use crate::sorting;

/// A line from a mark on one lane to those of the same event on others. It is drawn where
/// there are no words: see [`Joint::rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// The id of the item.
    pub id: u32,
    /// Where it stands.
    pub at: i32,
    /// The first of its lanes, and the row there.
    pub from: (u16, u8),
    /// The last of its lanes, and the row there.
    pub to: (u16, u8),
}

impl Joint {
    /// The rows of a lane on which the line is seen, a bit each from that next to the ticks.
    #[must_use]
    pub fn rows(&self, lane: u16, marks: &[Mark]) -> u32 {
        let mut seen = if lane == self.from.0 {
            below(self.from.1)
        } else if lane == self.to.0 {
            !below(self.to.1)
        } else {
            u32::MAX
        };
        for mark in marks.iter().filter(|mark| mark.lane == lane) {
            seen &= !mark.covers(self.at - CLEAR as i32, self.at + CLEAR as i32);
        }
        seen
    }
}

/// Breaks the lines of marks where words of others are in their way. O(v²) for v marks.
pub(super) fn break_lines(marks: &mut [Mark]) {
    for at in 0..marks.len() {
        let Some(own) = marks.get(at).filter(|mark| !mark.is_span).copied() else {
            continue;
        };
        let mut line = below(own.top());
        if line != 0 {
            for other in marks.iter().filter(|other| other.lane == own.lane) {
                line &= !other.covers(own.at - CLEAR as i32, own.at + CLEAR as i32);
            }
        }
        if let Some(own) = marks.get_mut(at) {
            own.line = line;
        }
    }
}

/// Lines between the marks of one event on several lanes, where they are no clusters.
pub(super) fn joints(marks: &[Mark]) -> Vec<Joint> {
    let mut single: Vec<&Mark> = (marks.iter())
        .filter(|mark| mark.count == 1 && !mark.is_span)
        .collect();
    sorting::sort_by_key(&mut single, |mark| mark.id);
    let mut joints: Vec<Joint> = Vec::new();
    for mark in single {
        let own = (mark.lane, mark.row);
        match joints.last_mut().filter(|joint| joint.id == mark.id) {
            Some(joint) => joint.to = own,
            None => joints.push(Joint {
                id: mark.id,
                at: mark.at,
                from: own,
                to: own,
            }),
        }
    }
    joints.retain(|joint| joint.from.0 < joint.to.0);
    joints
}
