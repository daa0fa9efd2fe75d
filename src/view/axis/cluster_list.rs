use yew::{Html, html};

use crate::{
    explore::Action,
    timeline::Move,
    view::{
        Context, Counted,
        element::{p, span},
    },
};

/// Events listed at most; the list below the axis has the others.
const MOST: usize = 50;

/// The events of a cluster that no zoom would tell apart.
pub(super) fn cluster_list(context: &Context) -> Html {
    let (state, words) = (&context.state, &context.words);
    let events = state.axis.cluster_events();
    if events.is_empty() {
        return html! {};
    }
    let entry = |at: &usize| {
        let event = state.article.events.get(*at)?;
        let is_chosen = state.selected == Some(*at);
        Some(html! {
            <li key={*at}>
                <button
                    type="button"
                    aria-pressed={is_chosen.to_string()}
                    onclick={context.on(Action::Select(Some(*at)))}
                >
                    { span("when", html! { words.date(&event.when.date) }) }
                    { " " }
                    { event.title.to_string() }
                </button>
            </li>
        })
    };
    let count = words.count(Counted::Events, events.len());
    html! {
        <div class="cluster-list" role="group" aria-label={count}>
            <ul>{ for events.iter().take(MOST).filter_map(entry) }</ul>
            if events.len() > MOST {
                { p("count", html! { words.part(Counted::Events, &(0..MOST), events.len()) }) }
            }
            <button type="button" class="quiet" onclick={context.on(Action::Axis(Move::Close))}>
                { words.strings.close() }
            </button>
        </div>
    }
}
