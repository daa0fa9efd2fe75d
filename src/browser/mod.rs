//! All that touches the page. Compiled for wasm only.

/// The browser's door to an article's data.
pub mod value;

/// Starts the runtime.
pub fn start() {}
