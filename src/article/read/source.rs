use super::{fields::Fields, text::Target};
use crate::article::{Anchor, Publication};

impl Fields<'_, '_> {
    /// The next member, the sentence that a fact rests on.
    pub(super) fn anchor(&mut self, into: &mut Option<Anchor>) {
        let mut fields = self.part("quote before after");
        let mut anchor = Anchor {
            quote: fields.required(),
            before: None,
            after: None,
        };
        fields.text(&mut anchor.before);
        fields.text(&mut anchor.after);
        if !fields.lost {
            *into = Some(anchor);
        }
    }

    /// The next member, where the report was published.
    pub(super) fn publication(&mut self, into: &mut Option<Publication>) {
        let mut fields = self.part("name title url");
        let mut publication = Publication {
            name: fields.required(),
            title: None,
            url: None,
        };
        fields.text(&mut publication.title);
        fields.address(Target::Link, &mut publication.url);
        if !fields.lost {
            *into = Some(publication);
        }
    }
}
