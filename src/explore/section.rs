/// A part of the widget that is closed at rest and that a press opens in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The row with the search field and the choice of a speaker.
    Search,
    /// All events in place of the first few.
    Events,
    /// The longer periods behind the events.
    Eras,
    /// All countries in place of the first few.
    Countries,
    /// All claims on the card of the country at this position in place of the first few.
    Claims(usize),
    /// The log of corrections.
    Corrections,
}
