use super::{fields::Fields, text::Target};
use crate::article::{Anchor, Publication};

impl Fields<'_, '_> {
    /// The next member, the sentence that a fact rests on.
    #[inline(never)]
    pub(super) fn anchor(&mut self) -> Option<Anchor> {
        let mut fields = self.part("quote before after")?;
        let anchor = Anchor {
            quote: fields.required(),
            before: fields.text(),
            after: fields.text(),
        };
        fields.whole(anchor)
    }

    /// The next member, where the report was published.
    pub(super) fn publication(&mut self) -> Option<Publication> {
        let mut fields = self.part("name title url")?;
        let publication = Publication {
            name: fields.required(),
            title: fields.text(),
            url: fields.address(Target::Link),
        };
        fields.whole(publication)
    }
}
