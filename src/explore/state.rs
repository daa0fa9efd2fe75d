use std::{cell::OnceCell, rc::Rc};

use super::{Axis, Bring, Catalog, Options, Section, Shown, filter::Scan, tracks::Tracks};
use crate::{
    article::{Article, Instant},
    timeline::Move,
};

/// Folds a text for search: lower case, no diacritics. The platform supplies it,
/// as every platform carries the Unicode tables that the wasm must not.
pub type Fold = fn(&str) -> String;

/// Everything the reader has done so far.
#[derive(Clone)]
pub struct State {
    /// The article.
    pub article: Rc<Article>,
    /// What the host page asks for.
    pub options: Rc<Options>,
    /// The chosen event: a position in `Article::events`. It is always among the shown.
    pub selected: Option<usize>,
    /// The chosen countries: positions in `Article::countries`, ascending. Empty means all.
    pub countries: Vec<usize>,
    /// The chosen groups: positions in `Article::groups`, ascending. Empty means all.
    pub groups: Vec<usize>,
    /// The chosen speaker: a position in `Article::people`. Without one, all are heard.
    pub speaker: Option<usize>,
    /// Whether the claims of a card stand by their speakers.
    pub grouped: bool,
    /// The words looked for, as typed.
    pub query: String,
    /// The words looked for, folded.
    pub needles: Rc<[String]>,
    /// Which events pass the chosen countries and speaker and the words looked for.
    pub shown: Rc<Shown>,
    /// Which eras pass.
    pub eras: Rc<Shown>,
    /// Which cards hold the words looked for and something that the chosen speaker says.
    pub cards: Rc<Shown>,
    /// How many people's names or offices hold the words looked for.
    pub people: usize,
    /// Which countries have a card: those that the data list, or an event or era names.
    pub carded: Rc<Shown>,
    /// The page of the list: the first of the shown events that it holds, from 0.
    pub(super) first: usize,
    /// The event that the list at rest stands around, where the reader chose one elsewhere.
    pub(super) around: Option<usize>,
    /// The sections that the reader has opened.
    pub(super) open: Vec<Section>,
    /// How the axis stands.
    pub axis: Axis,
    /// Whether the widget is wide enough for three tiles beside each other.
    pub wide: bool,
    /// Whether the page is being printed.
    pub printed: bool,
    /// What is to be said to a screen reader after the last action.
    pub notice: Notice,
    /// Where reading goes on after the last action.
    pub bring: Option<Bring>,
    /// Folds texts for search.
    pub fold: Fold,
    /// A search under way, too long for one go.
    pub(super) scan: Option<Scan>,
    pub(super) catalog: Rc<OnceCell<Catalog>>,
    pub(super) tracks: Rc<OnceCell<Tracks>>,
}

/// What one action changed, for the one polite announcement it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Nothing to say.
    Silent,
    /// This event was chosen.
    Selected(usize),
    /// The selection was let go.
    Deselected,
    /// The filter changed: how many of how many events are shown is to be said.
    Filtered,
    /// The window on the time axis changed.
    Moved,
    /// Another part of the events is listed.
    Listed,
}

impl State {
    /// The state in which a reader finds the widget: everything shown, nothing chosen.
    #[must_use]
    pub fn new(article: Rc<Article>, fold: Fold) -> State {
        State::with(article, Rc::default(), fold)
    }

    /// The same, as the host page asks for it.
    #[must_use]
    pub fn with(article: Rc<Article>, options: Rc<Options>, fold: Fold) -> State {
        let carded = Rc::new(Shown::carded(&article));
        State {
            axis: options.axis(&article),
            options,
            selected: None,
            countries: Vec::new(),
            groups: Vec::new(),
            speaker: None,
            grouped: false,
            query: String::new(),
            needles: Rc::default(),
            shown: Rc::new(Shown::all(article.events.len())),
            eras: Rc::new(Shown::all(article.eras.len())),
            cards: carded.clone(),
            people: 0,
            carded,
            first: 0,
            around: None,
            open: Vec::new(),
            wide: false,
            printed: false,
            notice: Notice::Silent,
            bring: None,
            fold,
            scan: None,
            catalog: Rc::default(),
            tracks: Rc::default(),
            article,
        }
    }

