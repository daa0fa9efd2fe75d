use super::Date;
use crate::article::Text;

/// When something happened, how the article says it, and who says so.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    /// The date itself.
    pub date: Date,
    /// The article's own words for it: “Monday”.
    pub text: Option<Text>,
    /// On what the date rests.
    pub basis: Basis,
}

/// On what a date rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The article states it.
    Stated,
    /// It was worked out.
    Inferred {
        /// What it was worked out from: “the publication date”.
        from: Option<Text>,
    },
    /// The editor supplied it from outside the article.
    Editor {
        /// Where from: “public record”.
        note: Option<Text>,
    },
}
