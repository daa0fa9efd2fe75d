//! One field that is typed into.

use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::scene::use_scene;
use crate::{
    forms::{Kind, read, write},
    work::{Action, Node, Step},
};

/// A field of the article.
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The pointer that it writes.
    pub path: AttrValue,
    /// What is asked for.
    pub kind: Kind,
    /// What stands there.
    pub node: Node,
    /// The article, or what of it names are taken from.
    pub article: Node,
    /// The id of the element, by which problems lead here.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is called where no label stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The id of what says more of it.
    #[prop_or_default]
    pub described: Option<AttrValue>,
    /// Whether a problem leads here.
    #[prop_or_default]
    pub is_wrong: bool,
    /// Whether it takes the focus when it appears, with all in it selected.
    #[prop_or_default]
    pub takes_focus: bool,
    /// Hears of keys before the field does.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// Hears of what is pasted before the field does.
    #[prop_or_default]
    pub onpaste: Callback<Event>,
}

/// What is given to a field that looks at more of the article than its own value.
#[derive(Properties, PartialEq)]
pub struct EntryProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The pointer that it writes.
    pub path: AttrValue,
    /// What stands there.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// Whether a problem leads here.
    pub is_wrong: bool,
    /// The id of what is wrong with it.
    pub described: Option<AttrValue>,
}

/// Where a field's text is written: of a date that is more than its value, into the value.
pub fn target(kind: Kind, path: &str, node: &Node) -> String {
    match (kind, node) {
        (Kind::Date | Kind::Day, Node::Object(_)) => format!("{path}/value"),
        _ => path.to_owned(),
    }
}

/// What is typed stands in the article at once; while the field has the focus it shows what
/// was typed rather than what that was read as.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let scene = use_scene();
    // No state: what is typed is drawn once, when the article has changed by it.
    let draft = use_mut_ref(|| None::<(String, Node)>);
    let draw = use_force_update();
    let place = use_node_ref();
    let shown = {
        let value = match (&props.kind, &props.node) {
            (Kind::Date | Kind::Day, Node::Object(_)) => props.node.get("value"),
            (_, node) => node,
        };
        match &*draft.borrow() {
            Some((text, node)) if node == value => text.clone(),
            _ => write(props.kind, &props.node, &props.article, &scene.names),
        }
    };
    {
        let (place, takes_focus) = (place.clone(), props.takes_focus);
        use_effect_with((props.path.clone(), takes_focus), move |_| {
            if !takes_focus {
                return;
            }
            if let Some(field) = place.cast::<HtmlElement>() {
                let _ = field.focus();
            }
            if let Some(input) = place.cast::<HtmlInputElement>() {
                input.select();
            } else if let Some(area) = place.cast::<HtmlTextAreaElement>() {
                area.select();
            }
        });
    }
    let oninput = {
        let (scene, draft) = (scene.clone(), draft.clone());
        let (path, kind) = (target(props.kind, &props.path, &props.node), props.kind);
        let article = props.article.clone();
        Callback::from(move |event: InputEvent| {
            let text = typed(&event);
            let node = read(kind, &text, &article, &scene.names).node;
            *draft.borrow_mut() = Some((text, node.clone()));
            scene.take(Step::Set(path.as_str().into(), node));
        })
    };
    let onblur = {
        let (desk, draft) = (scene.desk.clone(), draft.clone());
        Callback::from(move |_: FocusEvent| {
            desk.dispatch(Action::Pause);
            if draft.take().is_some() {
                draw.force_update();
            }
        })
    };
    let is_wrong = props.is_wrong.then_some("true");
    let list = match props.kind {
        Kind::Country => Some("countries-list"),
        Kind::Person => Some("people-list"),
        _ => None,
    };
    let common = (
        props.id.clone(),
        props.label.clone(),
        props.described.clone(),
    );
    let (id, label, described) = common;
    if props.kind == Kind::Lines {
        html! {
            <textarea {id} ref={place} class="input" rows="2" aria-label={label} aria-describedby={described}
                aria-invalid={is_wrong} dir="auto" value={shown} {oninput} {onblur} onkeydown={&props.onkeydown} onpaste={&props.onpaste} />
        }
    } else {
        html! {
            <input {id} ref={place} class="input" type="text" aria-label={label} aria-describedby={described}
                aria-invalid={is_wrong} dir="auto" autocomplete="off" {list} value={shown} {oninput} {onblur}
                onkeydown={&props.onkeydown} onpaste={&props.onpaste} />
        }
    }
}

/// A line of the article, with its label.
#[derive(Properties, PartialEq)]
pub struct LineProps {
    /// The pointer that it writes.
    pub path: AttrValue,
    /// Its label, as a name of the desk's words.
    pub label: &'static str,
    /// What stands there.
    pub node: Node,
    /// The article, or what of it names are taken from.
    pub article: Node,
}

/// A field for a line, beside what it is called.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let scene = use_scene();
    let id = AttrValue::from(format!("field:{}", props.path));
    html! {
        <div class="pair">
            <label for={id.clone()}>{ scene.say(props.label) }</label>
            <Field {id} path={props.path.clone()} kind={Kind::Line} node={props.node.clone()} article={props.article.clone()} />
        </div>
    }
}

/// The text of the field that an event comes from.
pub fn typed(event: &InputEvent) -> String {
    let target = event.target();
    let input = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let area = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    input
        .map(HtmlInputElement::value)
        .or_else(|| area.map(HtmlTextAreaElement::value))
        .unwrap_or_default()
}
