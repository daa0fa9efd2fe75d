//! Where things go on a time axis. Pure: it knows intervals, pixels and label
//! widths, but neither articles nor browsers.
//!
//! Time is whole seconds ([`crate::article::Instant`]), from one minute to thousands of
//! millions of years; `f64` is used for pixels only. What is laid out once a filter
//! or a grouping lives in an [`Index`]; what is worked out once a zoom level is kept
//! there; a frame costs what it shows, see [`layout()`].

mod bands;
mod bounded;
mod change;
mod density;
mod folds;
mod index;
mod item;
mod layout;
mod level;
mod packer;
mod scale;
mod step;
mod ticks;
mod track;
mod viewport;

pub use bands::{Band, bands, rows};
pub(crate) use bounded::{bounded, times};
pub use change::{Grouping, Move};
pub use density::Density;
pub use folds::{Fold, Folds};
pub use index::Index;
pub use item::{Ending, Extent, Item};
pub use layout::{Label, Layout, Mark, Options, Placed, layout};
pub use scale::Scale;
pub use step::Step;
pub use ticks::{Tick, Ticks, ticks};
pub use track::Track;
pub use viewport::{Limits, Viewport};
