use yew::{Html, html};

use crate::{
    article::Instant,
    explore::Action,
    timeline::{Grouping, Move},
    view::{Context, fill},
};

/// The buttons: for every gesture there is one.
pub(super) fn controls(context: &Context) -> Html {
    let (state, axis) = (&context.state, &context.state.axis);
    let strings = context.words.strings;
    let button =
        |part: &'static str, name: &'static str, sign: &'static str, off: bool, action: Action| {
            let onclick = context.act.reform(move |_| action.clone());
            html! {
                // Not disabled: a button that has done its work must not drop the focus.
                <button type="button" class="axis-button" {part} aria-label={name} {onclick}
                    aria-disabled={off.then_some("true")}>
                    <span aria-hidden="true">{sign}</span>
                </button>
            }
        };
    let (first, last) = (state.shown.iter().next(), state.shown.iter().next_back());
    let none = first.is_none();
    let at_first = none || (state.selected.is_some() && state.selected == first);
    let at_last = none || (state.selected.is_some() && state.selected == last);
    let fits = axis.viewport.fits();
    html! {
        <div class="axis-bar" role="group" aria-label={strings.axis_controls}>
            <div class="axis-buttons">
                {button("previous", strings.previous, "‹", at_first, Action::Step(-1))}
                {button("next", strings.next, "›", at_last, Action::Step(1))}
            </div>
            <p class="axis-now">{now(context)}</p>
            {grouping(context)}
            <div class="axis-buttons">
                {button("zoom-out", strings.zoom_out, "−", fits, Action::Axis(zoom(context, 0.5)))}
                {button("zoom-in", strings.zoom_in, "+", !axis.viewport.can_zoom_in(),
                    Action::Axis(zoom(context, 2.0)))}
                <button type="button" class="axis-button" part="fit"
                    aria-disabled={fits.then_some("true")}
                    onclick={context.act.reform(|_| Action::Axis(Move::Fit))}>
                    {strings.fit}
                </button>
            </div>
        </div>
    }
}

/// Zooms about the chosen event while it is in the window, so that it stays there.
pub(super) fn zoom(context: &Context, factor: f64) -> Move {
    let (state, viewport) = (&context.state, &context.state.axis.viewport);
    let chosen = state.selected.and_then(|at| state.axis.item(at));
    let at = chosen.map(|item| viewport.x(Instant(item.anchor)));
    match at {
        Some(at) if (0.0..=viewport.width()).contains(&at) => Move::Zoom { factor, at },
        _ => Move::ZoomMiddle(factor),
    }
}

/// The chosen event, or the time in the window: always in the same place, as the
/// axis has not always room for a title.
fn now(context: &Context) -> Html {
    let (state, words) = (&context.state, &context.words);
    let viewport = &state.axis.viewport;
    match state.selected.and_then(|at| state.article.events.get(at)) {
        Some(event) => html! {
            {fill(words.strings.both, &[&words.date(&event.when.date), &event.title])}
        },
        None => html! { {words.period(viewport.start(), viewport.end())} },
    }
}

fn grouping(context: &Context) -> Html {
    let (axis, strings) = (&context.state.axis, context.words.strings);
    let choices = [
        (Grouping::Together, strings.together),
        (Grouping::Countries, strings.by_country),
        (Grouping::People, strings.by_person),
    ];
    let choices = choices
        .into_iter()
        .filter(|(grouping, _)| *grouping == Grouping::Together || axis.has(*grouping));
    html! {
        <div class="axis-grouping" role="group" aria-label={strings.lanes}>
            for (grouping, name) in choices {
                <button key={name} type="button" class="axis-button"
                    aria-pressed={(axis.grouping == grouping).to_string()}
                    onclick={context.act.reform(move |_| Action::Axis(Move::Group(grouping)))}>
                    {name}
                </button>
            }
        </div>
    }
}
