//! What leaves the desk: the folder to upload, a snippet, a picture, single files.

mod command;
mod folder;
mod others;
mod picture;
mod snippet;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::{folder::Folder, others::Others, picture::Picture, snippet::Snippet};
use super::{dialog::Dialog, scene::use_scene};
use crate::{check::Checked, work::Desk};

/// The dialog.
#[derive(Properties, PartialEq)]
pub struct PublishProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// What is wrong: with errors nothing is published.
    pub checked: Rc<Checked>,
    /// Hears that it was closed.
    pub onclose: Callback<()>,
}

/// What a part of the dialog is given.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// Whether the editor has still to say that it is meant.
    pub is_held: bool,
}

/// Refused with errors; with warnings it asks.
#[component]
pub fn Publish(props: &PublishProps) -> Html {
    let scene = use_scene();
    let is_sure = use_state(|| false);
    let (errors, warnings) = props.checked.counts();
    if errors > 0 || props.checked.article.is_none() {
        let why = match errors {
            0 => scene.say("nothing_to_show").to_owned(),
            _ => scene.words.fill("publish_errors", &[&errors.to_string()]),
        };
        return html! {
            <Dialog title={scene.say("publish")} onclose={props.onclose.clone()}><p class="refused" role="alert">{ why }</p></Dialog>
        };
    }
    let onsure = {
        let is_sure = is_sure.clone();
        Callback::from(move |event: Event| {
            is_sure.set(
                event
                    .target_dyn_into::<HtmlInputElement>()
                    .is_some_and(|input| input.checked()),
            );
        })
    };
    let is_held = warnings > 0 && !*is_sure;
    let desk = &props.desk;
    html! {
        <Dialog title={scene.say("publish")} onclose={props.onclose.clone()}>
            if warnings > 0 {
                <p class="pair check">
                    <input id="sure" type="checkbox" checked={*is_sure} onchange={onsure} />
                    <label for="sure">{ scene.words.fill("publish_warnings", &[&warnings.to_string()]) }</label>
                </p>
            }
            <div class="ways">
                <Folder {desk} {is_held} />
                <Snippet {desk} {is_held} />
                <Picture {desk} {is_held} />
                <Others {desk} {is_held} />
            </div>
        </Dialog>
    }
}
