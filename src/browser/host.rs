use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{
    focus::Focus,
    instance::{Instance, Start},
};
use crate::{article::Article, explore::Action, timeline::Move};

/// A place in which one instance after another is shown.
///
/// Yew never gives back the listeners of a root it has mounted. So a root outlives the
/// instance that it was made for and serves the next: what is kept is bounded by how
/// many instances ever stood in the page at once, not by how many came and went.
#[derive(Default)]
pub(super) struct Host {
    shown: Option<Instance>,
    /// Tells one view from the next, of which nothing is to be reused.
    turn: usize,
    /// Whether the view was made anew as others had taken nodes out of it, and where the
    /// focus was.
    renewed: Option<Option<Focus>>,
}

/// What a [`Host`] is told.
pub(super) enum Message {
    /// Show this.
    Show(Box<Start>),
    /// Show nothing.
    Rest,
    /// The reader did something: the address follows.
    Act(Action),
    /// The axis has been moved.
    Axis(Move),
    /// There is time to go on with a search.
    Proceed,
    /// The widget has another width, in CSS px; nothing the reader did.
    Widened(f64),
    /// The page is being printed, or no longer is.
    Printed(bool),
    /// The address is another.
    Moved,
    /// The reader has gone to this place in another instance of the article.
    Restore(String),
    /// The titles are measured.
    Measured,
    /// The host chose the event of this id.
    Select(String),
    /// The host set another article, with the words to show it in.
    Article(Rc<Article>, Rc<str>),
}

impl Component for Host {
    type Message = Message;
    type Properties = ();

    fn create(_: &Context<Self>) -> Host {
        Host::default()
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Show(start) => {
                self.turn += 1;
                self.shown = Some(Instance::new(*start, ctx.link()));
                true
            }
            Message::Rest => self.shown.take().is_some(),
            message => match &mut self.shown {
                Some(instance) => {
                    let changed = instance.update(message);
                    if changed && instance.is_torn() {
                        self.turn += 1;
                        self.renewed = Some(Focus::inside(instance.mounted()));
                    }
                    changed
                }
                None => false,
            },
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.shown {
            // The key of a list counts only within another.
            Some(instance) => html! { <><key={self.turn}>{ instance.view() }</></> },
            // Never nothing: Yew loses its place then.
            None => html! { <div hidden=true /> },
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(instance) = &mut self.shown {
            if let Some(focus) = self.renewed.take() {
                clear(instance.mounted());
                if let Some(focus) = focus {
                    focus.restore(instance.mounted());
                }
            }
            instance.rendered();
        }
    }
}

/// Takes out what is left of earlier views, which Yew did not find where it had put it.
fn clear(mounted: &Element) {
    let Some(view) = mounted.last_element_child() else {
        return;
    };
    while let Some(left) = view.previous_sibling() {
        // A node that nobody else is taking out at the same time.
        if mounted.remove_child(&left).is_err() {
            return;
        }
    }
}
