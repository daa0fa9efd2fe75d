use crate::explore::Action;

/// From this width on, in CSS px, the widget's parts stand side by side. The
/// stylesheet's container queries say the same.
const WIDE: f64 = 640.0;

/// From this width on the axis is open from the start: on a phone that lies on its side.
const OPEN: f64 = 480.0;

/// What comes of a width, and whether it is one: a widget that is hidden, or not laid out,
/// has none. The `first` one opens the axis where there is room for it.
pub(super) fn for_width(width: f64, first: bool) -> (Action, bool) {
    let opens = first && (OPEN..WIDE).contains(&width);
    let action = if opens {
        Action::Fold
    } else {
        Action::Widen(width >= WIDE)
    };
    (action, width > 0.0)
}
