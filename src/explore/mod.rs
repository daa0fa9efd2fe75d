//! What the reader is doing: one [`State`], one [`Action`] at a time, one reducer.
//! Pure: it knows no browser.

mod action;
pub mod address;
mod axis;
mod bring;
mod catalog;
mod claims;
mod filter;
pub mod fragment;
pub mod keys;
pub mod marks;
mod options;
mod reduce;
mod reveal;
mod rows;
mod section;
mod shown;
mod state;
mod tiles;
mod token;
mod tracks;

pub use action::Action;
pub use axis::{Axis, Cluster, Lane, MOST_LANES};
pub use bring::{Bring, Place};
use catalog::Catalog;
pub use claims::{CLAIMS, Stated};
pub use options::{Folds, Hidden, Lanes, Options, Part, Show};
pub use rows::{LEAST_PAGE, LIST_PAGE, ROWS, Row, WHOLE_LIST, WHOLE_PRINT, WIDE};
pub use section::Section;
pub use shown::Shown;
pub use state::{Fold, Notice, State};
pub use tiles::TILES;
pub use token::Token;
