/// The part of the time axis that is in the window, and the window's width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {}

/// One change of the viewport.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// Show everything.
    Fit,
}
