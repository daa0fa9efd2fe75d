//! What was brought, read into an article: what became of it, and what its columns hold.

use std::{collections::HashMap, rc::Rc};

use dateline::{
    article::Code,
    import::{Import, Options, Role, Unreadable, import, import_text},
};
use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{
    dialog::Dialog,
    files::{self, Source},
    scene::{Scene, use_scene},
};
use crate::{
    forms::Names,
    work::{Desk, Node, Step, Work},
};

/// Remarks of one kind that are listed.
const LISTED: usize = 100;

/// The dialog.
#[derive(Properties, PartialEq)]
pub struct ImportProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// What was brought.
    pub source: Rc<Source>,
    /// Hears that it was closed.
    pub onclose: Callback<()>,
}

/// What was made of a source.
struct Made {
    article: Node,
    format: String,
    events: usize,
    eras: usize,
    headers: Vec<String>,
    remarks: Vec<Value>,
    /// The article at hand with the source put onto it, and what changed, in words.
    onto: Option<(Node, String)>,
}

fn options(source: &Source, names: &Names, map: &[(String, String)], article: &Node) -> Options {
    let some = |key: &str| article.get(key).as_text().map(str::to_owned);
    let countries = names.iter();
    Options {
        name: source.name.clone(),
        map: map.to_vec(),
        language: some("language"),
        published: None,
        countries: countries
            .filter_map(|(code, name)| Some((name.to_owned(), Code::new(code)?)))
            .collect(),
        ..Options::default()
    }
}

fn read(source: &Source, options: &Options) -> Result<Import, Unreadable> {
    match &source.packed {
        Some(bytes) => import(bytes.clone(), options),
        None => import_text(source.text.clone(), options),
    }
}

fn made(
    source: &Source,
    names: &Names,
    map: &[(String, String)],
    article: &Node,
) -> Result<Made, String> {
    let options = options(source, names, map, article);
    let import = read(source, &options).map_err(|why| why.to_string())?;
    let report = import.report();
    let (events, eras) = report.events();
    let report = serde_json::to_value(&report).unwrap_or_default();
    let remarks = report.get("remarks").and_then(Value::as_array).cloned();
    let mut made = Made {
        article: Node::from(serde_json::to_value(&import.article).unwrap_or_default()),
        format: import.format.clone(),
        events,
        eras,
        headers: import.ledger.headers.clone(),
        remarks: remarks.unwrap_or_default(),
        onto: None,
    };
    if !article.get("events").items().is_empty()
        && let Ok(onto) = import.onto(&article.value())
    {
        let changes = onto.changes.as_ref().map(ToString::to_string);
        let merged = serde_json::to_value(&onto.article).unwrap_or_default();
        made.onto = Some((Node::from(merged), changes.unwrap_or_default()));
    }
    Ok(made)
}

/// What became of the source; what its columns are taken for, which can be changed; and
/// where to put it.
#[component]
pub fn ImportDialog(props: &ImportProps) -> Html {
    let scene = use_scene();
    let map = use_state(Vec::<(String, String)>::new);
    let made = {
        let (names, article) = (scene.names.clone(), props.desk.work.article.clone());
        use_memo(
            (props.source.clone(), (*map).clone(), article),
            move |(source, map, article)| made(source, &names, map, article),
        )
    };
    let made = match &*made {
        Ok(made) => made,
        Err(why) => {
            return html! {
                <Dialog title={props.source.name.clone()} onclose={props.onclose.clone()}>
                    <p class="refused" role="alert" lang="en" dir="ltr">{ why }</p>
                </Dialog>
            };
        }
    };
    let new = {
        let (scene, article, onclose) =
            (scene.clone(), made.article.clone(), props.onclose.clone());
        let name = props
            .source
            .name
            .rsplit_once('.')
            .map_or(&*props.source.name, |(name, _)| name)
            .to_owned();
        move |_: MouseEvent| {
            let name = if name.is_empty() {
                scene.say("unnamed")
            } else {
                &name
            };
            files::open(
                &scene,
                name,
                Work {
                    article: article.clone(),
                    text: "".into(),
                },
            );
            onclose.emit(());
        }
    };
    let update = made.onto.as_ref().map(|(article, changes)| {
        let (scene, article, onclose) = (scene.clone(), article.clone(), props.onclose.clone());
        let onclick = move |_: MouseEvent| {
            scene.take(Step::Set("".into(), article.clone()));
            onclose.emit(());
        };
        (changes.clone(), Callback::from(onclick))
    });
    let counts = [made.events.to_string(), made.eras.to_string()];
    let summary = scene.words.fill("import_found", &[&counts[0], &counts[1]]);
    html! {
        <Dialog title={scene.words.fill("import_of", &[&props.source.name])} onclose={props.onclose.clone()}>
            <p><strong>{ summary }</strong>{ " " }<span lang="en" dir="ltr" class="quiet-text">{ format!("({})", made.format) }</span></p>
            <p class="acts">
                <button type="button" class="plain" id="import-new" onclick={new}>{ scene.say("import_new") }</button>
                if let Some((_, onclick)) = &update {
                    <button type="button" class="plain" id="import-update" onclick={onclick.clone()}>{ scene.say("import_update") }</button>
                }
            </p>
            if let Some((changes, _)) = &update {
                <details><summary>{ scene.say("import_changes") }</summary><pre lang="en" dir="ltr">{ changes }</pre></details>
            }
            { mapping(&scene, made, &map) }
            { remarks(&scene, &made.remarks) }
        </Dialog>
    }
}

