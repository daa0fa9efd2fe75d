use super::{
    Context,
    eras::eras,
    event::event,
    fill,
    pager::{is_paged, pager},
    tree::Tree,
};
use crate::article::{Basis, Event, Instant};

/// The list: the events in time order under the years they began in. It is the
/// timeline; the axis only helps.
pub(super) fn list(tree: &mut Tree, context: &Context) {
    let (state, strings) = (&context.state, context.words.strings);
    let paged = !context.is_plain() && is_paged(state);
    tree.open("section.list part=list aria-labelledby=list-title");
    tree.open("h3.part-title #title id=list-title")
        .line(strings.timeline());
    let stated = |event: &Event| matches!(event.when.basis, Basis::Stated);
    if !state.article.events.iter().all(stated) {
        tree.open("p.stated #stated").line(strings.stated());
    }
    if state.shown.count() == 0 {
        nothing(tree, context);
    }
    if paged {
        pager(tree, context, true);
    }
    years(tree, context, paged);
    if paged {
        pager(tree, context, false);
    }
    eras(tree, context);
    tree.close();
}

/// What stands in place of events when none is shown.
fn nothing(tree: &mut Tree, context: &Context) {
    let (state, strings) = (&context.state, context.words.strings);
    tree.open("div.nothing #nothing");
    match state.asked() {
        "" => tree.open("p").line(strings.no_events_here()),
        query => tree
            .open("p")
            .line(&fill(strings.nothing_found(), &[query])),
    }
    if !context.is_plain() && state.is_filtered() {
        let text = strings.show_all();
        tree.open("button.quiet type=button data-act=clear")
            .line(text);
    }
    tree.close();
}

/// The listed events under the words for the year they began in. Events of millions of
/// years ago stand under that.
fn years(tree: &mut Tree, context: &Context, paged: bool) {
    let state = &context.state;
    // Without code nobody could turn a page.
    let listed = if context.is_plain() {
        0..state.shown.total()
    } else {
        state.listed()
    };
    let mut last = None;
    let mut heading: Option<String> = None;
    for (rank, at) in state.shown.iter().enumerate() {
        let known = state.article.events.get(at);
        let Some(one) = known.filter(|_| listed.contains(&rank)) else {
            continue;
        };
        let began = beginning(one);
        if last != Some(began) {
            last = Some(began);
            let label = label(context, began);
            if heading.as_ref() != Some(&label) {
                if heading.is_some() {
                    tree.close();
                    tree.close();
                }
                tree.open("section.year");
                tree.key(&label);
                tree.open("h4").line(&label);
                tree.open("ol");
                heading = Some(label);
            }
        }
        event(tree, context, at, one, paged.then_some(rank));
    }
    if heading.is_some() {
        tree.close();
        tree.close();
    }
}

/// The year an event began in; where its start is open, the year it had ended by.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Beginning {
    In(i64),
    By(i64),
    Unknown,
}

pub(super) fn beginning(event: &Event) -> Beginning {
    let date = &event.when.date;
    let year = |at: Instant| at.civil().year;
    match (date.earliest, date.end) {
        (Some(at), _) => Beginning::In(year(at)),
        (None, Some(end)) => Beginning::By(year(Instant(end.0.saturating_sub(1)))),
        (None, None) => Beginning::Unknown,
    }
}

pub(super) fn label(context: &Context, began: Beginning) -> String {
    let words = &context.words;
    match began {
        Beginning::In(year) => words.year(year),
        Beginning::By(year) => fill(words.strings.until(), &[&words.year(year)]),
        Beginning::Unknown => words.strings.undated().to_owned(),
    }
}
