//! The focus, where what had it goes.

use gloo_timers::callback::Timeout;
use web_sys::{HtmlElement, wasm_bindgen::JsCast, window};

/// Where the table begins: the cell that the tab key reaches, or the way to a first row.
pub const TABLE: [&str; 2] = ["td[tabindex='0']", "#add-row"];

/// Gives the focus to what the first of some selectors names that is there, once all is drawn.
pub fn focus_soon(selectors: impl AsRef<[&'static str]> + 'static) {
    let focus = move || {
        let document = window()?.document()?;
        let find = |selector: &&str| document.query_selector(selector).ok().flatten();
        let found = selectors.as_ref().iter().find_map(find)?;
        found.dyn_into::<HtmlElement>().ok()?.focus().ok()
    };
    Timeout::new(0, move || {
        focus();
    })
    .forget();
}
