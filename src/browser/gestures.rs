//! What fingers, mouse and wheel do on the axis, as moves of its window.
//!
//! A vertical swipe and a plain wheel stay the page's: the stylesheet's `touch-action:
//! pan-y` says so for fingers, and only a wheel that goes sideways, or comes with Ctrl
//! or ⌘ (which is how trackpads report a pinch), is taken.

mod frame;
mod listener;
mod measure;
mod overview;
mod pane;
mod touch;

pub(super) use measure::widths;
pub(super) use overview::Overview;
pub(super) use pane::Pane;
