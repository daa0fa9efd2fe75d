//! What the reader is doing: one [`State`], one [`Action`] at a time, one reducer.
//! Pure: it knows no browser.

mod action;
mod axis;
mod shown;
mod state;

pub use action::Action;
pub use axis::Axis;
pub use shown::Shown;
pub use state::{Fold, Notice, State};
