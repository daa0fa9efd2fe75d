//! What keys do on the axis, as one table a place. Keys have the names of the UI Events
//! standard; where a text runs from right to left, so does time, and arrows are mirrored.

use super::Action;
use crate::timeline::Move;

/// A press comes so many times closer.
const CLOSER: f64 = 2.0;
/// Hundredths of its width by which the window is moved.
const SLIDE: i32 = 25;

/// What a key does while the marks have the focus; Enter and the space bar are the active
/// mark's own.
///
/// ```
/// use dateline::explore::{Action, keys};
///
/// assert_eq!(keys::marks("ArrowRight", false), Some(Action::Step(1)));
/// assert_eq!(keys::marks("ArrowRight", true), Some(Action::Step(-1)));
/// assert_eq!(keys::marks("x", false), None);
/// ```
#[must_use]
pub fn marks(key: &str, is_rtl: bool) -> Option<Action> {
    Some(match mirrored(key, is_rtl) {
        "ArrowUp" | "ArrowLeft" => Action::Step(-1),
        "ArrowDown" | "ArrowRight" => Action::Step(1),
        "Home" => Action::End(false),
        "End" => Action::End(true),
        "Escape" => Action::Leave,
        key => return zoom(key),
    })
}

/// What a key does while the window over the overview has the focus.
#[must_use]
pub fn window(key: &str, is_rtl: bool) -> Option<Action> {
    Some(match mirrored(key, is_rtl) {
        "ArrowUp" | "ArrowRight" => Action::Slide(SLIDE),
        "ArrowDown" | "ArrowLeft" => Action::Slide(-SLIDE),
        "Home" => Action::Axis(Move::Centre(0.0)),
        "End" => Action::Axis(Move::Centre(1.0)),
        key => return zoom(key),
    })
}

/// What a key does in both places.
fn zoom(key: &str) -> Option<Action> {
    Some(Action::Axis(match key {
        "+" | "=" => Move::Closer(CLOSER),
        "-" => Move::Closer(1.0 / CLOSER),
        "0" => Move::Fit,
        _ => return None,
    }))
}

fn mirrored(key: &str, is_rtl: bool) -> &str {
    match key {
        "ArrowLeft" if is_rtl => "ArrowRight",
        "ArrowRight" if is_rtl => "ArrowLeft",
        key => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_and_down_are_not_mirrored() {
        for is_rtl in [false, true] {
            assert_eq!(marks("ArrowUp", is_rtl), Some(Action::Step(-1)));
            assert_eq!(window("ArrowUp", is_rtl), Some(Action::Slide(25)));
            assert_eq!(window("End", is_rtl), Some(Action::Axis(Move::Centre(1.0))));
        }
        assert_eq!(window("ArrowLeft", true), Some(Action::Slide(25)));
        assert_eq!(window("ArrowLeft", false), Some(Action::Slide(-25)));
    }

    #[test]
    fn both_come_closer_by_the_same_keys() {
        for table in [marks, window] {
            assert_eq!(table("=", false), Some(Action::Axis(Move::Closer(2.0))));
            assert_eq!(table("-", true), Some(Action::Axis(Move::Closer(0.5))));
            assert_eq!(table("0", false), Some(Action::Axis(Move::Fit)));
            assert_eq!(table("Tab", false), None);
        }
    }
}
