use super::{Anchor, Article};

/// One of the facts that rest on words of the article: the kind, and the positions in
/// the lists of an [`Article`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// An event: a position in [`Article::events`].
    Event(usize),
    /// An era: a position in [`Article::eras`].
    Era(usize),
    /// A claim: the position of its country, and its own in [`super::Country::claims`].
    Claim(usize, usize),
    /// A figure: the position of its country, and its own in [`super::Country::figures`].
    Figure(usize, usize),
}

impl Fact {
    /// What the page calls it: `event/3`, `claim/0/2`.
    ///
    /// ```
    /// # use dateline::article::Fact;
    /// assert_eq!(Fact::Figure(1, 12).name(), "figure/1/12");
    /// ```
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Fact::Event(at) => format!("event/{at}"),
            Fact::Era(at) => format!("era/{at}"),
            Fact::Claim(country, at) => format!("claim/{country}/{at}"),
            Fact::Figure(country, at) => format!("figure/{country}/{at}"),
        }
    }

    /// The fact of this name; `None` for what is no name of a fact.
    ///
    /// ```
    /// # use dateline::article::Fact;
    /// assert_eq!(Fact::named("figure/1/12"), Some(Fact::Figure(1, 12)));
    /// assert_eq!(Fact::named("event/3"), Some(Fact::Event(3)));
    /// assert_eq!(Fact::named("claim/3"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Fact> {
        let mut parts = name.split('/');
        let kind = parts.next()?;
        let mut number = || parts.next()?.parse().ok();
        Some(match kind {
            "event" => Fact::Event(number()?),
            "era" => Fact::Era(number()?),
            "claim" => Fact::Claim(number()?, number()?),
            "figure" => Fact::Figure(number()?, number()?),
            _ => return None,
        })
    }
}

/// Takes what somebody says: the position of its country, who says it, and for a claim
/// the events that it speaks of.
type Take<'t> = dyn FnMut(usize, Option<usize>, Option<&[usize]>) + 't;

impl Article {
    /// Hands over every claim and figure.
    pub(crate) fn statements(&self, take: &mut Take<'_>) {
        for (country, card) in self.countries.iter().enumerate() {
            for claim in &card.claims {
                take(country, claim.speaker, Some(&claim.events));
            }
            for figure in &card.figures {
                take(country, figure.speaker, None);
            }
        }
    }

    /// Hands over every fact that rests on words of the article, with these words: those
    /// of its `source`, else what a claim quotes. What rests on another document is none.
    pub fn facts(&self, take: &mut dyn FnMut(Fact, &Anchor)) {
        let mut take = |fact: Fact, words: &Anchor| {
            if words.url.is_none() {
                take(fact, words);
            }
        };
        for (at, event) in self.events.iter().enumerate() {
            event
                .source
                .iter()
                .for_each(|words| take(Fact::Event(at), words));
        }
        for (at, era) in self.eras.iter().enumerate() {
            era.source
                .iter()
                .for_each(|words| take(Fact::Era(at), words));
        }
        for (country, card) in self.countries.iter().enumerate() {
            for (at, claim) in card.claims.iter().enumerate() {
                let quoted = claim.quote.clone().map(|quote| Anchor {
                    quote,
                    before: None,
                    after: None,
                    url: None,
                });
                let words = claim.source.as_ref().or(quoted.as_ref());
                words
                    .into_iter()
                    .for_each(|words| take(Fact::Claim(country, at), words));
            }
            for (at, figure) in card.figures.iter().enumerate() {
                let words = figure.source.iter();
                words.for_each(|words| take(Fact::Figure(country, at), words));
            }
        }
    }
}
