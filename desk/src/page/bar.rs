//! The head of the desk: the work's name, whether it is kept, and what can be done with it.

use std::rc::Rc;

use yew::prelude::*;

use super::{field::typed, keeper::State, platform, scene::use_scene};
use crate::work::{Action, Desk};

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The works of this browser.
    Works,
    /// What to publish.
    Publish,
}

/// The head of the desk.
#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// The desk.
    pub desk: Rc<Desk>,
    /// Whether the work is kept.
    pub kept: State,
    /// What was saved last, as a file.
    pub saved: Option<AttrValue>,
    /// Opens a dialog.
    pub open: Callback<Over>,
    /// Has a file chosen.
    pub import: Callback<()>,
    /// Saves the work as a file.
    pub save: Callback<()>,
}

/// Name, state, undo and redo, import, works, save, publish.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let scene = use_scene();
    let (undone, again) = props.desk.steps();
    let act = |action: Action| {
        let desk = scene.desk.clone();
        move |_: MouseEvent| desk.dispatch(action.clone())
    };
    let named = {
        let desk = scene.desk.clone();
        move |event: InputEvent| desk.dispatch(Action::Name(typed(&event).into()))
    };
    let over = |over: Over| props.open.reform(move |_: MouseEvent| over);
    let said = |state: &State| match state {
        State::Fresh => Html::default(),
        State::Busy => scene.say("keeping").into(),
        State::At(time) => {
            let when = platform::clock(*time, scene.words.language);
            scene.words.fill("kept", &[&when]).into()
        }
        State::Failed(why) => scene.say_why("not_kept", why),
    };
    // What is heard does not say with each key that the work is being kept.
    let heard = use_mut_ref(|| State::Fresh);
    if props.kept != State::Busy {
        *heard.borrow_mut() = props.kept.clone();
    }
    let heard = said(&heard.borrow());
    let is_bad = matches!(props.kept, State::Failed(_));
    let saved = props
        .saved
        .as_ref()
        .map(|saved| scene.words.fill("saved_as", &[saved]));
    let saved = saved.map(|saved| html! { <span>{ " · " }{ saved }</span> });
    html! {
        <header class="bar">
            <h1 class="brand"><a href="./">{ scene.say("desk") }</a></h1>
            <label class="visually-hidden" for="work-name">{ scene.say("work_name") }</label>
            <input id="work-name" class="name" dir="auto" autocomplete="off" value={props.desk.name.to_string()} oninput={named} />
            <span class={classes!("state", is_bad.then_some("bad"))} aria-hidden="true">{ said(&props.kept) }{ saved.clone() }</span>
            <span class="visually-hidden" role="status" aria-live="polite">{ heard }{ saved }</span>
            <div class="bar-acts" role="group" aria-label={scene.say("steps")}>
                <button type="button" class="icon" id="undo" disabled={undone == 0} aria-keyshortcuts="Control+Z" title={scene.say("undo")}
                    aria-label={scene.say("undo")} onclick={act(Action::Undo)}>{ arrow("M8 5 3.5 9.5 8 14 M4 9.5h8a4.5 4.5 0 0 1 0 9h-3") }</button>
                <button type="button" class="icon" id="redo" disabled={again == 0} aria-keyshortcuts="Control+Shift+Z" title={scene.say("redo")}
                    aria-label={scene.say("redo")} onclick={act(Action::Redo)}>{ arrow("m16 5 4.500 4.500L16 14 M20 9.500h-8a4.500 4.500 0 0 0 0 9h3") }</button>
            </div>
            <div class="bar-acts">
                <button type="button" class="quiet" id="import" onclick={props.import.reform(|_: MouseEvent| ())}>{ scene.say("import") }</button>
                <button type="button" class="quiet" id="works" onclick={over(Over::Works)}>{ scene.say("works") }</button>
                <button type="button" class="quiet" id="save" aria-keyshortcuts="Control+S" onclick={props.save.reform(|_: MouseEvent| ())}>{ scene.say("save") }</button>
                <button type="button" class="plain" id="publish" onclick={over(Over::Publish)}>{ scene.say("publish") }</button>
            </div>
        </header>
    }
}

fn arrow(d: &'static str) -> Html {
    html! { <svg viewBox="0 0 24 24" aria-hidden="true"><path {d} /></svg> }
}
