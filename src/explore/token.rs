use super::{Bring, Place, Section, State};

/// Something that narrows down what is shown, and that a press takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A chosen country: a position in `Article::countries`.
    Country(usize),
    /// A chosen group of events: a position in `Article::groups`.
    Group(usize),
    /// The chosen speaker: a position in `Article::people`.
    Speaker(usize),
    /// The words looked for.
    Query,
}

impl State {
    /// What narrows down what is shown, in the order in which it is set out.
    #[must_use]
    pub fn tokens(&self) -> Vec<Token> {
        let countries = self.countries.iter().copied().map(Token::Country);
        let groups = self.groups.iter().copied().map(Token::Group);
        let speaker = self.speaker.map(Token::Speaker);
        let query = (!self.asked().is_empty()).then_some(Token::Query);
        countries
            .chain(groups)
            .chain(speaker)
            .chain(query)
            .collect()
    }

    /// Takes one of them away; reading goes on at the one that takes its place, and
    /// after the last at the control that opens the search.
    pub(super) fn take_away(&mut self, token: Token) {
        let at = self.tokens().iter().position(|one| *one == token);
        match token {
            Token::Country(country) => self.countries.retain(|at| *at != country),
            Token::Group(group) => self.groups.retain(|at| *at != group),
            Token::Speaker(_) => self.speaker = None,
            Token::Query => self.query.clear(),
        }
        let left = self.tokens().len();
        self.bring = at.map(|at| {
            Bring::Focus(match left {
                0 => Place::Opener(Section::Search),
                _ => Place::Token(at.min(left - 1)),
            })
        });
    }
}
