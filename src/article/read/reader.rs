use super::{groups::Groups, ids::Ids, problems::Problems};
use crate::article::Text;

/// What one reading has come by: the problems, and the names that may be referred to.
pub(super) struct Reader {
    pub(super) problems: Problems,
    /// The language of the texts.
    pub(super) language: Text,
    /// The people. Known before the events, which refer to them.
    pub(super) people: Ids,
    /// The events. Their positions are known when all are read, since they are sorted.
    pub(super) events: Ids,
    /// The eras. Nothing refers to them, so they have no positions here.
    pub(super) eras: Ids,
    /// The countries met so far, and whoever else has a card, by code or id; the listed ones
    /// come first.
    pub(super) countries: Vec<Text>,
    /// Their positions; those of cards that were left out are not known.
    pub(super) cards: Ids,
    /// The groups of events met so far.
    pub(super) groups: Groups,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            problems: Problems::default(),
            language: "en".into(),
            people: Ids::default(),
            events: Ids::default(),
            eras: Ids::default(),
            countries: Vec::new(),
            cards: Ids::default(),
            groups: Groups::default(),
        }
    }
}

impl Reader {
    /// The position of a country, or of whoever else has a card, among those met, which it joins
    /// when it is new.
    pub(super) fn country(&mut self, id: &Text) -> usize {
        if let Some(Some(position)) = self.cards.find(id) {
            return position;
        }
        let position = self.countries.len();
        self.cards.place(id, position);
        self.countries.push(id.clone());
        position
    }

    /// Forgets all countries but the first so many.
    pub(super) fn forget_countries(&mut self, count: usize) {
        while self.countries.len() > count
            && let Some(id) = self.countries.pop()
        {
            self.cards.remove(&id);
        }
    }
}
