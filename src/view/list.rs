use yew::{Html, html};

use super::{
    Context,
    eras::eras,
    event::event,
    fill,
    pager::{is_paged, pager},
};
use crate::{
    article::{Event, Instant},
    explore::Action,
};

/// The list: the events in time order under the years they began in. It is the
/// timeline; the axis only helps.
pub(super) fn list(context: &Context) -> Html {
    let strings = context.words.strings;
    let state = &context.state;
    let years = by_year(context);
    let empty = years.is_empty();
    let paged = !context.plain && is_paged(state);
    html! {
        <section class="list" part="list" aria-labelledby="list-title">
            <h3 id="list-title" class="part-title">{strings.timeline}</h3>
            if empty {
                <div class="nothing">
                    <p>{nothing(context)}</p>
                    if !context.plain && state.is_filtered() {
                        <button type="button" class="quiet"
                            onclick={context.act.reform(|_| Action::Clear)}>
                            {strings.show_all}
                        </button>
                    }
                </div>
            }
            if paged {
                {pager(context, true)}
            }
            for (year, events) in years {
                <section key={&*year} class="year">
                    <h4>{&year}</h4>
                    <ol>
                        for (rank, at) in events {
                            if let Some(one) = state.article.events.get(at) {
                                {event(context, at, one, paged.then_some(rank))}
                            }
                        }
                    </ol>
                </section>
            }
            if paged {
                {pager(context, false)}
            }
            {eras(context)}
        </section>
    }
}

fn nothing(context: &Context) -> String {
    let (state, strings) = (&context.state, context.words.strings);
    match state.query.trim() {
        "" => strings.no_events_here.to_owned(),
        query => fill(strings.nothing_found, &[query]),
    }
}

/// The listed events and their places among the shown, grouped under the words for the
/// year they began in. Events of millions of years ago stand under that.
fn by_year(context: &Context) -> Vec<(String, Vec<(usize, usize)>)> {
    let state = &context.state;
    let mut years: Vec<(String, Vec<(usize, usize)>)> = Vec::new();
    let mut last = None;
    // Without code nobody could turn a page.
    let listed = if context.plain {
        0..state.shown.total()
    } else {
        state.listed()
    };
    let pages = state
        .shown
        .iter()
        .enumerate()
        .skip(listed.start)
        .take(listed.len());
    for (rank, at) in pages {
        let Some(one) = state.article.events.get(at) else {
            continue;
        };
        let began = beginning(one);
        if last != Some(began) {
            last = Some(began);
            let label = label(context, began);
            if years.last().is_none_or(|(year, _)| *year != label) {
                years.push((label, Vec::new()));
            }
        }
        if let Some((_, events)) = years.last_mut() {
            events.push((rank, at));
        }
    }
    years
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
        Beginning::By(year) => fill(words.strings.until, &[&words.year(year)]),
        Beginning::Unknown => words.strings.undated.to_owned(),
    }
}
