use yew::{Html, html};

use crate::{explore::Action, timeline::Move, view::Context};

/// Events listed at most; the list below the axis has the others.
const MOST: usize = 50;

/// The events of a cluster that no zoom would tell apart.
pub(super) fn opened(context: &Context) -> Html {
    let (state, words) = (&context.state, &context.words);
    let events = state.axis.opened_events();
    if events.is_empty() {
        return Html::default();
    }
    let choose = |at: usize| context.act.reform(move |_| Action::Select(Some(at)));
    html! {
        <div class="axis-opened" role="group"
            aria-label={words.count(&words.strings.events, events.len())}>
            <ul>
                for at in events.into_iter().take(MOST) {
                    if let Some(event) = state.article.events.get(at) {
                        <li key={at}>
                            <button type="button" aria-pressed={(state.selected == Some(at)).to_string()}
                                onclick={choose(at)}>
                                <span class="when">{words.date(&event.when.date)}</span>
                                {" "}
                                {&*event.title}
                            </button>
                        </li>
                    }
                }
            </ul>
            <button type="button" class="axis-button"
                onclick={context.act.reform(|_| Action::Axis(Move::Close))}>
                {words.strings.close}
            </button>
        </div>
    }
}
