use super::{Anchor, Code, Date, Link, Text, When};

/// Whoever acts and has a card: a country as the article speaks of it, or a court, an alliance, a
/// company.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// What the data calls it: its code, or the editor's own name for what has none.
    pub id: Text,
    /// Its code, unless it goes by an id of the editor's.
    pub code: Option<Code>,
    /// Its name as printed; the reader's browser names it when the editor did not. What has no
    /// code has a name.
    pub name: Option<Text>,
    /// Two to four letters for it, shown beside its name.
    pub short: Option<Text>,
    /// Other words for it, for search (“Ukrainian”).
    pub also: Vec<Text>,
    /// Whether the editor asked for the flag.
    pub flag: bool,
    /// Whether the data lists it, rather than an event merely naming it.
    pub listed: bool,
    /// Something the editor wants said on the card, such as “named among countries
    /// with continuing abuses”.
    pub note: Option<Text>,
    /// What is said of it, in the order of the data.
    pub claims: Vec<Claim>,
    /// Numbers about it, in the order of the data.
    pub figures: Vec<Figure>,
}

impl Country {
    /// Whether it is a country.
    #[must_use]
    pub fn is_country(&self) -> bool {
        self.code.is_some_and(Code::is_country)
    }

    /// One of which nothing is said, by its code or id.
    pub(super) fn bare(id: Text) -> Country {
        let code = Code::new(&id);
        Country {
            code,
            // What has no code is named at least by its id.
            name: code.is_none().then(|| id.clone()),
            id,
            short: None,
            also: Vec::new(),
            flag: false,
            listed: false,
            note: None,
            claims: Vec::new(),
            figures: Vec::new(),
        }
    }
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What is said, in the article's words. Empty when the quotation stands alone.
    pub text: Text,
    /// Who says it: a position in [`super::Article::people`].
    pub speaker: Option<usize>,
    /// How they say it: “says”, “answers”, “finds”.
    pub verb: Option<Text>,
    /// What it is, beyond somebody's words.
    pub kind: Option<Kind>,
    /// Who passes it on, where the speaker is not heard directly: a position in
    /// [`super::Article::people`].
    pub via: Option<usize>,
    /// Their words, exactly.
    pub quote: Option<Text>,
    /// When it was said.
    pub when: Option<When>,
    /// Positions in [`super::Article::events`] that it speaks of.
    pub events: Vec<usize>,
    /// Where there is more to read.
    pub links: Vec<Link>,
    /// The sentence of the article that this rests on.
    pub source: Option<Anchor>,
    /// Its place in the data's list, from 0, by which corrections name it.
    pub entry: usize,
}

/// What a claim is, as the editor sees it; said in words, never in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody accuses somebody.
    Allegation,
    /// Somebody rejects what is said of them.
    Denial,
    /// Somebody whose office it is has looked into it and says how it is.
    Finding,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// How many.
    pub value: Amount,
    /// What stands before it: “more than”.
    pub qualifier: Option<Text>,
    /// In what it counts, right after the value: “billion dollars”, “%”.
    pub unit: Option<Text>,
    /// What it counts: “people killed”.
    pub label: Text,
    /// From when on it counts.
    pub since: Option<Date>,
    /// Until when it counts, never before `since`.
    pub until: Option<Date>,
    /// What it is to be compared with.
    pub than: Option<Comparison>,
    /// Who says so: a position in [`super::Article::people`].
    pub speaker: Option<usize>,
    /// The sentence of the article that this rests on.
    pub source: Option<Anchor>,
    /// Its place in the data's list, from 0, by which corrections name it.
    pub entry: usize,
}

/// What a figure is compared with, in the same unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How many.
    pub value: Amount,
    /// What it counts, or when: “in 2021”.
    pub label: Text,
}

/// How many: a number, or the word the article has for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A finite number, printed in the article's language.
    Number(f64),
    /// “Hundreds”, “thousands”: the article gives no number.
    Words(Text),
}