    /// The reader of another article stays as they were with this one, as far as it makes
    /// sense there: how wide the widget is, what is open, and which time the window shows.
    #[must_use]
    pub fn after(mut self, before: &State) -> State {
        self.wide = before.wide;
        self.grouped = before.grouped;
        self.open.clone_from(&before.open);
        self.move_axis(&Move::Resize(before.axis.viewport.width()));
        if !before.axis.viewport.fits() {
            let (from, to) = before.axis.window();
            let place = |time: Instant| Instant(self.axis.folds().to_axis(time.0));
            self.move_axis(&Move::Show {
                from: place(from),
                to: place(to),
            });
        }
        self.notice = Notice::Silent;
        self
    }

    /// Whether a section is open. On paper all are that hold something to read.
    #[must_use]
    pub fn is_open(&self, section: Section) -> bool {
        self.open.contains(&section) || self.printed && section != Section::Search
    }

    /// Whether the reader has narrowed down what is shown.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.tokens().is_empty()
    }

    /// Whether what this speaker says is to be shown: a position in `Article::people`.
    #[must_use]
    pub fn hears(&self, speaker: Option<usize>) -> bool {
        self.speaker.is_none() || self.speaker == speaker
    }

    /// The ids of the chosen countries.
    #[must_use]
    pub fn chosen_countries(&self) -> Vec<&str> {
        let chosen = |at: &usize| Some(&*self.article.countries.get(*at)?.id);
        self.countries.iter().filter_map(chosen).collect()
    }

    /// The names of the chosen groups.
    #[must_use]
    pub fn chosen_groups(&self) -> Vec<&str> {
        let chosen = |at: &usize| Some(&**self.article.groups.get(*at)?);
        self.groups.iter().filter_map(chosen).collect()
    }

    /// Whether the two have the same countries, groups and speaker chosen.
    #[must_use]
    pub fn has_choice_of(&self, other: &State) -> bool {
        self.countries == other.countries
            && self.groups == other.groups
            && self.speaker == other.speaker
    }

    /// Whether the country at this position is chosen.
    #[must_use]
    pub fn has_chosen(&self, country: usize) -> bool {
        self.countries.binary_search(&country).is_ok()
    }

    /// Whether the chosen event names the country at this position.
    #[must_use]
    pub fn is_marked(&self, country: usize) -> bool {
        self.selected
            .and_then(|at| self.article.events.get(at))
            .is_some_and(|event| event.countries.contains(&country))
    }

    /// The words looked for, folded.
    pub(super) fn folded_query(&self) -> Rc<[String]> {
        // Folded, every blank is a plain one.
        let folded = (self.fold)(self.asked());
        folded.split_whitespace().map(str::to_owned).collect()
    }

    /// The words looked for, without the space around them.
    #[must_use]
    pub fn asked(&self) -> &str {
        self.query.trim()
    }

    /// Whether the two look the same but for the axis.
    #[must_use]
    pub fn is_same_beside_axis(&self, other: &State) -> bool {
        // Every change of countries, speaker or the words looked for makes `shown` anew.
        Rc::ptr_eq(&self.article, &other.article)
            && Rc::ptr_eq(&self.options, &other.options)
            && Rc::ptr_eq(&self.shown, &other.shown)
            && self.query == other.query
            && self.selected == other.selected
            && self.grouped == other.grouped
            && self.first == other.first
            && self.around == other.around
            && self.open == other.open
            && self.wide == other.wide
            && self.printed == other.printed
            && self.progress() == other.progress()
    }

    pub(super) fn is_same(&self, other: &State) -> bool {
        self.is_same_beside_axis(other) && self.axis == other.axis
    }
}
