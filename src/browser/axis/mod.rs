//! The axis in the reader's hands: gestures become steps, steps move what is laid out, and
//! the reducer hears of it when it has to lay out anew.

mod css;
mod event;
mod geometry;
mod gesture;
mod glide;
mod kept;
mod kinetic;
mod overview;
mod stage;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_render::AnimationFrame;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};
use yew::Callback;

use super::{
    later::{frame, timeout},
    subscription::{Phase, Subscription},
};
use crate::timeline::{Move, Viewport};
use css::{px, set};
use event::{Placed, Pointer};
use geometry::{along, direction, keeps_still, scale};
use gesture::{Gesture, Step};
use stage::{Stage, now};

/// Ms after which a movement counts as over; and a glide, should the browser not say so.
const RESTS: u32 = 120;
const GLIDES: u32 = 300;
/// A press comes so many times closer.
const CLOSER: f64 = 2.0;

/// The axis that is shown, until it is dropped.
pub(super) struct Axis {
    reins: Rc<Reins>,
    pane: HtmlElement,
    _subscription: Subscription,
}

impl Axis {
    /// Takes the window `pane` on an axis that is laid out as in `viewport`, and the overview
    /// below it; tells of every change that the view does not show yet.
    pub(super) fn new(
        instance: u32,
        pane: HtmlElement,
        overview: HtmlElement,
        viewport: Viewport,
        end: &AbortSignal,
        tell: Callback<Move>,
    ) -> Axis {
        let reins = Rc::new(Reins {
            instance,
            pane: pane.clone(),
            gesture: RefCell::default(),
            stage: RefCell::new(Stage::new(pane.clone(), viewport)),
            pulled: Cell::default(),
            width: Cell::default(),
            frame: RefCell::default(),
            rest: RefCell::default(),
            tell,
        });
        let mut subscription = Subscription::new(instance, end);
        listen(&mut subscription, &pane, &reins);
        overview::listen(&mut subscription, overview, &reins);
        Axis {
            reins,
            pane,
            _subscription: subscription,
        }
    }

    /// Whether this is the window that it has taken.
    pub(super) fn is_of(&self, pane: &Element) -> bool {
        **self.pane == **pane
    }

    /// Where it stands.
    pub(super) fn viewport(&self) -> Viewport {
        self.reins.viewport()
    }

    /// It was laid out for this viewport, and may glide there from where it was.
    pub(super) fn lay_out(&self, viewport: Viewport, is_eased: bool) {
        self.reins.rest.take();
        self.reins.stage.borrow_mut().lay_out(viewport, is_eased);
    }

    /// How the axis has been moved since it was laid out, if it has: to be reduced before
    /// anything else is.
    pub(super) fn take(&self) -> Option<Move> {
        self.reins.rest.take();
        self.reins.stage.borrow_mut().take()
    }

    /// Comes closer by one press, or goes farther away, about a px of the window. The reducer
    /// hears of it when the axis is there.
    pub(super) fn press(&self, factor: f64, at: f64) {
        self.reins.press(factor, at);
    }
}

impl Drop for Axis {
    fn drop(&mut self) {
        self.reins.frame.take();
        self.reins.rest.take();
    }
}

/// What moves the axis. No borrow lasts while anybody else is told.
pub(super) struct Reins {
    instance: u32,
    pane: HtmlElement,
    gesture: RefCell<Gesture>,
    stage: RefCell<Stage>,
    /// Px towards the future that it was pulled beyond its bounds.
    pulled: Cell<f64>,
    /// The width that the window has newly got, in px.
    width: Cell<Option<f64>>,
    frame: RefCell<Option<AnimationFrame>>,
    rest: RefCell<Option<Timeout>>,
    tell: Callback<Move>,
}

impl Reins {
    /// Where the axis stands.
    fn viewport(&self) -> Viewport {
        *self.stage.borrow().viewport()
    }

    /// Tells of a change, and before of how the axis has been moved meanwhile.
    fn tell(&self, change: Move) {
        self.settle();
        self.tell.emit(change);
    }

    /// Has the axis laid out where it stands.
    fn settle(&self) {
        self.rest.take();
        let change = self.stage.borrow_mut().take();
        if let Some(change) = change {
            self.tell.emit(change);
        }
    }

