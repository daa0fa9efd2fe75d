//! Where things go on a time axis. Pure: it knows intervals, pixels and label
//! widths, but neither articles nor browsers.

mod viewport;

pub use viewport::{Move, Viewport};
