use super::{
    dates::{Found, Trouble},
    ledger::PieceId,
};

/// What a row or an entry of a source is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Event,
    Era,
    /// The title of the whole.
    Title,
}

/// The date of an entry, and the pieces that it was read from.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub found: Result<Found, Trouble>,
    /// What the value was made of.
    pub pieces: Vec<PieceId>,
    /// What could be no part of it, and why.
    pub left_out: Vec<(PieceId, String)>,
    /// An end that could not be, and why.
    pub no_end: Option<(Vec<PieceId>, String)>,
}

impl Default for Dated {
    fn default() -> Self {
        Dated {
            found: Err(Trouble::Nothing),
            pieces: Vec::new(),
            left_out: Vec::new(),
            no_end: None,
        }
    }
}

/// One row or entry of a source, its pieces sorted by what they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub kind: Kind,
    /// All of its pieces, which are reported together when the entry is left out.
    pub pieces: Vec<PieceId>,
    pub dated: Dated,
    pub id: Option<PieceId>,
    pub title: Option<PieceId>,
    pub text: Vec<PieceId>,
    /// The date in the source's own words.
    pub words: Option<PieceId>,
    pub basis: Option<PieceId>,
    pub from: Option<PieceId>,
    pub note: Option<PieceId>,
    pub calendar: Option<PieceId>,
    pub key: Option<PieceId>,
    /// One group each, or several on lines of their own.
    pub groups: Vec<PieceId>,
    /// Groups divided by commas, semicolons or bars.
    pub tags: Vec<PieceId>,
    pub countries: Vec<PieceId>,
    pub people: Vec<PieceId>,
    pub media: Option<PieceId>,
    pub media_kind: Option<PieceId>,
    pub credit: Option<PieceId>,
    pub caption: Option<PieceId>,
    pub thumbnail: Option<PieceId>,
    pub alt: Option<PieceId>,
    pub image: Option<PieceId>,
    pub image_alt: Option<PieceId>,
    pub image_caption: Option<PieceId>,
    pub image_credit: Option<PieceId>,
    pub width: Option<PieceId>,
    pub height: Option<PieceId>,
    /// Addresses, one a line, each perhaps followed by a blank and its words.
    pub links: Vec<PieceId>,
    pub link_text: Option<PieceId>,
    pub quote: Option<PieceId>,
    pub before: Option<PieceId>,
    pub after: Option<PieceId>,
    pub background: Vec<PieceId>,
    /// Whether texts are plain already, so that `<b>` means itself.
    pub is_plain: bool,
}
