//! The reader's place in the page's address. Only the fragment is touched, and only
//! after the reader has acted. A page that may not write its history (a sandboxed
//! frame) goes without.

use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, AddEventListenerOptions, History, Location, window};
use yew::Callback;

use crate::explore::address::{self, Place};

/// Where one widget keeps its reader's place, and its ear for back and forward.
pub(super) struct Address {
    name: String,
    _heard: Closure<dyn FnMut()>,
}

impl Address {
    /// The address as it is now, for the widget `name`. `moved` hears of every place
    /// that the reader goes to by back, forward or a link, until `end` ends it. The
    /// element gives that signal before it lets go of this; it also gives it when the
    /// program has panicked, and nothing is ever dropped again.
    pub fn new(name: String, moved: Callback<Place>, end: &AbortSignal) -> Address {
        // The reader who goes back to the fragment as it was when the widget came
        // leaves all our places; any other without us is the host's own business.
        let home = address::write(&fragment(), &name, &Place::default());
        let heard = {
            let name = name.clone();
            Closure::<dyn FnMut()>::new(move || {
                let fragment = fragment();
                match address::read(&fragment, &name) {
                    Some(place) => moved.emit(place),
                    None if fragment == home => moved.emit(Place::default()),
                    None => {}
                }
            })
        };
        if let Some(window) = window() {
            let options = AddEventListenerOptions::new();
            options.set_signal(end);
            let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
                "hashchange",
                heard.as_ref().unchecked_ref(),
                &options,
            );
        }
        Address {
            name,
            _heard: heard,
        }
    }

    /// The place that the address names, if it names one.
    pub fn place(&self) -> Option<Place> {
        address::read(&fragment(), &self.name)
    }

    /// Writes `place`: as a step that back undoes, or over the last one.
    pub fn write(&self, place: &Place, step: bool) {
        let Some((location, history)) = page() else {
            return;
        };
        let now = fragment();
        let next = address::write(&now, &self.name, place);
        if next == now {
            return;
        }
        // A base element bends relative addresses, so the whole one is given.
        let Ok(mut href) = location.href() else {
            return;
        };
        href.truncate(href.find('#').unwrap_or(href.len()));
        if !next.is_empty() {
            href.push('#');
            href.push_str(&next);
        }
        // The host's own note on this entry is kept.
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = if step {
            history.push_state_with_url(&state, "", Some(&href))
        } else {
            history.replace_state_with_url(&state, "", Some(&href))
        };
    }
}

fn page() -> Option<(Location, History)> {
    let window = window()?;
    Some((window.location(), window.history().ok()?))
}

/// The page's fragment, without its `#`.
fn fragment() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}
