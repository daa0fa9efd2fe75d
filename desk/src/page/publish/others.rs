//! Single files: for pages, for people and for other programs.

use std::rc::Rc;

use dateline::import::export::{Exported, Target, export};
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use super::{
    super::{files, platform, scene::use_scene},
    PartProps,
    command::{ARTICLE, Asked, Said, complaints, told, use_runner},
};
use crate::work::Node;

/// The plain HTML is the command's; the others are made by the page.
#[component]
pub fn Others(props: &PartProps) -> Html {
    let scene = use_scene();
    let runner = use_runner();
    let said = runner.said.clone();
    let article = &props.desk.work.article;
    let file = |ending: &'static str, kind: &'static str, made: Rc<dyn Fn() -> Exported>| {
        let (desk, said, scene) = (props.desk.clone(), said.clone(), scene.clone());
        Callback::from(move |_: MouseEvent| {
            let name = files::file_name(&desk, ending);
            let Exported { text, lost } = made();
            let lost = lost
                .iter()
                .map(|lost| format!("{}: {}", lost.path, lost.message));
            let lost = lost.collect::<Vec<_>>().join("\n");
            let (said, scene) = (said.clone(), scene.clone());
            let heard = Callback::from(move |name: String| {
                let sentence = scene.words.fill("saved_as", &[&name]);
                said.set(Said::Done(sentence, lost.clone(), String::new()));
            });
            files::download(name, text, kind, false, heard);
        })
    };
    let json = {
        let article = article.clone();
        let whole = move || Exported {
            text: article.json(),
            lost: Vec::new(),
        };
        file("json", "application/json", Rc::new(whole))
    };
    let to = |target: Target| -> Rc<dyn Fn() -> Exported> {
        let (scene, article) = (scene.clone(), article.clone());
        Rc::new(move || {
            let words = |date: &serde_json::Value| {
                scene
                    .reading(&Node::from(date.clone()), &article)
                    .unwrap_or_default()
            };
            export(&article.value(), target, &words)
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
    let html = {
        let (scene, runner, desk) = (scene.clone(), runner.clone(), props.desk.clone());
        Callback::from(move |_: MouseEvent| {
            let asked = Asked {
                words: ["build", ARTICLE].map(Into::into).into(),
                ..Asked::default()
            };
            let (scene, name) = (scene.clone(), files::file_name(&desk, "html"));
            runner.run(&desk, &asked, move |made| async move {
                let kept = platform::save(&name, &made.told, "text/html", false);
                let kept = JsFuture::from(kept).await.ok();
                let name = kept.and_then(|name| name.as_string()).unwrap_or_default();
                let sentence = scene.words.fill("saved_as", &[&name]);
                Said::Done(sentence, complaints(&made.said), String::new())
            });
        })
    };
    let button = |id: &'static str,
                  name: &'static str,
                  what: &'static str,
                  onclick: Callback<MouseEvent>| {
        html! { <li><button type="button" class="way" {id} disabled={props.is_held} {onclick}>{ name }</button><span>{ scene.say(what) }</span></li> }
    };
    html! {
        <section>
            <h3>{ scene.say("files") }</h3>
            <ul class="files">
                { button("publish-json", "article.json", "json_what", json) }
                { button("publish-html", "HTML", "html_what", html) }
                { button("publish-csv", "CSV", "csv_what", csv) }
                { button("publish-markdown", "Markdown", "markdown_what", markdown) }
                { button("publish-ics", "iCalendar", "ics_what", ics) }
                { button("publish-timelinejs", "TimelineJS", "timelinejs_what", timelinejs) }
            </ul>
            { told(&scene, &said) }
        </section>
    }
}
