use super::{fields::Fields, forms::Target};
use crate::article::{Anchor, Link, Publication};

/// The sentence that a fact rests on, of the article or of another document. That need not be
/// quoted.
pub(super) fn anchor(fields: &mut Fields<'_>) -> Anchor {
    let url = fields.found("url", |field| field.address(Target::Link));
    // Its words must not pass for the article's.
    fields.lost |= url.is_err();
    let quote = match url {
        Ok(None) => fields.required_text("quote"),
        _ => fields.text("quote").unwrap_or_default(),
    };
    Anchor {
        quote,
        before: fields.text("before"),
        after: fields.text("after"),
        url: url.ok().flatten(),
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
