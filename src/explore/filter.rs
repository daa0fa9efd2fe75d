//! What passes the chosen countries, groups and speaker and the words looked for.

use std::{ops::Range, rc::Rc};

use super::{
    Catalog, Notice, Shown, State,
    catalog::{card, era, people_found},
};

/// So many events are searched in one go; chosen to be short on a phone, not measured.
/// Where there are more, the reader keeps what is shown until the search is through.
const STRETCH: usize = 4_000;

/// A search that does not fit into one frame.
#[derive(Clone)]
pub(super) struct Scan {
    needles: Rc<[String]>,
    flags: Vec<bool>,
    /// What is to be chosen once it is known to be shown.
    choice: Option<usize>,
}

impl State {
    /// How many of how many events the search under way has looked at.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        let scan = self.scan.as_ref()?;
        Some((scan.flags.len(), self.article.events.len()))
    }

    /// Shows what passes now; nothing to do where `before` asked for the same.
    pub(super) fn filter(&mut self, before: &State) {
        if self.has_choice_of(before) && self.query == before.query {
            return;
        }
        if self.query != before.query {
            self.needles = self.folded_query();
        }
        let needles = self.needles.clone();
        let total = self.article.events.len();
        self.scan = None;
        if needles.is_empty() || total <= STRETCH {
            let flags = self.passing(&needles, 0..total);
            self.show(&needles, flags);
        } else {
            self.notice = Notice::Silent;
            self.scan = Some(Scan {
                needles,
                flags: Vec::with_capacity(total),
                choice: self.selected,
            });
        }
    }

    /// Goes on with the search under way.
    pub(super) fn proceed(&mut self) {
        let Some(mut scan) = self.scan.take() else {
            return;
        };
        let (done, total) = (scan.flags.len(), self.article.events.len());
        let end = done.saturating_add(STRETCH).min(total);
        scan.flags.extend(self.passing(&scan.needles, done..end));
        if end < total {
            self.scan = Some(scan);
            return;
        }
        self.show(&scan.needles, scan.flags);
        if scan.choice.is_some() && scan.choice != self.selected {
            self.select(scan.choice);
        }
    }

    /// Chooses an event, at once or when the search under way is through.
    pub(super) fn choose(&mut self, event: Option<usize>) {
        match &mut self.scan {
            Some(scan) => scan.choice = event,
            None => self.select(event),
        }
    }

    fn passing(&self, needles: &[String], events: Range<usize>) -> Vec<bool> {
        let article = &self.article;
        let catalog =
            (!needles.is_empty()).then(|| self.catalog.get_or_init(|| Catalog::new(article)));
        let mut heard = flags(0..article.events.len(), &|_| self.speaker.is_none());
        article.statements(&mut |_, who, events| {
            for event in events.filter(|_| self.hears(who)).unwrap_or_default() {
                set(&mut heard, *event);
            }
        });
        let passes = |at: usize| {
            article.events.get(at).is_some_and(|event| {
                let acts = || event.people.iter().any(|who| self.speaker == Some(*who));
                is_among(&self.countries, &event.countries)
                    && is_among(&self.groups, &event.groups)
                    && (heard.get(at) == Some(&true) || acts())
            }) && catalog.is_none_or(|all| all.event(article, self.fold, at, needles))
        };
        flags(events, &passes)
    }

    fn show(&mut self, needles: &[String], shown: Vec<bool>) {
        let (article, fold) = (&self.article, self.fold);
        let all = needles.is_empty();
        let mut heard = flags(0..article.countries.len(), &|_| self.speaker.is_none());
        article.statements(&mut |country, who, _| {
            if self.hears(who) {
                set(&mut heard, country);
            }
        });
        let cards = flags(0..article.countries.len(), &|at| {
            self.carded.contains(at)
                && heard.get(at) == Some(&true)
                && (all || card(article, fold, at, needles))
        });
        let eras = flags(0..article.eras.len(), &|at| {
            let countries = article.eras.get(at).map(|one| &one.countries);
            // An era is said by nobody, and in no group.
            self.speaker.is_none()
                && self.groups.is_empty()
                && countries
                    .is_none_or(|named| named.is_empty() || is_among(&self.countries, named))
                && (all || era(article, fold, at, needles))
        });
        self.people = if all {
            0
        } else {
            people_found(article, fold, needles)
        };
        self.cards = Rc::new(Shown::new(cards));
        self.eras = Rc::new(Shown::new(eras));
        self.shown = Rc::new(Shown::new(shown));
        self.selected = self.selected.filter(|at| self.shown.contains(*at));
        (self.first, self.around) = (0, None);
        if let Some(at) = self.selected {
            self.list(at);
        }
        self.axis = self.axis.filtered(&self.shown);
        self.notice = Notice::Filtered;
    }
}

/// Whether one of the `chosen` is among those `named`, or none is chosen.
fn is_among(chosen: &[usize], named: &[usize]) -> bool {
    chosen.is_empty() || named.iter().any(|at| chosen.binary_search(at).is_ok())
}

fn set(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}

/// What `passes` says of each position.
fn flags(of: Range<usize>, passes: &dyn Fn(usize) -> bool) -> Vec<bool> {
    of.map(passes).collect()
}
