use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

use super::{
    event::{Placed, Pointer},
    reins::Reins,
};
use crate::browser::subscription::{Phase, Subscription};

/// Hears of what is done to the axis, and of its width.
pub(super) fn listen(subscription: &mut Subscription, pane: &HtmlElement, reins: &Rc<Reins>) {
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
        hear.widen(f64::from(hear.pane.offset_width()));
    });
}
