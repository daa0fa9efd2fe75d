use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::{
    address::Address,
    device::Page,
    fold::fold,
    host::Line,
    intl::Intl,
    panic,
    platform::{Guard, Platform},
    report,
    width::wide,
};
use crate::{
    article::Article,
    explore::{
        Action, State,
        address::{Place, position},
    },
    timeline::Move,
    view::{Context, Device, Words, root},
};

/// What an [`Explainer`] is mounted with. It never changes afterwards: whatever is
/// new comes as a [`Message`].
#[derive(Properties, Clone)]
pub(super) struct Props {
    /// What to show first.
    pub article: Rc<Article>,
    /// Where messages for it are to be sent.
    pub line: Line,
    /// The browser's side of it all.
    pub platform: Platform,
    /// Where it is mounted.
    pub mounted: Element,
    /// The address of the folder that `dateline.js` came from.
    pub base: String,
    /// The codes of the countries whose flags lie there, separated by spaces.
    pub flags: String,
    /// The number of the instance.
    pub instance: u32,
    /// The widget's name in the address; without one the address is left alone.
    pub name: Option<String>,
    /// Where the reader was when the widget last stood in the page.
    pub place: Option<Place>,
    /// An `AbortSignal` that ends every listener.
    pub end: JsValue,
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
    /// The reader did something: the address follows.
    Act(Action),
    /// There is time to go on with a search.
    Proceed,
    /// The widget became wide, or no longer is; nothing the reader did.
    Widened(bool),
    /// The address is another.
    Moved,
    /// The host chose the event of this id.
    Select(String),
    /// The host set another article.
    Article(Rc<Article>),
}

/// One instance of the widget: it owns the state, keeps the address in step and tells
/// the element of every change.
pub(super) struct Explainer {
    state: Rc<State>,
    words: Rc<Words>,
    act: Callback<Action>,
    device: Rc<dyn Device>,
    address: Option<Address>,
    attending: Guard,
    /// What the element was told last.
    told: Rc<State>,
}

impl Component for Explainer {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Explainer {
        ctx.props().line.connect(ctx.link());
        let Props {
            article,
            name,
            place,
            platform,
            mounted,
            base,
            flags,
            end,
            ..
        } = ctx.props();
        let link = ctx.link();
        let address = name
            .clone()
            .map(|name| Address::new(platform.clone(), name));
        // Its width is known at once, so that it is laid out once.
        let fresh = State::new(article.clone(), fold);
        let fresh = wide(platform.width(mounted))
            .and_then(|wide| fresh.reduced(&Action::Widen(wide)))
            .unwrap_or(fresh);
        let fresh = Rc::new(fresh);
        let place = place
            .clone()
            .or_else(|| address.as_ref().and_then(Address::place));
        let state = place
            .and_then(|place| fresh.reduced(&place.restore(article)))
            .map_or_else(|| fresh.clone(), Rc::new);
        let attending = {
            let link = link.clone();
            let begin = |heard: &JsValue, end: &JsValue| platform.attend(mounted, heard, end);
            // The numbers are those of `www/platform.js`.
            Guard::new(&begin, end, move |kind, width, _, _| match kind {
                0 => {
                    if let Some(wide) = wide(width) {
                        link.send_message(Message::Widened(wide));
                    }
                }
                1 => link.send_message(Message::Moved),
                _ => link.send_message(Message::Proceed),
            })
        };
        Explainer {
            state,
            words: words(article),
            act: link.callback(Message::Act),
            device: Rc::new(Page {
                platform: platform.clone(),
                end: end.clone(),
                base: base.clone(),
                flags: flags.clone(),
            }),
            address,
            attending,
            told: fresh,
        }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, message: Message) -> bool {
        panic::at_work(ctx.props().instance);
        let next = match message {
            Message::Act(action) => {
                let next = self.state.reduced(&action);
                // The axis is not in the address; it moves many times a second.
                let address = self
                    .address
                    .as_ref()
                    .filter(|_| !matches!(action, Action::Axis(_)));
                if let (Some(next), Some(address)) = (&next, address) {
                    // Words being typed are one step, not one a letter.
                    let step = next.selected != self.state.selected
                        || next.countries != self.state.countries;
                    address.write(&Place::of(next), step);
                }
                if let Action::Axis(Move::Pan(by)) = action {
                    let next = next.as_ref().unwrap_or(&self.state);
                    let gone = next.axis.viewport.ahead(&self.state.axis.viewport);
                    let Props {
                        platform, mounted, ..
                    } = ctx.props();
                    // A px more or less is rounding.
                    if (by - gone).abs() > 1.0 {
                        platform.refuse(mounted, by - gone);
                    }
                }
                next
            }
            Message::Proceed => self.state.reduced(&Action::Proceed),
            Message::Widened(wide) => self.state.reduced(&Action::Widen(wide)),
            Message::Moved => {
                let place = self.address.as_ref().and_then(Address::reached);
                place.and_then(|place| self.state.reduced(&place.restore(&self.state.article)))
            }
            Message::Select(id) => {
                let event = position(&self.state.article, &id);
                self.state.reduced(&Action::Select(event))
            }
            Message::Article(article) => {
                // The reader stays where they are, as far as the new article has it.
                let place = Place::of(&self.state).restore(&article);
                self.words = words(&article);
                let mut fresh = State::new(article, fold);
                fresh.wide = self.state.wide;
                Some(fresh.reduced(&place).unwrap_or(fresh))
            }
        };
        match next {
            Some(next) => {
                self.state = Rc::new(next);
                true
            }
            None => false,
        }
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        panic::at_work(ctx.props().instance);
        let context = Context {
            state: self.state.clone(),
            words: self.words.clone(),
            act: self.act.clone(),
            device: self.device.clone(),
            name: ctx.props().name.as_deref().unwrap_or("dateline").into(),
            plain: false,
        };
        root(&context)
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        let tell = |name: &str, detail: Object| {
            // The element does not throw; if it did, nobody here could help.
            let _ = ctx
                .props()
                .tell
                .call2(&JsValue::NULL, &name.into(), &detail);
        };
        if self.state.progress().is_some() {
            // After whatever the reader does meanwhile: typing comes first.
            self.attending.later(&ctx.props().platform);
        }
        let told = std::mem::replace(&mut self.told, self.state.clone());
        let (now, article) = (&*self.state, &self.state.article);
        let another = !Rc::ptr_eq(&told.article, article);
        let moved = told.selected != now.selected
            || told.countries != now.countries
            || told.query != now.query;
        // Nothing of it changes while the axis only pans.
        if first || another || moved {
            tell("place", report::place(now));
        }
        if first || another {
            tell("ready", report::ready(now));
        }
        if told.countries != now.countries || told.query != now.query {
            tell("filter", report::filter(now));
        }
        let id = |state: &State| Place::of(state).event;
        if told.selected != now.selected && !(another && id(&told) == id(now)) {
            tell("select", report::select(now));
        }
    }
}

fn words(article: &Article) -> Rc<Words> {
    Rc::new(Words::new(&article.language, Intl::boxed))
}
