use yew::{Html, html};

use super::{
    Context, Counted,
    card::card,
    element::{only, p, span},
    fill,
    heading::heading,
    list::opener,
    sparkline::{sparkline, spoken},
    text::{marked, text},
};
use crate::{
    article::Country,
    explore::{self, Action, Place, Section, State},
};

/// The countries: a tile each, and the cards of those that are open.
pub(super) fn countries(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let strings = words.strings;
    let title = context.id("countries-title");
    let tiles = state.tiles();
    // Nothing that is looked for is on a card; the list says that there is nothing at all.
    if tiles.is_empty() && state.options.shows(explore::Part::List) {
        return html! { <section hidden=true /> };
    }
    let count = words.count(Counted::Countries, state.tile_count());
    let all = match state.article.is_of_countries() {
        true => fill(strings.all_of(), &[&count]),
        false => strings.show_all().to_owned(),
    };
    html! {
        <section class="countries-part" part="countries" aria-labelledby={title.clone()}>
            if state.pinned().is_none() {
                <div class="part-head">
                    { heading(context, 1, "part-title", None, Some(title), text(context, &words.cards(&state.article))) }
                    if !context.is_paper() && state.countries.len() > 1 {
                        <button type="button" class="quiet" onclick={context.on(Action::CloseAll)}>
                            { strings.close_all() }
                        </button>
                    }
                </div>
            }
            if tiles.is_empty() {
                { p("nothing", text(context, strings.nothing_on_cards())) }
            }
            <div class="tiles">{ for tiles.iter().map(|at| country(context, *at)) }</div>
            if state.can_rest_tiles() && !context.is_paper() {
                <div class="openers">
                    { opener(context, Section::Countries, &all) }
                </div>
            }
        </section>
    }
}

/// A country's tile, and its card once it is open, which the style sheet puts under the
/// row of tiles.
fn country(context: &Context, at: usize) -> Html {
    let state = &context.state;
    let Some(country) = state.article.countries.get(at) else {
        return html! {};
    };
    let is_open = state.is_card_open(at);
    if context.is_paper() {
        return on_paper(context, at, country);
    }
    if state.pinned() == Some(at) {
        let title = context.id("countries-title");
        return html! {
            <key={at}>
                { heading(context, 1, "card-title", None, Some(title), name(context, at, country)) }
                { card(context, at, country) }
            </>
        };
    }
    html! {
        <key={at}>
            { tile(context, at, country, is_open) }
            { only(is_open, || card(context, at, country)) }
        </>
    }
}

/// Its name, how much is said of it, and when its events were; pressed, it opens the card
/// and shows what names this country alone.
fn tile(context: &Context, at: usize, country: &Country, is_open: bool) -> Html {
    let state = &context.state;
    let is_bare = country.claims.is_empty() && country.figures.is_empty();
    let inside = html! {
        <>
            { span("tile-name", name(context, at, country)) }
            { " " }
            { said_of(context, at, country) }
            if let Some(track) = state.track(at) {
                { span("visually-hidden", text(context, &format!(", {}", spoken(context, track, is_bare)))) }
                { sparkline(context, at) }
            }
            if state.is_marked(at) {
                <span class="visually-hidden">{ ", " }{ context.words.strings.marked() }</span>
            }
        </>
    };
    let is_silent = is_silent(state, at, country);
    let inside = if is_silent {
        span("tile-face", inside)
    } else {
        html! {
            <button
                type="button"
                class="tile-face"
                id={context.place(Place::Country(at))}
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then(|| context.id(&format!("card-{at}")))}
                onclick={context.on(Action::Toggle(at))}
            >
                { inside }
            </button>
        }
    };
    let level = format!("h{}", state.options.level(2));
    html! {
        <@{level}
            class="tile"
            part="country"
            data-chosen={state.has_chosen(at).then_some("")}
            data-marked={state.is_marked(at).then_some("")}
            data-silent={is_silent.then_some("")}
        >
            { inside }
        </@>
    }
}

/// Closed where there is no code, and whole all the same; on paper open.
fn on_paper(context: &Context, at: usize, country: &Country) -> Html {
    let state = &context.state;
    let title = |inside| heading(context, 2, "card-title", None, None, inside);
    let name = name(context, at, country);
    if is_silent(state, at, country) {
        return html! {
            <div key={at} class="country" part="country">
                { title(name) }
                { p("note", text(context, only_named(context, country))) }
            </div>
        };
    }
    html! {
        <details key={at} class="country" part="country" open={state.printed}>
            <summary>
                { title(name) }
                { " " }
                { said_of(context, at, country) }
            </summary>
            { card(context, at, country) }
        </details>
    }
}

/// That nothing is said of it, in a sentence where it is a country.
fn only_named(context: &Context, country: &Country) -> &'static str {
    let strings = context.words.strings;
    if country.is_country() {
        strings.only_named()
    } else {
        strings.named_only()
    }
}

/// Its name, after its flag where the editor asks for one and flags are served.
fn name(context: &Context, at: usize, country: &Country) -> Html {
    let flag = context.flags.of(country).filter(|_| !context.is_paper());
    html! {
        <>
            if let Some(src) = flag {
                <img class="flag" loading="lazy" decoding="async" {src} alt="" />
            }
            { marked(context, &context.words.country(&context.state.article, at)) }
        </>
    }
}

/// “7 claims · 1 figure”, after the letters that it goes by; where nothing is said of it how
/// many events name it.
fn said_of(context: &Context, at: usize, country: &Country) -> Html {
    let Context { state, words, .. } = context;
    let (claims, figures) = (country.claims.len(), country.figures.len());
    let mut said = Vec::new();
    if claims > 0 {
        let heard = country.claims.iter().filter(|one| state.hears(one.speaker));
        said.push(if state.speaker.is_some() {
            words.portion(Counted::Claims, heard.count(), claims)
        } else {
            words.count(Counted::Claims, claims)
        });
    }
    if figures > 0 {
        said.push(words.count(Counted::Figures, figures));
    }
    let events = if said.is_empty() {
        state.events_of(at).len()
    } else {
        0
    };
    if events > 0 {
        said.push(words.count(Counted::Events, events));
    }
    if said.is_empty() {
        said.push(words.strings.named_only().to_owned());
    }
    let short = country.short.as_ref().filter(|_| !context.is_paper());
    let inside = html! {
        <>
            if let Some(short) = short {
                <span class="monogram" aria-hidden="true">{ short.to_string() }</span>
                { " " }
            }
            { text(context, &said.join(" · ")) }
        </>
    };
    span("tile-count", inside)
}

/// Whether there is nothing that its card could hold.
fn is_silent(state: &State, at: usize, country: &Country) -> bool {
    country.claims.is_empty()
        && country.figures.is_empty()
        && country.note.is_none()
        && state.events_of(at).is_empty()
}
