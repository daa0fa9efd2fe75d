use yew::{Html, html};

use super::{
    Context, Counted, fill,
    heading::heading,
    icon::{Icon, icon},
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
    let Context { state, words, .. } = context;
    let (article, options) = (&state.article, &state.options);
    let summary = article.summary.as_ref();
    html! {
        <div class="top">
            <header class="head">
                if options.shows(Part::Headline) {
                    { heading(context, 0, size(&article.headline), "headline", None, text(context, &article.headline)) }
                }
                if let Some(summary) = summary.filter(|_| options.shows(Part::Summary)) {
                    <p class="summary" part="summary">{ text(context, summary) }</p>
                }
                { imprint(context) }
                if options.shows(Part::Search) && !context.is_paper() {
                    { opener(context) }
                }
            </header>
            if state.is_open(Section::Search) && !context.is_paper() {
                { search(context) }
            }
            if state.is_filtered() {
                if context.is_paper() {
                    <p class="printed">
                        { text(context, &fill(words.strings.printed_part(), &[&super::tokens::set(context)])) }
                    </p>
                } else {
                    { tokens(context) }
                }
            }
        </div>
    }
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
                if at > 0 { { " · " } }
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
        Some(url) => html! {
            <a
                href={url.to_string()}
                rel="external noopener"
                aria-label={(!paper).then(|| named.clone())}
            >
                { text(context, shown) }
            </a>
        },
        None => text(context, shown),
    }
}
