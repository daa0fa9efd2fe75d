use yew::{Callback, Html, MouseEvent, html};

use super::{
    Context,
    datetime::datetime,
    marked::marked,
    quotation::{sentence, show, speaker},
};
use crate::{
    article::{Event, Fact, Image, When},
    explore::{Action, address, marks},
};

/// One event of the list: when, what, where; the rest behind its title.
///
/// `rank` is its place among the shown events, from 0, where not all of them are listed.
pub(super) fn event(context: &Context, at: usize, event: &Event, rank: Option<usize>) -> Html {
    let state = &context.state;
    let selected = state.selected == Some(at);
    let open = context.plain || selected || found_inside(context, event);
    let id = address::event(&context.name, &event.id);
    let more = format!("more-{at}");
    let title = marked(state, &event.title);
    let heading = if context.plain {
        title
    } else {
        let act = context.act.clone();
        let choose = (!selected).then_some(at);
        let onclick = Callback::from(move |_| act.emit(Action::Select(choose)));
        html! {
            <button type="button" aria-expanded={open.to_string()} aria-controls={more.clone()} {onclick}>
                {title}
            </button>
        }
    };
    html! {
        <li key={&*event.id} {id} class="event" part="event"
            aria-posinset={rank.map(|rank| (rank + 1).to_string())}
            aria-setsize={rank.map(|_| state.shown.count().to_string())} data-selected={selected.then_some("")}>
            <p class="when" part="event-date">{time(context, &event.when)}</p>
            <h5 class="event-title" part="event-title">{heading}</h5>
            if !event.countries.is_empty() {
                <p class="tags">{countries(context, &event.countries)}</p>
            }
            <div id={more} class="more" hidden={!open}>
                if let Some(text) = &event.text {
                    <p class="text">{marked(state, text)}</p>
                }
                if let Some(image) = &event.image {
                    {picture(context, image)}
                }
                if !event.people.is_empty() {
                    <ul class="people" aria-label={context.words.strings.people_of}>
                        for person in event.people.iter() {
                            <li key={*person}>{speaker(context, Some(*person))}</li>
                        }
                    </ul>
                }
                if let Some(anchor) = &event.source {
                    {sentence(context, anchor)}
                    {show(context, Fact::Event(at))}
                }
                if !context.plain {
                    {link(context, at, event)}
                }
            </div>
        </li>
    }
}

/// A date in words, machine-readable where HTML has a form for it.
pub(super) fn time(context: &Context, when: &When) -> Html {
    let words = context.words.when(when);
    match datetime(&when.date) {
        Some(datetime) => html! { <time {datetime}>{words}</time> },
        None => html! { <span>{words}</span> },
    }
}

/// The names of countries, the chosen ones set off.
pub(super) fn countries(context: &Context, countries: &[usize]) -> Html {
    let article = &context.state.article;
    let name = |at: usize| {
        let chosen = context.state.has_chosen(at).then_some("");
        html! {
            <span key={at} class="tag" data-chosen={chosen}>
                {marked(&context.state, &context.words.country(article, at))}
            </span>
        }
    };
    let mut parts = Vec::new();
    for (index, at) in countries.iter().enumerate() {
        if index > 0 {
            parts.push(html! { {" · "} });
        }
        parts.push(name(*at));
    }
    parts.into_iter().collect()
}

/// Whether the words looked for stand in what the closed event hides.
fn found_inside(context: &Context, event: &Event) -> bool {
    let state = &context.state;
    let needles = state.needles();
    let holds = |text: &str| !marks::find(text, &needles, state.fold).is_empty();
    if needles.is_empty() {
        return false;
    }
    let people = event
        .people
        .iter()
        .filter_map(|at| state.article.people.get(*at));
    event.text.as_deref().is_some_and(holds)
        || people
            .flat_map(|person| [Some(&person.name), person.role.as_ref()])
            .flatten()
            .any(|text| holds(text))
}

fn picture(context: &Context, image: &Image) -> Html {
    let credit = image
        .credit
        .as_ref()
        .map(|credit| super::fill(context.words.strings.picture_by, &[credit]));
    let (width, height) = image.size.map_or((None, None), |(width, height)| {
        (Some(width.to_string()), Some(height.to_string()))
    });
    html! {
        <figure>
            <img src={image.src.clone()} alt={image.alt.clone()} {width} {height}
                loading="lazy" decoding="async" />
            if image.caption.is_some() || credit.is_some() {
                <figcaption>
                    if let Some(caption) = &image.caption {
                        {marked(&context.state, caption)}{" "}
                    }
                    if let Some(credit) = credit {
                        <span class="credit">{credit}</span>
                    }
                </figcaption>
            }
        </figure>
    }
}

/// The event's own link. Following it here selects the event and leaves the rest of
/// the fragment, which may be the host page's, alone; copied, it leads back here.
fn link(context: &Context, at: usize, event: &Event) -> Html {
    let href = ["#", &address::event(&context.name, &event.id)].concat();
    let label = super::fill(context.words.strings.link, &[&event.title]);
    let act = context.act.clone();
    let onclick = Callback::from(move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            act.emit(Action::Select(Some(at)));
        }
    });
    html! { <p class="link"><a {href} {onclick}>{label}</a></p> }
}
