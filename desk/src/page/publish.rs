//! What leaves the desk: files, and words to copy.

use std::rc::Rc;

use dateline::import::export::{Target, export};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{dialog::Dialog, field::typed, files, keeper::said, platform, scene::use_scene};
use crate::{
    check::Checked,
    work::{Desk, Node},
};

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

/// Refused with errors; with warnings it asks.
#[component]
pub fn Publish(props: &PublishProps) -> Html {
    let scene = use_scene();
    let is_sure = use_state(|| false);
    let said_last = use_state(String::new);
    let program = use_state(platform::program);
    let (errors, warnings) = props.checked.counts();
    if errors > 0 || props.checked.article.is_none() {
        let why = scene.words.fill("publish_errors", &[&errors.to_string()]);
        return html! {
            <Dialog title={scene.say("publish")} onclose={props.onclose.clone()}><p class="refused" role="alert">{ why }</p></Dialog>
        };
    }
    let article = &props.desk.work.article;
    let heard = {
        let (said_last, scene) = (said_last.clone(), scene.clone());
        Callback::from(move |name: String| said_last.set(scene.words.fill("saved_as", &[&name])))
    };
    let file = |ending: &'static str, kind: &'static str, text: Rc<dyn Fn() -> String>| {
        let (desk, heard) = (props.desk.clone(), heard.clone());
        Callback::from(move |_: MouseEvent| {
            files::download(
                files::file_name(&desk, ending),
                text(),
                kind,
                false,
                heard.clone(),
            );
        })
    };
    let json = {
        let article = article.clone();
        file("json", "application/json", Rc::new(move || article.json()))
    };
    let to = |target: Target| -> Rc<dyn Fn() -> String> {
        let (scene, article) = (scene.clone(), article.clone());
        Rc::new(move || {
            let words = |date: &serde_json::Value| {
                scene
                    .reading(&Node::from(date.clone()), &article)
                    .unwrap_or_default()
            };
            export(&article.value(), target, &words).text
        })
    };
    let csv = file("csv", "text/csv", to(Target::Csv));
    let ics = file("ics", "text/calendar", to(Target::Ics));
    let markdown = file("md", "text/markdown", to(Target::Markdown));
    let timelinejs = file(
        "timelinejs.json",
        "application/json",
        to(Target::Timelinejs),
    );
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
    html! {
        <Dialog title={scene.say("publish")} onclose={props.onclose.clone()}>
            if warnings > 0 {
                <p class="pair check">
                    <input id="sure" type="checkbox" checked={*is_sure} onchange={onsure} />
                    <label for="sure">{ scene.words.fill("publish_warnings", &[&warnings.to_string()]) }</label>
                </p>
            }
            <section>
                <h3>{ scene.say("snippet") }</h3>
                <p>{ scene.say("snippet_what") }</p>
                <div class="pair">
                    <label for="program">{ scene.say("program") }</label>
                    <input id="program" class="input" type="url" dir="ltr" autocomplete="off" value={(*program).clone()} oninput={onprogram} />
                </div>
                <textarea class="input code" id="snippet" readonly={true} rows="4" dir="ltr" aria-label={scene.say("snippet")}
                    value={if is_held { String::new() } else { snippet(article, &program) }} />
                <p class="acts"><button type="button" class="plain" id="copy-snippet" disabled={is_held} onclick={copy}>{ scene.say("copy") }</button></p>
            </section>
            <section>
                <h3>{ scene.say("files") }</h3>
                <ul class="files">
                    <li><button type="button" class="way" id="publish-json" disabled={is_held} onclick={json}>{ "article.json" }</button> { scene.say("json_what") }</li>
                    <li><button type="button" class="way" id="publish-csv" disabled={is_held} onclick={csv}>{ "CSV" }</button> { scene.say("csv_what") }</li>
                    <li><button type="button" class="way" disabled={is_held} onclick={markdown}>{ "Markdown" }</button> { scene.say("markdown_what") }</li>
                    <li><button type="button" class="way" disabled={is_held} onclick={ics}>{ "iCalendar" }</button> { scene.say("ics_what") }</li>
                    <li><button type="button" class="way" disabled={is_held} onclick={timelinejs}>{ "TimelineJS" }</button> { scene.say("timelinejs_what") }</li>
                </ul>
            </section>
            <p role="status" class="reading">{ (*said_last).clone() }</p>
        </Dialog>
    }
}
