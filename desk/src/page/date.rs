//! A date: what is typed, how readers will see it, and on what it rests.

use yew::prelude::*;

use super::{
    field::{Field, Line, target},
    scene::{english, use_scene},
    select::Select,
};
use crate::{
    forms::{Kind, read},
    work::{Node, Step},
};

/// A date of the article.
#[derive(Properties, PartialEq)]
pub struct DateProps {
    /// The pointer to it.
    pub path: AttrValue,
    /// The date.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// Whether a problem leads here.
    pub is_wrong: bool,
    /// The id of what is wrong with it.
    pub described: Option<AttrValue>,
    /// Whether all that belongs to a date is asked for, or its value alone.
    pub is_whole: bool,
}

/// A field that says at once how the date will read, and in which ways it could be meant.
#[component]
pub fn DateField(props: &DateProps) -> Html {
    let scene = use_scene();
    let value = match &props.node {
        Node::Object(_) => props.node.get("value").clone(),
        node => node.clone(),
    };
    // What was typed last, which may have been meant in several ways.
    let last = use_state(String::new);
    let oninput = {
        let last = last.clone();
        Callback::from(move |event: InputEvent| last.set(super::field::typed(&event)))
    };
    let typed = read(Kind::Date, &last, &props.article, &scene.names);
    let is_last = typed.node == value && !value.is_null();
    let reading = scene.reading(&props.node, &props.article);
    let id = AttrValue::from(format!("field:{}", props.path));
    let says = AttrValue::from(format!("says:{}", props.path));
    let others = typed.others.iter().filter(|_| is_last).filter_map(|other| {
        let node = read(Kind::Date, other, &props.article, &scene.names).node;
        let said = scene.reading(&node, &props.article)?;
        let (scene, path) = (scene.clone(), target(Kind::Date, &props.path, &props.node));
        let onclick =
            move |_: MouseEvent| scene.take(Step::Set(path.as_str().into(), node.clone()));
        Some(html! { <button type="button" class="quiet" {onclick}><bdi>{ said }</bdi></button> })
    });
    let others: Html = others.collect();
    let described = props
        .described
        .iter()
        .fold(says.to_string(), |all, one| format!("{all} {one}"));
    let language = props.article.get("language").words().to_owned();
    html! {
        <div class="date-field" {oninput}>
            <Field {id} path={props.path.clone()} kind={Kind::Date} node={props.node.clone()}
                article={props.article.clone()} {described} is_wrong={props.is_wrong} />
            <p class="reading" id={says} aria-live="polite">
                if value.is_null() {
                    { scene.say("date_hint") }
                } else if let Some(reading) = reading {
                    <span class="reads" lang={language} dir="auto">{ reading }</span>
                } else {
                    if is_last { { english(&typed.notes.join(" ")) } } else { { scene.say("date_unread") } }
                }
            </p>
            if is_last && !typed.others.is_empty() {
                <p class="others">{ scene.say("date_or") }{ " " }{ others }</p>
            }
            if props.is_whole {
                <Rest path={props.path.clone()} node={props.node.clone()} article={props.article.clone()} />
            }
        </div>
    }
}

/// The rest of a date.
#[derive(Properties, PartialEq)]
struct RestProps {
    path: AttrValue,
    node: Node,
    article: Node,
}

/// On what a date rests, and the article's own words for it.
#[component]
fn Rest(props: &RestProps) -> Html {
    let scene = use_scene();
    let basis = match props.node.get("basis").words() {
        "stated" => "",
        basis => basis,
    };
    let line = |key: &str, label: &'static str| {
        html! { <Line path={format!("{}/{key}", props.path)} {label} node={props.node.get(key).clone()} article={props.article.clone()} /> }
    };
    let options = [
        ("", "basis.stated"),
        ("inferred", "basis.inferred"),
        ("editor", "basis.editor"),
    ];
    let options = options.map(|(value, name)| (value.into(), scene.say(name).into()));
    let path = format!("{}/basis", props.path);
    let id = AttrValue::from(format!("field:{path}"));
    html! {
        <div class="date-rest">
            <div class="pair">
                <label for={id.clone()}>{ scene.say("basis") }</label>
                <Select {id} value={basis.to_owned()} options={options.to_vec()} onchoose={scene.setter(&path)} />
            </div>
            { line("text", "date_words") }
            if basis == "inferred" { { line("from", "date_from") } }
            if basis == "editor" { { line("note", "date_note") } }
        </div>
    }
}
