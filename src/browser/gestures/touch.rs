/// One finger, or the mouse with its button down.
#[derive(Clone, Copy)]
pub(super) struct Finger {
    pub(super) id: i32,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// The fingers on the axis, and what they have done since the last frame. Px from the
/// window's start, in the direction of time.
#[derive(Default)]
pub(super) struct Touch {
    fingers: Vec<Finger>,
    /// How far the first finger has gone, until that is a drag.
    travelled: f64,
    /// Whether this is a drag or a pinch, so that no click may come of it.
    pub(super) dragging: bool,
    /// Px a ms of late, for the pan to run on.
    pub(super) speed: f64,
    heard: f64,
}

/// What the fingers have done: pulled by so many px, spread by this factor about a point.
#[derive(Clone, Copy)]
pub(super) struct Pull {
    pub(super) by: f64,
    pub(super) factor: f64,
    pub(super) at: f64,
}

/// Px that a finger may tremble before it drags.
const TREMBLE: f64 = 5.0;
/// Ms over which a finger's speed is smoothed.
const SMOOTH: f64 = 60.0;

impl Touch {
    pub(super) fn down(&mut self, finger: Finger, time: f64) {
        self.fingers.retain(|other| other.id != finger.id);
        self.fingers.push(finger);
        self.fingers.truncate(2);
        self.heard = time;
        self.speed = 0.0;
        if self.fingers.len() == 1 {
            self.travelled = 0.0;
            self.dragging = false;
        } else {
            self.dragging = true;
        }
    }

    /// What came of a finger's move; nothing while it may still be a tap.
    pub(super) fn moved(&mut self, finger: Finger, time: f64) -> Option<Pull> {
        let before = self.span();
        let own = self
            .fingers
            .iter_mut()
            .find(|other| other.id == finger.id)?;
        let by = finger.x - own.x;
        *own = finger;
        let (old, new) = (before?, self.span()?);
        if !self.dragging {
            self.travelled += by;
            if self.travelled.abs() < TREMBLE {
                return None;
            }
            self.dragging = true;
        }
        let passed = (time - self.heard).max(1.0);
        self.heard = time;
        let share = (passed / SMOOTH).min(1.0);
        let by = new.0 - old.0;
        self.speed += (by / passed - self.speed) * share;
        let factor = if old.1 > 20.0 && new.1 > 20.0 {
            new.1 / old.1
        } else {
            1.0
        };
        Some(Pull {
            by,
            factor,
            at: new.0,
        })
    }

    /// Whether that was the last finger of a drag, which may now run on.
    pub(super) fn up(&mut self, id: i32, time: f64) -> bool {
        let before = self.fingers.len();
        self.fingers.retain(|finger| finger.id != id);
        // A finger that has rested before it was lifted throws nothing.
        if time - self.heard > SMOOTH || before > 1 {
            self.speed = 0.0;
        }
        self.fingers.is_empty() && before == 1 && self.dragging
    }

    pub(super) fn is_down(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// The middle of the fingers and the distance between them, 0 for one.
    fn span(&self) -> Option<(f64, f64)> {
        let first = self.fingers.first()?;
        let Some(second) = self.fingers.get(1) else {
            return Some((first.x, 0.0));
        };
        let (dx, dy) = (second.x - first.x, second.y - first.y);
        Some(((first.x + second.x) / 2.0, (dx * dx + dy * dy).sqrt()))
    }
}
