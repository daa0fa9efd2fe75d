//! Elements that recur, each in `html!` once: every further one would be in the download, and
//! be as much of it as a paragraph of prose.

use yew::{Html, html};

/// `<p class="…">…</p>`
pub(super) fn p(class: &'static str, inside: Html) -> Html {
    html! { <p {class}>{ inside }</p> }
}

/// `<span class="…">…</span>`
pub(super) fn span(class: &'static str, inside: Html) -> Html {
    html! { <span {class}>{ inside }</span> }
}

/// `<summary>…</summary>`
pub(super) fn summary(inside: Html) -> Html {
    html! { <summary>{ inside }</summary> }
}

/// What stands there only sometimes: `{ only(is_open, || card(context)) }`, which costs a
/// third of `if is_open { { card(context) } }`.
pub(super) fn only(is_there: bool, what: impl FnOnce() -> Html) -> Html {
    if is_there { what() } else { Html::default() }
}

/// What stands between two things on a line.
pub(super) fn dot() -> Html {
    html! { " · " }
}
