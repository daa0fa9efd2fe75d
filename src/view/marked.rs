use yew::{Html, html};

use crate::explore::{State, marks};

/// `text` with the words looked for marked.
pub(super) fn marked(state: &State, text: &str) -> Html {
    let found = marks::find(text, &state.needles(), state.fold);
    if found.is_empty() {
        return html! { {text} };
    }
    let mut parts = Vec::with_capacity(found.len() * 2 + 1);
    let mut end = 0;
    for range in found {
        parts.push(html! { {text.get(end..range.start).unwrap_or_default()} });
        parts.push(html! { <mark>{text.get(range.clone()).unwrap_or_default()}</mark> });
        end = range.end;
    }
    parts.push(html! { {text.get(end..).unwrap_or_default()} });
    parts.into_iter().collect()
}
