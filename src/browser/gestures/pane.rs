use std::{cell::RefCell, rc::Rc};

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, MouseEvent, PointerEvent, ResizeObserver, WheelEvent, window};
use yew::Callback;

use super::{
    frame::Frame,
    listener::Listener,
    touch::{Finger, Pull, Touch},
};
use crate::timeline::{Move, bounded};

/// Hears of an axis's width and of all gestures on it, until dropped.
pub(in crate::browser) struct Pane {
    _listeners: Vec<Listener>,
    observer: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
    _frame: Frame,
}

/// What has happened since the last frame.
#[derive(Default)]
struct Since {
    touch: Touch,
    pull: Option<Pull>,
    width: Option<f64>,
    /// Px a ms at which the axis runs on by itself.
    running: f64,
    at: f64,
    /// The scale that a trackpad's pinch had last (WebKit).
    scale: f64,
}

/// Px a ms below which a pan no longer runs on.
const SLOWEST: f64 = 0.02;
/// How much of its speed a running pan keeps for a ms, about.
const KEPT: f64 = 0.996;
/// Px a ms needed for a pan to run on at all.
const THROWN: f64 = 0.25;
/// How much closer a px of a wheel comes.
const WHEEL: f64 = 0.01;
/// Px of a wheel's line, for mice that count those.
const LINE: f64 = 16.0;

impl Pane {
    pub(in crate::browser) fn new(place: &Element, moved: Callback<Move>) -> Pane {
        let since = Rc::new(RefCell::new(Since::default()));
        let frame = running(&since, moved.clone());
        let mut listeners = fingers(place, &since, &frame);
        listeners.extend(wheels(place, &since, &frame));
        listeners.push({
            let place = place.clone();
            Listener::new(
                &place.clone(),
                "dblclick",
                false,
                move |event: MouseEvent| {
                    let at = along(&place, event.client_x().into());
                    moved.emit(Move::Zoom { factor: 2.0, at });
                },
            )
        });
        let resized = {
            let (place, since, frame) = (place.clone(), since.clone(), frame.clone());
            Closure::<dyn FnMut()>::new(move || {
                since.borrow_mut().width = Some(place.get_bounding_client_rect().width());
                frame.ask();
            })
        };
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(place);
        }
        Pane {
            _listeners: listeners,
            observer,
            _resized: resized,
            _frame: frame,
        }
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// One move an animation frame, from all that has happened since the last.
fn running(since: &Rc<RefCell<Since>>, moved: Callback<Move>) -> Frame {
    let since = since.clone();
    Frame::new(move |time| {
        let mut now = since.borrow_mut();
        let passed = bounded(time - now.at, 1.0, 50.0);
        now.at = time;
        if now.running != 0.0 {
            let by = now.running * passed;
            now.add(Pull {
                by,
                factor: 1.0,
                at: 0.0,
            });
            for _ in 0..passed as u32 {
                now.running *= KEPT;
            }
            if now.running.abs() < SLOWEST {
                now.running = 0.0;
            }
        }
        let goes_on = now.running != 0.0;
        let (width, pull) = (now.width.take(), now.pull.take());
        // The reducer must find the fingers free.
        drop(now);
        if let Some(width) = width {
            moved.emit(Move::Resize(width));
        }
        match pull {
            Some(Pull {
                by, factor: 1.0, ..
            }) => moved.emit(Move::Pan(-by)),
            Some(Pull { by, factor, at }) => moved.emit(Move::Pinch { factor, at, by }),
            None => {}
        }
        goes_on
    })
}

fn fingers(place: &Element, since: &Rc<RefCell<Since>>, frame: &Frame) -> Vec<Listener> {
    let down = {
        let (place, since) = (place.clone(), since.clone());
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let mut now = since.borrow_mut();
            // A touch stops an axis that runs on.
            now.running = 0.0;
            now.touch.down(finger(&place, &event), event.time_stamp());
        }
    };
    let moved = {
        let (place, since, frame) = (place.clone(), since.clone(), frame.clone());
        move |event: PointerEvent| {
            let mut now = since.borrow_mut();
            if !now.touch.is_down() {
                return;
            }
            let Some(pull) = now.touch.moved(finger(&place, &event), event.time_stamp()) else {
                return;
            };
            now.add(pull);
            drop(now);
            // The drag goes on outside the axis; fails for a finger that has left.
            let _ = place.set_pointer_capture(event.pointer_id());
            frame.ask();
        }
    };
    let up = |throws: bool| {
        let (since, frame) = (since.clone(), frame.clone());
        move |event: PointerEvent| {
            let mut now = since.borrow_mut();
            let last = now.touch.up(event.pointer_id(), event.time_stamp());
            if throws && last && now.touch.speed.abs() > THROWN && !is_still() {
                now.running = now.touch.speed;
                now.at = event.time_stamp();
                frame.ask();
            }
        }
    };
    let click = {
        let since = since.clone();
        move |event: MouseEvent| {
            // What ends a drag is no choice.
            let mut now = since.borrow_mut();
            if now.touch.dragging {
                now.touch.dragging = false;
                event.stop_propagation();
                event.prevent_default();
            }
        }
    };
    vec![
        Listener::new(place, "pointerdown", false, down),
        Listener::new(place, "pointermove", false, moved),
        Listener::new(place, "pointerup", false, up(true)),
        Listener::new(place, "pointercancel", false, up(false)),
        Listener::new(place, "click", true, click),
    ]
}

