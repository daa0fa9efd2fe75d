//! Where things go on a time axis. Pure: it knows intervals, pixels and label
//! widths, but neither articles nor browsers.
//!
//! Time is whole seconds ([`crate::article::Instant`]), up to thousands of millions of
//! years; `f64` is used for pixels only. What is laid out once a filter
//! or a grouping lives in an [`Index`]; what is worked out once a zoom level is kept
//! there; a frame costs what it shows, see [`layout()`].

mod arrange;
mod bands;
mod change;
mod chosen;
mod density;
mod folds;
mod frame;
mod groups;
mod index;
mod item;
mod layout;
mod level;
mod lines;
mod mark;
mod piece;
mod rows;
mod runs;
mod scale;
mod spans;
mod step;
mod ticks;
mod title;
mod track;
mod viewport;
mod wrap;

pub use bands::{Band, band_rows, bands};
pub use change::{Folding, Grouping, Move};
pub use density::Density;
pub use folds::{Fold, Folds};
pub use index::Index;
pub use item::{Ending, Extent, Item};
pub use layout::{LaneHeight, Layout, Options, ROW, SPAN, SPAN_LINE, layout};
pub use lines::Joint;
pub use mark::{Head, Label, Mark};
pub use runs::runs;
pub use scale::Scale;
pub use step::Step;
pub use ticks::{Measure, Say, Tick, WORDS, ticks};
pub use title::{Shape, Titles};
pub use track::Track;
pub use viewport::{Limits, Viewport};
pub use wrap::{estimate, words, wrap};
