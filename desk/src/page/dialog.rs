//! A dialog over the desk.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::scene::use_scene;

/// A dialog.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its title.
    pub title: AttrValue,
    /// Hears that it was closed.
    pub onclose: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// The platform's own dialog: the focus stays in it, Escape closes it, and the focus goes
/// back to where it was.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let scene = use_scene();
    let place = use_node_ref();
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = place.cast::<HtmlDialogElement>() {
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = place.cast::<HtmlDialogElement>() {
                    dialog.close();
                }
            }
        });
    }
    let onclose = props.onclose.reform(|_: Event| ());
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={place} aria-labelledby="dialog-title" {onclose}>
            <header class="pane-head">
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="quiet" onclick={close}>{ scene.say("close") }</button>
            </header>
            { props.children.clone() }
        </dialog>
    }
}
