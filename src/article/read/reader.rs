use super::{groups::Groups, ids::Ids, problems::Problems};
use crate::article::{Code, Text};

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
    /// The countries met so far; the listed ones come first.
    pub(super) countries: Vec<Code>,
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
            groups: Groups::default(),
        }
    }
}

impl Reader {
    /// The position of a country among those met, which it joins when it is new.
    pub(super) fn country(&mut self, code: Code) -> usize {
        let met = self.countries.iter().position(|other| *other == code);
        met.unwrap_or_else(|| {
            self.countries.push(code);
            self.countries.len() - 1
        })
    }
}
