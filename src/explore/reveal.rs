use super::{Bring, Place, Section, State};
use crate::article::Fact;

impl State {
    /// Opens what holds a fact, and shows again what hides it.
    pub(super) fn reveal(&mut self, before: &State, fact: Fact) {
        if !self.shows(fact) {
            self.clear();
            self.filter(before);
        }
        let place = match fact {
            Fact::Event(at) => {
                self.select(Some(at));
                Place::Event(at)
            }
            Fact::Era(_) => {
                self.unfold(Section::Eras);
                Place::Opener(Section::Eras)
            }
            Fact::Claim(country, at) => {
                self.choose_country(country);
                let claims = self.claims(country);
                if claims.iter().any(|one| one.at == at && one.is_further) {
                    self.unfold(Section::Claims(country));
                }
                Place::Claim(country, at)
            }
            Fact::Figure(country, _) => {
                self.choose_country(country);
                Place::Country(country)
            }
        };
        self.bring = Some(Bring::Focus(place));
    }

    /// Whether a fact can be seen, be it behind a press.
    fn shows(&self, fact: Fact) -> bool {
        match fact {
            Fact::Event(at) => self.shown.contains(at),
            Fact::Era(at) => self.eras.contains(at),
            Fact::Claim(country, at) => {
                self.cards.contains(country) && self.claims(country).iter().any(|one| one.at == at)
            }
            Fact::Figure(country, at) => {
                self.cards.contains(country) && self.figures(country).contains(&at)
            }
        }
    }

    fn unfold(&mut self, section: Section) {
        if !self.open.contains(&section) {
            self.open.push(section);
        }
    }

    fn choose_country(&mut self, country: usize) {
        if self.is_card_open(country) {
            return;
        }
        if let Err(at) = self.countries.binary_search(&country) {
            self.countries.insert(at, country);
        }
    }
}
