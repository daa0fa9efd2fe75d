//! The first visit: what to drop, and the works that are kept.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{
    files,
    focus::{TABLE, focus_soon},
    platform::{self, Kept},
    scene::use_scene,
};

/// What the empty desk can do.
#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    /// Takes a file that was chosen.
    pub taken: files::Taken,
}

/// Three lines that say what to drop, the example, and the works of this browser.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let scene = use_scene();
    let works = use_state(Vec::<Kept>::new);
    {
        let works = works.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Ok(list) = JsFuture::from(platform::list()).await {
                    let list: js_sys::Array = list.unchecked_into();
                    works.set(list.iter().map(JsCast::unchecked_into).collect());
                }
            });
        });
    }
    let example = {
        let scene = scene.clone();
        move |_: MouseEvent| files::example(scene.clone())
    };
    let new = {
        let scene = scene.clone();
        move |_: MouseEvent| {
            let language = scene.words.language;
            files::open(&scene, scene.say("unnamed"), files::empty(language));
        }
    };
    let choose = {
        let taken = props.taken.clone();
        move |_: MouseEvent| files::choose(taken.clone())
    };
    let kept = works.iter().take(8).map(|kept| {
        let (scene, id) = (scene.clone(), kept.id());
        let when = platform::clock(kept.time(), scene.words.language);
        let onclick = move |_: MouseEvent| files::open_kept(scene.clone(), id);
        html! { <li><button type="button" class="way" {onclick}><bdi>{ kept.name_of() }</bdi> <span class="quiet-text">{ when }</span></button></li> }
    });
    let has_focus = use_mut_ref(|| false);
    let onfocusin = {
        let has_focus = has_focus.clone();
        move |_: FocusEvent| *has_focus.borrow_mut() = true
    };
    // What was pressed here is gone with it.
    use_effect_with((), move |()| {
        move || {
            if *has_focus.borrow() {
                focus_soon(TABLE);
            }
        }
    });
    html! {
        <main class="welcome" {onfocusin}>
            <h1>{ scene.say("desk") }</h1>
            <p class="standfirst">{ scene.say("welcome") }</p>
            <ol class="drops">
                <li><strong>{ scene.say("drop_sheet") }</strong>{ " " }{ scene.say("drop_sheet_more") }</li>
                <li><strong>{ scene.say("drop_text") }</strong>{ " " }{ scene.say("drop_text_more") }</li>
                <li><strong>{ scene.say("drop_article") }</strong>{ " " }{ scene.say("drop_article_more") }</li>
            </ol>
            <p class="acts">
                <button type="button" class="plain" id="choose-file" onclick={choose}>{ scene.say("choose_file") }</button>
                <button type="button" class="plain" id="open-example" onclick={example}>{ scene.say("open_example") }</button>
                <button type="button" class="plain" id="new-work" onclick={new}>{ scene.say("new_work") }</button>
            </p>
            if !works.is_empty() {
                <h2>{ scene.say("works_here") }</h2>
                <ul class="works">{ for kept }</ul>
            }
            <p class="quiet-text">{ scene.say("private") }</p>
        </main>
    }
}
