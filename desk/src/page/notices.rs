//! What another tab does, and what fields suggest.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{keeper::opening, platform, scene::Scene};
use crate::{
    forms::Names,
    work::{Action, Node, Step},
};

/// What fields suggest.
#[derive(Properties, PartialEq)]
pub struct SuggestedProps {
    /// Countries.
    pub names: Names,
    /// The article's people.
    pub people: Node,
}

/// The names that fields suggest.
#[component]
pub fn Suggested(props: &SuggestedProps) -> Html {
    let countries = props
        .names
        .iter()
        .map(|(code, name)| html! { <option key={code.to_owned()} value={name.to_owned()} /> });
    let people = props.people.items().iter();
    let people =
        people.map(|person| html! { <option value={person.get("name").words().to_owned()} /> });
    html! {
        <>
            <datalist id="countries-list">{ for countries }</datalist>
            <datalist id="people-list">{ for people }</datalist>
        </>
    }
}

/// What another tab does with the same work.
pub fn other_tab(
    scene: &Scene,
    what: &str,
    id: u64,
    elsewhere: &UseStateHandle<Option<String>>,
) -> Html {
    let is_newer = what == "kept";
    let reload = {
        let (scene, elsewhere) = (scene.clone(), elsewhere.clone());
        move |_: MouseEvent| {
            let (scene, elsewhere) = (scene.clone(), elsewhere.clone());
            spawn_local(async move {
                let kept = JsFuture::from(platform::work(id as f64)).await.ok();
                if let Some(Action::Open { name, work, .. }) = kept.and_then(opening) {
                    scene.desk.dispatch(Action::Name(name));
                    scene.take(Step::whole(work));
                }
                elsewhere.set(None);
            });
        }
    };
    let close = {
        let elsewhere = elsewhere.clone();
        move |_: MouseEvent| elsewhere.set(None)
    };
    html! {
        <p class="notice" role="alert">
            { scene.say(if is_newer { "tab_kept" } else { "tab_open" }) }{ " " }
            if is_newer { <button type="button" class="quiet" onclick={reload}>{ scene.say("tab_take") }</button> }
            <button type="button" class="quiet" onclick={close}>{ scene.say("tab_stay") }</button>
        </p>
    }
}
