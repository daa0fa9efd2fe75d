use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::Callback;

use super::{frame::Frame, listener::Listener, pane::along};
use crate::timeline::Move;

/// Hears of the window being dragged over an overview, until dropped.
pub(in crate::browser) struct Overview {
    _listeners: Vec<Listener>,
}

/// What is held.
#[derive(Clone, Copy)]
enum Grip {
    Start,
    End,
    Window,
}

/// A drag in hand: what is held, where the pointer was last, and how far it has come
/// since the last frame, in parts of everything.
#[derive(Default)]
struct Drag {
    held: Option<(i32, Grip)>,
    last: f64,
    by: f64,
}

impl Overview {
    pub(in crate::browser) fn new(place: &Element, moved: Callback<Move>) -> Overview {
        let drag = Rc::new(RefCell::new(Drag::default()));
        let frame = {
            let (drag, moved) = (drag.clone(), moved.clone());
            Frame::new(move |_| {
                let mut now = drag.borrow_mut();
                let (held, by) = (now.held, std::mem::take(&mut now.by));
                drop(now);
                match held {
                    Some((_, Grip::Window)) => moved.emit(Move::Slide(by)),
                    Some((_, Grip::Start)) => moved.emit(Move::Stretch { start: true, by }),
                    Some((_, Grip::End)) => moved.emit(Move::Stretch { start: false, by }),
                    None => {}
                }
                false
            })
        };
        let down = {
            let (place, drag) = (place.clone(), drag.clone());
            move |event: PointerEvent| {
                if event.button() != 0 {
                    return;
                }
                let at = part(&place, &event);
                let grip = grip(&event);
                *drag.borrow_mut() = Drag {
                    held: Some((event.pointer_id(), grip.unwrap_or(Grip::Window))),
                    last: at,
                    by: 0.0,
                };
                let _ = place.set_pointer_capture(event.pointer_id());
                // Beside the window: it comes to the finger, and follows it from there.
                if grip.is_none() {
                    moved.emit(Move::Centre(at));
                }
            }
        };
        let drags = {
            let (place, drag) = (place.clone(), drag.clone());
            move |event: PointerEvent| {
                let mut now = drag.borrow_mut();
                if now.held.is_some_and(|(id, _)| id == event.pointer_id()) {
                    let at = part(&place, &event);
                    now.by += at - now.last;
                    now.last = at;
                    frame.ask();
                }
            }
        };
        let up = move |drag: &Rc<RefCell<Drag>>| {
            let drag = drag.clone();
            move |event: PointerEvent| {
                let mut now = drag.borrow_mut();
                if now.held.is_some_and(|(id, _)| id == event.pointer_id()) {
                    now.held = None;
                }
            }
        };
        Overview {
            _listeners: vec![
                Listener::new(place, "pointerdown", false, down),
                Listener::new(place, "pointermove", false, drags),
                Listener::new(place, "pointerup", false, up(&drag)),
                Listener::new(place, "pointercancel", false, up(&drag)),
            ],
        }
    }
}

fn grip(event: &PointerEvent) -> Option<Grip> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let held = target
        .closest("[data-grip]")
        .ok()??
        .get_attribute("data-grip")?;
    Some(match held.as_str() {
        "start" => Grip::Start,
        "end" => Grip::End,
        _ => Grip::Window,
    })
}

fn part(place: &Element, event: &PointerEvent) -> f64 {
    let width = place.get_bounding_client_rect().width().max(1.0);
    along(place, event.client_x().into()) / width
}
