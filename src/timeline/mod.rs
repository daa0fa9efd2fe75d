//! Where things go on a time axis. Pure: it knows intervals, pixels and label
//! widths, but neither articles nor browsers.

mod scale;
mod viewport;

pub use scale::Scale;
pub use viewport::{Move, Viewport};
