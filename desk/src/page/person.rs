//! Who says something: chosen by name, and added to the people where nobody has that name yet.

use yew::prelude::*;

use super::{
    field::{EntryProps, Field},
    form::frame,
    scene::use_scene,
};
use crate::{
    forms::Kind,
    work::{Action, Place, with_person},
};

/// A field for a name, and the offer to add a name that is new.
#[component]
pub fn PersonField(props: &EntryProps) -> Html {
    let scene = use_scene();
    let frame = use_memo(props.article.clone(), frame);
    let named = props.node.words();
    let small = named.to_lowercase();
    let mut people = props.article.get("people").items().iter();
    // Whose name it is is linked by the problem's own mend.
    let is_new = !named.is_empty()
        && !people.any(|person| {
            *person.get("id") == props.node || person.get("name").words().to_lowercase() == small
        });
    let add = {
        let (scene, article) = (scene.clone(), props.article.clone());
        let (path, named) = (props.path.clone(), props.node.clone());
        move |_: MouseEvent| {
            // The offer goes; the focus stays where it was made.
            *scene.goal.borrow_mut() = Some((&*path).into());
            let step = with_person(&article, &path, &named);
            scene.desk.dispatch(Action::TakeTo(step, Place::of(&path)));
        }
    };
    html! {
        <>
            <Field id={props.id.clone()} path={props.path.clone()} kind={Kind::Person} node={props.node.clone()}
                article={(*frame).clone()} is_wrong={props.is_wrong} described={props.described.clone()} />
            if is_new {
                <p class="acts"><button type="button" class="quiet" onclick={add}>{ scene.words.fill("add_named", &[&format!("\u{2068}{named}\u{2069}")]) }</button></p>
            }
        </>
    }
}
