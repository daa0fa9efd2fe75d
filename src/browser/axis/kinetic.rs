//! An axis that is thrown runs on, and one that is pulled beyond its bounds gives way.

use js_sys::Math;

/// Ms over which a drag's speed is smoothed; a finger that rests for longer throws nothing.
const SMOOTH: f64 = 60.0;
/// Px a ms that a drag needs to run on, and below which a run ends.
const THROWN: f64 = 0.25;
const SLOWEST: f64 = 0.02;
/// How much of its speed a run keeps for a ms.
const KEPT: f64 = 0.996;
/// Ms that a frame counts for at most, however late it comes.
const LATEST: f64 = 50.0;
/// Px that an axis gives way at most.
const GIVES: f64 = 60.0;

/// How fast the axis is dragged, and how fast it then runs on by itself, in px a ms.
#[derive(Debug, Default)]
pub(super) struct Kinetic {
    dragged: f64,
    running: f64,
    /// When it was there last, in ms.
    since: f64,
}

impl Kinetic {
    /// It is touched, which stops it.
    pub(super) fn touch(&mut self, time: f64) {
        *self = Kinetic {
            since: time,
            ..Kinetic::default()
        };
    }

    /// It was dragged by so many px.
    pub(super) fn drag(&mut self, by: f64, time: f64) {
        let passed = (time - self.since).max(1.0);
        self.since = time;
        self.dragged += (by / passed - self.dragged) * (passed / SMOOTH).min(1.0);
    }

    /// It is let go, and runs on if it was dragged fast enough.
    pub(super) fn release(&mut self, time: f64) {
        if time - self.since < SMOOTH && self.dragged.abs() > THROWN {
            self.running = self.dragged;
            self.since = time;
        }
    }

    /// It does not run on, whatever comes.
    pub(super) fn stop(&mut self) {
        self.dragged = 0.0;
        self.running = 0.0;
    }

    /// Whether it runs on by itself.
    pub(super) fn is_running(&self) -> bool {
        self.running != 0.0
    }

    /// How many px it has run since the last frame, or since it was let go.
    pub(super) fn run(&mut self, time: f64) -> f64 {
        if !self.is_running() {
            return 0.0;
        }
        let passed = within(time - self.since, 1.0, LATEST);
        self.since = time;
        let by = self.running * passed;
        self.running *= Math::pow(KEPT, passed);
        if self.running.abs() < SLOWEST {
            self.running = 0.0;
        }
        by
    }
}

/// How many px an axis gives way that is pulled so many px beyond its bounds: ever less.
pub(super) fn given(pull: f64) -> f64 {
    pull * GIVES / (2.0 * GIVES + pull.abs())
}

/// A number brought within bounds.
#[allow(
    clippy::manual_clamp,
    reason = "`clamp` may panic, and prints fractions to say so"
)]
pub(super) fn within(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}
