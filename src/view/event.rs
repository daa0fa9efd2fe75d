use yew::{Html, html};

pub(in crate::view) use super::when::basis;
use super::{
    Context,
    corrections::corrected,
    element::{dot, only, p},
    fill,
    heading::heading,
    icon::{Icon, icon},
    links::{links, media},
    notes::note,
    picture::picture,
    source::{sentence, way},
    speaker::speaker,
    text::{marked, text},
    when::{article_words, time},
};
use crate::{
    article::{Article, Event, Fact, When},
    explore::{Action, Place, Row, State, marks},
};

/// Titles of more letters are cut after three lines at rest.
const LONG: usize = 100;

/// One event of the list: when and what; the rest behind that. Where the list is only a
/// part of them it says which it is.
pub(super) fn event(context: &Context, row: &Row, is_part: bool) -> Html {
    let (state, at) = (&context.state, row.event);
    let Some(event) = state.article.events.get(at) else {
        return html! {};
    };
    let is_selected = state.selected == Some(at);
    let is_open = context.is_paper() || is_selected || is_found_inside(state, event);
    let more = context.id(&format!("more-{at}"));
    html! {
        <li
            key={event.id.to_string()}
            class="event"
            part="event"
            id={context.event_id(at)}
            aria-posinset={is_part.then(|| (row.rank + 1).to_string())}
            aria-setsize={is_part.then(|| state.shown.count().to_string())}
            data-basis={basis(&event.when)}
            data-selected={is_selected.then_some("")}
        >
            { head(context, at, event, is_open) }
            // What nobody sees is not there: it would be most of a long list's nodes.
            if is_open {
                <div class="more" id={more}>{ inside(context, at, event) }</div>
            }
        </li>
    }
}

/// When and what: a control that opens the rest; on paper two lines.
fn head(context: &Context, at: usize, event: &Event, is_open: bool) -> Html {
    let when = html! {
        <span class="when" part="event-date">{ time(context, &event.when) }</span>
    };
    let title = html! {
        <>{ marked(context, &event.title) }{ note(context, Fact::Event(at)) }</>
    };
    if context.is_paper() {
        return html! {
            <>
                <p class="when" part="event-date">{ time(context, &event.when) }</p>
                { heading(context, 2, "title", Some("event-title"), None, title) }
            </>
        };
    }
    let is_selected = context.state.selected == Some(at);
    let is_long = event.title.chars().count() > LONG;
    let button = html! {
        <button
            type="button"
            id={context.place(Place::Event(at))}
            aria-expanded={is_open.to_string()}
            aria-controls={is_open.then(|| context.id(&format!("more-{at}")))}
            onclick={context.on(Action::Select((!is_selected).then_some(at)))}
        >
            { when }
            { " " }
            <span class={if is_long { "title cut" } else { "title" }} part="event-title">
                { title }
            </span>
        </button>
    };
    heading(context, 2, "row", None, None, button)
}

/// What is behind an event's title.
fn inside(context: &Context, at: usize, event: &Event) -> Html {
    let (words, image, one) = (
        event.text.as_ref(),
        event.image.as_ref(),
        event.media.as_ref(),
    );
    let groups = groups(&context.state.article, event);
    html! {
        <>
            { words.map(|words| p("text", marked(context, words))).unwrap_or_default() }
            { image.map(|image| picture(context, image)).unwrap_or_default() }
            if context.is_paper() {
                { about(context, event) }
            } else {
                { people(context, event) }
                { countries(context, &event.countries) }
                { only(!groups.is_empty(), || p("groups", text(context, &groups))) }
            }
            { one.map(|one| media(context, one)).unwrap_or_default() }
            { only(!event.links.is_empty(), || links(context, &event.links)) }
            { basis_words(context, &event.when, event.source.is_some()) }
            { corrected(context, &["events", &event.id]) }
            { foot(context, at, event) }
        </>
    }
}

