//! The time axis: marks on lanes over calendar ticks, an overview, and the controls.
//!
//! A frame of a pan changes the stage's transform and little else: marks and labels
//! are [`small::Small`] components that render again only when what they show changes.

mod bands;
mod controls;
mod marks;
mod opened;
mod overview;
mod root;
mod small;
mod style;
mod ticks;
mod widths;

pub use root::Axis;
