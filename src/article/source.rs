use super::Text;

/// The exact words that a fact rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// The words themselves; empty where another document is named without any.
    pub quote: Text,
    /// What stands right before them, to tell repeats apart.
    pub before: Option<Text>,
    /// What stands right after them.
    pub after: Option<Text>,
    /// The address of the document that they stand in, where that is not the article: `https:`,
    /// `http:` or `mailto:`.
    pub url: Option<Text>,
}

/// Where the report was published.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// The publisher.
    pub name: Text,
    /// The report's title there.
    pub title: Option<Text>,
    /// Its address: `https:`, `http:` or `mailto:`.
    pub url: Option<Text>,
}
