use yew::prelude::*;

use super::Context;

/// What the root view is given.
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// What to render, and how.
    pub context: Context,
}

/// The whole widget.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let state = &props.context.state;
    html! {
        <section>
            <h2>{ &*state.article.headline }</h2>
            <p>{ state.shown.count() }{ " / " }{ state.shown.total() }</p>
        </section>
    }
}
