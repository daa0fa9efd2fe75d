use yew::{Html, html};

use super::Context;

/// A heading so many levels below the headline, which has the level that the host says.
pub(super) fn heading(
    context: &Context,
    below: u8,
    class: &'static str,
    part: Option<&'static str>,
    id: Option<String>,
    inside: Html,
) -> Html {
    let tag = format!("h{}", context.state.options.level(below));
    html! { <@{tag} {class} {part} {id}>{ inside }</@> }
}
