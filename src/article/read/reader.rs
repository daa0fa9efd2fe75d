use super::{ids::Ids, mentions::Mentions, problems::Problems};
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
    pub(super) countries: Mentions<Code>,
    /// The groups of events met so far.
    pub(super) groups: Mentions<Text>,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            problems: Problems::default(),
            language: "en".into(),
            people: Ids::default(),
            events: Ids::default(),
            eras: Ids::default(),
            countries: Mentions::default(),
            groups: Mentions::default(),
        }
    }
}
