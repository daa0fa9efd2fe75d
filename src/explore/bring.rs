use super::Section;

/// Where reading goes on after an act. Whoever shows the state follows once it is on the
/// page, and does nothing for a state that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bring {
    /// The place takes the focus, and with it comes into view.
    Focus(Place),
    /// The place comes into view; the focus stays where it is.
    View(Place),
}

/// A place in the widget. The views give it its id: see [`crate::view::Context::place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The row of the event at this position in `Article::events`.
    Event(usize),
    /// The tile of the country at this position in `Article::countries`.
    Country(usize),
    /// A claim: the position of its country, and its own among that country's.
    Claim(usize, usize),
    /// The search field.
    Field,
    /// The token with this number among [`super::State::tokens`].
    Token(usize),
    /// The control that opens a section, and closes it again.
    Opener(Section),
}