/// What each column is taken for.
fn mapping(scene: &Scene, made: &Made, map: &UseStateHandle<Vec<(String, String)>>) -> Html {
    let named: Vec<&String> = made
        .headers
        .iter()
        .filter(|header| !header.trim().is_empty())
        .collect();
    if named.is_empty() {
        return Html::default();
    }
    let chosen: HashMap<&str, &str> = map
        .iter()
        .map(|(role, header)| (&**header, &**role))
        .collect();
    let rows = named.into_iter().enumerate().map(|(at, header)| {
        let onchange = {
            let (map, header) = (map.clone(), header.clone());
            Callback::from(move |event: Event| {
                let role = event
                    .target_dyn_into::<HtmlSelectElement>()
                    .map(|select| select.value());
                let mut now: Vec<(String, String)> = map
                    .iter()
                    .filter(|(_, other)| *other != header)
                    .cloned()
                    .collect();
                if let Some(role) = role.filter(|role| !role.is_empty()) {
                    now.push((role, header.clone()));
                }
                map.set(now);
            })
        };
        let here = chosen.get(header.as_str()).copied().unwrap_or_default();
        let roles = Role::names();
        let options = roles.iter().map(
            |role| html! { <option value={*role} selected={here == *role}>{ *role }</option> },
        );
        let id = format!("map-{at}");
        html! {
            <div key={at} class="pair">
                <label for={id.clone()} dir="auto">{ header }</label>
                <select {id} class="input" {onchange}>
                    <option value="" selected={here.is_empty()}>{ scene.say("as_read") }</option>
                    { for options }
                </select>
            </div>
        }
    });
    html! {
        <details class="mapping">
            <summary>{ scene.say("columns") }</summary>
            <p class="quiet-text">{ scene.say("columns_what") }</p>
            { for rows }
        </details>
    }
}

/// What is to be known of the source, the weightiest first.
fn remarks(scene: &Scene, remarks: &[Value]) -> Html {
    let of = |remark: &Value, key: &str| {
        remark
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let weights: [(&'static str, &'static str); 6] = [
        ("left-out", "left_out"),
        ("asked", "asked"),
        ("chosen", "chosen"),
        ("changed", "changed"),
        ("proposed", "proposed"),
        ("aside", "aside"),
    ];
    let groups = weights.into_iter().map(|(weight, word)| {
        let found: Vec<&Value> = remarks.iter().filter(|remark| of(remark, "weight") == weight).collect();
        if found.is_empty() {
            return Html::default();
        }
        let rows = found.iter().take(LISTED).map(|remark| {
            let pieces = remark.get("pieces").and_then(Value::as_array);
            let piece = pieces.and_then(|pieces| pieces.first());
            let place = piece.map(|piece| (of(piece, "place"), of(piece, "text")));
            html! {
                <li lang="en" dir="ltr">
                    if let Some((place, text)) = place { <span class="where">{ place }{ ": " }<q dir="auto">{ text }</q></span> }
                    <span class="what">{ of(remark, "message") }</span>
                    <span class="fix">{ of(remark, "cure") }</span>
                </li>
            }
        });
        html! {
            <details key={weight} open={matches!(weight, "left-out" | "asked")}>
                <summary>{ scene.say(word) }{ " " }<span class="count">{ found.len() }</span></summary>
                <ol class="remarks">{ for rows }</ol>
            </details>
        }
    });
    html! { <section class="report" aria-label={scene.say("report")}>{ for groups }</section> }
}
