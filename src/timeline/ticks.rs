use super::{Folds, Layout, Step, Viewport};
use crate::article::Instant;

/// One tick of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The calendar boundary at which it stands, or the first instant after a fold.
    pub at: Instant,
    /// Px from the stage's start, see [`Layout::origin`].
    pub x: i32,
    /// What its row counts here.
    pub step: Step,
    /// What it says.
    pub say: Say,
}

/// What stands at a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Say {
    /// Only the line, for want of room.
    Nothing,
    /// Which one it is under the larger unit: “Apr”, “24”.
    Short,
    /// That a larger unit begins here, or holds: “2022”, “April 2023”.
    Larger,
    /// All of it: “April 2022”.
    Full,
}

/// The least between two ticks that have words, in px.
const ROOM: f64 = 60.0;
/// Free after words, in px.
const AIR: i32 = 10;
/// From a tick's line to its words, in px.
pub const WORDS: i32 = 4;
/// A larger unit is said soon after a fold if it is within so many px.
const SOON: i32 = 160;
/// Years beside which nothing but years is said.
const DATED: std::ops::RangeInclusive<i64> = -9_998..=275_000;

/// How wide words are in px: those at an instant, counted by a step, as a tick says them.
pub type Measure<'a> = &'a dyn Fn(Step, Instant, Say) -> f64;

/// The ticks over the stage of a layout, in one row.
///
/// Every stretch of time between two `folds` counts by a step of its own: the finest whose
/// words have room, at least 60 px apart, or a finer one where that would put no tick into
/// the stretch; of a time so far away that years of the step would not differ in the first
/// four digits, only where the stretch begins is said. Where a larger unit begins, that is
/// said instead; the first tick after a fold and the first in the window say all of it.
/// Words overlap neither each other nor a fold nor an edge of the window. O(visible).
#[must_use]
pub fn ticks(viewport: &Viewport, layout: &Layout, folds: &Folds, words: Measure<'_>) -> Vec<Tick> {
    if layout.width <= 0 {
        return Vec::new();
    }
    let limits = viewport.limits();
    let all = (folds.to_time(limits.from), folds.to_time(limits.to));
    let seen = (
        folds.to_time(layout.stage.0.0),
        folds.to_time(layout.stage.1.0),
    );
    let mut ticks = Vec::new();
    let mut after = 0;
    while let Some(whole) = folds.open(after, all.0, all.1) {
        let stretch = Stretch {
            viewport,
            layout,
            folds,
            words,
            whole,
            is_folded: after > 0,
        };
        after += 1;
        if whole.0 < whole.1 && whole.0 < seen.1 && whole.1 > seen.0 {
            stretch.ticks(seen, &mut ticks);
        }
    }
    ticks
}

/// The time between two folds.
struct Stretch<'a> {
    viewport: &'a Viewport,
    layout: &'a Layout,
    folds: &'a Folds,
    words: Measure<'a>,
    /// Its first second, and the one after it.
    whole: (i64, i64),
    /// Whether a fold is before it.
    is_folded: bool,
}

