//! All that touches the page. Compiled for wasm only.

/// Starts the runtime.
pub fn start() {}
