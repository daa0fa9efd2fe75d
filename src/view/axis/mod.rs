//! The time axis: eras as bands, lanes of marks over ticks, an overview, and the controls.
//!
//! A frame of a pan changes the stage's transform and little else: marks and labels
//! are pieces that render again only when what they show changes.

mod bands;
mod controls;
mod folds;
mod marks;
mod opened;
mod overview;
mod root;
mod style;
mod ticks;

pub(super) use marks::mark;
pub(super) use overview::bars;
pub(super) use root::axis;
pub(super) use ticks::label;
