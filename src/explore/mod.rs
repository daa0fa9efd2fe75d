//! What the reader is doing: one [`State`], one [`Action`] at a time, one reducer.
//! Pure: it knows no browser.

mod act;
mod action;
pub mod address;
mod axis;
mod catalog;
mod filter;
pub mod marks;
mod options;
mod shown;
mod state;
mod tracks;

pub use action::Action;
pub use axis::{Axis, Cluster, Lane, MOST_LANES};
use catalog::Catalog;
pub use options::{Folds, Hidden, Lanes, Options, Part, Show};
pub use shown::Shown;
pub use state::{Fold, LIST_PAGE, Notice, State, WHOLE_LIST, WHOLE_PRINT};
