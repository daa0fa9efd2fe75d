use yew::{Html, html};

use super::{
    Context, Counted,
    text::{shortened, text},
    tokens::found,
};
use crate::explore::Notice;

/// Characters of an announcement at most.
const MOST: usize = 58;

/// One polite announcement an action; silent until the reader acts.
pub(super) fn status(context: &Context) -> Html {
    let said = shortened(&announcement(context), MOST);
    html! { <p class="visually-hidden" role="status">{ text(context, &said) }</p> }
}

fn announcement(context: &Context) -> String {
    let Context { state, words, .. } = context;
    match state.notice {
        Notice::Silent => String::new(),
        Notice::Moved => {
            let (from, to) = state.axis.window();
            words.period(from, to)
        }
        Notice::Deselected => words.strings.closed().to_owned(),
        Notice::Filtered => found(context),
        Notice::Listed if !state.is_paged() => words.count(Counted::Events, state.shown.count()),
        Notice::Listed => words.part(Counted::Events, &state.page(), state.shown.count()),
        Notice::Selected(at) => state
            .article
            .events
            .get(at)
            .map_or_else(String::new, |event| {
                format!("{}, {}", words.date(&event.when.date), event.title)
            }),
    }
}
