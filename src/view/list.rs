use yew::{Html, html};

use super::{
    Context, Counted,
    element::only,
    eras::eras,
    event::event,
    fill,
    heading::heading,
    pager::{Foot, pager},
    text::text,
};
use crate::explore::{Action, Place, Section};

/// The list of events in time order. It is the timeline; the axis only helps.
pub(super) fn list(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    // Without code nobody could ask for the rest.
    let rows = if context.is_plain() {
        state.all_rows().collect()
    } else {
        state.rows()
    };
    let is_part = rows.len() < state.shown.count();
    let rows: Vec<Html> = rows
        .iter()
        .map(|row| event(context, row, is_part))
        .collect();
    let is_paged = !context.is_paper() && state.is_paged();
    let has_eras = state.eras.count() > 0 && (context.is_plain() || state.is_open(Section::Eras));
    let title = context.id("list-title");
    html! {
        <section class="list" part="list" aria-labelledby={title.clone()}>
            { heading(context, 1, "part-title", None, Some(title), text(context, words.strings.timeline())) }
            { only(state.shown.count() == 0, || nothing(context)) }
            { only(is_paged, || pager(context, Foot::No)) }
            if state.printed && is_part {
                <p class="count" key="part">
                    { text(context, &words.part(Counted::Events, &(0..rows.len()), state.shown.count())) }
                </p>
            }
            if !rows.is_empty() {
                <ol class="events" key="events">{ rows }</ol>
            }
            { only(is_paged, || pager(context, Foot::Yes)) }
            { openers(context) }
            { only(has_eras, || eras(context)) }
        </section>
    }
}

/// What stands in place of events when none is shown.
fn nothing(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    let sentence = match state.asked() {
        "" => words.strings.no_events_here().to_owned(),
        query => fill(words.strings.nothing_found(), &[query]),
    };
    html! {
        <div class="nothing" key="nothing">
            <p>{ text(context, &sentence) }</p>
            if !context.is_paper() && state.is_filtered() {
                <button type="button" class="quiet" onclick={context.on(Action::Clear)}>
                    { words.strings.show_all() }
                </button>
            }
        </div>
    }
}

/// The ways to all events, and to the longer periods.
fn openers(context: &Context) -> Html {
    let Context { state, words, .. } = context;
    if context.is_paper() {
        return html! {};
    }
    let events = words.count(Counted::Events, state.shown.count());
    let all = fill(words.strings.all_of(), &[&events]);
    let eras = words.count(Counted::Eras, state.eras.count());
    html! {
        <div class="openers" key="openers">
            { only(state.can_rest(), || opener(context, Section::Events, &all)) }
            { only(state.eras.count() > 0, || opener(context, Section::Eras, &eras)) }
        </div>
    }
}

/// A control that says how much more there is and opens it, and closes it again.
pub(super) fn opener(context: &Context, section: Section, label: &str) -> Html {
    let open = context.state.is_open(section);
    // What follows its control says by itself that it is there.
    let closes = open && !matches!(section, Section::Eras | Section::Corrections);
    let label = if closes {
        context.words.strings.fewer()
    } else {
        label
    };
    html! {
        <button
            type="button"
            class="opener"
            part="more"
            id={context.place(Place::Opener(section))}
            aria-expanded={open.to_string()}
            onclick={context.on(Action::Expand(section))}
        >
            { text(context, label) }
        </button>
    }
}
