//! The sentences of the article as numbered notes, for paper and for pages without code.
//!
//! A fact has a mark beside it. In the browser the mark is empty and holds the words;
//! when the page is printed, the style sheet counts the marks and `www/platform/attend.js` lists
//! their words at the end. Natively number and list are written out.

#[cfg(not(target_arch = "wasm32"))]
use std::collections::HashMap;

use super::{Context, tree::Tree};
use crate::article::Fact;
#[cfg(not(target_arch = "wasm32"))]
use crate::article::{Article, Text};

/// The mark of a fact's note; nothing without words that it rests on.
pub(super) fn note(tree: &mut Tree, context: &Context, fact: Fact, words: Option<&str>) {
    let Some(words) = words else {
        return;
    };
    #[cfg(not(target_arch = "wasm32"))]
    if context.plain {
        if let Some(number) = context.notes.numbers.get(&fact) {
            let [mark, note] =
                ["mark", "note"].map(|what| context.notes.id(context, what, *number));
            let note = ["#", &note].concat();
            tree.open("sup id={}").with(&mark);
            // In brackets, as content systems take the tags away.
            let number = format!("[{number}]");
            tree.open("a href={}").with(&note).line(&number);
            tree.close();
        }
        return;
    }
    let _ = fact;
    tree.open("sup data-quote={}")
        .with(&quoted(context, words))
        .close();
}

/// Room for the list of notes, or the list.
pub(super) fn notes(tree: &mut Tree, context: &Context) {
    #[cfg(not(target_arch = "wasm32"))]
    if context.plain && context.notes.quotes.is_empty() {
        return;
    }
    tree.open("section.notes #notes aria-labelledby=notes-title hidden={}")
        .on(!context.is_plain());
    tree.open("h3.part-title id=notes-title")
        .line(context.words.strings.source_of());
    tree.open("ol");
    #[cfg(not(target_arch = "wasm32"))]
    if context.plain {
        for (number, quote) in (1..).zip(&context.notes.quotes) {
            let [mark, note] = ["mark", "note"].map(|what| context.notes.id(context, what, number));
            let mark = ["#", &mark].concat();
            tree.open("li id={}").with(&note);
            tree.text(&quoted(context, quote));
            tree.text(" ");
            tree.open("a href={} aria-label={}")
                .with(&mark)
                .with(context.words.strings.back())
                .line("↑");
            tree.close();
        }
    }
    tree.close();
    tree.close();
}

fn quoted(context: &Context, quote: &str) -> String {
    let strings = context.words.strings;
    [strings.quote_open(), quote, strings.quote_close()].concat()
}

/// The notes of a page without code, numbered in the order of the page.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub struct Notes {
    numbers: HashMap<Fact, usize>,
    quotes: Vec<Text>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Notes {
    /// The notes of an article. On a card figures stand before claims.
    #[must_use]
    pub fn of(article: &Article) -> Notes {
        let mut facts = Vec::new();
        article.facts(&mut |fact, words| facts.push((fact, words.quote.clone())));
        facts.sort_by_key(|(fact, _)| match *fact {
            Fact::Event(at) => (0, at, 0, 0),
            Fact::Era(at) => (1, at, 0, 0),
            Fact::Figure(country, at) => (2, country, 0, at),
            Fact::Claim(country, at) => (2, country, 1, at),
        });
        let mut notes = Notes::default();
        for (number, (fact, quote)) in (1..).zip(facts) {
            notes.numbers.insert(fact, number);
            notes.quotes.push(quote);
        }
        notes
    }

    /// The id of a mark or of a note, which is none of the reader's places.
    fn id(&self, context: &Context, what: &str, number: usize) -> String {
        format!("{}-{what}-{number}", context.name)
    }
}
