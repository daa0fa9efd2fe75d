use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_render::AnimationFrame;
use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::Callback;

use super::{
    css::{px, set},
    geometry::{along, direction, keeps_still, scale},
    gesture::{Gesture, Step},
    kinetic::given,
    stage::{Stage, now},
};
use crate::{
    browser::later::{frame, timeout},
    timeline::{Move, Viewport},
};

/// Ms after which a movement counts as over; and a glide, should the browser not say so.
const RESTS: u32 = 120;
const GLIDES: u32 = 300;
/// A second press comes so many times closer.
const CLOSER: f64 = 2.0;

/// What moves the axis. No borrow lasts while anybody else is told.
pub(super) struct Reins {
    pub instance: u32,
    pub pane: HtmlElement,
    pub gesture: RefCell<Gesture>,
    pub stage: RefCell<Stage>,
    /// Px towards the future that it was pulled beyond its bounds.
    pulled: Cell<f64>,
    /// The width that the window has newly got, in px.
    width: Cell<Option<f64>>,
    frame: RefCell<Option<AnimationFrame>>,
    rest: RefCell<Option<Timeout>>,
    tell: Callback<Move>,
}

impl Reins {
    pub(super) fn new(
        instance: u32,
        pane: HtmlElement,
        overview: HtmlElement,
        viewport: Viewport,
        tell: Callback<Move>,
    ) -> Reins {
        Reins {
            instance,
            stage: RefCell::new(Stage::new(pane.clone(), overview, viewport)),
            pane,
            gesture: RefCell::default(),
            pulled: Cell::default(),
            width: Cell::default(),
            frame: RefCell::default(),
            rest: RefCell::default(),
            tell,
        }
    }

    /// It was laid out for this viewport, and may glide there from where it was.
    pub(super) fn lay_out(&self, viewport: Viewport, is_eased: bool) {
        self.rest.take();
        self.stage.borrow_mut().lay_out(viewport, is_eased);
    }

    /// How the axis has been moved since it was laid out, if it has.
    pub(super) fn take(&self) -> Option<Move> {
        self.rest.take();
        self.stage.borrow_mut().take()
    }

    /// Nothing more is drawn, or told.
    pub(super) fn rest(&self) {
        self.frame.take();
        self.rest.take();
    }

    /// The window has another size; its width in px.
    pub(super) fn widen(self: &Rc<Self>, width: f64) {
        self.width.set(Some(width));
        self.ask();
    }

    /// Where the axis stands.
    pub(super) fn viewport(&self) -> Viewport {
        *self.stage.borrow().viewport()
    }

    /// Tells of a change, and before of how the axis has been moved meanwhile.
    pub(super) fn tell(&self, change: Move) {
        self.settle();
        self.tell.emit(change);
    }

    /// Has the axis laid out where it stands.
    pub(super) fn settle(&self) {
        let change = self.take();
        if let Some(change) = change {
            self.tell.emit(change);
        }
    }

    /// Asks for a frame to draw in, of which there is one at a time. Idle, it costs nothing.
    pub(super) fn ask(self: &Rc<Self>) {
        let mut waiting = self.frame.borrow_mut();
        if waiting.is_none() {
            let reins = Rc::downgrade(self);
            *waiting = Some(frame(self.instance, move |time| {
                if let Some(reins) = reins.upgrade() {
                    reins.frame.take();
                    reins.draw(time);
                }
            }));
        }
    }

    /// Draws what was done since the last frame.
    fn draw(self: &Rc<Self>, time: f64) {
        let (step, is_held, is_running, ends) = {
            let mut gesture = self.gesture.borrow_mut();
            let run = gesture.kinetic.run(time);
            let mut step = gesture.take();
            step.by += run;
            let is_running = gesture.kinetic.is_running();
            let ends = gesture.ends;
            gesture.ends = ends && is_running;
            (step, gesture.is_held(), is_running, ends && !is_running)
        };
        if is_running {
            self.ask();
        }
        if let Some(width) = self.width.take() {
            self.tell(Move::Resize(width));
        }
        self.step(step, is_held, is_running);
        if ends {
            self.settle();
        }
    }

    fn step(self: &Rc<Self>, step: Step, is_held: bool, is_running: bool) {
        let mut pull = step.by * -direction(&self.pane) * scale(&self.pane);
        let pulled = self.pulled.get();
        if pulled != 0.0 && !is_held {
            self.give(0.0);
        } else if pulled * pull < 0.0 {
            // First back from beyond the bounds.
            let back = if pull.abs() < pulled.abs() {
                pull
            } else {
                -pulled
            };
            pull -= back;
            self.give(pulled + back);
        }
        let spreads = step.factor != 1.0;
        if !spreads && pull == 0.0 {
            return;
        }
        let at = if spreads {
            along(&self.pane, step.at)
        } else {
            0.0
        };
        let beyond = self.stage.borrow_mut().step(pull, step.factor, at);
        self.show(false);
        // A px more or less is rounding; a wheel just stops.
        if !spreads && beyond.abs() > 1.0 && (is_held || is_running) && !keeps_still() {
            self.gesture.borrow_mut().kinetic.stop();
            self.give(self.pulled.get() + beyond);
            if !is_held {
                self.ask();
            }
        }
    }

    pub(super) fn press(self: &Rc<Self>, factor: f64, at: f64) {
        self.stage.borrow_mut().press(factor, at);
        if keeps_still() {
            // Where nothing may glide, nothing has to be waited for.
            self.settle();
        } else {
            self.show(true);
        }
    }

    /// A second click or tap comes closer, where it was.
    pub(super) fn closer(self: &Rc<Self>, x: f64, time: f64) {
        if self.gesture.borrow().may_zoom(time) {
            self.press(CLOSER, along(&self.pane, x));
        }
    }

    /// Shows where the axis stands: as it is laid out, or by having it laid out anew.
    fn show(self: &Rc<Self>, glides: bool) {
        let is_enough = {
            let mut stage = self.stage.borrow_mut();
            let is_enough = stage.is_enough();
            if is_enough {
                stage.draw(now(), glides);
            }
            is_enough
        };
        if !is_enough {
            self.settle();
            return;
        }
        let reins = Rc::downgrade(self);
        let ms = if glides { GLIDES } else { RESTS };
        self.rest.replace(Some(timeout(self.instance, ms, move || {
            if let Some(reins) = reins.upgrade() {
                reins.settle();
            }
        })));
    }

    /// Gives way to a pull of so many px beyond the bounds; the stylesheet lets it spring back.
    fn give(&self, pull: f64) {
        self.pulled.set(pull);
        let shift = given(pull) * -direction(&self.pane);
        set(&self.pane, "--_pull", &px(shift));
        // It fails for no name of this form.
        let _ = self
            .pane
            .set_attribute("data-pull", if pull == 0.0 { "back" } else { "" });
    }
}
