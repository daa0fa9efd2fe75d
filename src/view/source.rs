use yew::{Html, html};

use super::{
    Context,
    element::{dot, span},
    fill,
    icon::{Icon, icon},
    links::{host, outward},
    text::{shortened, text},
};
use crate::article::{Anchor, Fact};

/// Characters of a sentence that are said of the control that leads to it.
const SAID: usize = 80;

/// The sentence of the article that a fact rests on.
pub(super) fn sentence(context: &Context, quote: &str) -> Html {
    span("sentence", text(context, &quoted(context, quote)))
}

/// The way to what a fact rests on: the words of the article, or another document by its host's
/// name.
pub(super) fn way(context: &Context, fact: Fact, anchor: &Anchor) -> Html {
    let Some(url) = &anchor.url else {
        return show(context, fact, &anchor.quote);
    };
    html! { <>{ dot() }{ outward(url, None, text(context, host(url))) }</> }
}

/// The way to the words of the article that a fact rests on, at the end of what it belongs
/// to; after it room for the page to say that they are gone.
pub(super) fn show(context: &Context, fact: Fact, quote: &str) -> Html {
    if context.is_paper() {
        return html! {};
    }
    let label = fill(
        context.words.strings.show_source(),
        &[&shortened(quote, SAID)],
    );
    html! {
        <>
            // With what it belongs to, not on a line of its own.
            <span class="way">
                { "\u{2060}" }
                <button type="button" class="to-article" data-source={fact.name()} aria-label={label}>
                    { icon(Icon::Article) }
                </button>
                <output></output>
            </span>
        </>
    }
}

/// A text in quotation marks, unless it brings its own.
pub(super) fn quoted(context: &Context, quote: &str) -> String {
    if has_own_marks(quote) {
        return quote.to_owned();
    }
    let strings = context.words.strings;
    format!("{}{quote}{}", strings.quote_open(), strings.quote_close())
}

/// Whether a text begins and ends with the marks of one quotation.
pub(super) fn has_own_marks(quote: &str) -> bool {
    const PAIRS: [(char, &[char]); 8] = [
        ('“', &['”', '“']),
        ('„', &['“', '”']),
        ('«', &['»']),
        ('»', &['«']),
        ('‘', &['’']),
        ('‚', &['‘', '’']),
        ('"', &['"']),
        ('「', &['」']),
    ];
    let mut letters = quote.trim().chars();
    let (Some(first), Some(last)) = (letters.next(), letters.next_back()) else {
        return false;
    };
    let ends = PAIRS
        .iter()
        .find(|(open, _)| *open == first)
        .map(|(_, ends)| *ends);
    // ‘ and ’ are apostrophes, too, so that only the others end a quotation early.
    ends.is_some_and(|ends| {
        ends.contains(&last) && (last == '’' || !letters.any(|one| ends.contains(&one)))
    })
}

#[cfg(test)]
mod tests {
    use super::has_own_marks;

    #[test]
    fn a_quotation_may_bring_its_own_marks() {
        for own in ["“Yes.”", "«Так»", "„Ja“", "\"No\"", "‘It’s so’"] {
            assert!(has_own_marks(own), "{own}");
        }
        for none in [
            "Yes.",
            "“Genocide” continued",
            "“One” and “two”",
            "“",
            "the “rioters”",
        ] {
            assert!(!has_own_marks(none), "{none}");
        }
    }
}
