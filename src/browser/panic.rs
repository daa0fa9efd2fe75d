use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The instance whose code runs, or ran last: whose panic it would be.
    static AT_WORK: Cell<u32> = const { Cell::new(0) };
    /// Whom to tell.
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn error(message: &str);
}

/// Starts the runtime. The element calls it right after the download.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|info| {
        error(&info.to_string());
        LISTENER.with(|listener| {
            if let Ok(listener) = listener.try_borrow()
                && let Some(listener) = &*listener
            {
                let _ = listener.call1(&JsValue::NULL, &AT_WORK.get().into());
            }
        });
    }));
}

/// Calls `listener(instance)` when the program stops for good, which stops every instance
/// in it. `instance` is the number that was given to `mount`, of the instance that was at
/// work.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: Function) {
    LISTENER.set(Some(listener));
}

/// The instance whose code runs, or ran last. It can be asked after the program has stopped.
#[wasm_bindgen(js_name = atWork)]
#[must_use]
pub fn whose() -> u32 {
    AT_WORK.get()
}

/// Notes that code of this instance runs now.
pub(super) fn at_work(instance: u32) {
    AT_WORK.set(instance);
}
