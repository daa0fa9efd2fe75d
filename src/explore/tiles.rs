//! Which countries have tiles, and which of their cards are open.

use super::{Section, Show, Shown, State};
use crate::article::{Article, Country};

/// Tiles at rest in a narrow widget, and in a wide one.
pub const TILES: [usize; 2] = [10, 12];

impl Shown {
    /// Which countries of an article have a card: those that the data list, and those that
    /// an event or an era names. One that only a person comes from has none.
    pub(super) fn carded(article: &Article) -> Shown {
        let countries = article.countries.iter();
        let mut flags: Vec<bool> = countries.map(|country| country.listed).collect();
        let events = article.events.iter().flat_map(|event| &event.countries);
        let eras = article.eras.iter().flat_map(|era| &era.countries);
        for at in events.chain(eras) {
            if let Some(flag) = flags.get_mut(*at) {
                *flag = true;
            }
        }
        Shown::new(flags)
    }
}

impl State {
    /// The countries whose tiles are shown, in the order of the data: positions in
    /// `Article::countries`. While something is looked for, or one speaker is heard, those
    /// whose cards hold it; the chosen ones always. On paper the chosen ones alone, if there
    /// are any.
    #[must_use]
    pub fn tiles(&self) -> Vec<usize> {
        if let Some(one) = self.pinned() {
            return vec![one];
        }
        if self.printed && !self.countries.is_empty() {
            return self.countries.clone();
        }
        let tiles = self.all_tiles();
        let most = self.most_tiles();
        let all = self.is_open(Section::Countries);
        let numbered = tiles.into_iter().enumerate();
        numbered
            .filter(|(number, at)| all || *number < most || self.has_chosen(*at))
            .map(|(_, at)| at)
            .collect()
    }

    /// How many tiles there are when all are asked for.
    #[must_use]
    pub fn tile_count(&self) -> usize {
        self.all_tiles().len()
    }

    /// Whether there are more tiles than are shown at rest.
    #[must_use]
    pub fn can_rest_tiles(&self) -> bool {
        self.pinned().is_none() && !self.printed && self.tile_count() > self.most_tiles()
    }

    /// How many have a card.
    #[must_use]
    pub fn card_count(&self) -> usize {
        self.carded.count()
    }

    /// How many of these cards are of countries.
    #[must_use]
    pub fn country_count(&self, cards: &Shown) -> usize {
        let countries = &self.article.countries;
        let is_country = |at: &usize| countries.get(*at).is_some_and(Country::is_country);
        cards.iter().filter(is_country).count()
    }

    /// Whether the card of the country at this position is open: the reader has chosen it,
    /// or it is what was looked for.
    #[must_use]
    pub fn is_card_open(&self, country: usize) -> bool {
        self.printed
            || self.has_chosen(country)
            || self.pinned() == Some(country)
            || self.narrows_cards() && self.cards.contains(country)
    }

    /// The one country that the host page asks for.
    #[must_use]
    pub fn pinned(&self) -> Option<usize> {
        let code = self.options.country.as_deref()?;
        let mut countries = self.article.countries.iter();
        let at = countries.position(|country| *country.id == *code);
        at.filter(|_| self.options.show == Show::Countries)
    }

    fn all_tiles(&self) -> Vec<usize> {
        let narrowed = self.narrows_cards();
        let countries = 0..self.article.countries.len();
        countries
            .filter(|at| self.carded.contains(*at))
            .filter(|at| !narrowed || self.cards.contains(*at) || self.has_chosen(*at))
            .collect()
    }

    /// Whether fewer cards than all are shown, and opened: by what they hold.
    fn narrows_cards(&self) -> bool {
        self.speaker.is_some() || !self.asked().is_empty()
    }

    fn most_tiles(&self) -> usize {
        let [narrow, wide] = TILES;
        if self.wide { wide } else { narrow }
    }
}
