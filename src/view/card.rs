use yew::{Html, html};

use super::{
    Context, Counted,
    claims::claims,
    corrections::corrected,
    element::{only, p, span},
    fill,
    list::opener,
    notes::note,
    source::way,
    text::{marked, text},
    when::time,
};
use crate::{
    article::{Comparison, Country, Date, Fact, Figure},
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
                { p("note", marked(context, words)) }
            }
            { corrected(context, &["countries", &country.id]) }
            if !figures.is_empty() {
                <ul class="figures">
                    { for figures.into_iter().map(|one| figure(context, at, one, country)) }
                </ul>
            }
            { only(!country.claims.is_empty(), || claims(context, at, country)) }
            { only(is_bare, || events(context, at)) }
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
                { source.map(|anchor| way(context, fact, anchor)).unwrap_or_default() }
            </p>
            { besides(context, figure) }
            { figure.than.as_ref().map(|than| comparison(context, figure, than)).unwrap_or_default() }
            { corrected(context, &["countries", &of.id, "figures", &entry]) }
        </li>
    }
}

/// “387 billion dollars in 2021”: what it is to be compared with.
fn comparison(context: &Context, figure: &Figure, than: &Comparison) -> Html {
    let value = context.words.amount(&than.value);
    let parts = [Some(&value), figure.unit.as_ref(), Some(&than.label)];
    let parts: Vec<&str> = parts.into_iter().flatten().map(|part| &**part).collect();
    p("than", marked(context, &parts.join(" ")))
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

/// From when on and until when it counts, and who says so.
fn besides(context: &Context, figure: &Figure) -> Html {
    let Context { state, words, .. } = context;
    let date = |date: &Option<Date>| date.as_ref().map(|date| words.date(date));
    let period = match (&figure.since, date(&figure.until)) {
        (Some(since), Some(until)) => {
            Some(fill(words.strings.range(), &[&words.date(since), &until]))
        }
        (Some(since), None) => Some(words.since(since)),
        (None, Some(until)) => Some(fill(words.strings.range(), &["…", &until])),
        (None, None) => None,
    };
    let person = figure.speaker.and_then(|at| state.article.people.get(at));
    let said: Vec<String> = period
        .into_iter()
        .chain(person.map(|person| person.name.to_string()))
        .collect();
    if said.is_empty() {
        return html! {};
    }
    p("since", text(context, &said.join(" · ")))
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
        let when = span("when", time(context, &event.when));
        let title = span("title", marked(context, &event.title));
        let inside = html! { <>{ when }{ " " }{ title }</> };
        let visit = |inside| {
            html! {
                <button type="button" onclick={context.on(Action::Visit(at))}>{ inside }</button>
            }
        };
        let inside = if context.is_paper() {
            inside
        } else {
            visit(inside)
        };
        Some(html! { <li key={at}>{ inside }</li> })
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
