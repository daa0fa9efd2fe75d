//! The form of one entry: its fields, one under the other.

use web_sys::{HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    corrected::CorrectedField,
    date::DateField,
    field::Field,
    fold::Fold,
    lists::{Each, EventsField},
    person::PersonField,
    scene::{Scene, use_scene},
    select::Select,
    sentence::Sentence,
};
use crate::{
    check::{Checked, Held},
    forms::{Field as Spec, Kind, Names},
    work::{Node, child},
};

/// An object of the article.
#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The pointer to it; of the article, nothing.
    pub path: AttrValue,
    /// The object.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// Its fields.
    pub fields: &'static [Spec],
    /// What is wrong, and where facts stand in the text.
    pub checked: std::rc::Rc<Checked>,
}

/// The fields of an object.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let scene = use_scene();
    let frame = use_memo(props.article.clone(), frame);
    let fields = props
        .fields
        .iter()
        .map(|spec| field(&scene, props, &frame, spec));
    html! { <div class="form">{ for fields }</div> }
}

fn field(scene: &Scene, props: &FormProps, frame: &Node, spec: &'static Spec) -> Html {
    let path = child(&props.path, spec.key);
    let node = props.node.get(spec.key).clone();
    let frame = frame.clone();
    let id = AttrValue::from(format!("field:{path}"));
    let article = props.article.clone();
    let wrong: Vec<&str> = wrong(&props.checked, &path);
    let is_wrong = !wrong.is_empty();
    let label = scene.say(spec.label);
    let told = AttrValue::from(format!("wrong:{path}"));
    let described = is_wrong.then(|| told.clone());
    let body = match spec.kind {
        Kind::Group(fields) => {
            let checked = props.checked.clone();
            return html! {
                <Fold key={spec.key} class="group" heading={label} is_open={!node.is_null()}>
                    <Form {path} {node} {article} {fields} {checked} />
                </Fold>
            };
        }
        Kind::Each(fields) => {
            let checked = props.checked.clone();
            return html! { <Each key={spec.key} {path} {node} {article} {fields} {checked} {label} word={spec.key} /> };
        }
        Kind::Date => {
            html! { <DateField {path} {node} article={frame} {is_wrong} {described} is_whole={true} /> }
        }
        Kind::Day => {
            html! { <DateField {path} {node} article={frame} {is_wrong} {described} is_whole={false} /> }
        }
        Kind::Sentence => {
            let held = held(&props.checked, &props.path);
            html! { <Sentence {path} {node} article={frame} {held} {is_wrong} {described} /> }
        }
        Kind::Events => {
            html! { <EventsField {id} {path} {node} {article} {is_wrong} {described} /> }
        }
        Kind::Corrected => {
            html! { <CorrectedField {id} {path} {node} {article} {is_wrong} {described} /> }
        }
        Kind::Person => {
            html! { <PersonField {id} {path} {node} {article} {is_wrong} {described} /> }
        }
        Kind::Choice(choices) => {
            let options = choices.iter().map(|choice| {
                let name = scene.words.of_choice(spec.label, choice);
                (AttrValue::from(*choice), name.into())
            });
            let options = std::iter::once(("".into(), "—".into())).chain(options);
            let value = node.words().to_owned();
            let onchoose = scene.setter(&path);
            html! { <Select {id} {value} options={options.collect::<Vec<_>>()} {onchoose} {is_wrong} {described} /> }
        }
        Kind::Flag => return flag(scene, spec, &path, &node),
        kind => {
            html! { <Field {id} {path} {kind} {node} article={frame} {is_wrong} {described} /> }
        }
    };
    let of = match spec.kind {
        Kind::Sentence => format!("field:{}/{}/quote", props.path, spec.key),
        _ => format!("field:{}/{}", props.path, spec.key),
    };
    html! {
        <div key={spec.key} class={classes!("pair", is_wrong.then_some("wrong"))} data-field={spec.key}>
            <label for={of}>{ label }</label>
            <div class="entry">
                { body }
                if is_wrong {
                    <ul class="told" id={told}>{ for wrong.iter().map(|told| html! { <li>{ *told }</li> }) }</ul>
                }
            </div>
        </div>
    }
}

/// What of an article its fields need, which stays the same while most of it is written: a
/// field is drawn anew only when something of it has changed.
pub fn frame(article: &Node) -> Node {
    let member = |key| (key, article.get(key).clone());
    let cards = article.get("countries").items().iter();
    let cards = cards.filter(|card| !card.get("id").is_null()).map(|card| {
        Node::object([
            ("id", card.get("id").clone()),
            ("name", card.get("name").clone()),
        ])
    });
    Node::object([
        member("language"),
        member("published"),
        member("people"),
        ("countries", Node::list(cards.collect())),
    ])
}

/// What is wrong at a pointer or below it.
fn wrong<'c>(checked: &'c Checked, path: &str) -> Vec<&'c str> {
    let below = |told: &&'c crate::check::Told| {
        let rest = told.path.strip_prefix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let told = checked.told.iter().filter(below);
    told.map(|told| told.message.as_str()).collect()
}

/// Where an object's sentence stands.
fn held(checked: &Checked, path: &str) -> Option<Held> {
    let words = format!("{path}/source/quote");
    checked
        .held
        .iter()
        .find(|held| held.words == words)
        .cloned()
}

fn flag(scene: &Scene, spec: &'static Spec, path: &str, node: &Node) -> Html {
    let id = AttrValue::from(format!("field:{path}"));
    let (taker, to) = (scene.clone(), path.to_owned());
    let onchange = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let is = input.is_some_and(|input| input.checked());
        taker.set(&to, if is { Node::Bool(true) } else { Node::Null });
    };
    html! {
        <div key={spec.key} class="pair check">
            <input id={id.clone()} type="checkbox" checked={*node == Node::Bool(true)} {onchange} />
            <label for={id}>{ scene.say(spec.label) }</label>
        </div>
    }
}

/// What an entry is called, in a list and in a form's heading.
pub fn called(node: &Node, names: &Names) -> String {
    let texts = [
        "title", "headline", "name", "label", "text", "quote", "what",
    ];
    let found = texts
        .iter()
        .map(|key| node.get(key).words())
        .find(|text| !text.is_empty());
    let code = node.get("code").words();
    let address = || node.get("url").words();
    match found {
        Some(text) => text.to_owned(),
        None if !code.is_empty() => names.of(code).to_owned(),
        None => address().to_owned(),
    }
}
