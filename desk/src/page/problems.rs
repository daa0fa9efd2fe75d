//! What is wrong, each with the way to its field, and its mend where that is certain.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::use_scene;
use crate::{
    check::Checked,
    forms::label,
    work::{Desk, Place, Section},
};

/// What is wrong.
#[derive(Properties, PartialEq)]
pub struct ProblemsProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// What is wrong.
    pub checked: Rc<Checked>,
    /// Hears that the editor is led to a field.
    pub onlead: Callback<()>,
}

/// The list, errors first.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let scene = use_scene();
    let (errors, warnings) = props.checked.counts();
    let items = props.checked.told.iter().map(|told| {
        let go = {
            let (scene, path, onlead) = (scene.clone(), told.path.clone(), props.onlead.clone());
            move |_: MouseEvent| {
                onlead.emit(());
                scene.lead(&path);
            }
        };
        let mend = told.mend.clone().map(|step| {
            let scene = scene.clone();
            Callback::from(move |_: MouseEvent| scene.take(step.clone()))
        });
        let place = Place::of(&told.path);
        let section = scene.say(place.section.word());
        let where_to = match place.row {
            Some(row) if place.section != Section::Head => format!("{section} {}", row + 1),
            _ => section.to_owned(),
        };
        let where_to = match label(&told.path) {
            Some(label) => format!("{where_to} · {}", scene.say(label)),
            None => where_to,
        };
        let class = if told.is_error { "error" } else { "warning" };
        html! {
            <li class={class}>
                <button type="button" class="way" onclick={go}>
                    <span class="where">{ where_to }</span>
                    <span class="what" lang="en" dir="ltr">{ &told.message }</span>
                </button>
                <span class="fix" lang="en" dir="ltr">{ &told.fix }</span>
                if let Some(onclick) = mend {
                    <button type="button" class="quiet mend" {onclick}>{ scene.say("mend") }</button>
                }
            </li>
        }
    });
    let counted = match (errors, warnings) {
        (0, 0) => scene.say("no_problems").to_owned(),
        (errors, warnings) => scene
            .words
            .fill("counts", &[&errors.to_string(), &warnings.to_string()]),
    };
    html! {
        <section class="problems" aria-labelledby="problems-title">
            <h2 id="problems-title"><span role="status">{ counted }</span></h2>
            <ol>{ for items }</ol>
        </section>
    }
}
