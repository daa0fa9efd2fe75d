use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortSignal, Element};
use yew::{Html, html::Scope};

use super::{
    address::Address,
    fold::fold,
    gestures::{Overview, Pane, widths},
    host::{Host, Message},
    intl::Intl,
    panic, report,
    width::Width,
};
use crate::{
    article::Article,
    explore::{
        Action, State,
        address::{Place, position},
    },
    view::{Context, Flags, Widths, Words, root},
};

/// What an [`Instance`] begins with.
pub(super) struct Start {
    /// What to show first.
    pub article: Rc<Article>,
    /// Where it is mounted.
    pub mounted: Element,
    /// The interface's words, as [`crate::view::Strings::new`] reads them.
    pub words: String,
    /// Which flags can be shown.
    pub flags: Flags,
    /// The number of the instance.
    pub instance: u32,
    /// The widget's name in the address; without one the address is left alone.
    pub name: Option<String>,
    /// Where the reader was when the widget last stood in the page.
    pub place: Option<Place>,
    /// Ends every listener outside the widget.
    pub end: AbortSignal,
    /// Tells the element: `tell(name, detail)`.
    pub tell: Function,
}

/// One instance of the widget: it owns the state, keeps the address in step and tells
/// the element of every change.
pub(super) struct Instance {
    context: Context,
    number: u32,
    mounted: Element,
    tell: Function,
    address: Option<Address>,
    _width: Width,
    /// What hears of gestures on the axis while it is unfolded.
    axis: Option<(Pane, Overview)>,
    /// What the element was told last; nothing before it was told anything.
    told: Option<Rc<State>>,
    /// Of which article the titles were measured.
    measured: Option<Rc<Article>>,
}

impl Instance {
    /// Begins with the article, where the address or the last time left the reader.
    pub(super) fn new(start: Start, link: &Scope<Host>) -> Instance {
        let Start {
            article,
            mounted,
            words,
            flags,
            instance,
            name,
            place,
            end,
            tell,
        } = start;
        let name_in_address = name.clone().unwrap_or_else(|| "dateline".into());
        let address = name.map(|name| Address::new(name, link.callback(Message::Moved), &end));
        // Its width is known at once, so that it is laid out once.
        let fresh = State::new(article.clone(), fold);
        let fresh = Width::of(&mounted)
            .and_then(|wide| fresh.reduced(&Action::Widen(wide)))
            .unwrap_or(fresh);
        let state = place
            .or_else(|| address.as_ref().and_then(Address::place))
            .and_then(|place| fresh.reduced(&place.restore(&article)))
            .unwrap_or(fresh);
        Instance {
            context: Context {
                state: Rc::new(state),
                words: Rc::new(Words::new(&article.language, &words, Intl::boxed)),
                flags: Rc::new(flags),
                widths: Widths::default(),
                name: name_in_address.into(),
                plain: false,
            },
            number: instance,
            _width: Width::new(&mounted, link.callback(Message::Widened)),
            mounted,
            tell,
            address,
            axis: None,
            told: None,
            measured: None,
        }
    }

    /// Takes a message; whether anything changed.
    pub(super) fn update(&mut self, message: Message) -> bool {
        panic::at_work(self.number);
        let state = &self.context.state;
        let next = match message {
            Message::Act(action) => {
                let next = state.reduced(&action);
                // The axis is not in the address; it moves many times a second.
                let address = self
                    .address
                    .as_ref()
                    .filter(|_| !matches!(action, Action::Axis(_)));
                if let (Some(next), Some(address)) = (&next, address) {
                    // Words being typed are one step, not one a letter.
                    let step = next.selected != state.selected || next.countries != state.countries;
                    address.write(&Place::of(next), step);
                }
                next
            }
            Message::Proceed => state.reduced(&Action::Proceed),
            Message::Widened(wide) => state.reduced(&Action::Widen(wide)),
            Message::Moved(place) => state.reduced(&place.restore(&state.article)),
            Message::Select(id) => {
                let event = position(&state.article, &id);
                state.reduced(&Action::Select(event))
            }
            Message::Article(article, words) => {
                // The reader stays where they are, as far as the new article has it.
                let place = Place::of(state).restore(&article);
                self.context.words = Rc::new(Words::new(&article.language, &words, Intl::boxed));
                let mut fresh = State::new(article, fold);
                fresh.wide = state.wide;
                Some(fresh.reduced(&place).unwrap_or(fresh))
            }
            Message::Show(_) | Message::Rest => None,
        };
        let changed = next.is_some();
        if let Some(next) = next {
            self.context.state = Rc::new(next);
        }
        changed
    }

    pub(super) fn view(&self) -> Html {
        panic::at_work(self.number);
        root(&self.context)
    }

    /// After the page shows the state.
    pub(super) fn rendered(&mut self, link: &Scope<Host>) {
        if self.context.state.progress().is_some() {
            // After whatever the reader does meanwhile: typing comes first.
            let proceed = link.callback(|()| Message::Proceed);
            later(move || proceed.emit(()));
        }
        self.hear(link);
        self.report();
    }

    /// Measures titles and listens to gestures while the axis is unfolded.
    fn hear(&mut self, link: &Scope<Host>) {
        if !self.context.state.is_unfolded() {
            self.axis = None;
            return;
        }
        let find = |what: &str| self.mounted.query_selector(what).ok().flatten();
        let (Some(pane), Some(overview)) = (find("[data-pane]"), find(".axis-overview")) else {
            return;
        };
        let article = &self.context.state.article;
        let known = self.measured.as_ref();
        if !known.is_some_and(|known| Rc::ptr_eq(known, article)) {
            self.context.widths =
                Widths::measured(article, &mut |texts, most| widths(Some(&pane), texts, most));
            self.measured = Some(article.clone());
        }
        if self.axis.is_none() {
            let moved = link.callback(|change| Message::Act(Action::Axis(change)));
            let heard = (
                Pane::new(&pane, moved.clone()),
                Overview::new(&overview, moved),
            );
            self.axis = Some(heard);
        }
    }

    /// Tells the element what is new.
    fn report(&mut self) {
        let tell = |name: &str, detail: Object| {
            // The element does not throw; if it did, nobody here could help.
            let _ = self.tell.call2(&JsValue::NULL, &name.into(), &detail);
        };
        let now = &self.context.state;
        let Some(told) = self.told.replace(now.clone()) else {
            tell("place", report::place(now));
            tell("ready", report::ready(now));
            if now.is_filtered() {
                tell("filter", report::filter(now));
            }
            if now.selected.is_some() {
                tell("select", report::select(now));
            }
            return;
        };
        let another = !Rc::ptr_eq(&told.article, &now.article);
        let filtered = told.countries != now.countries || told.query != now.query;
        // Nothing of it changes while the axis only pans.
        if another || filtered || told.selected != now.selected {
            tell("place", report::place(now));
        }
        if another {
            tell("ready", report::ready(now));
        }
        if filtered {
            tell("filter", report::filter(now));
        }
        let id = |state: &State| Place::of(state).event;
        if told.selected != now.selected && !(another && id(&told) == id(now)) {
            tell("select", report::select(now));
        }
    }
}

/// Does something in a task of its own, so that input and painting come between.
fn later(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(work.unchecked_ref());
    }
}
