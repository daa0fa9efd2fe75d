use yew::{Html, html};

use super::{
    Context, Counted,
    claims::claims,
    corrections::corrected,
    list::opener,
    notes::note,
    source::show,
    text::{marked, text},
    when::time,
};
use crate::{
    article::{Country, Fact, Figure},
    explore::{Action, Section},
};

/// What is on a country's card: what is said of it and by whom, in figures and in words.
/// Nothing on it ranks or colours the country.
pub(super) fn card(context: &Context, at: usize, country: &Country) -> Html {
    let state = &context.state;
    let name = context.words.country(&state.article, at);
    let figures = state.figures(at);
    let tiles = state.tiles();
    // One that is open alone has its name right above.
    let is_named = tiles.iter().filter(|at| state.is_card_open(**at)).count() > 1;
    let is_bare = country.claims.is_empty() && country.figures.is_empty();
    html! {
        <div class="card" id={context.id(&format!("card-{at}"))} role="group" aria-label={name.to_string()}>
            if is_named && !context.is_paper() {
                <p class="card-name" aria-hidden="true">{ text(context, &name) }</p>
            }
            if let Some(words) = &country.note {
                <p class="note">{ marked(context, words) }</p>
            }
            { corrected(context, &["countries", country.code.as_str()]) }
            if !figures.is_empty() {
                <ul class="figures">
                    { for figures.into_iter().map(|one| figure(context, at, one, country)) }
                </ul>
            }
            if !country.claims.is_empty() {
                { claims(context, at, country) }
            }
            if is_bare {
                { events(context, at) }
            }
        </div>
    }
}

/// A number with what it counts, from when on, and who says so.
fn figure(context: &Context, country: usize, at: usize, of: &Country) -> Html {
    let Some(figure) = of.figures.get(at) else {
        return html! {};
    };
    let fact = Fact::Figure(country, at);
    let source = figure.source.as_ref();
    let entry = figure.entry.to_string();
    html! {
        <li key={at} class="figure" part="figure">
            { amount(context, figure) }
            <p class="label">
                { marked(context, &figure.label) }
                { note(context, fact) }
                if let Some(anchor) = source {
                    { show(context, fact, &anchor.quote) }
                }
            </p>
            { besides(context, figure) }
            { corrected(context, &["countries", of.code.as_str(), "figures", &entry]) }
        </li>
    }
}

/// “more than 2,900”, “about 419 billion dollars”.
fn amount(context: &Context, figure: &Figure) -> Html {
    html! {
        <p class="amount">
            if let Some(qualifier) = &figure.qualifier {
                <span class="qualifier">{ marked(context, qualifier) }{ " " }</span>
            }
            <strong>{ text(context, &context.words.amount(&figure.value)) }</strong>
            if let Some(unit) = &figure.unit {
                <span class="unit">{ " " }{ marked(context, unit) }</span>
            }
        </p>
    }
}

/// From when on it counts, and who says so.
fn besides(context: &Context, figure: &Figure) -> Html {
    let Context { state, words, .. } = context;
    let since = figure.since.as_ref();
    let since = since.map(|date| words.since(date));
    let person = figure.speaker.and_then(|at| state.article.people.get(at));
    let said: Vec<String> = since
        .into_iter()
        .chain(person.map(|person| person.name.to_string()))
        .collect();
    if said.is_empty() {
        return html! {};
    }
    html! { <p class="since">{ text(context, &said.join(" · ")) }</p> }
}

/// The events that name a country of which nothing else is said.
fn events(context: &Context, country: usize) -> Html {
    let state = &context.state;
    let events = state.events_of(country);
    if events.is_empty() {
        return html! {};
    }
    let events = events.iter().filter_map(|&at| {
        let event = state.article.events.get(at)?;
        let when = html! { <span class="when">{ time(context, &event.when) }</span> };
        let title = html! { <span class="title">{ marked(context, &event.title) }</span> };
        Some(html! {
            <li key={at}>
                if context.is_paper() {
                    { when }{ " " }{ title }
                } else {
                    <button type="button" onclick={context.on(Action::Visit(at))}>
                        { when }{ " " }{ title }
                    </button>
                }
            </li>
        })
    });
    html! { <ul class="card-events">{ for events }</ul> }
}

/// The way to the claims that are not shown at rest.
pub(super) fn more_claims(context: &Context, country: usize) -> Html {
    let further = context.state.further_claims(country);
    if further == 0 || context.is_paper() {
        return html! {};
    }
    let label = context.words.count(Counted::MoreClaims, further);
    opener(context, Section::Claims(country), &label)
}
