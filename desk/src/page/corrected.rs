//! What a correction is of: chosen, as nobody knows its path.

use yew::prelude::*;

use super::{
    field::EntryProps,
    scene::{Scene, use_scene},
    select::Select,
};
use crate::forms::{self, Corrected};

/// One choice of all that has a name in the article, and one of its parts.
#[component]
pub fn CorrectedField(props: &EntryProps) -> Html {
    let scene = use_scene();
    let (whole, part) = forms::divided(props.node.words());
    let wholes = forms::corrected(&props.article, &scene.names);
    let parts = forms::parts(&props.article, whole);
    let write = scene.setter(&props.path);
    let onpart = {
        let (write, whole) = (write.clone(), whole.to_owned());
        Callback::from(move |part: String| {
            write.emit(match part.as_str() {
                "" => whole.clone(),
                part => format!("{whole}/{part}"),
            });
        })
    };
    let label = scene.say("part");
    html! {
        <>
            <Select id={props.id.clone()} value={whole.to_owned()} options={options(&scene, "choose_corrected", wholes)}
                onchoose={write} is_wrong={props.is_wrong} described={props.described.clone()} />
            if !parts.is_empty() {
                <Select id={format!("{}:part", props.id)} {label} value={part.to_owned()}
                    options={options(&scene, "whole", parts)} onchoose={onpart} />
            }
        </>
    }
}

/// What is offered: first what stands for none of it.
fn options(scene: &Scene, first: &'static str, all: Vec<Corrected>) -> Vec<(AttrValue, AttrValue)> {
    let named = all.into_iter().map(|one| {
        let name = match (scene.say(one.word), one.name) {
            (word, name) if name.is_empty() => word.to_owned(),
            // A name may run in the other direction.
            (word, name) => format!("{word}: \u{2068}{name}\u{2069}"),
        };
        (AttrValue::from(one.path), AttrValue::from(name))
    });
    let first = (AttrValue::default(), scene.say(first).into());
    std::iter::once(first).chain(named).collect()
}
