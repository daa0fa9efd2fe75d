//! The sentences of the article as numbered notes, for paper and for pages without code: a
//! fact has a number beside it, and at the end the numbers have their sentences.

use std::collections::BTreeMap;

use yew::{Html, html};

use super::{Context, heading::heading, source::quoted, text::text};
use crate::{
    article::{Fact, Text},
    explore::{State, Stated},
};

/// The number of a fact's note; nothing on a screen, or without words that it rests on.
pub(super) fn note(context: &Context, fact: Fact) -> Html {
    let number = context.notes.numbers.get(&fact);
    let Some(number) = number.filter(|_| context.is_paper()) else {
        return html! {};
    };
    let href = format!("#{}", context.id(&format!("note-{number}")));
    // In brackets, as content systems take the tags away.
    html! {
        <sup id={context.id(&format!("mark-{number}"))}>
            <a {href}>{ format!("[{number}]") }</a>
        </sup>
    }
}

/// The list of notes.
pub(super) fn notes(context: &Context) -> Html {
    let strings = context.words.strings;
    let title = context.id("notes-title");
    let notes = context.notes.quotes.iter().zip(1_usize..);
    let notes = notes.map(|(quote, number)| {
        let href = format!("#{}", context.id(&format!("mark-{number}")));
        html! {
            <li key={number} id={context.id(&format!("note-{number}"))}>
                { quoted(context, quote) }
                { " " }
                <a {href} aria-label={strings.back()}>{ "↑" }</a>
            </li>
        }
    });
    html! {
        <section class="notes" aria-labelledby={title.clone()}>
            { heading(context, 1, "part-title", None, Some(title), text(strings.source_of())) }
            <ol>{ for notes }</ol>
        </section>
    }
}

/// The sentences that the facts on the page rest on, numbered in its order.
#[derive(Debug, Default)]
pub struct Notes {
    numbers: BTreeMap<Fact, usize>,
    quotes: Vec<Text>,
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
                notes.quotes.push(quote);
                notes.numbers.insert(fact, notes.quotes.len());
            }
        }
        notes
    }

    /// Whether nothing on the page rests on words of the article.
    pub(super) fn is_empty(&self) -> bool {
        self.quotes.is_empty()
    }
}
