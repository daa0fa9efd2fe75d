use yew::{Html, html};

use super::{
    Context, Counted,
    element::{dot, only, p},
    fill,
    heading::heading,
    icon::{Icon, icon},
    links::outward,
    search::search,
    text::text,
    tokens::tokens,
};
use crate::{
    article::Publication,
    explore::{Action, Part, Place, Section},
};

/// The head of the widget: what it is about, how much there is, and what the reader has
/// made of it.
pub(super) fn head(context: &Context) -> Html {
    let state = &context.state;
    let (article, options) = (&state.article, &state.options);
    let is_paper = context.is_paper();
    let summary = article.summary.as_ref();
    html! {
        <div class="top">
            <header class="head">
                { only(options.shows(Part::Headline), || headline(context)) }
                if let Some(summary) = summary.filter(|_| options.shows(Part::Summary)) {
                    <p class="summary" part="summary">{ text(context, summary) }</p>
                }
                { imprint(context) }
                { only(options.shows(Part::Search) && !is_paper, || opener(context)) }
            </header>
            { only(state.is_open(Section::Search) && !is_paper, || search(context)) }
            { only(state.is_filtered() && is_paper, || printed(context)) }
            { only(state.is_filtered() && !is_paper, || tokens(context)) }
        </div>
    }
}

/// What the whole is about.
fn headline(context: &Context) -> Html {
    let headline = &context.state.article.headline;
    let inside = text(context, headline);
    heading(context, 0, size(headline), Some("headline"), None, inside)
}

/// What narrows down what is printed.
fn printed(context: &Context) -> Html {
    let set = super::tokens::set(context);
    let part = fill(context.words.strings.printed_part(), &[&set]);
    p("printed", text(context, &part))
}

/// A headline of more letters than two lines of a phone hold is set smaller there; one that
/// is a paragraph is cut.
fn size(headline: &str) -> &'static str {
    match headline.chars().count() {
        0..=44 => "headline",
        45..=90 => "headline long",
        _ => "headline long cut",
    }
}

/// The control that opens the search, and closes it again.
fn opener(context: &Context) -> Html {
    let section = Section::Search;
    let open = context.state.is_open(section);
    html! {
        <button
            type="button"
            class="icon-button"
            part="search-open"
            id={context.place(Place::Opener(section))}
            aria-expanded={open.to_string()}
            aria-label={context.words.strings.search()}
            onclick={context.on(Action::Expand(section))}
        >
            { icon(Icon::Search) }
        </button>
    }
}

/// Where the report appeared, how much of it is here, and when and where it was written.
fn imprint(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let article = &state.article;
    let mut items: Vec<(&str, Html)> = Vec::new();
    if let Some(source) = &article.source {
        items.push(("imprint-source", publication(context, source)));
    }
    // While something narrows them down, they are counted beside it.
    if !state.is_filtered() || context.is_paper() {
        let events = words.count(Counted::Events, article.events.len());
        items.push(("imprint-events", text(context, &events)));
        let countries = state.country_count(&state.carded);
        if countries > 0 && state.options.shows(Part::Countries) {
            let countries = words.count(Counted::Countries, countries);
            items.push(("imprint-countries", text(context, &countries)));
        }
    }
    if let Some(place) = &article.dateline {
        items.push(("imprint-place", text(context, place)));
    }
    if let Some(date) = &article.published {
        let published = fill(words.strings.published(), &[&words.date(date)]);
        items.push(("imprint-published", text(context, &published)));
    }
    let items = items.into_iter().enumerate().map(|(at, (name, item))| {
        html! {
            <span key={name} class={name}>
                { only(at > 0, dot) }
                { item }
            </span>
        }
    });
    html! { <p class="imprint" part="imprint">{ for items }</p> }
}

/// The publisher, with the way to the report where there is one. The report's title is said
/// to who cannot see the rest of the page, and where there is room for it.
fn publication(context: &Context, source: &Publication) -> Html {
    let title = source.title.as_deref();
    let paper = context.is_paper();
    let named = fill(
        context.words.strings.published_by(),
        &[&match title {
            Some(title) => format!("{}, {title}", source.name),
            None => source.name.to_string(),
        }],
    );
    let shown = if paper { &*named } else { &*source.name };
    match &source.url {
        Some(url) => outward(url, (!paper).then(|| named.clone()), text(context, shown)),
        None => text(context, shown),
    }
}
