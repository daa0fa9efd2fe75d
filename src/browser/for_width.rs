use crate::explore::{Action, WIDE};

/// What comes of a width, and whether it is one: a widget that is hidden, or not laid out,
/// has none.
pub(super) fn for_width(width: f64) -> (Action, bool) {
    (Action::Widen(width >= WIDE), width > 0.0)
}
