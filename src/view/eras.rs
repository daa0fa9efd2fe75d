use yew::{Html, html};

use super::{
    Context,
    event::{countries, time},
    marked::marked,
    quotation::{sentence, show},
};
use crate::article::Fact;

/// The longer periods behind the events.
pub(super) fn eras(context: &Context) -> Html {
    let state = &context.state;
    let article = &state.article;
    html! {
        <section class="eras" hidden={state.eras.count() == 0}>
            <h4>{context.words.strings.eras}</h4>
            <ul>
                for at in state.eras.iter() {
                    if let Some(era) = article.eras.get(at) {
                        <li key={&*era.id} class="era" part="era">
                            <p class="when">{time(context, &era.when)}</p>
                            <p class="era-title">{marked(state, &era.title)}</p>
                            if let Some(text) = &era.text {
                                <p class="text">{marked(state, text)}</p>
                            }
                            if !era.countries.is_empty() {
                                <p class="tags">{countries(context, &era.countries)}</p>
                            }
                            if let Some(anchor) = era.source.as_ref().filter(|_| context.plain) {
                                {sentence(context, anchor)}
                            }
                            if era.source.is_some() {
                                {show(context, Fact::Era(at))}
                            }
                        </li>
                    }
                }
            </ul>
        </section>
    }
}