fn wheels(place: &Element, since: &Rc<RefCell<Since>>, frame: &Frame) -> Vec<Listener> {
    let wheel = {
        let (place, since, frame) = (place.clone(), since.clone(), frame.clone());
        move |event: WheelEvent| {
            let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
                1.0
            } else {
                LINE
            };
            let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
            let pull = if event.ctrl_key() || event.meta_key() {
                let closer = 1.0 + dy.abs().min(100.0) * WHEEL;
                let factor = if dy < 0.0 { closer } else { 1.0 / closer };
                Pull {
                    by: 0.0,
                    factor,
                    at: along(&place, event.client_x().into()),
                }
            } else {
                let sideways = if event.shift_key() && dx == 0.0 {
                    dy
                } else {
                    dx
                };
                if sideways.abs() <= dy.abs() && !event.shift_key() {
                    return;
                }
                Pull {
                    by: -sideways * way(&place),
                    factor: 1.0,
                    at: 0.0,
                }
            };
            event.prevent_default();
            let mut now = since.borrow_mut();
            now.running = 0.0;
            now.add(pull);
            frame.ask();
        }
    };
    // WebKit reports a trackpad's pinch in events of its own.
    let scale = |event: &Event| {
        Reflect::get(event, &"scale".into())
            .ok()
            .and_then(|scale| scale.as_f64())
            .unwrap_or(1.0)
    };
    let starts = {
        let since = since.clone();
        move |event: Event| {
            event.prevent_default();
            since.borrow_mut().scale = scale(&event);
        }
    };
    let changes = {
        let (place, since, frame) = (place.clone(), since.clone(), frame.clone());
        move |event: Event| {
            event.prevent_default();
            let mut now = since.borrow_mut();
            // Two fingers on the glass have been heard of as pointers.
            let (old, new) = (now.scale, scale(&event));
            now.scale = new;
            if now.touch.is_down() || old <= 0.0 {
                return;
            }
            let x = Reflect::get(&event, &"clientX".into())
                .ok()
                .and_then(|x| x.as_f64());
            let at = along(&place, x.unwrap_or_default());
            now.add(Pull {
                by: 0.0,
                factor: new / old,
                at,
            });
            frame.ask();
        }
    };
    vec![
        Listener::new(place, "wheel", false, wheel),
        Listener::new(place, "gesturestart", false, starts),
        Listener::new(place, "gesturechange", false, changes),
    ]
}

impl Since {
    fn add(&mut self, pull: Pull) {
        self.pull = Some(match self.pull {
            None => pull,
            Some(before) => Pull {
                by: before.by + pull.by,
                factor: before.factor * pull.factor,
                at: if pull.factor == 1.0 {
                    before.at
                } else {
                    pull.at
                },
            },
        });
    }
}

fn finger(place: &Element, event: &PointerEvent) -> Finger {
    Finger {
        id: event.pointer_id(),
        x: along(place, event.client_x().into()),
        y: event.client_y().into(),
    }
}

/// Px from the start of an element to a place on the page, in the direction of time.
pub(super) fn along(place: &Element, client_x: f64) -> f64 {
    let bounds = place.get_bounding_client_rect();
    if way(place) < 0.0 {
        bounds.right() - client_x
    } else {
        client_x - bounds.left()
    }
}

/// Which way time flows on the page: 1 to the right, -1 to the left.
fn way(place: &Element) -> f64 {
    let style = window().and_then(|window| window.get_computed_style(place).ok()?);
    let direction = style.and_then(|style| style.get_property_value("direction").ok());
    if direction.is_some_and(|direction| direction == "rtl") {
        -1.0
    } else {
        1.0
    }
}

/// Whether the reader wants things to keep still.
fn is_still() -> bool {
    window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()?
        })
        .is_some_and(|query| query.matches())
}
