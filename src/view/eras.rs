use yew::{Html, html};

use super::{
    Context,
    corrections::corrected,
    event::countries,
    heading::heading,
    notes::note,
    source::show,
    text::{marked, text},
    when::{article_words, basis, time},
};
use crate::article::{Era, Fact};

/// The longer periods behind the events.
pub(super) fn eras(context: &Context) -> Html {
    let state = &context.state;
    let eras = state.article.eras.iter().enumerate();
    let shown = eras.filter(|(at, _)| state.eras.contains(*at));
    html! {
        <section class="eras" key="eras">
            if context.is_paper() {
                { heading(context, 2, "eras-title", None, None, text(context.words.strings.eras())) }
            }
            <ul>{ for shown.map(|(at, one)| era(context, at, one)) }</ul>
        </section>
    }
}

fn era(context: &Context, at: usize, era: &Era) -> Html {
    html! {
        <li key={era.id.to_string()} class="era" part="era" data-basis={basis(&era.when)}>
            <p class="when">{ time(context, &era.when) }</p>
            <p class="title">
                { marked(context, &era.title) }
                { note(context, Fact::Era(at)) }
                if let Some(anchor) = era.source.as_ref().filter(|_| era.text.is_none()) {
                    { show(context, Fact::Era(at), &anchor.quote) }
                }
            </p>
            if let Some(words) = &era.text {
                <p class="text">
                    { marked(context, words) }
                    if let Some(anchor) = &era.source {
                        { show(context, Fact::Era(at), &anchor.quote) }
                    }
                </p>
            }
            { countries(context, &era.countries) }
            if let Some(words) = article_words(context, &era.when) {
                <p class="basis">{ text(&words) }</p>
            }
            { corrected(context, &["eras", &era.id]) }
        </li>
    }
}
