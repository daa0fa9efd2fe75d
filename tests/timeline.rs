//! The layout of the axis.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

#[path = "timeline/always.rs"]
mod always;
#[path = "timeline/cases.rs"]
mod cases;
#[path = "timeline/folds.rs"]
mod folds;
#[path = "timeline/scene.rs"]
mod scene;
