//! What was brought, read into an article: what became of it, and what its columns hold.

use std::{cell::Cell, collections::HashMap, rc::Rc};

use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{
    dialog::Dialog,
    files::{self, Source},
    keeper::said,
    platform,
    scene::{Scene, use_scene},
    select::Select,
};
use crate::{
    bring::{Asked, Brought, column_names},
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

/// What the second program is told. A source that does not say its language is in that of the
/// work at hand, or in that of the desk.
fn asked(
    source: &Source,
    scene: &Scene,
    (map, order): (&[(String, String)], &str),
    article: &Node,
) -> Asked {
    let countries = scene.names.iter();
    let language = article.get("language").as_text();
    Asked {
        name: source.name.clone(),
        map: map.to_vec(),
        order: Some(order.to_owned()).filter(|order| !order.is_empty()),
        language: Some(language.unwrap_or(scene.words.language).to_owned()),
        countries: countries
            .map(|(code, name)| (name.to_owned(), code.to_owned()))
            .collect(),
        article: article.value(),
    }
}

/// Fetches the second program, if it is not there, and has it read a source.
async fn bring(source: &Source, asked: &Asked) -> Result<Brought, String> {
    let asked = serde_json::to_string(asked).map_err(|why| why.to_string())?;
    let bytes = source.packed.as_deref().unwrap_or_default();
    let brought = JsFuture::from(platform::bring(bytes, &source.text, &asked)).await;
    let json = brought.map_err(|error| said(&error))?;
    serde_json::from_str(&json.as_string().unwrap_or_default()).map_err(|why| why.to_string())
}

/// What became of the source; what its columns are taken for, which can be changed; and
/// where to put it.
#[component]
pub fn ImportDialog(props: &ImportProps) -> Html {
    let scene = use_scene();
    let map = use_state(Vec::<(String, String)>::new);
    let order = use_state_eq(String::new);
    let made = use_state(|| None::<Rc<Result<Brought, String>>>);
    {
        let (made, scene) = (made.clone(), scene.clone());
        let article = props.desk.work.article.clone();
        use_effect_with(
            (
                props.source.clone(),
                (*map).clone(),
                (*order).clone(),
                article,
                scene.names.clone(),
            ),
            move |(source, map, order, article, _)| {
                let asked = asked(source, &scene, (map, order), article);
                let source = source.clone();
                let is_stale = Rc::new(Cell::new(false));
                let stale = is_stale.clone();
                spawn_local(async move {
                    let brought = bring(&source, &asked).await;
                    if !is_stale.get() {
                        made.set(Some(Rc::new(brought)));
                    }
                });
                move || stale.set(true)
            },
        );
    }
    let title = match props.source.name.as_str() {
        "" => scene.say("import").to_owned(),
        name => scene.words.fill("import_of", &[name]),
    };
    let made = match made.as_deref() {
        Some(Ok(made)) => made,
        other => {
            return html! {
                <Dialog {title} onclose={props.onclose.clone()}>
                    if let Some(Err(why)) = other {
                        <p class="refused" role="alert" lang="en" dir="ltr">{ why }</p>
                    } else {
                        <p class="refused" role="status">{ scene.say("reading") }</p>
                    }
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
        // Whatever else it was is not to be written over.
        let origin = match made.is_work && props.source.name.ends_with(".json") {
            true => props.source.origin.clone(),
            false => JsValue::UNDEFINED,
        };
        move |_: MouseEvent| {
            let name = if name.is_empty() {
                scene.say("unnamed")
            } else {
                &name
            };
            let work = Work {
                article: article.clone().into(),
                text: "".into(),
            };
            if files::open_from(&scene, name, work, &origin) {
                onclose.emit(());
            }
        }
    };
    let update = made.onto.as_ref().map(|(article, changes)| {
        let (scene, article, onclose) = (
            scene.clone(),
            Node::from(article.clone()),
            props.onclose.clone(),
        );
        let onclick = move |_: MouseEvent| {
            scene.take(Step::Set("".into(), article.clone()));
            onclose.emit(());
        };
        (changes.clone(), Callback::from(onclick))
    });
    let counts = [made.events.to_string(), made.eras.to_string()];
    let summary = scene.words.fill("import_found", &[&counts[0], &counts[1]]);
    html! {
        <Dialog {title} onclose={props.onclose.clone()}>
            <p><strong>{ summary }</strong>{ " " }<span lang="en" dir="ltr" class="quiet-text">{ format!("({})", made.format) }</span></p>
            <p class="acts">
                <button type="button" class="plain" id="import-new" onclick={new}>{ scene.say("import_new") }</button>
                if let Some((_, onclick)) = &update {
                    <button type="button" class="plain" id="import-update" onclick={onclick.clone()}>{ scene.say("import_update") }</button>
                }
            </p>
            if let Some((changes, _)) = &update {
                <details open=true><summary>{ scene.say("import_changes") }</summary><pre lang="en" dir="ltr">{ changes }</pre></details>
            }
            { decided(&scene, made, &order) }
            { mapping(&scene, made, &map) }
            { remarks(&scene, &made.remarks) }
        </Dialog>
    }
}

/// The order of day and month, asked for where dates leave it open.
fn decided(scene: &Scene, made: &Brought, order: &UseStateHandle<String>) -> Html {
    let is_asked = |remark: &Value| remark.get("weight").is_some_and(|weight| weight == "asked");
    if order.is_empty() && !made.remarks.iter().any(is_asked) {
        return Html::default();
    }
    let choices = ["dmy", "mdy", "ymd"].map(|order| {
        let name = scene.words.of_choice("date_order", order);
        (AttrValue::from(order), AttrValue::from(name))
    });
    let first = (AttrValue::default(), scene.say("date_order.open").into());
    let options: Vec<_> = std::iter::once(first).chain(choices).collect();
    let onchoose = {
        let order = order.clone();
        Callback::from(move |chosen: String| order.set(chosen))
    };
    html! {
        <div class="pair">
            <label for="date-order">{ scene.say("date_order") }</label>
            <Select id="date-order" value={(**order).clone()} {options} {onchoose} />
        </div>
    }
}

/// What each column is taken for.
fn mapping(scene: &Scene, made: &Brought, map: &UseStateHandle<Vec<(String, String)>>) -> Html {
    let named = column_names(&made.headers);
    if named.is_empty() {
        return Html::default();
    }
    let chosen: HashMap<&str, &str> = map
        .iter()
        .map(|(role, header)| (&**header, &**role))
        .collect();
    let role_name = |role: &str| scene.words.of_choice("role", role);
    let rows = named.into_iter().enumerate().map(|(at, header)| {
        let onchoose = {
            let (map, header) = (map.clone(), header.clone());
            Callback::from(move |role: String| {
                let others = map.iter().filter(|(_, other)| *other != header);
                let mut now: Vec<(String, String)> = others.cloned().collect();
                if !role.is_empty() {
                    now.push((role, header.clone()));
                }
                map.set(now);
            })
        };
        let value = chosen
            .get(header.as_str())
            .copied()
            .unwrap_or_default()
            .to_owned();
        let roles = made.roles.iter();
        let roles = roles.map(|role| (role.clone().into(), role_name(role).into()));
        let found = made.found.get(at).and_then(Option::as_ref);
        let as_found = match found.filter(|_| value.is_empty()) {
            Some(role) => scene.words.fill("as_found", &[&role_name(role)]),
            None => scene.say("as_nothing").to_owned(),
        };
        let first = (AttrValue::default(), AttrValue::from(as_found));
        let options: Vec<_> = std::iter::once(first).chain(roles).collect();
        let id = format!("map-{at}");
        html! {
            <div key={at} class="pair">
                <label for={id.clone()} dir="auto">{ header.clone() }</label>
                <Select {id} {value} {options} {onchoose} />
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
