use super::style::{held, kept, px};
use crate::{
    article::{Article, Instant, Text},
    explore::Lane,
    timeline::{Ending, Layout, Mark, Placed},
    view::{Context, Words, event::basis, piece::Shows, tree::Tree},
};

/// The height of a row in px.
const ROW: i32 = 32;
/// Bars from this length on, in px, are cut off at the window's edges with an arrow.
const LONG: i32 = 48;

/// The lanes with their marks: one stop of the tab key, arrow keys inside.
pub(super) fn lanes(tree: &mut Tree, context: &Context, layout: &Layout) {
    let (state, words) = (&context.state, &context.words);
    let active = layout.marks.iter().find(|mark| mark.selected).map(identity);
    tree.open(
        "div.axis-lanes #lanes role=listbox tabindex=0 data-keys=marks aria-orientation=horizontal \
         aria-label={} aria-activedescendant={}",
    )
    .with(words.strings.axis_marks())
    .some(active.as_deref());
    let all = state.axis.lanes();
    for (number, lane) in all.iter().enumerate() {
        let name = name(context, *lane);
        tree.open("div.axis-lane role=group aria-label={} data-named={}")
            .with(&name)
            .on(all.len() > 1);
        tree.key_number(number as i64);
        if all.len() > 1 {
            tree.open("span.axis-lane-name aria-hidden=true")
                .line(&name);
        }
        tree.open("div.axis-stage role=presentation");
        for mark in &layout.marks {
            if usize::from(mark.lane) == number {
                let time = |place: Instant| Instant(state.axis.folds().time(place.0));
                let timed = Mark {
                    from: time(mark.from),
                    to: time(mark.to),
                    ..*mark
                };
                let shows = Shows::Mark(timed, state.article.clone(), words.clone());
                tree.put(shows.keyed(&identity(mark)));
            }
        }
        tree.close();
        tree.close();
    }
    tree.close();
}

fn name(context: &Context, lane: Lane) -> Text {
    let article = &context.state.article;
    match lane {
        Lane::All => context.words.strings.axis_marks().into(),
        Lane::Country(at) => context.words.country(article, at),
        Lane::Person(at) => match article.people.get(at) {
            Some(person) => person.name.clone(),
            None => context.words.strings.rest().into(),
        },
        Lane::Rest => context.words.strings.rest().into(),
    }
}

/// A mark's name in the page, and its key: a cluster and its first event differ.
fn identity(mark: &Mark) -> String {
    let kind = if mark.count > 1 { "cluster" } else { "mark" };
    [kind, "-", &mark.lane.to_string(), "-", &mark.id.to_string()].concat()
}

/// What the reader does by choosing a mark.
fn act(mark: &Mark) -> String {
    let mut act = String::from(if mark.count == 1 { "select" } else { "open" });
    let (one, many) = ([mark.id.into()], [mark.lane.into(), mark.from.0, mark.to.0]);
    let numbers: &[i64] = if mark.count == 1 { &one } else { &many };
    for number in numbers {
        act.push(' ');
        act.push_str(&number.to_string());
    }
    act
}

/// One mark, with its title where there is room.
pub(in crate::view) fn mark(tree: &mut Tree, mark: &Mark, article: &Article, words: &Words) {
    let event = article
        .events
        .get(mark.id as usize)
        .filter(|_| mark.count == 1);
    let (class, style, x) = drawn(mark);
    let about = event.is_some_and(|event| event.when.date.is_approximate());
    let basis = event.and_then(|event| basis(&event.when));
    let label = match event {
        Some(event) => words.event(event),
        None => words.cluster(mark),
    };
    let part = if event.is_some() {
        "mark"
    } else {
        "mark cluster"
    };
    tree.open(
        "div id={} class={} part={} role=option aria-selected={} aria-label={} data-about={} \
         data-basis={} data-act={} style={}",
    )
    .with(&identity(mark))
    .with(&class)
    .fixed(part)
    .is(mark.selected)
    .with(&label)
    .on(about)
    .fixed(basis)
    .with(&act(mark))
    .with(&style);
    match (event, mark.label) {
        (None, _) => tree.text(&short(words, mark.count)),
        (Some(event), Some(label)) => {
            let style = match mark.placed {
                Placed::Bar { width, .. } if width >= LONG => kept(&label),
                _ => px(&[
                    ("inset-inline-start", label.x - x),
                    ("inline-size", label.width),
                ]),
            };
            tree.open("span.mark-title style={}")
                .with(&style)
                .line(&event.title);
        }
        _ => {}
    }
    tree.close();
}

/// A mark's class and style, and where it starts.
fn drawn(mark: &Mark) -> (String, String, i32) {
    let (kind, x) = match mark.placed {
        Placed::Point(x) => ("mark point", x),
        Placed::Cluster(x) => ("mark cluster", x),
        Placed::Bar { x, .. } => ("mark bar", x),
    };
    let mut class = String::from(kind);
    let mut style = px(&[("inset-block-end", i32::from(mark.row) * ROW)]);
    if let Placed::Bar {
        width,
        starts,
        ends,
        ..
    } = mark.placed
    {
        class += shape(starts, [" starts-soft", " starts-open", ""]);
        class += shape(ends, [" ends-soft", " ends-open", " ends-cut"]);
        if width >= LONG {
            class += " held";
            style += &held(x, width);
            return (class, style, x);
        }
        style += &px(&[("inline-size", width)]);
    }
    style += &px(&[("inset-inline-start", x)]);
    (class, style, x)
}

/// The class for one end of a bar.
fn shape(ending: Ending, [soft, open, cut]: [&'static str; 3]) -> &'static str {
    match ending {
        Ending::Sharp => "",
        Ending::Soft | Ending::Unknown => soft,
        Ending::Open => open,
        Ending::Cut => cut,
    }
}

/// A count that fits a pill: “12”, “1 200” as “1k”.
fn short(words: &Words, count: u32) -> String {
    match count {
        0..1_000 => words.whole(count as usize),
        1_000..1_000_000 => words.whole(count as usize / 1_000) + "k",
        _ => words.whole(count as usize / 1_000_000) + "M",
    }
}
