use std::rc::Rc;

use yew::prelude::*;

use super::{
    instance::{Instance, Start},
    panic,
};
use crate::{article::Article, explore::Action, view::Tree};

/// A place in which one instance after another is shown.
///
/// Yew never gives back the listeners of a root it has mounted. So a root outlives the
/// instance that it was made for and serves the next: what is kept is bounded by how
/// many instances ever stood in the page at once, not by how many came and went.
#[derive(Default)]
pub(super) struct Host {
    shown: Option<Instance>,
    /// Tells one instance from the next.
    turn: usize,
}

/// What a [`Host`] is told.
pub(super) enum Message {
    /// Show this.
    Show(Box<Start>),
    /// Show nothing.
    Rest,
    /// The reader did something: the address follows.
    Act(Action),
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
    Article(Rc<Article>, String),
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
                panic::at_work(start.instance);
                self.turn += 1;
                self.shown = Some(Instance::new(*start, ctx.link()));
                true
            }
            Message::Rest => self.shown.take().is_some(),
            message => match &mut self.shown {
                Some(instance) => instance.update(message),
                None => false,
            },
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let mut tree = Tree::default();
        match &self.shown {
            Some(instance) => tree.put_keyed(self.turn, instance.view()),
            // Never nothing: Yew loses its place then.
            None => tree.open("div hidden").close(),
        }
        tree.finish()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(instance) = &mut self.shown {
            instance.rendered(ctx.link());
        }
    }
}
