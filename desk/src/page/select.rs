//! One of several, chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is chosen from.
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The value of what is chosen; of nothing, empty.
    pub value: AttrValue,
    /// What can be chosen: value and name, in their order.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// What it is called where no label stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The id of what says more of it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether a problem leads here.
    #[prop_or_default]
    pub is_wrong: bool,
    /// Hears what was chosen.
    pub onchoose: Callback<String>,
}

/// The platform's own choice. It shows its value once its options are there; a value that is
/// none of them is shown as it is.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        // An option has to be there before it can be the one that is shown.
        use_effect_with(
            (props.value.clone(), props.options.clone()),
            move |(value, _)| {
                if let Some(select) = place.cast::<HtmlSelectElement>() {
                    select.set_value(value);
                }
            },
        );
    }
    let is_known = props.options.iter().any(|(value, _)| *value == props.value);
    let other = (props.value.clone(), props.value.clone());
    let other = Some(&other).filter(|_| !is_known);
    let options = props.options.iter().chain(other).enumerate();
    let options = options.map(
        |(at, (value, name))| html! { <option key={at} value={value.clone()}>{ name }</option> },
    );
    let onchange = props.onchoose.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        select.map(|select| select.value()).unwrap_or_default()
    });
    html! {
        <select ref={place} id={props.id.clone()} class="input" aria-label={props.label.clone()} aria-describedby={props.described.clone()}
            aria-invalid={props.is_wrong.then_some("true")} {onchange}>
            { for options }
        </select>
    }
}
