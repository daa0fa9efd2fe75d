//! In which order a card's claims stand, and which of them are shown at rest.

use super::{Section, State, catalog};
use crate::article::{Claim, Country, Kind};
use crate::sorting;

/// Claims on a card at rest, the denials that stand beside them not counted.
pub const CLAIMS: usize = 3;

/// A claim in its place on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// Its position in `Country::claims`.
    pub at: usize,
    /// The claim before it that it denies: a position in `Country::claims`.
    pub denies: Option<usize>,
    /// Whether it is shown only when all are asked for.
    pub is_further: bool,
}

impl State {
    /// The claims on the card of a country that are to be shown, in their order there:
    /// the article's, but that a denial follows what it denies; or by speaker, in the
    /// order in which they first speak. While words are looked for, those that hold them,
    /// if any does. Linear in the number of claims and the events they speak of.
    #[must_use]
    pub fn claims(&self, country: usize) -> Vec<Stated> {
        let Some(card) = self.article.countries.get(country) else {
            return Vec::new();
        };
        let mut order = if self.grouped {
            self.by_speaker(card)
        } else {
            self.with_denials(card)
        };
        let claim = |at: usize| card.claims.get(at);
        order.retain(|one| claim(one.at).is_some_and(|claim| self.hears(claim.speaker)));
        let needles = &*self.needles;
        if !needles.is_empty() {
            let holds = |one: &Stated| {
                let claim = claim(one.at);
                claim.is_some_and(|claim| catalog::claim(&self.article, self.fold, claim, needles))
            };
            if order.iter().any(holds) {
                order.retain(holds);
            }
        }
        let (mut count, mut head) = (0, None);
        for one in &mut order {
            // What it denies may not be shown.
            one.denies = one.denies.filter(|denied| head == Some(*denied));
            if one.denies.is_none() {
                head = Some(one.at);
                count += 1;
            }
            one.is_further = count > CLAIMS;
        }
        order
    }

    /// The figures on the card of a country that are to be shown: positions in
    /// `Country::figures`.
    #[must_use]
    pub fn figures(&self, country: usize) -> Vec<usize> {
        let card = self.article.countries.get(country);
        let figures = card.into_iter().flat_map(|card| &card.figures).enumerate();
        figures
            .filter(|(_, figure)| self.hears(figure.speaker))
            .map(|(at, _)| at)
            .collect()
    }

    /// How many claims of a card are shown only when all are asked for.
    #[must_use]
    pub fn further_claims(&self, country: usize) -> usize {
        let claims = self.claims(country);
        claims.iter().filter(|one| one.is_further).count()
    }

    /// Whether all claims of a card are shown.
    #[must_use]
    pub fn shows_all_claims(&self, country: usize) -> bool {
        self.is_open(Section::Claims(country))
    }

    fn by_speaker(&self, card: &Country) -> Vec<Stated> {
        let people = self.article.people.len();
        // Who is not named comes last in this table, not on the card.
        let place = |claim: &Claim| claim.speaker.unwrap_or(people);
        let mut first = vec![usize::MAX; people + 1];
        for (at, claim) in card.claims.iter().enumerate() {
            if let Some(first) = first.get_mut(place(claim)) {
                *first = at.min(*first);
            }
        }
        let mut order: Vec<usize> = (0..card.claims.len()).collect();
        sorting::sort_by_key(&mut order, |at| {
            card.claims
                .get(*at)
                .and_then(|claim| first.get(place(claim)))
        });
        order.into_iter().map(|at| stated(at, None)).collect()
    }

    /// A denial goes to the last claim before it that speaks of the same event, or to the
    /// first after it.
    fn with_denials(&self, card: &Country) -> Vec<Stated> {
        let denies = |claim: &Claim| claim.kind == Some(Kind::Denial);
        let events = self.article.events.len();
        let mut denied = vec![None; card.claims.len()];
        let forth: Vec<usize> = (0..card.claims.len()).collect();
        let back: Vec<usize> = forth.iter().rev().copied().collect();
        for (way, order) in [forth, back].into_iter().enumerate() {
            let mut latest = vec![None; events];
            for at in order {
                let Some(claim) = card.claims.get(at) else {
                    continue;
                };
                if !denies(claim) {
                    for event in &claim.events {
                        if let Some(latest) = latest.get_mut(*event) {
                            *latest = Some(at);
                        }
                    }
                    continue;
                }
                let known = claim.events.iter().filter_map(|event| *latest.get(*event)?);
                let nearest = if way == 0 { known.max() } else { known.min() };
                if let Some(denied) = denied.get_mut(at) {
                    *denied = denied.or(nearest);
                }
            }
        }
        let mut order: Vec<(usize, usize)> = denied
            .iter()
            .enumerate()
            .map(|(at, denied)| (denied.unwrap_or(at), at))
            .collect();
        // What is denied comes first, also where it stands later in the article.
        sorting::sort_by_key(&mut order, |(head, at)| (*head, head != at, *at));
        let stand = order.into_iter();
        stand
            .map(|(head, at)| stated(at, (head != at).then_some(head)))
            .collect()
    }
}

fn stated(at: usize, denies: Option<usize>) -> Stated {
    Stated {
        at,
        denies,
        is_further: false,
    }
}
