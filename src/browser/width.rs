/// From this width on, in CSS px, the widget's parts stand side by side. The
/// stylesheet's container queries say the same.
const WIDE: f64 = 640.0;

/// From this width on the axis is open from the start: on a phone that lies on its side.
pub(super) const OPEN: f64 = 480.0;

/// Whether a widget of this width is wide; nothing while it has no width (hidden, or not
/// laid out).
pub(super) fn wide(width: f64) -> Option<bool> {
    (width > 0.0).then_some(width >= WIDE)
}
