//! The window over an overview is dragged, resized and asked to come.

use std::{cell::RefCell, rc::Rc};

use gloo_render::AnimationFrame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::{
    css::{number, px, set},
    event::Pointer,
    geometry::{along, direction, scale},
    reins::Reins,
};
use crate::{
    browser::{later::frame, subscription::Subscription},
    timeline::{Move, Viewport},
};

/// A px for what was rounded.
const ROUNDED: f64 = 1.0;

/// What of the window is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Grip {
    #[default]
    Whole,
    Start,
    End,
}

/// The window under a pointer.
struct Overview {
    place: HtmlElement,
    reins: Rc<Reins>,
    held: RefCell<Held>,
    frame: RefCell<Option<AnimationFrame>>,
}

#[derive(Default)]
struct Held {
    /// What holds it, since it came down.
    pointer: Option<Pointer>,
    grip: Grip,
    is_dragging: bool,
    /// Whether the window has yet to come to the finger.
    is_beside: bool,
    /// How far the pointer has come, and how far the window has, in px towards the future.
    come: f64,
    gone: f64,
    /// How far it can go, back and on.
    room: Option<(f64, f64)>,
}

/// Has the window over the overview `place` follow pointers.
pub(super) fn listen(subscription: &mut Subscription, place: HtmlElement, reins: &Rc<Reins>) {
    let overview = Rc::new(Overview {
        place: place.clone(),
        reins: Rc::clone(reins),
        held: RefCell::default(),
        frame: RefCell::default(),
    });
    let hear = Rc::clone(&overview);
    subscription.listen(&place, "pointerdown", move |event| hear.press(event));
    let hear = Rc::clone(&overview);
    subscription.listen(&place, "pointermove", move |event| hear.drag(event));
    for kind in ["pointerup", "pointercancel"] {
        let hear = Rc::clone(&overview);
        subscription.listen(&place, kind, move |event| hear.lift(event));
    }
}

impl Overview {
    fn press(&self, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        // The events that follow are ours wherever the pointer goes.
        let _ = target.set_pointer_capture(event.pointer_id());
        let grip = target.closest("[data-grip]").ok().flatten();
        let grip = grip.and_then(|grip| grip.get_attribute("data-grip"));
        let pointer = Pointer::of(event);
        self.held.replace(Held {
            pointer: Some(pointer),
            grip: match grip.as_deref() {
                Some("start") => Grip::Start,
                Some("end") => Grip::End,
                _ => Grip::Whole,
            },
            is_beside: grip.is_none(),
            ..Held::default()
        });
        if !pointer.touches {
            self.come();
        }
    }

    fn drag(self: &Rc<Self>, event: &PointerEvent) {
        let now = Pointer::of(event);
        let starts = {
            let mut held = self.held.borrow_mut();
            let Some(from) = held.pointer.filter(|from| from.id == now.id) else {
                return;
            };
            if !held.is_dragging && now.touches && now.rests(&from) {
                return;
            }
            held.come = (now.x - from.x) * direction(&self.place) * scale(&self.place);
            !std::mem::replace(&mut held.is_dragging, true)
        };
        if starts {
            self.come();
        }
        let mut waiting = self.frame.borrow_mut();
        if waiting.is_none() {
            let overview = Rc::downgrade(self);
            *waiting = Some(frame(self.reins.instance, move |_| {
                if let Some(overview) = overview.upgrade() {
                    overview.frame.take();
                    overview.follow();
                }
            }));
        }
    }

    fn lift(&self, event: &PointerEvent) {
        let holds = |held: &Held| {
            held.pointer
                .is_some_and(|from| from.id == event.pointer_id())
        };
        if !holds(&self.held.borrow()) {
            return;
        }
        if event.type_() == "pointerup" {
            self.come();
        }
        self.held.borrow_mut().pointer = None;
    }

    /// The window comes to the pointer, if it was not on it.
    fn come(&self) {
        let pointer = {
            let mut held = self.held.borrow_mut();
            let is_beside = std::mem::take(&mut held.is_beside);
            held.pointer.filter(|_| is_beside)
        };
        if let Some(pointer) = pointer {
            let part = along(&self.place, pointer.x) / f64::from(self.place.offset_width());
            self.reins.tell(Move::Centre(part));
        }
    }

    /// The window follows the pointer.
    fn follow(&self) {
        self.reins.settle();
        let width = f64::from(self.place.offset_width());
        let (grip, by) = {
            let mut held = self.held.borrow_mut();
            let grip = held.grip;
            let (back, on) = *held
                .room
                .get_or_insert_with(|| room(&self.reins.viewport(), grip));
            // A pointer that comes back from beyond the end finds the window where it left it.
            let next = held.come.max(back).min(on);
            let by = next - held.gone;
            held.gone = next;
            (grip, by / width)
        };
        self.reins.tell(match grip {
            Grip::Whole => Move::Slide(by),
            Grip::Start | Grip::End => Move::Stretch {
                start: grip == Grip::Start,
                by,
            },
        });
    }
}

/// How far what is held can go, back and on, in px.
fn room(viewport: &Viewport, grip: Grip) -> (f64, f64) {
    let width = viewport.width();
    let (from, to) = viewport.parts();
    let (from, to) = (from * width, to * width);
    let back = if grip == Grip::End { from - to } else { -from };
    let on = if grip == Grip::Start {
        to - from
    } else {
        width - to
    };
    (back - ROUNDED, on + ROUNDED)
}

/// Has the window over `overview`, laid out as in `laid`, stand as in `live`.
pub(super) fn follow(overview: &Element, laid: &Viewport, live: &Viewport, way: f64) {
    let brush = overview.query_selector(".brush").ok().flatten();
    let Some(brush) = brush.and_then(|brush| brush.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if laid == live {
        set(&brush, "transform", "");
        return;
    }
    let (from, most) = (
        number(&brush, "--_s"),
        live.width() - number(&brush, "inline-size"),
    );
    let place = |by: f64| (from + by).min(most).max(0.0);
    let by = (live.parts().0 - laid.parts().0) * live.width();
    let by = (place(by) - place(0.0)) * way;
    set(&brush, "transform", &format!("translateX({})", px(by)));
}
