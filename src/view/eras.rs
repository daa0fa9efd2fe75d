use yew::{Html, html};

use super::{
    Context, Counted,
    corrections::corrected,
    element::{p, summary},
    event::{basis_words, countries},
    heading::heading,
    notes::note,
    source::way,
    text::{marked, text},
    when::{basis, time},
};
use crate::article::{Era, Fact};

/// The longer periods behind the events.
pub(super) fn eras(context: &Context) -> Html {
    let state = &context.state;
    let eras = state.article.eras.iter().enumerate();
    let shown = eras.filter(|(at, _)| state.eras.contains(*at));
    let list = html! { <ul>{ for shown.map(|(at, one)| era(context, at, one)) }</ul> };
    if context.is_paper() {
        let count = context.words.count(Counted::Eras, state.eras.count());
        let title = heading(context, 2, "eras-title", None, None, text(context, &count));
        return html! {
            <details class="eras" key="eras" open={state.printed}>
                { summary(title) }
                { list }
            </details>
        };
    }
    html! { <div class="eras" key="eras">{ list }</div> }
}

fn era(context: &Context, at: usize, era: &Era) -> Html {
    html! {
        <li key={era.id.to_string()} class="era" part="era" data-basis={basis(&era.when)}>
            { p("when", time(context, &era.when)) }
            <p class="title">
                { marked(context, &era.title) }
                { note(context, Fact::Era(at)) }
                if let Some(anchor) = era.source.as_ref().filter(|_| era.text.is_none()) {
                    { way(context, Fact::Era(at), anchor) }
                }
            </p>
            if let Some(words) = &era.text {
                <p class="text">
                    { marked(context, words) }
                    if let Some(anchor) = &era.source {
                        { way(context, Fact::Era(at), anchor) }
                    }
                </p>
            }
            { countries(context, &era.countries) }
            { basis_words(context, &era.when, era.source.is_some()) }
            { corrected(context, &["eras", &era.id]) }
        </li>
    }
}
