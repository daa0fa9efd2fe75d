//! What happens when the program stops for good: a panic ends in a trap, after which nothing
//! in it is dropped and nothing may be called. Every instance on the page then moves on to a
//! fresh copy of the program, but for the one at fault, which goes back to its list.

use std::{
    cell::{Cell, RefCell},
    panic::PanicHookInfo,
};

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The instance whose code runs, or ran last: whose panic it would be.
    static AT_WORK: Cell<u32> = const { Cell::new(0) };
    /// Whether there was a panic.
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    /// Whom to tell.
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Nobody is at fault.
const NOBODY: u32 = 0;

/// Starts the runtime. The element calls it right after the download.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(stopped));
}

/// Calls `listener(instance, message)` when the program panics. `instance` is the number of
/// the instance at fault, as `show` was given it, or 0 when none is: others have moved nodes
/// of the view, over which Yew has stumbled. `message` says what happened, and where.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(listener: Function) {
    LISTENER.set(Some(listener));
}

/// The number of the instance whose code runs, or ran last. It can be asked after the program
/// has stopped, whatever stopped it.
#[wasm_bindgen(js_name = atWork)]
#[must_use]
pub fn whose() -> u32 {
    AT_WORK.get()
}

fn stopped(info: &PanicHookInfo<'_>) {
    STOPPED.set(true);
    let culprit = if is_of_reconciler(info) {
        NOBODY
    } else {
        AT_WORK.get()
    };
    LISTENER.with(|listener| {
        if let Ok(listener) = listener.try_borrow()
            && let Some(listener) = &*listener
        {
            let message = JsValue::from_str(&info.to_string());
            let _ = listener.call2(&JsValue::NULL, &culprit.into(), &message);
        }
    });
}

/// Whether it is Yew that panicked, as it put nodes into their place: it does so where a node
/// is not where it left it, as page translators and extensions move them.
fn is_of_reconciler(info: &PanicHookInfo<'_>) -> bool {
    info.location()
        .is_some_and(|place| place.file().contains("dom_bundle"))
}

/// Whether the program has panicked: what was asked for before must not run any more.
pub(super) fn has_stopped() -> bool {
    STOPPED.get()
}

/// Notes that code of this instance runs now.
pub(super) fn at_work(instance: u32) {
    AT_WORK.set(instance);
}

/// Does something for this instance, be it in the midst of another's work.
pub(super) fn working<T>(instance: u32, work: impl FnOnce() -> T) -> T {
    let before = AT_WORK.replace(instance);
    let done = work();
    AT_WORK.set(before);
    done
}
