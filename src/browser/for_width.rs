use crate::explore::Action;

/// From this width on, in CSS px, the widget's parts stand side by side. The
/// stylesheet's container queries say the same.
const WIDE: f64 = 640.0;

/// What comes of a width, and whether it is one: a widget that is hidden, or not laid out,
/// has none.
pub(super) fn for_width(width: f64) -> (Action, bool) {
    (Action::Widen(width >= WIDE), width > 0.0)
}
