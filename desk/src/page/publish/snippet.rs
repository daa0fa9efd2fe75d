//! What is pasted into the article's page.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{
    super::{field::typed, keeper::said, platform, scene::use_scene},
    PartProps,
};
use crate::work::Node;

/// The article as an attribute of the element, which systems keep that take out scripts.
fn snippet(article: &Node, program: &str) -> String {
    let json = article.value().to_string();
    let escaped = json
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let program = program
        .trim_end_matches('/')
        .replace('&', "&amp;")
        .replace('"', "&quot;");
    format!(
        "<dateline-widget data-article=\"{escaped}\"></dateline-widget>\n\
         <script type=\"module\" src=\"{program}/dateline.js\"></script>\n"
    )
}

/// The element with its data, and the program's script, to copy.
#[component]
pub fn Snippet(props: &PartProps) -> Html {
    let scene = use_scene();
    let said_last = use_state(String::new);
    let program = use_state(platform::program);
    let article = &props.desk.work.article;
    let copy = {
        let (said_last, scene) = (said_last.clone(), scene.clone());
        let text = snippet(article, &program);
        move |_: MouseEvent| {
            let (said_last, scene, text) = (said_last.clone(), scene.clone(), text.clone());
            spawn_local(async move {
                let copied = JsFuture::from(platform::copy(&text)).await;
                said_last.set(match copied {
                    Ok(_) => scene.say("copied").to_owned(),
                    Err(error) => scene.words.fill("not_copied", &[&said(&error)]),
                });
            });
        }
    };
    let onprogram = {
        let program = program.clone();
        Callback::from(move |event: InputEvent| program.set(typed(&event)))
    };
    let is_held = props.is_held || program.trim().is_empty();
    let shown = match is_held {
        true => String::new(),
        false => snippet(article, &program),
    };
    html! {
        <section>
            <h3>{ scene.say("snippet") }</h3>
            <p>{ scene.say("snippet_what") }</p>
            <div class="pair">
                <label for="program">{ scene.say("program") }</label>
                <div>
                <input id="program" class="input" type="url" dir="ltr" autocomplete="off" aria-describedby="program-local" placeholder="https://news.example/dateline/"
                    value={(*program).clone()} oninput={onprogram} />
                if program.trim().is_empty() {
                    <p id="program-local" class="quiet-text">{ scene.say("program_local") }</p>
                }
                </div>
            </div>
            <textarea class="input code" id="snippet" readonly={true} rows="4" dir="ltr" aria-label={scene.say("snippet")} value={shown} />
            <p class="acts">
                <button type="button" class="plain" id="copy-snippet" disabled={is_held} onclick={copy}>{ scene.say("copy") }</button>
                <span role="status" class="reading">{ (*said_last).clone() }</span>
            </p>
        </section>
    }
}
