use super::{Section, Token};
use crate::{article::Fact, timeline::Move};

/// Something the reader did. Every gesture, key and link ends as one of these.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Choose an event (a position in `Article::events`), or none.
    Select(Option<usize>),
    /// Choose an event and go on reading there.
    Visit(usize),
    /// Bring a fact to light: open what holds it, and show again what hides it.
    Reveal(Fact),
    /// Choose the next (+1) or previous (-1) shown event; the first or last when none is chosen.
    Step(i32),
    /// Choose a country (a position in `Article::countries`) and open its card, or let it
    /// go again.
    Toggle(usize),
    /// Choose a group of events (a position in `Article::groups`) or let it go again.
    ToggleGroup(usize),
    /// Let all countries go and close their cards.
    CloseAll,
    /// Show only what this speaker says (a position in `Article::people`), or all again.
    FilterSpeaker(Option<usize>),
    /// Have the claims of a card stand by their speakers, or in the article's order again.
    Group,
    /// Take away one of the things that narrow down what is shown.
    Remove(Token),
    /// Let all countries, groups and the speaker go and empty the search.
    Clear,
    /// Look for these words.
    Search(String),
    /// Open a section that is closed at rest, or close it again.
    Expand(Section),
    /// Pan, zoom or regroup the axis.
    Axis(Move),
    /// Move the window by so many hundredths of its width towards the future.
    Slide(i32),
    /// Go to the end of all there is, or to its start: to the last event or the first
    /// among the marks.
    End(bool),
    /// Put away what was opened last: a cluster's events, else the chosen event.
    Leave,
    /// Turn to the next page of the list (+1) or the one before (-1).
    Turn(i32),
    /// Have the list begin with this one of the shown events, counted from 0.
    List(usize),
    /// The widget became wide enough for three tiles beside each other, or no longer is.
    Widen(bool),
    /// The page is being printed, or no longer is.
    Print(bool),
    /// Go on with the search under way; the page asks for it whenever it has time.
    Proceed,
    /// Follow a link that restores something, and go on reading at its event.
    Follow(Box<Action>),
    /// Take selection, countries, groups, speaker and search from a place.
    Restore {
        /// The chosen event.
        selected: Option<usize>,
        /// The chosen countries.
        countries: Vec<usize>,
        /// The chosen speaker.
        speaker: Option<usize>,
        /// The words looked for.
        query: String,
        /// The chosen groups.
        groups: Vec<usize>,
    },
}
