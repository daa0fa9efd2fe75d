use std::{cell::RefCell, rc::Rc};

use yew::{html::Scope, prelude::*};

use super::explainer::{Explainer, Message, Props};

/// A place in which one instance after another is shown.
///
/// Yew never gives back the listeners of a root it has mounted. So a root outlives the
/// instance that it was made for and serves the next: what is kept is bounded by how
/// many instances ever stood in the page at once, not by how many came and went.
pub(super) struct Host {
    shown: Option<Props>,
    /// Tells one instance from the next.
    turn: usize,
}

/// The way to the instance that is shown. Yew makes it a moment after it is asked to;
/// what is said in between waits.
#[derive(Clone, Default)]
pub(super) struct Line(Rc<RefCell<Wire>>);

#[derive(Default)]
struct Wire {
    to: Option<Scope<Explainer>>,
    waiting: Vec<Message>,
}

impl Line {
    /// Tells the instance, now or as soon as it is there.
    pub fn send(&self, message: Message) {
        let mut wire = self.0.borrow_mut();
        match &wire.to {
            Some(scope) => scope.send_message(message),
            None => wire.waiting.push(message),
        }
    }

    /// The instance is there.
    pub fn connect(&self, scope: &Scope<Explainer>) {
        let mut wire = self.0.borrow_mut();
        scope.send_message_batch(std::mem::take(&mut wire.waiting));
        wire.to = Some(scope.clone());
    }
}

impl Component for Host {
    type Message = Option<Props>;
    type Properties = ();

    fn create(_: &Context<Self>) -> Host {
        Host {
            shown: None,
            turn: 0,
        }
    }

    fn update(&mut self, _: &Context<Self>, shown: Option<Props>) -> bool {
        self.shown = shown;
        self.turn += 1;
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.shown {
            Some(props) => html! { <Explainer key={self.turn} ..props.clone() /> },
            // Never nothing: Yew loses its place then.
            None => html! { <div key="none" hidden=true></div> },
        }
    }
}
