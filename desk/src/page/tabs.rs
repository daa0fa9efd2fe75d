//! The parts of the article, one of which is shown.

use yew::prelude::*;

use super::scene::use_scene;
use crate::work::{Action, Desk, Place, Section};

/// Which part is shown.
#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// The desk.
    pub desk: std::rc::Rc<Desk>,
}

/// A button for each part, with how much is in it.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let scene = use_scene();
    let tabs = Section::ALL.into_iter().map(|section| {
        let is_here = props.desk.place.section == section;
        let count = props.desk.rows(section).len();
        let desk = scene.desk.clone();
        let onclick = move |_: MouseEvent| {
            desk.dispatch(Action::Go(Place { section, row: (count > 0).then_some(0), column: None }));
        };
        html! {
            <button type="button" class="tab" data-section={section.word()} aria-pressed={is_here.to_string()} {onclick}>
                { scene.say(section.word()) }
                if section != Section::Head { <span class="count">{ " " }{ count }</span> }
            </button>
        }
    });
    html! { <div class="tabs" role="group" aria-label={scene.say("parts")}>{ for tabs }</div> }
}
