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
        let mut tokens = Vec::new();
        let mut add = |of: &[usize], token: fn(usize) -> Token| {
            tokens.extend(of.iter().map(|at| token(*at)));
        };
        add(&self.countries, Token::Country);
        add(&self.groups, Token::Group);
        add(self.speaker.as_slice(), Token::Speaker);
        if !self.asked().is_empty() {
            tokens.push(Token::Query);
        }
        tokens
    }

    /// Takes one of them away; reading goes on at the one that takes its place, and
    /// after the last at the control that opens the search.
    pub(super) fn take_away(&mut self, token: Token) {
        let at = self.tokens().iter().position(|one| *one == token);
        match token {
            Token::Country(country) => take_out(&mut self.countries, country),
            Token::Group(group) => take_out(&mut self.groups, group),
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

/// Takes a position out of a list.
fn take_out(chosen: &mut Vec<usize>, one: usize) {
    chosen.retain(|at| *at != one);
}
