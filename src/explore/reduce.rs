//! The one reducer: whatever a reader does goes through here.

use super::{Action, Bring, Notice, Place, Section, State, rows::LIST_PAGE};
use crate::timeline::Move;

impl State {
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
                next.countries = ascending(countries, self.carded.total());
                next.countries.retain(|at| self.carded.contains(*at));
                next.groups = ascending(groups, self.article.groups.len());
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

    pub(super) fn move_axis(&mut self, change: &Move) {
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

/// Those of so many positions that are in a list.
fn ascending(list: &[usize], total: usize) -> Vec<usize> {
    (0..total).filter(|at| list.contains(at)).collect()
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
