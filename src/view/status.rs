use yew::{Html, html};

use super::{
    Context, Counted, fill,
    text::{shortened, text},
    tokens::found,
    when::remark,
};
use crate::{article::When, explore::Notice};

/// Characters of an announcement at most.
const MOST: usize = 58;

/// One polite announcement an action; silent until the reader acts.
pub(super) fn status(context: &Context) -> Html {
    let said = shortened(&announcement(context), MOST);
    html! { <p class="visually-hidden" role="status">{ text(context, &said) }</p> }
}

/// “September 2022 (worked out)”: a date, and how it is known where the article does not state it.
fn dated(context: &Context, when: &When) -> String {
    let date = context.words.date(&when.date);
    match remark(context, when) {
        Some(remark) => fill(context.words.strings.remark(), &[&date, remark]),
        None => date,
    }
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
                format!("{}, {}", dated(context, &event.when), event.title)
            }),
    }
}
