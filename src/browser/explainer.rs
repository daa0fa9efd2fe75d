use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{device::Page, fold::fold, intl, object::object, panic};
use crate::{
    article::Article,
    explore::{Action, State},
    view::{Context, Device, Root, Words},
};

/// What an [`Explainer`] is mounted with.
#[derive(Properties, Clone)]
pub(super) struct Props {
    /// What to show first.
    pub article: Rc<Article>,
    /// The number of the instance.
    pub instance: u32,
    /// Tells the element: `tell(name, detail)`.
    pub tell: Function,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
    }
}

/// What an [`Explainer`] is told.
pub(super) enum Message {
    /// The reader, or the host, did something.
    Act(Action),
    /// The host set another article.
    Article(Rc<Article>),
}

/// One instance of the widget: it owns the state, and tells the element of its changes.
pub(super) struct Explainer {
    state: Rc<State>,
    words: Rc<Words>,
    act: Callback<Action>,
    device: Rc<dyn Device>,
    /// What the element was told last.
    told: Rc<State>,
}

impl Component for Explainer {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Explainer {
        let article = ctx.props().article.clone();
        let state = Rc::new(State::new(article.clone(), fold));
        Explainer {
            words: words(&article),
            act: ctx.link().callback(Message::Act),
            device: Rc::new(Page),
            told: state.clone(),
            state,
        }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, message: Message) -> bool {
        panic::at_work(ctx.props().instance);
        match message {
            Message::Act(action) => self.state = Rc::new(self.state.reduced(&action)),
            Message::Article(article) => {
                self.words = words(&article);
                self.state = Rc::new(State::new(article, fold));
            }
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        panic::at_work(ctx.props().instance);
        let context = Context {
            state: self.state.clone(),
            words: self.words.clone(),
            act: self.act.clone(),
            device: self.device.clone(),
        };
        html! { <Root {context} /> }
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        let tell = |name: &str, detail: js_sys::Object| {
            // The element's listener reports its own failures.
            let _ = ctx
                .props()
                .tell
                .call2(&JsValue::NULL, &name.into(), &detail);
        };
        if first {
            let article = &self.state.article;
            tell(
                "ready",
                object([("events", (article.events.len() as u32).into())]),
            );
        }
        if self.told.selected != self.state.selected {
            let id = self
                .state
                .selected
                .and_then(|at| self.state.article.events.get(at))
                .map_or(JsValue::NULL, |event| JsValue::from_str(&event.id));
            tell("select", object([("id", id)]));
        }
        self.told = self.state.clone();
    }
}

fn words(article: &Article) -> Rc<Words> {
    Rc::new(Words {
        intl: Box::new(intl::Intl::new(&article.language)),
    })
}
