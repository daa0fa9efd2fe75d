use yew::{Html, html};

use super::{
    Context, Counted,
    element::{only, p, span},
    text::text,
};
use crate::{
    article::Instant,
    explore::{Action, State},
};

/// A choice of years with more entries than this helps nobody.
const MOST_YEARS: usize = 40;

/// Whether a pager stands at the foot of the list, or at its head with a choice of years.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Foot {
    /// At the foot.
    Yes,
    /// At the head.
    No,
}

/// Which part of the events is listed, and the ways to the others.
pub(super) fn pager(context: &Context, foot: Foot) -> Html {
    let Context { state, words, .. } = context;
    let strings = words.strings;
    let (page, total) = (state.page(), state.shown.count());
    let turn = |is_off: bool, by: i32, label: &'static str| {
        html! {
            <button
                type="button"
                class="quiet"
                disabled={is_off}
                onclick={context.on(Action::Turn(by))}
            >
                { label }
            </button>
        }
    };
    html! {
        <nav key={if foot == Foot::Yes { "foot" } else { "pager" }} class="pager" aria-label={strings.list_part()}>
            { turn(page.start == 0, -1, strings.earlier()) }
            { only(foot == Foot::No, || years(context)) }
            { p("count", text(context, &words.part(Counted::Events, &page, total))) }
            { turn(page.end >= total, 1, strings.later()) }
        </nav>
    }
}

/// The years that shown events began in, to jump to; of very many, some. The first one on
/// the page is the one that is named.
fn years(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let starts = starts(state);
    let page = state.page();
    let here = starts.iter().rposition(|(rank, _)| *rank <= page.start);
    let step = starts.len().div_ceil(MOST_YEARS).max(1);
    let options = starts
        .iter()
        .enumerate()
        .filter_map(|(number, (rank, at))| {
            let is_here = here == Some(number);
            if number % step > 0 && !is_here {
                return None;
            }
            let event = state.article.events.get(*at)?;
            Some(html! {
                <option key={format!("{rank} {is_here}")} value={rank.to_string()} selected={is_here}>
                    { words.heading(event.when.date.heading()) }
                </option>
            })
        });
    html! {
        <label class="years">
            { span("visually-hidden", html! { words.strings.go_to() }) }
            <select onchange={context.typed(|rank| Action::List(rank.parse().unwrap_or(0)))}>
                { for options }
            </select>
        </label>
    }
}

/// For each year that shown events began in, the first of them: its place among the
/// shown, from 0, and its position in the article.
fn starts(state: &State) -> Vec<(usize, usize)> {
    let mut starts = Vec::new();
    let mut until = i64::MIN;
    for row in state.all_rows() {
        let Some(event) = state.article.events.get(row.event) else {
            continue;
        };
        let began = event.when.date.earliest.map_or(i64::MIN, |at| at.0);
        // The calendar is asked once a year, not once an event.
        if row.rank == 0 || began >= until {
            starts.push((row.rank, row.event));
            until = match event.when.date.earliest {
                Some(at) => Instant::from_civil(at.civil().start_of_year().next_year()).0,
                None => i64::MIN + 1,
            };
        }
    }
    starts
}
