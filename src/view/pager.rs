use super::{
    Context, Counted,
    list::{beginning, label},
    tree::Tree,
};
use crate::{
    article::Instant,
    explore::{LIST_PAGE, State},
};

/// A choice of years with more entries than this helps nobody.
const MOST_YEARS: usize = 40;

/// Whether the list shows a page of the events rather than all.
pub(super) fn is_paged(state: &State) -> bool {
    state.listed().len() < state.shown.count()
}

/// Which part of the events is listed, and the ways to the others: at the head with a
/// choice of years, at the foot with a way back up.
pub(super) fn pager(tree: &mut Tree, context: &Context, head: bool) {
    let (state, words) = (&context.state, &context.words);
    let strings = words.strings;
    let (listed, total) = (state.listed(), state.shown.count());
    let bring = (!head).then_some("list-title");
    let turn = |tree: &mut Tree, off: bool, to: usize, text: &str| {
        tree.open("button.quiet type=button disabled={} data-act={} data-bring={}")
            .on(off)
            .name("list ", to)
            .fixed(bring)
            .line(text);
    };
    tree.open("nav.pager aria-label={}")
        .with(strings.list_part());
    tree.key(if head { "pager" } else { "foot" });
    let earlier = listed.start.saturating_sub(LIST_PAGE);
    turn(tree, listed.start == 0, earlier, strings.earlier());
    if head {
        years(tree, context);
    }
    let part = words.part(Counted::Events, &listed, total);
    tree.open("p.count").line(&part);
    turn(tree, listed.end >= total, listed.end, strings.later());
    tree.close();
}

/// The years that shown events began in, to jump to; of very many, some.
fn years(tree: &mut Tree, context: &Context) {
    let (state, strings) = (&context.state, context.words.strings);
    let starts = starts(state);
    let step = starts.len().div_ceil(MOST_YEARS).max(1);
    let here = starts
        .iter()
        .rposition(|(rank, _)| *rank < state.listed().end)
        .unwrap_or(0);
    tree.open("label.years");
    tree.open("span.visually-hidden").line(strings.go_to());
    tree.open("select data-act=list");
    for (index, (rank, at)) in starts.iter().enumerate().step_by(step) {
        let event = state.article.events.get(*at);
        let year = event.map(|event| label(context, beginning(event)));
        let rank = *rank as i64;
        let is_here = here / step == index / step;
        tree.open("option value={} selected={}")
            .number(rank)
            .on(is_here);
        tree.key_number(rank);
        tree.text(&year.unwrap_or_default());
        tree.close();
    }
    tree.close();
    tree.close();
}

/// For each year that shown events began in, the first of them: its place among the
/// shown, from 0, and its position in the article.
fn starts(state: &State) -> Vec<(usize, usize)> {
    let mut starts = Vec::new();
    let mut until = i64::MIN;
    for (rank, at) in state.shown.iter().enumerate() {
        let Some(event) = state.article.events.get(at) else {
            continue;
        };
        let began = event.when.date.earliest.map_or(i64::MIN, |at| at.0);
        // The calendar is asked once a year, not once an event.
        if rank == 0 || began >= until {
            starts.push((rank, at));
            until = match event.when.date.earliest {
                Some(at) => Instant::from_civil(at.civil().start_of_year().next_year()).0,
                None => i64::MIN + 1,
            };
        }
    }
    starts
}
