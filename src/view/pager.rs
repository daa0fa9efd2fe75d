use yew::{Callback, Event, Html, MouseEvent, html};

use super::{
    Context,
    list::{beginning, label},
};
use crate::article::Instant;
use crate::explore::{Action, LIST_PAGE, State, WHOLE_LIST};

/// A choice of years with more entries than this helps nobody.
const MOST_YEARS: usize = 40;

/// Whether the list shows a page of the events rather than all.
pub(super) fn is_paged(state: &State) -> bool {
    state.shown.count() > WHOLE_LIST
}

/// Which part of the events is listed, and the ways to the others: at the head with a
/// choice of years, at the foot with a way back up.
pub(super) fn pager(context: &Context, head: bool) -> Html {
    let (state, words) = (&context.state, &context.words);
    let strings = words.strings;
    let (listed, total) = (state.listed(), state.shown.count());
    let turn = |to: usize| {
        let (act, device) = (context.act.clone(), context.device.clone());
        Callback::from(move |click: MouseEvent| {
            act.emit(Action::List(to));
            if !head {
                device.bring(&click, "list-title");
            }
        })
    };
    html! {
        <nav class="pager" aria-label={strings.list_part}>
            <button type="button" class="quiet" disabled={listed.start == 0}
                onclick={turn(listed.start.saturating_sub(LIST_PAGE))}>
                {strings.earlier}
            </button>
            if head {
                {years(context)}
            }
            <p class="count">{words.part(&strings.events, &listed, total)}</p>
            <button type="button" class="quiet" disabled={listed.end >= total}
                onclick={turn(listed.end)}>
                {strings.later}
            </button>
        </nav>
    }
}

/// The years that shown events began in, to jump to; of very many, some.
fn years(context: &Context) -> Html {
    let (state, strings) = (&context.state, context.words.strings);
    let starts = starts(state);
    let step = starts.len().div_ceil(MOST_YEARS).max(1);
    let here = starts
        .iter()
        .rposition(|(rank, _)| *rank < state.listed().end)
        .unwrap_or(0);
    let onchange = {
        let (act, device) = (context.act.clone(), context.device.clone());
        Callback::from(move |event: Event| {
            if let Ok(rank) = device.typed(&event).parse() {
                act.emit(Action::List(rank));
            }
        })
    };
    let year = |at: usize| {
        let event = state.article.events.get(at);
        event
            .map(|event| label(context, beginning(event)))
            .unwrap_or_default()
    };
    html! {
        <label class="years">
            <span class="visually-hidden">{strings.go_to}</span>
            <select {onchange}>
                for (index, (rank, at)) in starts.iter().enumerate().step_by(step) {
                    <option key={*rank} value={rank.to_string()} selected={here / step == index / step}>
                        {year(*at)}
                    </option>
                }
            </select>
        </label>
    }
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
