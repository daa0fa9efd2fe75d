//! The sentences of the article as numbered notes, for paper and for pages without code: a
//! fact has a number beside it, and at the end the numbers have their sentences.

use std::collections::BTreeMap;

use yew::{Html, html};

use super::{Context, heading::heading, source::quoted, text::text, when::article_words};
use crate::{
    article::{Fact, Text, When},
    explore::{State, Stated},
};

/// The number of a fact's note; nothing on a screen, or without words that it rests on.
pub(super) fn note(context: &Context, fact: Fact) -> Html {
    let number = context.notes.numbers.get(&fact);
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
            <summary>{ title }</summary>
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
    numbers: BTreeMap<Fact, usize>,
    facts: Vec<(Fact, Text)>,
}

impl Notes {
    /// The notes of all that is shown: events, eras, and of each country figures before
    /// claims.
    pub(super) fn of(state: &State) -> Notes {
        let mut quotes = BTreeMap::new();
        state.article.facts(&mut |fact, words| {
            quotes.insert(fact, words.quote.clone());
        });
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
            if let Some(quote) = quotes.remove(&fact) {
                notes.facts.push((fact, quote));
                notes.numbers.insert(fact, notes.facts.len());
            }
        }
        notes
    }

    /// Whether nothing on the page rests on words of the article.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}
