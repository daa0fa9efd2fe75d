use super::{Folds, Layout, Step, Viewport};
use crate::article::Instant;

/// One tick of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The calendar boundary at which it stands.
    pub at: Instant,
    /// Pixels from the stage's start, see [`Layout::origin`].
    pub x: i32,
    /// Whether its line is longer, as every tenth of a row of years is.
    pub strong: bool,
}

/// The two rows of ticks over the stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticks {
    /// What the minor row counts.
    pub minor_step: Step,
    /// The minor row.
    pub minor: Vec<Tick>,
    /// What the major row counts; nothing above years, whose labels need no context.
    pub major_step: Option<Step>,
    /// The major row. Its first tick stands at the stage's start or before it, so that
    /// one says what holds at the window's start, wherever that is.
    pub major: Vec<Tick>,
}

/// The instants whose dates are written with a month and a day, about 9977 BCE to 274,000:
/// outside them a year is the least that a tick can say.
const DATED: std::ops::RangeInclusive<i64> = -377_000_000_000..=8_600_000_000_000;
/// The least between two ticks in px, and one for rounding.
const ROOM: f64 = 61.0;
/// Years that are written with a word, “10,000 BCE”, “2.5 million years ago”, begin here.
const WORDED: i64 = -315_000_000_000;
/// The first second of the year 1.
const COMMON: i64 = -62_135_596_800;

/// The ticks over the stage of a layout, minor ones at least 60 px apart (more where
/// their labels are longer, or `text` says that they are so many times larger), and none
/// within one of the `folds`. O(visible).
#[must_use]
pub fn ticks(viewport: &Viewport, layout: &Layout, folds: &Folds, text: f64) -> Ticks {
    let scale = viewport.scale();
    let time = |place: Instant| Instant(folds.time(place.0));
    let (from, to) = (time(layout.stage.0), time(layout.stage.1));
    let dated = DATED.contains(&from.0) && DATED.contains(&to.0);
    let room = |step| {
        text * match step {
            // Millions of years, with all their digits.
            Step::Years(..100_000) if !dated => 190.0,
            Step::Years(_) if from.0 < WORDED || to.0 > -WORDED => 140.0,
            Step::Years(_) if from.0 < COMMON => 84.0,
            Step::Years(_) => ROOM,
            _ if !dated => f64::INFINITY,
            // A whole date stands below each day.
            Step::Hours(12) => 80.0,
            _ => ROOM,
        }
    };
    let minor_step = Step::finest(scale, room);
    let major_step = minor_step.major();
    let row = |step: Step, holds: bool| -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        // Nearer than this to one before a fold, ticks are left out.
        let near = room(step) as i32 - 1;
        let mut after = 0;
        while let Some((start, end)) = folds.open(after, from.0, to.0) {
            after += 1;
            if start >= end {
                continue;
            }
            // What holds where a stretch begins after a fold is said there.
            let floor = if start > from.0 { start } else { i64::MIN };
            let mut number = if holds {
                step.before(start)
            } else {
                step.before(start.saturating_sub(1)) + 1
            };
            let (mut last, mut first) = (i64::MIN, true);
            loop {
                let at = Instant(step.second(number));
                // Stops by itself where time ends and ticks would no longer increase.
                if at.0 >= end || at.0 <= last {
                    break;
                }
                last = at.0;
                let x = layout.x(viewport, Instant(folds.place(at.0.max(floor))));
                let strong = step.is_strong(number);
                number += 1;
                if let Some(before) = ticks.last() {
                    let near = x - before.x < near;
                    // One that a fold moved here, or that comes right after a fold, unless
                    // it says what holds from there on.
                    if before.at >= at || (near && first && !(holds && ticks.len() > 1)) {
                        continue;
                    }
                    if near {
                        ticks.pop();
                    }
                }
                first = false;
                ticks.push(Tick { at, x, strong });
            }
        }
        ticks
    };
    if !scale.is_finite() || scale <= 0.0 {
        return Ticks {
            minor_step,
            minor: Vec::new(),
            major_step,
            major: Vec::new(),
        };
    }
    let minor = row(minor_step, false);
    let major = major_step.map_or_else(Vec::new, |step| row(step, true));
    Ticks {
        minor_step,
        minor,
        major_step,
        major,
    }
}
