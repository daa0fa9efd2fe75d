use super::{
    Context,
    corrections::corrected,
    datetime::datetime,
    fill,
    marked::marked,
    notes::note,
    quotation::{sentence, show, speaker},
    tree::Tree,
};
use crate::{
    article::{Basis, Event, Fact, Image, When},
    explore::{address, marks},
};

/// One event of the list: when, what, where; the rest behind its title.
///
/// `rank` is its place among the shown events, from 0, where not all of them are listed.
pub(super) fn event(
    tree: &mut Tree,
    context: &Context,
    at: usize,
    event: &Event,
    rank: Option<usize>,
) {
    let state = &context.state;
    let selected = state.selected == Some(at);
    let open = context.is_plain() || selected || found_inside(context, event);
    let id = address::event(&context.name, &event.id);
    let place = |number: usize| rank.map(|_| number as i64);
    tree.open(
        "li.event id={} part=event aria-posinset={} aria-setsize={} data-basis={} data-selected={}",
    )
    .with(&id)
    .number(place(rank.unwrap_or(0) + 1))
    .number(place(state.shown.count()))
    .fixed(basis(&event.when))
    .on(selected);
    tree.key(&event.id);
    tree.open("p.when part=event-date");
    time(tree, context, &event.when);
    tree.close();
    tree.open("h5.event-title part=event-title");
    if !context.is_plain() {
        tree.open("button type=button aria-expanded={} aria-controls={} data-act={}")
            .is(open)
            .name("more-", at)
            .act("select", at, selected);
    }
    marked(tree, state, &event.title);
    let words = event.source.as_ref().map(|source| &*source.quote);
    note(tree, context, Fact::Event(at), words);
    if !context.is_plain() {
        tree.close();
    }
    tree.close();
    countries(tree, context, &event.countries);
    corrected(tree, context, &["events/", &event.id]);
    tree.open("div.more id={} hidden={}")
        .name("more-", at)
        .on(!open);
    // What nobody sees is not there: it would be two thirds of a long list's nodes.
    if open || state.printed {
        more(tree, context, at, event);
    }
    tree.close();
    tree.close();
}

/// What is behind an event's title.
fn more(tree: &mut Tree, context: &Context, at: usize, event: &Event) {
    if let Some(text) = &event.text {
        tree.open("p.text");
        marked(tree, &context.state, text);
        tree.close();
    }
    if let Some(image) = &event.image {
        picture(tree, context, image);
    }
    if !event.people.is_empty() {
        let label = context.words.strings.people_of();
        tree.open("ul.people aria-label={}").with(label);
        for person in &event.people {
            tree.open("li");
            speaker(tree, context, Some(*person));
            tree.close();
        }
        tree.close();
    }
    if let Some(anchor) = event.source.as_ref().filter(|_| !context.is_plain()) {
        sentence(tree, context, anchor);
        show(tree, context, Fact::Event(at));
    }
    if !context.is_plain() {
        link(tree, context, at, event);
    }
}

/// On what a date rests, for its mark to show: nothing where the article states it.
pub(super) const fn basis(when: &When) -> Option<&'static str> {
    match when.basis {
        Basis::Stated => None,
        Basis::Inferred { .. } => Some("inferred"),
        Basis::Editor { .. } => Some("editor"),
    }
}

/// A date in words, machine-readable where HTML has a form for it.
pub(super) fn time(tree: &mut Tree, context: &Context, when: &When) {
    let words = context.words.when(when);
    match datetime(&when.date) {
        Some(datetime) => tree.open("time datetime={}").with(&datetime).line(&words),
        None => tree.open("span").line(&words),
    }
}

/// The names of countries, the chosen ones set off.
pub(super) fn countries(tree: &mut Tree, context: &Context, countries: &[usize]) {
    if countries.is_empty() {
        return;
    }
    let state = &context.state;
    tree.open("p.tags");
    for (index, at) in countries.iter().enumerate() {
        if index > 0 {
            tree.text(" · ");
        }
        let chosen = state.has_chosen(*at);
        tree.open("span.tag data-chosen={}").on(chosen);
        marked(tree, state, &context.words.country(&state.article, *at));
        tree.close();
    }
    tree.close();
}

/// Whether the words looked for stand in what the closed event hides.
fn found_inside(context: &Context, event: &Event) -> bool {
    let state = &context.state;
    let needles = state.needles();
    if needles.is_empty() {
        return false;
    }
    let holds = |text: &str| !marks::find(text, &needles, state.fold).is_empty();
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

fn picture(tree: &mut Tree, context: &Context, image: &Image) {
    let size = |px: Option<u32>| px.map(i64::from);
    let (width, height) = image.size.unzip();
    // That it may wait has to stand there before what it is to fetch.
    tree.open("figure");
    tree.open("img loading=lazy decoding=async src={} alt={} width={} height={}")
        .with(&image.src)
        .with(&image.alt)
        .number(size(width))
        .number(size(height))
        .close();
    if image.caption.is_some() || image.credit.is_some() {
        tree.open("figcaption");
        if let Some(caption) = &image.caption {
            marked(tree, &context.state, caption);
            tree.text(" ");
        }
        if let Some(credit) = &image.credit {
            let by = fill(context.words.strings.picture_by(), &[credit]);
            tree.open("span.credit").line(&by);
        }
        tree.close();
    }
    tree.close();
}

/// The event's own link. Following it here selects the event and leaves the rest of
/// the fragment, which may be the host page's, alone; copied, it leads back here.
fn link(tree: &mut Tree, context: &Context, at: usize, event: &Event) {
    let href = ["#", &address::event(&context.name, &event.id)].concat();
    tree.open("p.link");
    tree.open("a href={} data-act={}")
        .with(&href)
        .name("select ", at)
        .line(&fill(context.words.strings.link(), &[&event.title]));
    tree.close();
}
