//! All that touches the page. Compiled for wasm only.
//!
//! The custom element (`www/dateline.js`) loads this program once for all its
//! instances, calls [`mount`] for each and keeps the [`Widget`] it gets back.

mod device;
mod explainer;
mod fold;
mod intl;
mod object;
mod panic;
mod read;
mod widget;

pub use panic::start;
pub use widget::{Widget, mount};
