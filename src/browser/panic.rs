//! What happens when the program stops for good: a panic ends in a trap, after which nothing
//! in it is dropped and nothing may be called. Every instance on the page then moves on to a
//! fresh copy of the program; the one at fault does so once, and then goes back to its list.

use std::{
    cell::{Cell, RefCell},
    panic::PanicHookInfo,
};

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The instance whose code runs, or ran last: whose panic it would be.
    static AT_WORK: Cell<Work> = const { Cell::new(Work { instance: 0, is_shown: false }) };
    /// Whether there was a panic.
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    /// Whom to tell.
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whose code runs.
#[derive(Clone, Copy)]
struct Work {
    instance: u32,
    /// Whether it is on the screen already.
    is_shown: bool,
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
    AT_WORK.get().instance
}

fn stopped(info: &PanicHookInfo<'_>) {
    STOPPED.set(true);
    let Work { instance, is_shown } = AT_WORK.get();
    // A view that is new has no node that could have been moved.
    let culprit = if is_shown && is_of_reconciler(info) {
        NOBODY
    } else {
        instance
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

/// Notes that code of this instance runs now, and whether it is on the screen already.
pub(super) fn at_work(instance: u32, is_shown: bool) {
    AT_WORK.set(Work { instance, is_shown });
}

/// Does what the browser was asked for by this instance, unless the program has panicked
/// meanwhile.
pub(super) fn guarded(instance: u32, work: impl FnOnce()) {
    if !STOPPED.get() {
        working(instance, work);
    }
}

/// Does something for this instance, be it in the midst of another's work.
pub(super) fn working<T>(instance: u32, work: impl FnOnce() -> T) -> T {
    let before = AT_WORK.replace(Work {
        instance,
        is_shown: true,
    });
    let done = work();
    AT_WORK.set(before);
    done
}
