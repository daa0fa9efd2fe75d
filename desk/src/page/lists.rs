//! Lists inside a form: claims, figures, links, and the events that a claim speaks of.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    field::EntryProps,
    fold::Fold,
    form::{Form, called},
    scene::{Scene, use_scene},
    select::Select,
};
use crate::{
    check::Checked,
    forms::Field as Spec,
    work::{Action, Node, Place, Section, Step, carried, child, swapped, without},
};

/// A list of objects.
#[derive(Properties, PartialEq)]
pub struct EachProps {
    /// The pointer to it.
    pub path: AttrValue,
    /// The list.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// The fields of each object.
    pub fields: &'static [Spec],
    /// What is wrong.
    pub checked: Rc<Checked>,
    /// What the list is called.
    pub label: &'static str,
    /// Its key.
    pub word: &'static str,
}

/// Each object with its own fields, and a way to add and to take away.
#[component]
pub fn Each(props: &EachProps) -> Html {
    let scene = use_scene();
    let add_word = match props.word {
        "claims" => "add_claim",
        "figures" => "add_figure",
        _ => "add_link",
    };
    let items = props.node.items();
    let entries = items.iter().enumerate().map(|(at, node)| {
        let path = child(&props.path, &at.to_string());
        let title = called(node, &scene.names);
        let onremove = {
            let (scene, list) = (scene.clone(), props.path.clone());
            let article = props.article.clone();
            move |_: MouseEvent| remove(&scene, &article, &list, at)
        };
        let move_to = |to: Option<usize>| {
            let (scene, list) = (scene.clone(), props.path.clone());
            let article = props.article.clone();
            move |_: MouseEvent| {
                if let Some(to) = to {
                    scene.take(swapped(&article, &list, at, to));
                }
            }
        };
        let card = card(&scene, props, at);
        let node = node.clone();
        let (up, down) = (at.checked_sub(1), Some(at + 1).filter(|to| *to < items.len()));
        let is_open = title.is_empty();
        let heading = if is_open { scene.say("untitled").to_owned() } else { title };
        html! {
            <Fold key={at} class="entry-of" {heading} {is_open}>
                { card }
                <Form {path} {node} article={props.article.clone()} fields={props.fields} checked={props.checked.clone()} />
                <p class="acts">
                    <button type="button" class="quiet" disabled={up.is_none()} onclick={move_to(up)}>{ scene.say("up") }</button>
                    <button type="button" class="quiet" disabled={down.is_none()} onclick={move_to(down)}>{ scene.say("down") }</button>
                    <button type="button" class="quiet" onclick={onremove}>{ scene.say("remove") }</button>
                </p>
            </Fold>
        }
    });
    let add = {
        let (scene, list, at) = (scene.clone(), props.path.clone(), items.len());
        let first = props.fields.first().map_or("", |field| field.key);
        move |_: MouseEvent| {
            *scene.goal.borrow_mut() = Some(format!("{list}/{at}/{first}").into());
            let step = Step::Insert((&*list).into(), at, Node::object([]));
            scene.desk.dispatch(Action::TakeTo(step, Place::of(&list)));
        }
    };
    html! {
        <fieldset class="each">
            <legend>{ props.label }{ " " }<span class="count">{ items.len() }</span></legend>
            { for entries }
            <button type="button" class="quiet" id={format!("field:{}", props.path)} onclick={add}>{ scene.say(add_word) }</button>
        </fieldset>
    }
}

/// Takes an item out of a list. What was pressed goes with it: the focus goes to what adds one.
fn remove(scene: &Scene, article: &Node, list: &str, at: usize) {
    *scene.goal.borrow_mut() = Some(list.into());
    let step = without(article, list, at);
    scene.desk.dispatch(Action::TakeTo(step, Place::of(list)));
}

/// Whose card a claim or a figure stands on, and the way to another's.
fn card(scene: &Scene, props: &EachProps, at: usize) -> Html {
    let cards = props.article.get("countries").items();
    let steps: Vec<&str> = props.path.split('/').collect();
    let ["", "countries", here, list] = steps.as_slice() else {
        return Html::default();
    };
    let options = cards.iter().enumerate().map(|(at, card)| {
        let name = match called(card, &scene.names) {
            name if name.is_empty() => scene.words.fill("row", &[&(at + 1).to_string()]),
            name => name,
        };
        (AttrValue::from(at.to_string()), AttrValue::from(name))
    });
    let id = format!("field:{}/{at}:card", props.path);
    let onchoose = {
        let (scene, article) = (scene.clone(), props.article.clone());
        let (from, list) = (props.path.clone(), (*list).to_owned());
        Callback::from(move |card: String| {
            let Ok(row) = card.parse() else { return };
            let to = format!("/countries/{card}/{list}");
            let (step, last) = carried(&article, &from, at, &to);
            // Arrow keys go on from card to card.
            *scene.goal.borrow_mut() = Some(format!("{to}/{last}:card").into());
            let place = Place::row(Section::Countries, row);
            scene.desk.dispatch(Action::TakeTo(step, place));
        })
    };
    html! {
        <div class="pair">
            <label for={id.clone()}>{ scene.say("on_card") }</label>
            <div class="entry"><Select {id} value={(*here).to_owned()} options={options.collect::<Vec<_>>()} {onchoose} /></div>
        </div>
    }
}

/// The events by their titles, each with a way to take it away, and a choice of one more.
#[component]
pub fn EventsField(props: &EntryProps) -> Html {
    let scene = use_scene();
    let events = props.article.get("events").items();
    let title = |id: &Node| {
        let found = events.iter().find(|event| event.get("id") == id);
        let title = found.map_or("", |event| event.get("title").words());
        if title.is_empty() { id.words() } else { title }.to_owned()
    };
    let chosen = props.node.items();
    let tokens = chosen.iter().enumerate().map(|(at, id)| {
        let (scene, list) = (scene.clone(), props.path.clone());
        let title = title(id);
        let label = scene.words.fill("remove_named", &[&title]);
        let article = props.article.clone();
        let onclick = move |_: MouseEvent| remove(&scene, &article, &list, at);
        html! { <li><bdi>{ title }</bdi><button type="button" class="quiet" aria-label={label} {onclick}>{ "×" }</button></li> }
    });
    let onchoose = {
        let (scene, list, at) = (scene.clone(), props.path.clone(), chosen.len());
        Callback::from(move |id: String| {
            if !id.is_empty() {
                scene.take(Step::Insert((&*list).into(), at, Node::text(&id)));
            }
        })
    };
    let free = events
        .iter()
        .filter(|event| !chosen.contains(event.get("id")) && !event.get("id").words().is_empty());
    let free = free.map(|event| {
        let of = |key| AttrValue::from(event.get(key).words().to_owned());
        (of("id"), of("title"))
    });
    let first = (AttrValue::default(), scene.say("choose_event").into());
    let options: Vec<_> = std::iter::once(first).chain(free).collect();
    html! {
        <>
            if !chosen.is_empty() { <ul class="tokens">{ for tokens }</ul> }
            <Select id={props.id.clone()} value="" {options} {onchoose} is_wrong={props.is_wrong} described={props.described.clone()} />
        </>
    }
}
