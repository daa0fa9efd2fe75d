//! Listeners and observers, and their end.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    AbortController, AbortSignal, AddEventListenerOptions, Element, EventTarget, ResizeObserver,
};

use super::panic;

/// What listens and observes for as long as this is there.
///
/// A listener of gloo's ends when it is dropped. After a panic nothing is dropped any more; so
/// all of these end with an `AbortSignal`, and that with the instance's, which the element
/// ends whatever has become of the program.
pub(super) struct Subscription {
    /// Whose it is: the number of an instance.
    instance: u32,
    controller: Option<AbortController>,
    closures: Vec<Closure<dyn Fn(JsValue)>>,
}

/// When a listener hears of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// On its way down, before those who listen farther in.
    Capture,
    /// On its way up.
    Bubble,
}

impl Subscription {
    /// Nothing yet, for this instance, until `end` at the latest.
    pub(super) fn new(instance: u32, end: &AbortSignal) -> Subscription {
        let subscription = Subscription {
            instance,
            controller: AbortController::new().ok(),
            closures: Vec::new(),
        };
        if let Some(controller) = &subscription.controller
            && let Some(abort) = method(controller, "abort")
        {
            subscription.add(end, "abort", &abort, Phase::Bubble);
        }
        subscription
    }

    /// Calls `work` with every event of this kind on its way up, which it may prevent.
    pub(super) fn listen<E: JsCast>(
        &mut self,
        target: &EventTarget,
        kind: &str,
        work: impl Fn(&E) + 'static,
    ) {
        self.listen_in(Phase::Bubble, target, kind, work);
    }

    /// [`Subscription::listen`], in another phase.
    pub(super) fn listen_in<E: JsCast>(
        &mut self,
        phase: Phase,
        target: &EventTarget,
        kind: &str,
        work: impl Fn(&E) + 'static,
    ) {
        let heard = self.keep(move |event| work(event.unchecked_ref()));
        self.add(target, kind, &heard, phase);
    }

    /// Calls `work` whenever the element has another size.
    pub(super) fn observe_size(&mut self, element: &Element, work: impl Fn() + 'static) {
        let heard = self.keep(move |_| work());
        let Ok(observer) = ResizeObserver::new(&heard) else {
            return;
        };
        observer.observe(element);
        self.at_end(&observer, "disconnect");
    }

    /// Has a method of a browser's object called at the end, which needs no program for it.
    pub(super) fn at_end(&self, object: &JsValue, name: &str) {
        if let Some(controller) = &self.controller
            && let Some(function) = method(object, name)
        {
            // Not as the others: they are gone by the time that it is told.
            let _ = controller
                .signal()
                .add_event_listener_with_callback("abort", &function);
        }
    }

    /// A function for the browser to call, which does nothing once the program has stopped.
    pub(super) fn keep(&mut self, work: impl Fn(JsValue) + 'static) -> Function {
        self.keep_boxed(Box::new(work))
    }

    /// [`Subscription::keep`] of any work: what does not depend on it is there once.
    fn keep_boxed(&mut self, work: Box<dyn Fn(JsValue)>) -> Function {
        let instance = self.instance;
        let closure = Closure::<dyn Fn(JsValue)>::new(move |event| {
            panic::guarded(instance, || work(event));
        });
        let function = closure.as_ref().unchecked_ref::<Function>().clone();
        self.closures.push(closure);
        function
    }

    fn add(&self, target: &EventTarget, kind: &str, function: &Function, phase: Phase) {
        let options = AddEventListenerOptions::new();
        options.set_capture(phase == Phase::Capture);
        // Wheels are the page's otherwise, whatever is prevented.
        options.set_passive(false);
        if let Some(controller) = &self.controller {
            options.set_signal(&controller.signal());
        }
        // It fails for no target that there is.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            kind, function, &options,
        );
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// A method of an object as a function that needs no `this`.
fn method(object: &JsValue, name: &str) -> Option<Function> {
    let method = Reflect::get(object, &name.into()).ok()?;
    let method = method.dyn_into::<Function>().ok()?;
    Some(method.bind0(object))
}