    /// Asks for a frame to draw in, of which there is one at a time. Idle, it costs nothing.
    fn ask(self: &Rc<Self>) {
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

    fn press(self: &Rc<Self>, factor: f64, at: f64) {
        self.stage.borrow_mut().press(factor, at);
        if keeps_still() {
            // Where nothing may glide, nothing has to be waited for.
            self.settle();
        } else {
            self.show(true);
        }
    }

    /// A second click or tap comes closer, where it was.
    fn closer(self: &Rc<Self>, x: f64, time: f64) {
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
        let shift = kinetic::given(pull) * -direction(&self.pane);
        set(&self.pane, "--_pull", &px(shift));
        // It fails for no name of this form.
        let _ = self
            .pane
            .set_attribute("data-pull", if pull == 0.0 { "back" } else { "" });
    }
}

/// Hears of what is done to the axis, and of its width.
fn listen(subscription: &mut Subscription, pane: &HtmlElement, reins: &Rc<Reins>) {
    let hear = Rc::clone(reins);
    subscription.listen(pane, "pointerdown", move |event: &PointerEvent| {
        if event.button() == 0 {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let cluster = target.and_then(|target| target.closest("[part~=cluster]").ok()?);
            let mut gesture = hear.gesture.borrow_mut();
            gesture.press(Pointer::of(event), event.is_primary(), cluster.is_some());
        }
    });

    let hear = Rc::clone(reins);
    subscription.listen(pane, "pointermove", move |event: &PointerEvent| {
        let drags = hear
            .gesture
            .borrow_mut()
            .drag(Pointer::of(event), event.buttons() != 0);
        if drags {
            // The events that follow are ours wherever the pointer goes.
            let _ = hear.pane.set_pointer_capture(event.pointer_id());
            hear.ask();
        }
    });

    for (kind, is_taken) in [("pointerup", false), ("pointercancel", true)] {
        let hear = Rc::clone(reins);
        subscription.listen(pane, kind, move |event: &PointerEvent| {
            let pointer = Pointer::of(event);
            let (was_down, second) = hear.gesture.borrow_mut().lift(pointer, is_taken);
            if was_down {
                hear.ask();
            }
            if let Some(x) = second {
                hear.closer(x, pointer.time);
            }
        });
    }

    // Some engines have one for fingers too, and the others have none.
    let hear = Rc::clone(reins);
    subscription.listen(pane, "dblclick", move |event: &MouseEvent| {
        if !hear.gesture.borrow().is_touched() {
            hear.closer(event.unchecked_ref::<Placed>().x(), event.time_stamp());
        }
    });

    let hear = Rc::clone(reins);
    subscription.listen(pane, "wheel", move |event: &WheelEvent| {
        let x = event.unchecked_ref::<Placed>().x();
        if hear.gesture.borrow_mut().turn(event, x) {
            event.prevent_default();
            hear.ask();
        }
    });

    // WebKit reports a trackpad's pinch in events of its own.
    let hear = Rc::clone(reins);
    subscription.listen(pane, "gesturestart", move |event: &Placed| {
        event.prevent_default();
        hear.gesture.borrow_mut().begin_pinch(event.scale());
    });
    let hear = Rc::clone(reins);
    subscription.listen(pane, "gesturechange", move |event: &Placed| {
        event.prevent_default();
        hear.gesture.borrow_mut().pinch(event.scale(), event.x());
        hear.ask();
    });

    // What has glided is laid out anew in the place where it comes to rest.
    let hear = Rc::clone(reins);
    subscription.listen(pane, "transitionend", move |event: &Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let is_stage = target.is_some_and(|target| target.class_list().contains("axis-stage"));
        let is_pressed = hear.stage.borrow().is_pressed();
        if is_stage && is_pressed {
            hear.settle();
        }
    });

    // What ends a drag is no choice; a click without a count comes from a key or a program.
    // It is caught on its way down, above the place where Yew listens.
    let hear = Rc::clone(reins);
    let root = pane.get_root_node();
    subscription.listen_in(Phase::Capture, &root, "click", move |event: &MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let is_inside = hear.pane.contains(target.as_deref());
        if hear.gesture.borrow().is_drag() && event.detail() != 0 && is_inside {
            event.stop_propagation();
        }
    });

    let hear = Rc::clone(reins);
    subscription.observe_size(pane, move || {
        hear.width.set(Some(f64::from(hear.pane.offset_width())));
        hear.ask();
    });
}
