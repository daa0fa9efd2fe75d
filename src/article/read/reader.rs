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
    /// Those that go by an id; without a position when they were left out.
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
    /// The position of a country among those met, which it joins when it is new.
    pub(super) fn country(&mut self, code: &str) -> usize {
        let met = self.countries.iter().position(|other| **other == *code);
        met.unwrap_or_else(|| {
            self.countries.push(code.into());
            self.countries.len() - 1
        })
    }
}
