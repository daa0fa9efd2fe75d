use super::{cursor::Cursor, desk::Desk, text::Target};
use crate::article::{Anchor, Publication};

impl<'v> Desk<'v> {
    /// The sentence that a fact rests on.
    #[inline(never)]
    pub(super) fn anchor(&mut self, at: &Cursor<'v, '_>) -> Option<Anchor> {
        let at = at.get("source");
        if at.is_missing() {
            return None;
        }
        let outer = self.open(&at, "quote before after")?;
        let anchor = Anchor {
            quote: self.required(&at, "quote"),
            before: self.optional(&at, "before"),
            after: self.optional(&at, "after"),
        };
        self.close(outer, anchor)
    }

    /// Where the report was published.
    pub(super) fn publication(&mut self, at: &Cursor<'v, '_>) -> Option<Publication> {
        let at = at.get("source");
        if at.is_missing() {
            return None;
        }
        let outer = self.open(&at, "name title url")?;
        let publication = Publication {
            name: self.required(&at, "name"),
            title: self.optional(&at, "title"),
            url: self.address(&at.get("url"), Target::Link),
        };
        self.close(outer, publication)
    }
}
