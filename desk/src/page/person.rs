//! Who says something: chosen by name, and added to the people where nobody has that name yet.

use yew::prelude::*;

use super::{field::Field, scene::use_scene};
use crate::{
    forms::Kind,
    work::{Action, Node, Place, with_person},
};

/// The field.
#[derive(Properties, PartialEq)]
pub struct PersonProps {
    /// The id of the element.
    pub id: AttrValue,
    /// The pointer that it writes.
    pub path: AttrValue,
    /// What stands there.
    pub node: Node,
    /// The article.
    pub article: Node,
    /// What of the article names are taken from.
    pub frame: Node,
    /// Whether a problem leads here.
    pub is_wrong: bool,
    /// The id of what is wrong with it.
    pub described: Option<AttrValue>,
}

/// A field for a name, and the offer to add a name that is new.
#[component]
pub fn PersonField(props: &PersonProps) -> Html {
    let scene = use_scene();
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
                article={props.frame.clone()} is_wrong={props.is_wrong} described={props.described.clone()} />
            if is_new {
                <p class="acts"><button type="button" class="quiet" onclick={add}>{ scene.words.fill("add_named", &[&format!("\u{2068}{named}\u{2069}")]) }</button></p>
            }
        </>
    }
}
