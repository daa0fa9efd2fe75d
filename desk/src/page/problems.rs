//! What is wrong, each with the way to its field, and its mend where that is certain.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    focus::focus_soon,
    scene::{Scene, use_scene},
};
use crate::{
    check::{Checked, Told},
    forms::label,
    work::{Desk, Place, Section},
};

/// Of what is wrong at many places, so many are named at once.
const NAMED: usize = 12;

/// What is wrong.
#[derive(Properties, PartialEq)]
pub struct ProblemsProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// What is wrong.
    pub checked: Rc<Checked>,
    /// Whether that is about to be found anew.
    pub is_due: bool,
    /// Hears that the editor is led to a field.
    pub onlead: Callback<()>,
}

/// The list, errors first; what is wrong at several places is said once.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let scene = use_scene();
    let (errors, warnings) = props.checked.counts();
    let items = props.checked.grouped().into_iter().map(|told| {
        let is_error = told.first().is_some_and(|told| told.is_error);
        let class = if is_error { "error" } else { "warning" };
        let inside = match told.as_slice() {
            [one] => alone(&scene, one, &props.onlead),
            several => together(&scene, several, &props.onlead),
        };
        // What was opened stays with its problem.
        let key = told.first().map_or_else(String::new, |one| match one.mend {
            Some(_) => format!("{} {}", one.path, one.message),
            None => format!("{} {}", one.message, one.fix),
        });
        html! { <li {key} {class}>{ inside }</li> }
    });
    let counted = match (errors, warnings) {
        (0, 0) => scene.say("no_problems").to_owned(),
        (errors, warnings) => scene
            .words
            .fill("counts", &[&errors.to_string(), &warnings.to_string()]),
    };
    html! {
        <section class="problems" aria-labelledby="problems-title" aria-busy={props.is_due.then_some("true")}>
            <h2 id="problems-title" tabindex="-1"><span role="status">{ counted }</span></h2>
            <ol>{ for items }</ol>
        </section>
    }
}

/// What is wrong at one place: all of it leads there.
fn alone(scene: &Scene, told: &Told, onlead: &Callback<()>) -> Html {
    let mend = told.mend.clone().map(|step| {
        let scene = scene.clone();
        Callback::from(move |_: MouseEvent| {
            scene.take(step.clone());
            focus_soon(["#problems-title"]);
        })
    });
    html! {
        <>
            <button type="button" class="way" onclick={way(scene, told, onlead)}>
                <span class="where">{ place(scene, told) }</span>
                <span class="what">{ &told.message }</span>
            </button>
            <span class="fix">{ &told.fix }</span>
            if let Some(onclick) = mend {
                <button type="button" class="quiet mend" {onclick}>{ scene.say("mend") }</button>
            }
        </>
    }
}

/// What is wrong at several places, each of which is a way there.
fn together(scene: &Scene, told: &[&Told], onlead: &Callback<()>) -> Html {
    let way = |told: &&Told| {
        html! { <button type="button" class="way" onclick={way(scene, told, onlead)}><span class="where">{ place(scene, told) }</span></button> }
    };
    let (first, rest) = told.split_at(told.len().min(NAMED));
    let (message, fix) = told
        .first()
        .map(|told| (told.message.clone(), told.fix.clone()))
        .unzip();
    html! {
        <>
            <span class="what">{ message }</span>
            <span class="fix">{ fix }</span>
            <div class="places">{ for first.iter().map(way) }</div>
            if !rest.is_empty() {
                <details class="places">
                    <summary>{ scene.words.fill("more_places", &[&rest.len().to_string()]) }</summary>
                    { for rest.iter().map(way) }
                </details>
            }
        </>
    }
}

/// Leads to the field.
fn way(scene: &Scene, told: &Told, onlead: &Callback<()>) -> Callback<MouseEvent> {
    let (scene, path, onlead) = (scene.clone(), told.path.clone(), onlead.clone());
    Callback::from(move |_| {
        onlead.emit(());
        scene.lead(&path);
    })
}

/// The entry and the field, as the desk calls them.
fn place(scene: &Scene, told: &Told) -> String {
    let place = Place::of(&told.path);
    let section = scene.say(place.section.word());
    let entry = match place.row {
        Some(row) if place.section != Section::Head => format!("{section} {}", row + 1),
        _ => section.to_owned(),
    };
    let own = label(&told.path);
    // Which claim of a card, which link of an event.
    let steps: Vec<&str> = told.path.split('/').collect();
    let entry = match steps.as_slice() {
        ["", section, row, list, at, ..] => {
            let name = label(&format!("/{section}/{row}/{list}")).filter(|name| own != Some(name));
            match (name, at.parse::<usize>()) {
                (Some(name), Ok(at)) => format!("{entry} · {} {}", scene.say(name), at + 1),
                _ => entry,
            }
        }
        _ => entry,
    };
    match own {
        Some(label) => format!("{entry} · {}", scene.say(label)),
        None => entry,
    }
}
