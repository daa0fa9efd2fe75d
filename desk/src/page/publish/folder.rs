//! The folder to upload, as a ZIP.

use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use super::{
    super::{field::typed, files, scene::use_scene},
    PartProps,
    command::{ARTICLE, Asked, Said, ascii, complaints, keep, told, use_runner},
};

/// Where the command writes it.
const OUT: &str = "upload";

/// The folder, with the same bytes as `dateline build --out` writes.
#[component]
pub fn Folder(props: &PartProps) -> Html {
    let scene = use_scene();
    let runner = use_runner();
    let address = use_state(String::new);
    let onaddress = {
        let address = address.clone();
        Callback::from(move |event: InputEvent| address.set(typed(&event)))
    };
    let onclick = {
        let (scene, runner, desk) = (scene.clone(), runner.clone(), props.desk.clone());
        let address = address.trim().to_owned();
        Callback::from(move |_: MouseEvent| {
            let mut words: Vec<String> = ["build", ARTICLE, "--out", OUT].map(Into::into).into();
            if !address.is_empty() {
                words.extend(["--base-url".to_owned(), ascii(&address)]);
            }
            let asked = Asked {
                words,
                takes: OUT,
                needs_widget: true,
            };
            let (scene, name) = (scene.clone(), files::file_name(&desk, "zip"));
            runner.run(&desk, &asked, move |made| async move {
                let kept = JsFuture::from(keep(&name, &made.taken, "application/zip")).await;
                let name = kept.ok().and_then(|name| name.as_string());
                let sentence = scene.words.fill("saved_as", &[&name.unwrap_or_default()]);
                Said::Done(sentence, complaints(&made.said), made.told)
            });
        })
    };
    html! {
        <section>
            <h3>{ scene.say("folder") }</h3>
            <p>{ scene.say("folder_what") }</p>
            <div class="pair">
                <label for="base-url">{ scene.say("base_url") }</label>
                <div>
                    <input id="base-url" class="input" type="url" dir="ltr" autocomplete="off" placeholder="https://news.example/bridge/"
                        aria-describedby="base-url-what" value={(*address).clone()} oninput={onaddress} />
                    <p id="base-url-what" class="quiet-text">{ scene.say("base_url_what") }</p>
                </div>
            </div>
            <p class="acts">
                <button type="button" class="plain main" id="publish-zip" disabled={props.is_held} {onclick}>
                    { scene.say("zip") }
                </button>
            </p>
            { told(&scene, &runner.said) }
        </section>
    }
}
