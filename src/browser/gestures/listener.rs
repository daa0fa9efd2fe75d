use wasm_bindgen::{convert::FromWasmAbi, prelude::*};
use web_sys::{AddEventListenerOptions, EventTarget};

/// A listener on an event of the page, removed when dropped.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    heard: JsValue,
    capture: bool,
    _closure: Box<dyn std::any::Any>,
}

impl Listener {
    /// Listens without promising to leave the event alone (not passive), so that
    /// `prevent_default` works for wheels too.
    pub(super) fn new<E: FromWasmAbi + 'static>(
        target: &EventTarget,
        kind: &'static str,
        capture: bool,
        heard: impl FnMut(E) + 'static,
    ) -> Listener {
        let closure = Closure::<dyn FnMut(E)>::new(heard);
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        options.set_capture(capture);
        let function: JsValue = closure.as_ref().clone();
        // Fails only for a target that is no target.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            function.unchecked_ref(),
            &options,
        );
        Listener {
            target: target.clone(),
            kind,
            heard: function,
            capture,
            _closure: Box::new(closure),
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.kind,
            self.heard.unchecked_ref(),
            self.capture,
        );
    }
}
