//! The sentences of the article as numbered notes, for paper and for pages without code: a
//! fact has a number beside it, and at the end the numbers have their sentences.

use yew::{Html, html};

use super::{
    Context, element::summary, heading::heading, source::quoted, text::text, when::article_words,
};
use crate::{
    article::{Fact, Text, When},
    explore::{State, Stated},
    sorting,
};

/// The number of a fact's note; nothing on a screen, or without words that it rests on.
pub(super) fn note(context: &Context, fact: Fact) -> Html {
    let number = context.notes.number(fact);
    let Some(number) = number.filter(|_| context.is_paper()) else {
        return html! {};
    };
    let href = format!("#{}", context.id(&format!("note-{number}")));
    // In brackets, as content systems take the tags away; on the line of the last word.
    html! {
        <>{ "\u{2060}" }<sup id={context.id(&format!("mark-{number}"))}>
            <a {href}>{ format!("[{number}]") }</a>
        </sup></>
    }
}

/// The list of notes, closed where there is no code.
pub(super) fn notes(context: &Context) -> Html {
    let strings = context.words.strings;
    let notes = context.notes.facts.iter().zip(1_usize..);
    let notes = notes.map(|((fact, quote), number)| {
        let href = format!("#{}", context.id(&format!("mark-{number}")));
        html! {
            <li key={number} id={context.id(&format!("note-{number}"))}>
                { quoted(context, quote) }
                { " " }
                if let Some(words) = when(&context.state, *fact).and_then(|when| article_words(context, when)) {
                    { words }{ " " }
                }
                <a {href} aria-label={strings.back()}>{ "↑" }</a>
            </li>
        }
    });
    let title = heading(
        context,
        1,
        "part-title",
        None,
        None,
        text(context, strings.source_of()),
    );
    html! {
        <details class="notes" open={context.state.printed}>
            { summary(title) }
            <ol>{ for notes }</ol>
        </details>
    }
}

/// The date of a fact that has one.
fn when(state: &State, fact: Fact) -> Option<&When> {
    match fact {
        Fact::Event(at) => state.article.events.get(at).map(|event| &event.when),
        Fact::Era(at) => state.article.eras.get(at).map(|era| &era.when),
        Fact::Claim(..) | Fact::Figure(..) => None,
    }
}

/// The sentences that the facts on the page rest on, numbered in its order.
#[derive(Debug, Default)]
pub struct Notes {
    /// The facts and their sentences, by number, from 1.
    facts: Vec<(Fact, Text)>,
    /// The numbers of the facts, in the order of facts.
    numbers: Vec<(Fact, usize)>,
}

impl Notes {
    /// The notes of all that is shown: events, eras, and of each country figures before
    /// claims.
    pub(super) fn of(state: &State) -> Notes {
        let mut quotes: Vec<(Fact, Text)> = Vec::new();
        state.article.facts(&mut |fact, words| {
            quotes.push((fact, words.quote.clone()));
        });
        sorting::sort_by_key(&mut quotes, |(fact, _)| *fact);
        let events = state.shown.iter().map(Fact::Event);
        let eras = state.eras.iter().map(Fact::Era);
        let mut facts: Vec<Fact> = events.chain(eras).collect();
        for country in state.tiles() {
            let figures = state.figures(country).into_iter();
            facts.extend(figures.map(|at| Fact::Figure(country, at)));
            let claims = state.claims(country).into_iter();
            facts.extend(claims.map(|Stated { at, .. }| Fact::Claim(country, at)));
        }
        let mut notes = Notes::default();
        for fact in facts {
            let place = quotes.binary_search_by_key(&fact, |(fact, _)| *fact);
            if let Some((_, quote)) = place.ok().and_then(|at| quotes.get(at)) {
                notes.facts.push((fact, quote.clone()));
                notes.numbers.push((fact, notes.facts.len()));
            }
        }
        sorting::sort(&mut notes.numbers);
        notes
    }

    /// The number of a fact's note.
    fn number(&self, fact: Fact) -> Option<usize> {
        let place = self.numbers.binary_search_by_key(&fact, |(fact, _)| *fact);
        self.numbers.get(place.ok()?).map(|(_, number)| *number)
    }

    /// Whether nothing on the page rests on words of the article.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}
