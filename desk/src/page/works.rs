//! The works of this browser, and the versions of the one at hand.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{
    dialog::Dialog,
    files,
    keeper::opening,
    platform::{self, Kept},
    scene::{Scene, sure, use_scene},
};
use crate::work::{Action, Desk, Step};

/// The dialog.
#[derive(Properties, PartialEq)]
pub struct WorksProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// Hears that it was closed.
    pub onclose: Callback<()>,
}

/// How often the lists were read.
#[derive(Default)]
struct Turn(u32);

impl Reducible for Turn {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Turn(self.0 + 1))
    }
}

/// Opens, forgets, begins anew; and goes back to a version, which is a step like any other.
#[component]
pub fn Works(props: &WorksProps) -> Html {
    let scene = use_scene();
    let works = use_state(Vec::<Kept>::new);
    let versions = use_state(Vec::<f64>::new);
    // Each turn reads the lists anew.
    let turn = use_reducer(Turn::default);
    {
        let (works, versions, id) = (works.clone(), versions.clone(), props.desk.id as f64);
        use_effect_with((turn.0, props.desk.id), move |_| {
            spawn_local(async move {
                if let Ok(list) = JsFuture::from(platform::list()).await {
                    let list: Array = list.unchecked_into();
                    works.set(list.iter().map(JsCast::unchecked_into).collect());
                }
                if let Ok(list) = JsFuture::from(platform::versions(id)).await {
                    let list: Array = list.unchecked_into();
                    versions.set(list.iter().filter_map(|time| time.as_f64()).collect());
                }
            });
        });
    }
    let rows = works.iter().map(|kept| {
        let id = kept.id();
        let is_here = id as u64 == props.desk.id;
        let name = kept.name_of();
        let when = platform::clock(kept.time(), scene.words.language);
        let open = {
            let (scene, onclose) = (scene.clone(), props.onclose.clone());
            move |_: MouseEvent| {
                files::open_kept(scene.clone(), id);
                onclose.emit(());
            }
        };
        let forget = {
            let turn = turn.clone();
            let question = scene.words.fill("forget_sure", &[&name]);
            move |_: MouseEvent| {
                if !sure(&question) {
                    return;
                }
                let turn = turn.clone();
                spawn_local(async move {
                    let _ = JsFuture::from(platform::forget(id)).await;
                    turn.dispatch(());
                });
            }
        };
        let label = scene.words.fill("forget_named", &[&name]);
        html! {
            <li key={id.to_string()} aria-current={is_here.then_some("true")}>
                <button type="button" class="way" disabled={is_here} onclick={open}><bdi>{ name }</bdi> <span class="quiet-text">{ when }</span></button>
                if !is_here { <button type="button" class="quiet" aria-label={label} onclick={forget}>{ scene.say("forget") }</button> }
            </li>
        }
    });
    let older = versions.iter().map(|time| {
        let (scene, onclose, id, time) = (scene.clone(), props.onclose.clone(), props.desk.id as f64, *time);
        let when = platform::clock(time, scene.words.language);
        let back = move |_: MouseEvent| {
            back_to(scene.clone(), id, time);
            onclose.emit(());
        };
        html! { <li key={time.to_string()}><button type="button" class="way" onclick={back}>{ when }</button></li> }
    });
    let new = {
        let (scene, onclose) = (scene.clone(), props.onclose.clone());
        move |_: MouseEvent| {
            files::open(
                &scene,
                scene.say("unnamed"),
                files::empty(scene.words.language),
            );
            onclose.emit(());
        }
    };
    html! {
        <Dialog title={scene.say("works_here")} onclose={props.onclose.clone()}>
            <p class="acts"><button type="button" class="plain" onclick={new}>{ scene.say("new_work") }</button></p>
            <ul class="works">{ for rows }</ul>
            <h3>{ scene.say("versions") }</h3>
            if versions.is_empty() { <p class="empty">{ scene.say("no_versions") }</p> }
            <ul class="works">{ for older }</ul>
        </Dialog>
    }
}

fn back_to(scene: Scene, id: f64, time: f64) {
    spawn_local(async move {
        let kept = JsFuture::from(platform::version(id, time)).await.ok();
        if let Some(Action::Open { work, .. }) = kept.and_then(opening) {
            scene.take(Step::whole(work));
        }
    });
}
