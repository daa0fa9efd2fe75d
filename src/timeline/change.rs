use crate::article::Instant;

/// One change of the axis. Pixels count in the direction of time, whichever way the
/// text runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// Show everything.
    Fit,
    /// Move the window this many pixels towards the future; negative towards the past.
    Pan(f64),
    /// Show `factor` times more detail (2 is half the time) and keep the instant
    /// `at` pixels from the window's start where it is: by one press, which has shown it
    /// already.
    Zoom {
        /// How many times closer; below 1 is farther away.
        factor: f64,
        /// Pixels from the window's start.
        at: f64,
    },
    /// The same as [`Move::Zoom`] by a button or a key: about what is chosen while that is
    /// in the window, else about the middle.
    Closer(f64),
    /// The same, as two fingers or a wheel do.
    Pinch {
        /// How many times closer.
        factor: f64,
        /// Pixels from the window's start, or beyond it.
        at: f64,
    },
    /// Show from one instant to another.
    Show {
        /// The first instant in the window.
        from: Instant,
        /// The first instant after it.
        to: Instant,
    },
    /// Move the window by this part of everything there is to see.
    Slide(f64),
    /// Put the middle of the window at this part of everything, 0 to 1.
    Centre(f64),
    /// Move one edge of the window by this part of everything.
    Stretch {
        /// Whether it is the edge on the side of the past.
        start: bool,
        /// The part of everything, towards the future.
        by: f64,
    },
    /// The axis became this wide, in CSS pixels.
    Resize(f64),
    /// Put the marks on these lanes.
    Group(Grouping),
    /// Fold long stretches without events, show all time in proportion, or let the axis
    /// decide.
    Space(Folding),
    /// Open this one of the folds.
    Unfold(usize),
    /// Open a cluster: zoom in on it, or list its events when they share an instant.
    Open {
        /// Its lane.
        lane: u16,
        /// The anchor of its first event.
        from: Instant,
        /// The anchor of its last event.
        to: Instant,
    },
    /// Put the list of a cluster's events away.
    Close,
}

impl Move {
    /// Whether the change is worth a word to who cannot see it: what a finger does
    /// many times a second, and what the reader did not do, is not.
    #[must_use]
    pub fn is_spoken(&self) -> bool {
        !matches!(
            self,
            Move::Pan(_)
                | Move::Pinch { .. }
                | Move::Resize(_)
                | Move::Close
                | Move::Stretch { .. }
                | Move::Slide(_)
        )
    }

    /// Whether the marks should glide to their new places. What follows a finger, a wheel
    /// or a press has been shown in motion.
    #[must_use]
    pub fn is_eased(&self) -> bool {
        matches!(
            self,
            Move::Fit | Move::Show { .. } | Move::Closer(_) | Move::Open { .. } | Move::Centre(_)
        )
    }
}

/// Whether long stretches without events are folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Folding {
    /// Where that shows more titles.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

/// What a lane of the axis stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// One lane with everything.
    #[default]
    Together,
    /// A lane for each country.
    Countries,
    /// A lane for each person or institution.
    People,
    /// A lane for each group of the editor's.
    Groups,
}
