use super::Shown;
use crate::{
    article::Article,
    timeline::{Move, Viewport},
};

/// How the reader has set the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The part of time in the window.
    pub viewport: Viewport,
}

impl Axis {
    /// The axis as it stands before the reader touches it: everything fits.
    #[must_use]
    pub fn new(_article: &Article) -> Axis {
        Axis {
            viewport: Viewport {},
        }
    }

    /// The axis after `change`.
    #[must_use]
    pub fn moved(&self, _change: &Move, _shown: &Shown) -> Axis {
        self.clone()
    }

    /// The axis with only the shown events on it.
    #[must_use]
    pub fn filtered(&self, _shown: &Shown) -> Axis {
        self.clone()
    }

    /// The axis panned, and zoomed only where it must, so that the event at position
    /// `event` in `article` is in the window. Unchanged when it is already.
    #[must_use]
    pub fn revealing(&self, _article: &Article, _event: usize) -> Axis {
        self.clone()
    }
}
