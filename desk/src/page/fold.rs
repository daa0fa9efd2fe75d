//! A part of a form that can be folded away.

use web_sys::Element;
use yew::prelude::*;

/// A part with its heading.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// How it looks, as a name that the style sheet knows.
    pub class: &'static str,
    /// What stands in its heading.
    pub heading: Html,
    /// Whether it is open at first. After that the editor decides.
    pub is_open: bool,
    /// What is in it.
    pub children: Html,
}

/// The platform's own fold. It stays as the editor has it, whatever is typed in it.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let is_open = use_state_eq(|| props.is_open);
    let place = use_node_ref();
    let ontoggle = {
        let (is_open, place) = (is_open.clone(), place.clone());
        move |_: Event| {
            if let Some(fold) = place.cast::<Element>() {
                is_open.set(fold.has_attribute("open"));
            }
        }
    };
    html! {
        <details ref={place} class={props.class} open={*is_open} {ontoggle}>
            <summary dir="auto">{ props.heading.clone() }</summary>
            { props.children.clone() }
        </details>
    }
}
