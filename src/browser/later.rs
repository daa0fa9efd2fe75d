//! An instance's work that waits: for the next frame, or for a time. Dropped, it is not done.

use std::{cell::RefCell, rc::Rc};

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;

use super::panic;

/// Calls `work` before the next frame is drawn, with its time in ms.
pub(super) fn frame(instance: u32, work: impl FnOnce(f64) + 'static) -> AnimationFrame {
    // Boxed: what does not depend on the work is in the download once.
    framed(instance, Box::new(work))
}

fn framed(instance: u32, work: Box<dyn FnOnce(f64)>) -> AnimationFrame {
    request_animation_frame(move |time| panic::guarded(instance, || work(time)))
}

/// Calls `work` so many ms from now, in a task of its own.
pub(super) fn timeout(instance: u32, ms: u32, work: impl FnOnce() + 'static) -> Timeout {
    timed(instance, ms, Box::new(work))
}

fn timed(instance: u32, ms: u32, work: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(ms, move || panic::guarded(instance, work))
}

/// What waits until the page is drawn as it is now.
pub(super) struct Painted {
    _frame: AnimationFrame,
    _timeout: Rc<RefCell<Option<Timeout>>>,
}

/// Calls `work` once the page is drawn as it is now.
pub(super) fn painted(instance: u32, work: impl FnOnce() + 'static) -> Painted {
    let waiting = Rc::new(RefCell::new(None));
    let timer = Rc::clone(&waiting);
    Painted {
        _frame: frame(instance, move |_| {
            timer.replace(Some(timeout(instance, 0, work)));
        }),
        _timeout: waiting,
    }
}