impl Stretch<'_> {
    fn ticks(&self, seen: (i64, i64), ticks: &mut Vec<Tick>) {
        let (from, to) = self.whole;
        let step = self.step();
        let mut own = self.row(step, (from.max(seen.0), to.min(seen.1)));
        if let Some(larger) = step.major() {
            for tick in &mut own {
                if larger.second(larger.before(tick.at.0)) == tick.at.0 {
                    tick.say = Say::Larger;
                }
            }
            // Weeks and months begin on different days.
            for tick in self.row(larger, (from.max(seen.0), to.min(seen.1))) {
                let at = own.partition_point(|other| other.at < tick.at);
                if own.get(at).is_none_or(|other| other.at != tick.at) {
                    let tick = Tick {
                        step,
                        say: Say::Larger,
                        ..tick
                    };
                    own.insert(at, tick);
                }
            }
        }
        // Where no tick has room to say what holds, that is said where the stretch begins.
        let mut said = own.clone();
        self.say(&mut said);
        let holds = |tick: &Tick| matches!(tick.say, Say::Larger | Say::Full);
        let mute = said.iter().all(|tick| tick.say == Say::Nothing);
        if from >= seen.0 && (mute || (self.is_folded && !said.iter().any(holds))) {
            let first = Tick {
                at: Instant(from),
                x: self.x(from),
                step,
                say: Say::Full,
            };
            own.insert(0, first);
            self.say(&mut own);
            if own.first().is_some_and(holds) {
                said = own;
            }
        }
        ticks.extend(said);
    }

    /// By what it counts.
    fn step(&self) -> Step {
        let (from, to) = self.whole;
        let years = [from, to].map(|at| Instant(at).civil().year);
        let mut least = Step::readable(if years[0].unsigned_abs() > years[1].unsigned_abs() {
            years[0]
        } else {
            years[1]
        });
        if !years.iter().all(|year| DATED.contains(year)) {
            least = least.max(Step::Years(1));
        }
        let room = |step: Step| {
            let first = step.before(from);
            let samples = (first..first.saturating_add(12)).map(|number| step.second(number));
            let samples = samples.chain([to.saturating_sub(1)]);
            let widths = samples.map(|at| (self.words)(step, Instant(at), Say::Short));
            widths.fold(ROOM - f64::from(WORDS + AIR), f64::max) + f64::from(WORDS + AIR)
        };
        let mut step = Step::finest(self.viewport.scale(), least, room);
        while self.first(step) >= to {
            match step.finer() {
                Some(finer) if finer >= least => step = finer,
                _ => break,
            }
        }
        step
    }

    /// The first second of it at which there is a tick.
    fn first(&self, step: Step) -> i64 {
        step.second(
            step.before(self.whole.0.saturating_sub(1))
                .saturating_add(1),
        )
    }

    /// Ticks from one second to another.
    fn row(&self, step: Step, (from, to): (i64, i64)) -> Vec<Tick> {
        let mut row: Vec<Tick> = Vec::new();
        let mut number = step.before(from.saturating_sub(1)).saturating_add(1);
        loop {
            let at = Instant(step.second(number));
            // Stops by itself where time ends and ticks would no longer increase.
            if at.0 >= to || row.last().is_some_and(|last| last.at >= at) {
                return row;
            }
            number += 1;
            row.push(Tick {
                at,
                x: self.x(at.0),
                step,
                say: Say::Short,
            });
        }
    }

    fn x(&self, second: i64) -> i32 {
        let at = Instant(self.folds.to_axis(second));
        self.layout.x(self.viewport, at)
    }

    /// Decides what ticks say: first those of larger units, then the first, then the others.
    fn say(&self, ticks: &mut [Tick]) {
        let (start, end) = (self.layout.shift, self.layout.shift + self.layout.width);
        // Words end where the stretch does.
        let (from, to) = (self.x(self.whole.0), self.x(self.whole.1));
        let mut taken: Vec<(i32, i32)> = Vec::new();
        let mut fits = |tick: &Tick, say: Say| {
            let x = tick.x + WORDS;
            let words = (x, x + (self.words)(tick.step, tick.at, say).ceil() as i32);
            let cuts = |edge: i32| words.0 < edge && edge < words.1;
            let free = words.1 <= to
                && !(cuts(start) || cuts(end))
                && (taken.iter()).all(|other| other.1 + AIR <= words.0 || words.1 + AIR <= other.0);
            if free {
                taken.push(words);
            }
            free
        };
        let first = ticks.iter().position(|tick| tick.x >= start.max(from));
        let larger = |tick: &Tick| tick.say == Say::Larger;
        // Whoever reads on from there meets the larger unit soon, and it needs its room.
        let soon = if self.is_folded {
            SOON
        } else {
            self.layout.width / 2
        };
        let opens = first.and_then(|at| ticks.get(at)).is_some_and(|first| {
            !(ticks.iter()).any(|tick| larger(tick) && (0..soon).contains(&(tick.x - first.x)))
        });
        let mut settled = vec![false; ticks.len()];
        if let (true, Some(at)) = (opens, first)
            && let Some(tick) = ticks.get_mut(at).filter(|tick| !larger(tick))
        {
            let says = [Say::Full, Say::Larger];
            if let Some(say) = says.into_iter().find(|say| fits(tick, *say)) {
                tick.say = say;
                if let Some(own) = settled.get_mut(at) {
                    *own = true;
                }
            }
        }
        for is_larger in [true, false] {
            for (tick, settled) in ticks.iter_mut().zip(&mut settled) {
                if *settled || larger(tick) != is_larger {
                    continue;
                }
                *settled = true;
                if !fits(tick, tick.say) {
                    tick.say = Say::Nothing;
                }
            }
        }
    }
}
