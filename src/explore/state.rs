use std::{cell::OnceCell, rc::Rc};

use super::{
    Action, Axis, Bring, Catalog, Options, Place, Section, Shown, filter::Scan, rows::LIST_PAGE,
    tracks::Tracks,
};
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
    /// Which events pass the chosen countries and speaker and the words looked for.
    pub shown: Rc<Shown>,
    /// Which eras pass.
    pub eras: Rc<Shown>,
    /// Which cards hold the words looked for and something that the chosen speaker says.
    pub cards: Rc<Shown>,
    /// How many people's names or offices hold the words looked for.
    pub people: usize,
    /// Which countries have a card: those that the data list, or an event or era names.
    pub(super) carded: Rc<Shown>,
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

    /// The state after `action`; `None` when it changes nothing, so that nothing is
    /// rendered for it.
    #[must_use]
    pub fn reduced(&self, action: &Action) -> Option<State> {
        let mut next = self.clone();
        next.notice = Notice::Silent;
        next.bring = None;
        match action {
            Action::Select(event) => next.select(*event),
            Action::Visit(event) => {
                next.select(Some(*event));
                next.bring = next.selected.map(|at| Bring::Focus(Place::Event(at)));
            }
            Action::Reveal(fact) => next.reveal(self, *fact),
            Action::Proceed => next.proceed(),
            Action::Step(by) => next.select(self.stepped(*by)),
            Action::Toggle(country) => {
                if self.carded.contains(*country) {
                    toggle(&mut next.countries, *country);
                }
            }
            Action::ToggleGroup(group) => {
                if *group < self.article.groups.len() {
                    toggle(&mut next.groups, *group);
                }
            }
            Action::CloseAll => {
                next.countries.clear();
                let first = self.countries.first();
                next.bring = first.map(|at| Bring::Focus(Place::Country(*at)));
            }
            Action::FilterSpeaker(speaker) => {
                next.speaker = speaker.filter(|at| *at < self.article.people.len());
            }
            Action::Group => next.grouped = !self.grouped,
            Action::Remove(token) => next.take_away(*token),
            Action::Clear => {
                next.clear();
                if self.is_filtered() {
                    next.bring = Some(Bring::Focus(Place::Opener(Section::Search)));
                }
            }
            Action::Search(query) => next.query.clone_from(query),
            Action::Expand(section) => next.expand(*section),
            Action::Widen(wide) => next.wide = *wide,
            Action::Print(printed) => next.printed = *printed,
            Action::Turn(by) => {
                let page = self.page();
                next.turn_to(if *by > 0 {
                    page.end
                } else {
                    page.start.saturating_sub(LIST_PAGE)
                });
                let first = next.rows().first().copied();
                next.bring = first.map(|row| Bring::Focus(Place::Event(row.event)));
            }
            Action::List(rank) => {
                next.turn_to(*rank);
                let there = self.shown.iter().nth(*rank);
                next.bring = there.map(|at| Bring::View(Place::Event(at)));
            }
            Action::Axis(change) => next.move_axis(change),
            Action::Slide(hundredths) => {
                let by = self.axis.viewport.width() * f64::from(*hundredths) / 100.0;
                next.move_axis(&Move::Pan(by));
            }
            Action::End(last) => {
                let mut shown = self.shown.iter();
                next.select(if *last {
                    shown.next_back()
                } else {
                    shown.next()
                });
            }
            Action::Leave if self.axis.cluster_list.is_some() => next.move_axis(&Move::Close),
            Action::Leave => next.select(None),
            Action::Follow(there) => {
                next = self.reduced(there).unwrap_or(next);
                next.bring = next.selected.map(|at| Bring::Focus(Place::Event(at)));
            }
            Action::Restore {
                selected,
                countries,
                speaker,
                query,
                groups,
            } => {
                next.countries = (0..self.article.countries.len()).collect();
                next.countries
                    .retain(|at| countries.contains(at) && self.carded.contains(*at));
                next.groups = (0..self.article.groups.len()).collect();
                next.groups.retain(|at| groups.contains(at));
                next.speaker = *speaker;
                next.query.clone_from(query);
                next.filter(self);
                next.choose(*selected);
            }
        }
        // What restores or goes on with a search has filtered by itself.
        if !matches!(
            action,
            Action::Proceed | Action::Restore { .. } | Action::Follow(_)
        ) {
            next.filter(self);
        }
        // A link that is followed a second time changes nothing, and still leads there.
        (next.bring.is_some() || !next.is_same(self)).then_some(next)
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

    fn move_axis(&mut self, change: &Move) {
        self.axis = self.axis.moved(change, &self.shown, self.selected);
        self.notice = if change.is_spoken() {
            Notice::Moved
        } else {
            Notice::Silent
        };
    }

    /// Takes away all that narrows down what is shown.
    pub(super) fn clear(&mut self) {
        self.countries.clear();
        self.groups.clear();
        self.speaker = None;
        self.query.clear();
    }

    /// Opens a section or closes it; reading goes on at the first thing that was not there
    /// before, or at the control that has closed it.
    fn expand(&mut self, section: Section) {
        let (rows, tiles) = (self.rows(), self.tiles());
        if self.is_open(section) {
            self.open.retain(|one| *one != section);
            self.bring = Some(Bring::Focus(Place::Opener(section)));
            return;
        }
        self.open.push(section);
        let place = match section {
            Section::Search => Some(Place::Field),
            Section::Events => {
                self.notice = Notice::Listed;
                let new = self.rows().into_iter().find(|row| !rows.contains(row));
                new.map(|row| Place::Event(row.event))
            }
            Section::Countries => {
                let new = self.tiles().into_iter().find(|at| !tiles.contains(at));
                new.map(Place::Country)
            }
            Section::Claims(country) => {
                let claims = self.claims(country);
                claims
                    .iter()
                    .find(|one| one.is_further)
                    .map(|one| Place::Claim(country, one.at))
            }
            Section::Eras | Section::Corrections => None,
        };
        self.bring = place.map(Bring::Focus);
    }

    fn turn_to(&mut self, rank: usize) {
        self.first = rank.min(self.shown.count().saturating_sub(1));
        self.notice = Notice::Listed;
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
    #[must_use]
    pub fn needles(&self) -> Vec<String> {
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

    fn is_same(&self, other: &State) -> bool {
        self.is_same_beside_axis(other)
            && self.axis == other.axis
    }

    pub(super) fn select(&mut self, event: Option<usize>) {
        let event = event.filter(|at| self.shown.contains(*at));
        if let Some(at) = event {
            self.axis = self.axis.revealing(at);
            self.list(at);
        }
        if event != self.selected {
            self.notice = event.map_or(Notice::Deselected, Notice::Selected);
        }
        self.selected = event;
    }

    fn stepped(&self, by: i32) -> Option<usize> {
        let shown = &self.shown;
        match self.selected {
            Some(at) if by > 0 => shown.iter().find(|next| *next > at).or(Some(at)),
            Some(at) => shown.iter().rev().find(|before| *before < at).or(Some(at)),
            None if by > 0 => shown.iter().next(),
            None => shown.iter().next_back(),
        }
    }
}

/// Puts a position into an ascending list, or takes it out.
fn toggle(list: &mut Vec<usize>, position: usize) {
    match list.binary_search(&position) {
        Ok(at) => {
            list.remove(at);
        }
        Err(at) => list.insert(at, position),
    }
}
