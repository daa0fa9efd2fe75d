use yew::{Html, html};

use super::{
    Context,
    element::{only, span},
    text::text,
};
use crate::explore::{Action, Place, Section};

/// The row with the search field, the choice of a speaker, and how claims are grouped.
pub(super) fn search(context: &Context) -> Html {
    let strings = context.words.strings;
    let speakers = speakers(context);
    let is_empty = context.state.query.is_empty();
    html! {
        // The first Escape empties the field, as browsers have it; the next one closes the row.
        <search
            class="search"
            part="search"
            onkeydown={is_empty.then(|| context.on_escape(Action::Expand(Section::Search)))}
        >
            <label class="field">
                { span("visually-hidden", html! { strings.search() }) }
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
            { only(!speakers.is_empty(), || choice(context, &speakers)) }
            if speakers.len() > 1 {
                { pressed(context, "quiet", context.state.grouped, Action::Group, html! { strings.by_speaker() }) }
            }
            { only(!context.state.article.groups.is_empty(), || groups(context)) }
        </search>
    }
}

/// The groups of events, to choose among.
fn groups(context: &Context) -> Html {
    let state = &context.state;
    let groups = state.article.groups.iter().enumerate().map(|(at, group)| {
        let (is_chosen, name) = (state.groups.contains(&at), text(context, group));
        pressed(context, "group", is_chosen, Action::ToggleGroup(at), name)
    });
    let label = context.words.strings.groups();
    html! { <div class="group-choice" role="group" aria-label={label}>{ for groups }</div> }
}

/// A button that stays pressed until it is pressed again.
fn pressed(context: &Context, class: &'static str, is: bool, action: Action, name: Html) -> Html {
    html! {
        <button type="button" {class} aria-pressed={is.to_string()} onclick={context.on(action)}>
            { name }
        </button>
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

/// A choice of one of them. An option that is chosen or no longer is is made anew, as the
/// attribute only says which one is chosen at first.
fn choice(context: &Context, speakers: &[usize]) -> Html {
    let Context { state, words, .. } = context;
    let options = speakers.iter().filter_map(|at| {
        let person = state.article.people.get(*at)?;
        let is_chosen = state.speaker == Some(*at);
        Some(html! {
            <option
                key={format!("{at} {is_chosen}")}
                value={at.to_string()}
                selected={is_chosen}
            >
                { person.name.to_string() }
            </option>
        })
    });
    let is_all = state.speaker.is_none();
    html! {
        <label class="speaker-choice">
            <span>{ words.strings.speaker() }</span>
            { " " }
            <select onchange={context.typed(|at| Action::FilterSpeaker(at.parse().ok()))}>
                <option key={format!("all {is_all}")} value="" selected={is_all}>
                    { words.strings.all() }
                </option>
                { for options }
            </select>
        </label>
    }
}
