//! What fingers, mouse, wheel and trackpad do to an axis, as one step a frame.
//!
//! A vertical swipe and a plain wheel stay the page's: the stylesheet's `touch-action: pan-y`
//! says so for fingers, and only a wheel that goes sideways, or comes with Ctrl or ⌘ (which is
//! how trackpads report a pinch), is taken.

use js_sys::Math;
use web_sys::WheelEvent;

use super::{
    event::Pointer,
    geometry::keeps_still,
    kinetic::{Kinetic, within},
};

/// Ms and px within which a second tap makes a double tap.
const AGAIN: f64 = 300.0;
const NEAR: f64 = 30.0;
/// Px that fingers have to be apart for their distance to be worth something.
const APART: f64 = 20.0;
/// Ms after a cluster was pressed, which is to open it, in which a second press does not zoom.
const OPENING: f64 = 1_000.0;
/// Px of a wheel that make one twice as close: about a notch.
const NOTCH: f64 = 100.0;

/// What was done since the last frame, in px of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// Px that all was pulled to the right.
    pub by: f64,
    /// How many times farther apart all was spread.
    pub factor: f64,
    /// About which px.
    pub at: f64,
}

impl Default for Step {
    fn default() -> Step {
        Step {
            by: 0.0,
            factor: 1.0,
            at: 0.0,
        }
    }
}

/// Gestures under way.
#[derive(Debug, Default)]
pub(super) struct Gesture {
    step: Step,
    /// The first two fingers that are down, or the mouse.
    fingers: Vec<Pointer>,
    /// Where the first of them came down.
    down: Option<Pointer>,
    /// Whether it is a drag by now: no click may come of that.
    is_dragging: bool,
    tap: Option<Pointer>,
    /// When a cluster was last pressed.
    opening: Option<f64>,
    pub kinetic: Kinetic,
    /// The scale that a trackpad's pinch had last (WebKit).
    scale: f64,
    /// Whether all comes to rest when the axis does: the last finger that goes up ends it, a
    /// wheel has no such end.
    pub ends: bool,
}

impl Gesture {
    /// A pointer comes down, perhaps on a cluster.
    pub(super) fn press(&mut self, pointer: Pointer, is_first: bool, on_cluster: bool) {
        if is_first {
            self.fingers.clear();
            self.down = Some(pointer);
            // A touch stops an axis that runs on, and does nothing else.
            self.is_dragging = self.kinetic.is_running();
        } else {
            self.is_dragging = true;
        }
        if on_cluster {
            self.opening = Some(pointer.time);
        }
        if self.fingers.len() < 2 {
            self.fingers.push(pointer);
        }
        self.kinetic.touch(pointer.time);
    }

    /// A pointer moves. Whether it drags.
    pub(super) fn drag(&mut self, pointer: Pointer, is_pressed: bool) -> bool {
        if !is_pressed {
            // The mouse may have been let go elsewhere.
            self.fingers.retain(|finger| finger.id != pointer.id);
        }
        let Some(at) = self
            .fingers
            .iter()
            .position(|finger| finger.id == pointer.id)
        else {
            return false;
        };
        let rests = self.down.is_some_and(|down| pointer.rests(&down));
        if !self.is_dragging && rests {
            return false;
        }
        // What a finger did before it dragged does not count.
        let (x, before) = if self.is_dragging {
            self.span()
        } else {
            (pointer.x, 0.0)
        };
        self.is_dragging = true;
        if let Some(finger) = self.fingers.get_mut(at) {
            *finger = pointer;
        }
        let (now, after) = self.span();
        self.kinetic.drag(now - x, pointer.time);
        self.step.by += now - x;
        self.step.at = now;
        if before > APART && after > APART {
            self.step.factor *= after / before;
        }
        true
    }

    /// A pointer goes up, or the browser takes it. Whether it was down, and with a second tap
    /// where that was, in px of the page.
    pub(super) fn lift(&mut self, pointer: Pointer, is_taken: bool) -> (bool, Option<f64>) {
        let before = self.fingers.len();
        self.fingers.retain(|finger| finger.id != pointer.id);
        if self.fingers.len() == before {
            return (false, None);
        }
        self.ends = self.fingers.is_empty();
        if is_taken || !self.ends {
            self.kinetic.stop();
        } else if self.is_dragging {
            if !keeps_still() {
                self.kinetic.release(pointer.time);
            }
        } else if pointer.touches {
            let is_second = self.tap.is_some_and(|tap| {
                pointer.time - tap.time < AGAIN && pointer.distance(&tap) < NEAR
            });
            self.tap = (!is_second).then_some(pointer);
            return (true, is_second.then_some(pointer.x));
        }
        (true, None)
    }

    /// A wheel turns. Whether it is taken from the page.
    pub(super) fn turn(&mut self, event: &WheelEvent, x: f64) -> bool {
        let (across, down) = (event.delta_x(), event.delta_y());
        if event.ctrl_key() || event.meta_key() {
            // Twice as close is enough for one turn.
            let turns = within(-down / NOTCH, -1.0, 1.0);
            self.spread(Math::pow(2.0, turns), x);
            return true;
        }
        let sideways = if event.shift_key() && across == 0.0 {
            down
        } else {
            across
        };
        if !event.shift_key() && sideways.abs() <= down.abs() {
            return false;
        }
        self.step.by -= sideways;
        self.kinetic.stop();
        true
    }

    /// A trackpad's pinch begins (WebKit).
    pub(super) fn begin_pinch(&mut self, scale: f64) {
        self.scale = scale;
    }

    /// It goes on. Two fingers on the glass have been heard of as pointers.
    pub(super) fn pinch(&mut self, scale: f64, x: f64) {
        if self.fingers.is_empty() && self.scale > 0.0 {
            self.spread(scale / self.scale, x);
        }
        self.scale = scale;
    }

    /// What was done since this was asked last.
    pub(super) fn take(&mut self) -> Step {
        std::mem::take(&mut self.step)
    }

    /// Whether a pointer is down.
    pub(super) fn is_held(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// Whether a click now is only the end of a drag.
    pub(super) fn is_drag(&self) -> bool {
        self.is_dragging
    }

    /// Whether a second press at this time may zoom, and is not the second on a cluster.
    pub(super) fn may_zoom(&self, time: f64) -> bool {
        self.opening.is_none_or(|pressed| time - pressed > OPENING)
    }

    /// Whether it was a finger that came down last.
    pub(super) fn is_touched(&self) -> bool {
        self.down.is_some_and(|down| down.touches)
    }

    fn spread(&mut self, factor: f64, x: f64) {
        self.step.factor *= factor;
        self.step.at = x;
        self.kinetic.stop();
    }

    /// The middle of the fingers, and how far they are apart.
    fn span(&self) -> (f64, f64) {
        match *self.fingers {
            [one, two, ..] => ((one.x + two.x) / 2.0, one.distance(&two)),
            [one] => (one.x, 0.0),
            [] => (0.0, 0.0),
        }
    }
}
