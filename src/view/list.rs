use yew::{Html, html};

use super::{Context, eras::eras, event::event, fill};
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
            for (year, events) in years {
                <section key={year.clone()} class="year">
                    <h4>{&year}</h4>
                    <ol>
                        for at in events {
                            if let Some(one) = state.article.events.get(at) {
                                {event(context, at, one)}
                            }
                        }
                    </ol>
                </section>
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

/// The shown events, grouped under the words for the year they began in. Events of
/// millions of years ago stand under that.
fn by_year(context: &Context) -> Vec<(String, Vec<usize>)> {
    let state = &context.state;
    let mut years: Vec<(String, Vec<usize>)> = Vec::new();
    let mut last = None;
    for at in state.shown.iter() {
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
            events.push(at);
        }
    }
    years
}

/// The year an event began in; where its start is open, the year it had ended by.
#[derive(Clone, Copy, PartialEq)]
enum Beginning {
    In(i64),
    By(i64),
    Unknown,
}

fn beginning(event: &Event) -> Beginning {
    let date = &event.when.date;
    let year = |at: Instant| at.civil().year;
    match (date.earliest, date.end) {
        (Some(at), _) => Beginning::In(year(at)),
        (None, Some(end)) => Beginning::By(year(Instant(end.0.saturating_sub(1)))),
        (None, None) => Beginning::Unknown,
    }
}

fn label(context: &Context, began: Beginning) -> String {
    let words = &context.words;
    match began {
        Beginning::In(year) => words.year(year),
        Beginning::By(year) => fill(words.strings.until, &[&words.year(year)]),
        Beginning::Unknown => words.strings.undated.to_owned(),
    }
}
