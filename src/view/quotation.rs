use yew::{Html, html};

use super::{Context, marked::marked};
use crate::article::{Anchor, Fact};

/// Somebody's words, in quotation marks and with a hanging mark.
pub(super) fn quotation(context: &Context, quote: &str) -> Html {
    let strings = context.words.strings;
    html! {
        <blockquote class="quote">
            <p>
                <span class="hang">{strings.quote_open}</span>
                {marked(&context.state, quote)}
                {strings.quote_close}
            </p>
        </blockquote>
    }
}

/// The sentence of the article that a fact rests on.
pub(super) fn sentence(context: &Context, anchor: &Anchor) -> Html {
    let strings = context.words.strings;
    html! {
        <p class="source">
            <span class="label">{strings.source_of}{": "}</span>
            {strings.quote_open}{&*anchor.quote}{strings.quote_close}
        </p>
    }
}

/// The way to the words of the article that a fact rests on; beside it room for the
/// page to say that they are gone.
pub(super) fn show(context: &Context, fact: Fact) -> Html {
    if context.plain {
        return Html::default();
    }
    html! {
        <p class="show">
            <button type="button" class="quiet" data-source={fact.name()}>
                {context.words.strings.show_source}
            </button>
            <output></output>
        </p>
    }
}

/// “Antony Blinken, US Secretary of State”.
pub(super) fn speaker(context: &Context, at: Option<usize>) -> Html {
    let person = at.and_then(|at| context.state.article.people.get(at));
    let Some(person) = person else {
        return html! { <span class="name">{context.words.strings.unattributed}</span> };
    };
    html! {
        <>
            <span class="name">{marked(&context.state, &person.name)}</span>
            if let Some(role) = &person.role {
                <span class="role">{context.words.strings.comma}{marked(&context.state, role)}</span>
            }
        </>
    }
}
