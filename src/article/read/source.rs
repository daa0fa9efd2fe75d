use super::{cursor::Cursor, desk::Desk, text::Target};
use crate::article::{Anchor, Publication};

impl Desk<'_> {
    /// The sentence that a fact rests on.
    pub(super) fn anchor(&mut self, at: &Cursor<'_, '_>) -> Option<Anchor> {
        let at = at.get("source")?;
        if !self.object(&at, &["quote", "before", "after"]) {
            return None;
        }
        let quote = self.required(&at, "quote", "The source");
        let before = self.optional(&at, "before");
        let after = self.optional(&at, "after");
        Some(Anchor {
            quote: quote?,
            before,
            after,
        })
    }

    /// Where the report was published.
    pub(super) fn publication(&mut self, at: &Cursor<'_, '_>) -> Option<Publication> {
        let at = at.get("source")?;
        if !self.object(&at, &["name", "title", "url"]) {
            return None;
        }
        let name = self.required(&at, "name", "The source");
        let title = self.optional(&at, "title");
        let url = at
            .get("url")
            .and_then(|url| self.address(&url, Target::Link));
        Some(Publication {
            name: name?,
            title,
            url,
        })
    }
}
