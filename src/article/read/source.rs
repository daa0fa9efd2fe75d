use super::{fields::Fields, forms::Target};
use crate::article::{Anchor, Link, Publication};

/// The sentence that a fact rests on.
pub(super) fn anchor(fields: &mut Fields<'_>) -> Anchor {
    Anchor {
        quote: fields.required_text("quote"),
        before: fields.text("before"),
        after: fields.text("after"),
    }
}

/// Where the report was published.
pub(super) fn publication(fields: &mut Fields<'_>) -> Publication {
    Publication {
        name: fields.required_text("name"),
        title: fields.text("title"),
        url: fields.address("url", Target::Link),
    }
}

impl Fields<'_> {
    /// Where there is more to read.
    pub(super) fn links(&mut self, name: &'static str) -> Vec<Link> {
        self.objects(name, link)
    }
}

fn link(fields: &mut Fields<'_>) -> Link {
    Link {
        url: fields.required_address("url", Target::Link),
        text: fields.text("text"),
    }
}
