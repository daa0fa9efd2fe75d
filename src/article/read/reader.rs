use super::{ids::Ids, mentioned::Mentioned, problems::Problems};
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
    pub(super) countries: Mentioned,
    /// The groups of events met so far.
    pub(super) groups: Mentioned,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            problems: Problems::default(),
            language: "en".into(),
            people: Ids::default(),
            events: Ids::default(),
            eras: Ids::default(),
            countries: Mentioned::default(),
            groups: Mentioned::default(),
        }
    }
}
