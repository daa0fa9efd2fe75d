use std::any::Any;

use yew::{Callback, Event, KeyboardEvent, MouseEvent, NodeRef};

use crate::timeline::Move;

/// What a view asks of the page it is shown on. `browser` answers, with the help of
/// `www/platform.js`; the server renderer answers with nothing, as nobody touches its
/// pages.
pub trait Device {
    /// The text that stands in the field that `event` came from.
    fn typed(&self, event: &Event) -> String;

    /// The key that was pressed, when it is one of ours and came without Ctrl, Alt or ⌘.
    fn key(&self, event: &KeyboardEvent) -> Option<Key>;

    /// The address of the flag of the country with this code, where flags are served.
    fn flag(&self, code: &str) -> Option<String>;

    /// Scrolls what has this id in the widget to the top of the window. Only for an
    /// event by which the reader asked for it.
    fn bring(&self, _event: &MouseEvent, _id: &str) {}

    /// Keeps the page from acting on a key as well.
    fn claim(&self, _event: &KeyboardEvent) {}

    /// The `data-mark` of the mark that was clicked on.
    fn mark(&self, _event: &MouseEvent) -> Option<String> {
        None
    }

    /// Hears of the width of the axis drawn in `place` and of the gestures made on it,
    /// until what is returned is dropped. At most one move an animation frame.
    fn axis(&self, _place: &NodeRef, _moved: Callback<Move>) -> Option<Box<dyn Any>> {
        None
    }

    /// Hears of the window being dragged over the overview drawn in `place`, until
    /// what is returned is dropped. Grips are told by their `data-grip`: `start`,
    /// `end`, or anything for the window itself.
    fn overview(&self, _place: &NodeRef, _moved: Callback<Move>) -> Option<Box<dyn Any>> {
        None
    }

    /// The widths in px of texts in the font of the element in `place`, at most `most`.
    fn widths(
        &self,
        _place: &NodeRef,
        texts: &mut dyn Iterator<Item = &str>,
        most: u16,
    ) -> Vec<u16> {
        let width = |text: &str| (text.chars().count().min(1_000) as u16 * 7).min(most);
        texts.map(width).collect()
    }
}

/// The keys that views answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Arrow towards the past, whichever way the text runs; also arrow up.
    Previous,
    /// Arrow towards the future, whichever way the text runs; also arrow down.
    Next,
    /// Home.
    First,
    /// End.
    Last,
    /// `+` or `=`.
    In,
    /// `-`.
    Out,
    /// `0`.
    Fit,
    /// Enter or space.
    Choose,
    /// Escape.
    Leave,
}
