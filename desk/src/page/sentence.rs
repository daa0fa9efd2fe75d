//! The sentence that a fact rests on, and whether it stands in the article's text.

use yew::prelude::*;

use super::{
    field::{Field, Line},
    scene::use_scene,
};
use crate::{check::Held, forms::Kind, work::Node};

/// A fact's source.
#[derive(Properties, PartialEq)]
pub struct SentenceProps {
    /// The pointer to it.
    pub path: AttrValue,
    /// The source.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// Where it stands, as far as that is known.
    pub held: Option<Held>,
    /// Whether a problem leads here.
    pub is_wrong: bool,
    /// The id of what is wrong with it.
    pub described: Option<AttrValue>,
}

/// The words, those beside them, and the nearest of the text where the words are not there.
#[component]
pub fn Sentence(props: &SentenceProps) -> Html {
    let scene = use_scene();
    let part = |key: &str, label: &'static str| {
        html! { <Line path={format!("{}/{key}", props.path)} {label} node={props.node.get(key).clone()} article={props.article.clone()} /> }
    };
    let path = format!("{}/quote", props.path);
    let take = props
        .held
        .as_ref()
        .and_then(|held| held.nearest.clone())
        .map(|nearest| {
            let (scene, path) = (scene.clone(), path.clone());
            let node = Node::text(&nearest);
            let onclick = move |_: MouseEvent| scene.set(&path, node.clone());
            (nearest, Callback::from(onclick))
        });
    let is_found = props.held.as_ref().is_some_and(|held| held.range.is_some());
    let is_more = !props.node.get("before").is_null() || !props.node.get("after").is_null();
    let says = format!("says:{path}");
    let described = is_found.then(|| says.clone()).into_iter();
    let described = described.chain(props.described.iter().map(ToString::to_string));
    let described = described.collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    html! {
        <div class="sentence">
            <Field id={format!("field:{path}")} path={path.clone()} kind={Kind::Lines} node={props.node.get("quote").clone()}
                article={props.article.clone()} is_wrong={props.is_wrong} {described} />
            if is_found {
                <p class="reading" id={says}>{ scene.say("sentence_found") }</p>
            }
            if let Some((nearest, onclick)) = take {
                <p class="nearest">{ scene.say("nearest") }{ " " }<q dir="auto">{ nearest }</q>{ " " }
                    <button type="button" class="quiet" {onclick}>{ scene.say("take_nearest") }</button></p>
            }
            { part("url", "source_url") }
            if is_more {
                { part("before", "before") }
                { part("after", "after") }
            }
        </div>
    }
}
