//! All that touches the page. Compiled for wasm only.
//!
//! The custom element (`www/dateline.js`) loads this program once for all its
//! instances and holds a [`Widget`] for each that is shown.

pub mod detail;
mod fold;
mod host;
mod instance;
mod intl;
mod panic;
mod passages;
mod platform;
mod read;
/// The browser’s door to an article’s data.
pub mod value;
mod widget;
mod width;

pub use panic::{on_panic, start};
pub use widget::Widget;
