use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::prelude::*;
use web_sys::window;

/// Runs something at the next animation frame, however often it is asked to before.
/// Idle, it costs nothing.
#[derive(Clone)]
pub(super) struct Frame(Rc<Inner>);

type Run = Closure<dyn FnMut(f64)>;

struct Inner {
    asked: RefCell<Option<i32>>,
    run: RefCell<Option<Run>>,
}

impl Frame {
    /// `run` is handed the frame's time in ms and says whether it wants the next one too.
    pub(super) fn new(mut run: impl FnMut(f64) -> bool + 'static) -> Frame {
        let inner = Rc::new(Inner {
            asked: RefCell::new(None),
            run: RefCell::new(None),
        });
        let weak = Rc::downgrade(&inner);
        let closure = Closure::<dyn FnMut(f64)>::new(move |time| {
            if let Some(inner) = weak.upgrade() {
                inner.asked.replace(None);
            }
            let goes_on = run(time);
            if let (true, Some(inner)) = (goes_on, weak.upgrade()) {
                Frame(inner).ask();
            }
        });
        inner.run.replace(Some(closure));
        Frame(inner)
    }

    pub(super) fn ask(&self) {
        let mut asked = self.0.asked.borrow_mut();
        let run = self.0.run.borrow();
        if let (None, Some(window), Some(run)) = (*asked, window(), run.as_ref()) {
            *asked = window
                .request_animation_frame(run.as_ref().unchecked_ref())
                .ok();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let (Some(asked), Some(window)) = (self.asked.take(), window()) {
            let _ = window.cancel_animation_frame(asked);
        }
    }
}
