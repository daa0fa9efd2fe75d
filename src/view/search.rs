use yew::{Html, html};

use super::Context;
use crate::explore::{Action, Place};

/// The row with the search field, the choice of a speaker, and how claims are grouped.
pub(super) fn search(context: &Context) -> Html {
    let strings = context.words.strings;
    let speakers = speakers(context);
    html! {
        <search class="search" part="search">
            <label class="field">
                <span class="visually-hidden">{ strings.search() }</span>
                <input
                    type="search"
                    id={context.place(Place::Field)}
                    value={context.state.query.clone()}
                    placeholder={strings.search_hint()}
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    oninput={context.typed(Action::Search)}
                />
            </label>
            if !speakers.is_empty() {
                { choice(context, &speakers) }
            }
            if speakers.len() > 1 {
                <button
                    type="button"
                    class="quiet"
                    aria-pressed={context.state.grouped.to_string()}
                    onclick={context.on(Action::Group)}
                >
                    { strings.by_speaker() }
                </button>
            }
        </search>
    }
}

/// Whoever says anything on a card: positions in `Article::people`.
fn speakers(context: &Context) -> Vec<usize> {
    let article = &context.state.article;
    let mut says = vec![false; article.people.len()];
    article.statements(&mut |_, who, _| {
        if let Some(says) = who.and_then(|at| says.get_mut(at)) {
            *says = true;
        }
    });
    let says = says.into_iter().enumerate();
    says.filter_map(|(at, says)| says.then_some(at)).collect()
}

fn choice(context: &Context, speakers: &[usize]) -> Html {
    let Context { state, words, .. } = context;
    let options = speakers.iter().filter_map(|at| {
        let person = state.article.people.get(*at)?;
        Some(html! {
            <option
                key={*at}
                value={at.to_string()}
                selected={state.speaker == Some(*at)}
            >
                { person.name.to_string() }
            </option>
        })
    });
    let value = state.speaker.map_or_else(String::new, |at| at.to_string());
    html! {
        <label class="speaker-choice">
            <span>{ words.strings.speaker() }</span>
            { " " }
            // The property, as the attribute of an option only says what was so at first.
            <select ~value={value} onchange={context.typed(|at| Action::FilterSpeaker(at.parse().ok()))}>
                <option key="all" value="" selected={state.speaker.is_none()}>
                    { words.strings.all() }
                </option>
                { for options }
            </select>
        </label>
    }
}