fn people(context: &Context, event: &Event) -> Html {
    if event.people.is_empty() {
        return html! {};
    }
    let names = event.people.iter().map(|person| {
        let name = speaker(context, Some(*person), &event.countries);
        html! { <li key={*person}>{ name }</li> }
    });
    let label = context.words.strings.people_of();
    html! { <ul class="people" aria-label={label}>{ for names }</ul> }
}

/// Whom, which countries and which groups an event is about, in one line for paper.
fn about(context: &Context, event: &Event) -> Html {
    let Context { state, words, .. } = context;
    let article = &state.article;
    let people = event.people.iter().filter_map(|at| article.people.get(*at));
    let people = people.map(|person| match &person.role {
        Some(role) => format!("{}{} {role}", person.name, words.strings.comma()),
        None => person.name.to_string(),
    });
    let countries = event
        .countries
        .iter()
        .map(|at| words.country(article, *at).to_string());
    let mut about: Vec<String> = people.collect();
    about.extend(countries);
    let groups = groups(article, event);
    if !groups.is_empty() {
        about.push(groups);
    }
    only(!about.is_empty(), || {
        p("about", text(context, &about.join(" · ")))
    })
}

/// The article's words for a date; on paper they stand with its sentence at the end.
pub(super) fn basis_words(context: &Context, when: &When, is_noted: bool) -> Html {
    let words = article_words(context, when).filter(|_| !(context.is_paper() && is_noted));
    let line = |words: String| p("basis", text(context, &words));
    words.map(line).unwrap_or_default()
}

/// The sentence of the article, and the event's own link. Following that here chooses the
/// event and leaves the rest of the fragment, which may be the host page's, alone; copied,
/// it leads back here.
fn foot(context: &Context, at: usize, event: &Event) -> Html {
    let (strings, paper) = (context.words.strings, context.is_paper());
    // The words of the article stand among the notes there.
    let source = event.source.as_ref();
    let source = source.filter(|anchor| !paper || anchor.url.is_some());
    if paper && source.is_none() {
        return html! {};
    }
    let href = context.event_id(at).map(|id| format!("#{id}"));
    html! {
        <p class="foot">
            if let Some(anchor) = source {
                { only(!anchor.quote.is_empty(), || sentence(context, &anchor.quote)) }
                { way(context, Fact::Event(at), anchor) }
            }
            if !paper {
                <a
                    class="icon-button"
                    {href}
                    aria-label={fill(strings.link(), &[&event.title])}
                    onclick={context.on_link(Action::Visit(at))}
                >
                    { icon(Icon::Link) }
                </a>
            }
        </p>
    }
}

/// The names of countries, the chosen ones set off.
pub(super) fn countries(context: &Context, countries: &[usize]) -> Html {
    if countries.is_empty() {
        return html! {};
    }
    let state = &context.state;
    let names = countries.iter().enumerate().map(|(number, at)| {
        let is_chosen = state.has_chosen(*at).then_some("");
        html! {
            <span key={*at} class="country-name" data-chosen={is_chosen}>
                { only(number > 0, dot) }
                { marked(context, &context.words.country(&state.article, *at)) }
            </span>
        }
    });
    p("countries", names.collect())
}

/// The names of the groups that an event is in.
fn groups(article: &Article, event: &Event) -> String {
    let names = event.groups.iter().map(|at| article.group_name(*at));
    let names: Vec<String> = names.map(|name| name.to_string()).collect();
    names.join(" · ")
}

/// Whether the words looked for stand in what the closed event hides.
fn is_found_inside(state: &State, event: &Event) -> bool {
    let needles = &*state.needles;
    if needles.is_empty() {
        return false;
    }
    let holds = |text: &str| !marks::find(text, needles, state.fold).is_empty();
    let people = event
        .people
        .iter()
        .filter_map(|at| state.article.people.get(*at));
    let mut names = people.flat_map(|person| [Some(&person.name), person.role.as_ref()]);
    event.text.as_deref().is_some_and(holds)
        || names.any(|name| name.is_some_and(|name| holds(name)))
}
