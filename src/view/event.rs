use super::{
    Context,
    corrections::corrected,
    datetime::datetime,
    fill,
    marked::marked,
    notes::note,
    quotation::{sentence, show, speaker},
    tree::{Tree, Value},
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
    let more = Value::Name("more-", at);
    let place = |number: usize| rank.map_or(Value::Off, |_| Value::Number(number as i64));
    tree.open(
        "li.event id={} part=event aria-posinset={} aria-setsize={} data-basis={} data-selected={}",
        &[
            Value::Text(&id),
            place(rank.unwrap_or(0) + 1),
            place(state.shown.count()),
            basis(&event.when),
            Value::On(selected),
        ],
    );
    tree.key(Value::Text(&event.id));
    tree.open("p.when part=event-date", &[]);
    time(tree, context, &event.when);
    tree.close();
    tree.open("h5.event-title part=event-title", &[]);
    if !context.is_plain() {
        let act = if selected {
            Value::Fixed("select")
        } else {
            Value::Name("select ", at)
        };
        tree.open(
            "button type=button aria-expanded={} aria-controls={} data-act={}",
            &[Value::Is(open), more, act],
        );
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
    tree.open("div.more id={} hidden={}", &[more, Value::On(!open)]);
    if let Some(text) = &event.text {
        tree.open("p.text", &[]);
        marked(tree, state, text);
        tree.close();
    }
    if let Some(image) = &event.image {
        picture(tree, context, image);
    }
    if !event.people.is_empty() {
        let label = context.words.strings.people_of();
        tree.open("ul.people aria-label={}", &[Value::Text(label)]);
        for person in &event.people {
            tree.open("li", &[]);
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
    tree.close();
    tree.close();
}

/// On what a date rests, for its mark to show: nothing where the article states it.
pub(super) const fn basis(when: &When) -> Value<'static> {
    match when.basis {
        Basis::Stated => Value::Off,
        Basis::Inferred { .. } => Value::Fixed("inferred"),
        Basis::Editor { .. } => Value::Fixed("editor"),
    }
}

/// A date in words, machine-readable where HTML has a form for it.
pub(super) fn time(tree: &mut Tree, context: &Context, when: &When) {
    let words = context.words.when(when);
    match datetime(&when.date) {
        Some(datetime) => tree.line("time datetime={}", &[Value::Text(&datetime)], &words),
        None => tree.line("span", &[], &words),
    }
}

/// The names of countries, the chosen ones set off.
pub(super) fn countries(tree: &mut Tree, context: &Context, countries: &[usize]) {
    if countries.is_empty() {
        return;
    }
    let state = &context.state;
    tree.open("p.tags", &[]);
    for (index, at) in countries.iter().enumerate() {
        if index > 0 {
            tree.text(" · ");
        }
        let chosen = Value::On(state.has_chosen(*at));
        tree.open("span.tag data-chosen={}", &[chosen]);
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
    let size = |px: Option<u32>| px.map_or(Value::Off, |px| Value::Number(px.into()));
    let (width, height) = image.size.unzip();
    // That it may wait has to stand there before what it is to fetch.
    tree.open("figure", &[]);
    tree.leaf(
        "img loading=lazy decoding=async src={} alt={} width={} height={}",
        &[
            Value::Text(&image.src),
            Value::Text(&image.alt),
            size(width),
            size(height),
        ],
    );
    if image.caption.is_some() || image.credit.is_some() {
        tree.open("figcaption", &[]);
        if let Some(caption) = &image.caption {
            marked(tree, &context.state, caption);
            tree.text(" ");
        }
        if let Some(credit) = &image.credit {
            let by = fill(context.words.strings.picture_by(), &[credit]);
            tree.line("span.credit", &[], &by);
        }
        tree.close();
    }
    tree.close();
}

/// The event's own link. Following it here selects the event and leaves the rest of
/// the fragment, which may be the host page's, alone; copied, it leads back here.
fn link(tree: &mut Tree, context: &Context, at: usize, event: &Event) {
    let href = ["#", &address::event(&context.name, &event.id)].concat();
    tree.open("p.link", &[]);
    tree.line(
        "a href={} data-act={}",
        &[Value::Text(&href), Value::Name("select ", at)],
        &fill(context.words.strings.link(), &[&event.title]),
    );
    tree.close();
}
