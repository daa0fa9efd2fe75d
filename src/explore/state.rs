use std::rc::Rc;

use super::{Action, Axis, Shown};
use crate::article::Article;

/// Folds a text for search: lower case, no diacritics. The platform supplies it.
pub type Fold = fn(&str) -> String;

/// Everything the reader has done so far.
#[derive(Clone)]
pub struct State {
    /// The article.
    pub article: Rc<Article>,
    /// The chosen event: a position in `Article::events`.
    pub selected: Option<usize>,
    /// The chosen countries: positions in `Article::countries`, ascending. Empty means all.
    pub countries: Vec<usize>,
    /// The words looked for, as typed.
    pub query: String,
    /// Which events pass.
    pub shown: Rc<Shown>,
    /// How the axis stands.
    pub axis: Axis,
    /// What is to be said to a screen reader after the last action.
    pub notice: Notice,
    /// Folds texts for search.
    pub fold: Fold,
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
}

impl State {
    /// The state before the reader does anything: all is shown, nothing is chosen.
    #[must_use]
    pub fn new(article: Rc<Article>, fold: Fold) -> State {
        State {
            selected: None,
            countries: Vec::new(),
            query: String::new(),
            shown: Rc::new(Shown::new(vec![true; article.events.len()])),
            axis: Axis::new(&article),
            notice: Notice::Silent,
            fold,
            article,
        }
    }

    /// The state after `action`.
    #[must_use]
    pub fn reduced(&self, action: &Action) -> State {
        let mut next = self.clone();
        if let Action::Select(selected) = action {
            next.selected = *selected;
        }
        next
    }
}
