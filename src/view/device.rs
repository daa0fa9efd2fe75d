use yew::{InputEvent, KeyboardEvent};

/// What a view asks of the page it is shown on. `browser` answers with web-sys; the
/// server renderer answers with nothing, as nobody touches its pages.
pub trait Device {
    /// The text that stands in the field that `event` came from.
    fn typed(&self, event: &InputEvent) -> String;

    /// The key that was pressed, when it is one of ours and came without Ctrl, Alt or ⌘.
    fn key(&self, event: &KeyboardEvent) -> Option<Key>;

    /// The address of the flag of the country with this code, where flags are served.
    fn flag(&self, code: &str) -> Option<String>;
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
