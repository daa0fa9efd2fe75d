use crate::article::pieces::pieces;
use std::{cell::OnceCell, ops::Range, rc::Rc};

use super::{Action, Axis, Catalog, Shown, filter::Scan, tracks::Tracks};
use crate::{
    article::{Article, Instant},
    timeline::Move,
};

/// Up to so many shown events are listed whole: with more, the widget would come to more
/// than the 800 nodes that it keeps to.
pub const WHOLE_LIST: usize = 25;
/// More than that are listed in pages of so many.
pub const LIST_PAGE: usize = 20;
/// On paper, where nobody turns to the next part, up to so many are listed whole.
pub const WHOLE_PRINT: usize = 1_000;

/// Folds a text for search: lower case, no diacritics. The platform supplies it,
/// as every platform carries the Unicode tables that the wasm must not.
pub type Fold = fn(&str) -> String;

/// Everything the reader has done so far.
#[derive(Clone)]
pub struct State {
    /// The article.
    pub article: Rc<Article>,
    /// The chosen event: a position in `Article::events`. It is always among the shown.
    pub selected: Option<usize>,
    /// The chosen countries: positions in `Article::countries`, ascending. Empty means all.
    pub countries: Vec<usize>,
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
    /// The page of the list: the first of the shown events that it holds, from 0.
    pub first: usize,
    /// How the axis stands.
    pub axis: Axis,
    /// Whether the reader has unfolded the axis where there is no room for it beside all else.
    pub(super) unfolded: bool,
    /// Whether the widget is wide enough for its parts to stand side by side.
    pub wide: bool,
    /// Whether the page is being printed.
    pub printed: bool,
    /// What is to be said to a screen reader after the last action.
    pub notice: Notice,
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
        State {
            selected: None,
            countries: Vec::new(),
            speaker: None,
            grouped: false,
            query: String::new(),
            shown: Rc::new(Shown::all(article.events.len())),
            eras: Rc::new(Shown::all(article.eras.len())),
            cards: Rc::new(Shown::all(article.countries.len())),
            first: 0,
            axis: Axis::new(&article),
            wide: false,
            unfolded: false,
            printed: false,
            notice: Notice::Silent,
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
        match action {
            Action::Select(event) => next.select(*event),
            Action::Proceed => next.proceed(),
            Action::Step(by) => next.select(self.stepped(*by)),
            Action::Toggle(country) => {
                match next.countries.binary_search(country) {
                    Ok(at) => {
                        next.countries.remove(at);
                    }
                    Err(at) if *country < self.article.countries.len() => {
                        next.countries.insert(at, *country);
                    }
                    Err(_) => return None,
                }
                next.filter(self);
            }
            Action::Hear(speaker) => {
                next.speaker = speaker.filter(|at| *at < self.article.people.len());
                next.filter(self);
            }
            Action::Group => {
                next.grouped = !self.grouped;
                next.notice = Notice::Silent;
            }
            Action::Clear => {
                next.countries.clear();
                next.speaker = None;
                next.query.clear();
                next.filter(self);
            }
            Action::Search(query) => {
                next.query.clone_from(query);
                next.filter(self);
            }
            Action::Widen(wide) => {
                next.wide = *wide;
                next.notice = Notice::Silent;
            }
            Action::Print(printed) => {
                next.printed = *printed;
                next.notice = Notice::Silent;
            }
            Action::List(rank) => {
                next.first = self.page(*rank);
                next.notice = Notice::Listed;
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
            Action::Fold => {
                next.unfolded = !self.unfolded;
                next.notice = Notice::Silent;
            }
            Action::Restore {
                selected,
                countries,
                speaker,
                query,
            } => {
                next.countries = (0..self.article.countries.len()).collect();
                next.countries.retain(|at| countries.contains(at));
                next.speaker = *speaker;
                next.query.clone_from(query);
                next.filter(self);
                next.choose(*selected);
            }
        }
        (!next.same(self)).then_some(next)
    }

    /// The reader of another article stays as they were with this one, as far as it makes
    /// sense there: how wide the widget is, what is unfolded, and which time the window shows.
    #[must_use]
    pub fn after(mut self, before: &State) -> State {
        self.wide = before.wide;
        self.unfolded = before.unfolded;
        self.grouped = before.grouped;
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

    /// Whether the whole axis is shown: always where there is room.
    #[must_use]
    pub fn is_unfolded(&self) -> bool {
        self.wide || self.unfolded
    }

    /// Whether the reader has narrowed down what is shown.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.countries.is_empty() || self.speaker.is_some() || !self.asked().is_empty()
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
        let query = self.asked();
        if query.is_empty() {
            return Vec::new();
        }
        // Folded, every blank but a tab is the plain one.
        pieces(&(self.fold)(query), " ")
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The words looked for, without the space around them.
    #[must_use]
    #[inline(never)]
    pub fn asked(&self) -> &str {
        self.query.trim_ascii()
    }

    /// The shown events that the list holds, counted from 0: all of them, or where they
    /// are many a page of them, so that a long list never outgrows its host page.
    #[must_use]
    pub fn listed(&self) -> Range<usize> {
        let count = self.shown.count();
        let whole = if self.printed {
            WHOLE_PRINT
        } else {
            WHOLE_LIST
        };
        if count <= whole {
            return 0..count;
        }
        self.first..self.first.saturating_add(LIST_PAGE).min(count)
    }

    /// Where the page begins that holds this one of the shown events.
    pub(super) fn page(&self, rank: usize) -> usize {
        let last = self.shown.count().saturating_sub(1);
        let rank = rank.min(last);
        rank - rank % LIST_PAGE
    }

    fn same(&self, other: &State) -> bool {
        self.selected == other.selected
            && self.countries == other.countries
            && self.speaker == other.speaker
            && self.grouped == other.grouped
            && self.query == other.query
            && self.first == other.first
            && self.axis == other.axis
            && self.wide == other.wide
            && self.printed == other.printed
            && self.unfolded == other.unfolded
            && self.progress() == other.progress()
    }

    pub(super) fn select(&mut self, event: Option<usize>) {
        let event = event.filter(|at| self.shown.contains(*at));
        if let Some(at) = event {
            self.axis = self.axis.revealing(at);
            self.first = self.page(self.shown.rank(at));
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
