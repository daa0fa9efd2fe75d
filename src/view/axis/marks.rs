use std::rc::Rc;

use yew::{Html, KeyboardEvent, MouseEvent, classes, html};

use super::{
    controls::zoom,
    small::{Shows, Small},
    style::px,
};
use crate::{
    article::{
        Article, Basis, Text,
        date::{Edge, Shape},
    },
    explore::{Action, Lane},
    timeline::{Ending, Layout, Mark, Move, Placed},
    view::{Context, Key, Words, fill},
};

/// The height of a row in px.
const ROW: i32 = 32;

/// The lanes with their marks: one stop of the tab key, arrow keys inside.
pub(super) fn lanes(context: &Context, layout: &Rc<Layout>, stage: String) -> Html {
    let (state, words) = (&context.state, &context.words);
    let active = layout.marks.iter().find(|mark| mark.selected).map(identity);
    let onclick = {
        let (act, device, layout) = (context.act.clone(), context.device.clone(), layout.clone());
        move |event: MouseEvent| {
            let clicked = device.mark(&event);
            let mark = |id: &String| layout.marks.iter().find(|mark| identity(mark) == *id);
            if let Some(mark) = clicked.as_ref().and_then(mark) {
                act.emit(choosing(mark));
            }
        }
    };
    let onkeydown = {
        let (context, layout) = (context.clone(), layout.clone());
        move |event: KeyboardEvent| {
            let action = context
                .device
                .key(&event)
                .and_then(|key| pressed(&context, &layout, key));
            if let Some(action) = action {
                context.device.claim(&event);
                context.act.emit(action);
            }
        }
    };
    let all = state.axis.lanes();
    html! {
        <div class="axis-lanes" role="listbox" tabindex="0" aria-orientation="horizontal"
            aria-label={words.strings.axis_marks} aria-activedescendant={active}
            {onclick} {onkeydown}>
            for (number, lane) in all.iter().enumerate() {
                <div key={number} class="axis-lane" role="group" aria-label={name(context, *lane)}
                    data-named={(all.len() > 1).then_some("")}>
                    if all.len() > 1 {
                        <span class="axis-lane-name" aria-hidden="true">{name(context, *lane)}</span>
                    }
                    <div class="axis-stage" role="presentation" ~style={stage.clone()}>
                        for mark in layout.marks.iter().filter(|mark| usize::from(mark.lane) == number) {
                            <Small key={identity(mark)}
                                shows={Shows::Mark(*mark, state.article.clone(), words.clone())} />
                        }
                    </div>
                </div>
            }
        </div>
    }
}

/// What the reader does by choosing a mark.
fn choosing(mark: &Mark) -> Action {
    if mark.count == 1 {
        Action::Select(Some(mark.id as usize))
    } else {
        Action::Axis(Move::Open {
            lane: mark.lane,
            from: mark.from,
            to: mark.to,
        })
    }
}

fn pressed(context: &Context, layout: &Layout, key: Key) -> Option<Action> {
    let state = &context.state;
    Some(match key {
        Key::Previous => Action::Step(-1),
        Key::Next => Action::Step(1),
        Key::First => Action::Select(Some(state.shown.iter().next()?)),
        Key::Last => Action::Select(Some(state.shown.iter().next_back()?)),
        Key::In => Action::Axis(zoom(context, 2.0)),
        Key::Out => Action::Axis(zoom(context, 0.5)),
        Key::Fit => Action::Axis(Move::Fit),
        Key::Choose => choosing(layout.marks.iter().find(|mark| mark.selected)?),
        Key::Leave if state.axis.opened.is_some() => Action::Axis(Move::Close),
        Key::Leave => Action::Select(None),
    })
}

fn name(context: &Context, lane: Lane) -> Text {
    let article = &context.state.article;
    match lane {
        Lane::All => context.words.strings.axis_marks.into(),
        Lane::Country(at) => context.words.country(article, at),
        Lane::Person(at) => match article.people.get(at) {
            Some(person) => person.name.clone(),
            None => context.words.strings.rest.into(),
        },
        Lane::Rest => context.words.strings.rest.into(),
    }
}

/// A mark's name in the page, and its key: a cluster and its first event differ.
fn identity(mark: &Mark) -> String {
    let kind = if mark.count > 1 { "cluster" } else { "mark" };
    [kind, "-", &mark.lane.to_string(), "-", &mark.id.to_string()].concat()
}

/// One mark, with its title where there is room.
pub(super) fn mark(mark: &Mark, article: &Article, words: &Words) -> Html {
    let event = article
        .events
        .get(mark.id as usize)
        .filter(|_| mark.count == 1);
    let (kind, x) = match mark.placed {
        Placed::Point(x) => ("point", x),
        Placed::Cluster(x) => ("cluster", x),
        Placed::Bar { x, .. } => ("bar", x),
    };
    let mut style = px("inset-inline-start", x) + &px("inset-block-end", i32::from(mark.row) * ROW);
    let mut classes = classes!("mark", kind);
    if let Placed::Bar {
        width,
        starts,
        ends,
        cut,
        ..
    } = mark.placed
    {
        style += &px("inline-size", width);
        let under = mark.label.is_some_and(|label| label.x < x + width);
        classes.extend(shape(
            starts,
            cut.0,
            ["starts-soft", "starts-open", "starts-cut"],
        ));
        classes.extend(shape(ends, cut.1, ["ends-soft", "ends-open", "ends-cut"]));
        classes.extend(under.then_some("under"));
    }
    let (about, basis) = event.map_or((false, None), |event| {
        let basis = match event.when.basis {
            Basis::Stated => None,
            Basis::Inferred { .. } => Some("inferred"),
            Basis::Editor { .. } => Some("editor"),
        };
        (is_about(event.when.date.shape), basis)
    });
    let label = match event {
        Some(event) => fill(
            words.strings.both,
            &[&words.date(&event.when.date), &event.title],
        ),
        None => words.cluster(mark),
    };
    let id = identity(mark);
    let part = if event.is_some() {
        "mark"
    } else {
        "mark cluster"
    };
    html! {
        <div role="option" id={id.clone()} class={classes} {part} data-mark={id}
            data-about={about.then_some("")} data-basis={basis}
            aria-selected={mark.selected.to_string()} aria-label={label} ~style={style}>
            if event.is_none() {
                {short(words, mark.count)}
            }
            if let (Some(event), Some(label)) = (event, mark.label) {
                <span class="mark-title"
                    ~style={px("inset-inline-start", label.x - x) + &px("inline-size", label.width)}>
                    {&*event.title}
                </span>
            }
        </div>
    }
}

/// The class for one end of a bar; where the window cuts it, that shows instead.
fn shape(
    ending: Ending,
    is_cut: bool,
    [soft, open, cut]: [&'static str; 3],
) -> Option<&'static str> {
    match ending {
        _ if is_cut => Some(cut),
        Ending::Sharp => None,
        Ending::Soft | Ending::Unknown => Some(soft),
        Ending::Open => Some(open),
    }
}

fn is_about(shape: Shape) -> bool {
    let about = |edge| matches!(edge, Edge::At(point) if point.approximate);
    match shape {
        Shape::Single(point) => point.approximate,
        Shape::Range(from, to) => about(from) || about(to),
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
