use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Html, html::Scope};

use super::{
    detail::{changes, tell},
    fold::fold,
    host::{Host, Message},
    intl::Intl,
    panic,
    platform::{Guard, Hold, Platform},
    width::stand,
};
use crate::{
    article::Article,
    explore::{
        Action, Bring, State,
        address::{place, position, restore},
    },
    timeline::Move,
    view::{Context, Flags, Widths, Words, root},
};

/// What an [`Instance`] begins with.
pub(super) struct Start {
    /// What to show first.
    pub article: Rc<Article>,
    /// The browser's side of it all.
    pub platform: Platform,
    /// Where it is mounted.
    pub mounted: Element,
    /// The interface's words, as [`crate::view::Strings::new`] reads them.
    pub words: String,
    /// Which flags can be shown.
    pub flags: Flags,
    /// The number of the instance.
    pub instance: u32,
    /// The widget's name in the address.
    pub name: String,
    /// Whether it writes to the address.
    pub is_written: bool,
    /// Where the reader is to be: see [`place`].
    pub place: String,
    /// An `AbortSignal` that ends every listener.
    pub end: JsValue,
    /// Tells the element what is new; see [`tell`].
    pub tell: Function,
}

/// One instance of the widget: it owns the state, keeps the address in step and tells
/// the element of every change.
pub(super) struct Instance {
    context: Context,
    platform: Platform,
    number: u32,
    mounted: Element,
    is_written: bool,
    end: JsValue,
    tell: Function,
    attending: Guard,
    /// What hears of gestures on the axis and on its overview while it is unfolded.
    axis: Option<(Guard, Guard)>,
    /// Whether it has ever had a width.
    sized: bool,
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
            platform,
            mounted,
            words,
            flags,
            instance,
            name,
            is_written,
            place,
            end,
            tell,
        } = start;
        // Its width is known at once, so that it is laid out once.
        let fresh = State::new(article.clone(), fold);
        let width = platform.width(&mounted);
        let (first, sized) = stand(width, true);
        let fresh = fresh.reduced(&first).unwrap_or(fresh);
        let state = fresh.reduced(&restore(&place, &article)).unwrap_or(fresh);
        Instance {
            context: Context {
                state: Rc::new(state),
                words: Rc::new(Words::new(&article, &words, Intl::boxed)),
                flags: Rc::new(flags),
                widths: Widths::default(),
                name: name.as_str().into(),
                act: link.callback(Message::Act),
                value,
                plain: false,
                notes: Rc::default(),
            },
            attending: attending(&platform, &mounted, &name, &end, link.clone()),
            number: instance,
            platform,
            mounted,
            is_written,
            end,
            tell,
            axis: None,
            sized,
            told: None,
            measured: None,
        }
    }

    /// Takes a message; whether anything changed.
    pub(super) fn update(&mut self, message: Message) -> bool {
        panic::at_work(self.number);
        let state = &self.context.state;
        let mut stale = false;
        let next = match message {
            Message::Act(action) => {
                let next = state.reduced(&action);
                // The axis is not in the address; it moves many times a second.
                if let Some(next) = &next
                    && !matches!(action, Action::Axis(_))
                {
                    self.go(next);
                }
                next
            }
            Message::Restore(place) => {
                let next = state.reduced(&restore(&place, &state.article));
                if let Some(next) = &next {
                    self.go(next);
                }
                next
            }
            Message::Proceed => state.reduced(&Action::Proceed),
            Message::Printed(printed) => state.reduced(&Action::Print(printed)),
            Message::Widened(width) => {
                let (action, sized) = stand(width, !self.sized);
                self.sized |= sized;
                // Its height may be what changed, as its texts did.
                stale = self.axis.is_some() && self.is_stale();
                sized.then(|| state.reduced(&action)).flatten()
            }
            Message::Moved => {
                let place = self.platform.place(&self.context.name);
                state.reduced(&restore(&place, &state.article))
            }
            Message::Measured => return true,
            Message::Select(id) => {
                let event = position(&state.article, &id);
                state.reduced(&Action::Select(event))
            }
            Message::Article(article, words) => {
                // The reader stays where they are, as far as the new article has it.
                let place = restore(&place(state), &article);
                self.context.words = Rc::new(Words::new(&article, &words, Intl::boxed));
                let fresh = State::new(article, fold).after(state);
                Some(fresh.reduced(&place).unwrap_or(fresh))
            }
            Message::Show(_) | Message::Rest => None,
        };
        if stale {
            self.measured = None;
        }
        let changed = next.is_some();
        if let Some(next) = next {
            self.context.state = Rc::new(next);
        }
        changed || stale
    }

    /// Writes where the reader goes into the address.
    fn go(&self, next: &State) {
        let state = &self.context.state;
        // Words being typed are one step, not one a letter.
        let step = next.selected != state.selected
            || next.countries != state.countries
            || next.speaker != state.speaker;
        if self.is_written {
            self.platform.go(&self.context.name, &place(next), step);
        }
    }

    pub(super) fn view(&self) -> Html {
        panic::at_work(self.number);
        root(&self.context)
    }

    /// After the page shows the state.
    pub(super) fn rendered(&mut self, link: &Scope<Host>) {
        if self.context.state.progress().is_some() {
            // After whatever the reader does meanwhile: typing comes first.
            self.attending.later(&self.platform);
        }
        self.hear(link);
        self.bring();
        self.report();
    }

    /// Goes where reading goes on, once after each act; not where the reader found it.
    fn bring(&self) {
        let (state, told) = (&self.context.state, &self.told);
        let is_new = told.as_ref().is_some_and(|told| !Rc::ptr_eq(told, state));
        let Some(bring) = state.bring.filter(|_| is_new) else {
            return;
        };
        let (Bring::Focus(place) | Bring::View(place)) = bring;
        let selector = format!("[id=\"{}\"]", self.context.place(place));
        let Ok(Some(there)) = self.mounted.query_selector(&selector) else {
            return;
        };
        match bring {
            Bring::Focus(_) => {
                let _ = there.unchecked_into::<HtmlElement>().focus();
            }
            Bring::View(_) => there.scroll_into_view(),
        }
    }

    /// Whether the titles were measured with another font, or in another size.
    fn is_stale(&self) -> bool {
        self.pane().is_some_and(|pane| {
            let widths = &self.context.widths;
            widths.are_stale(&mut |text, most| self.platform.widths(&pane, text, most))
        })
    }

    /// Where the axis is.
    fn pane(&self) -> Option<Element> {
        self.mounted.query_selector("[data-pane]").ok().flatten()
    }

    /// Measures titles and listens to gestures while the axis is unfolded.
    fn hear(&mut self, link: &Scope<Host>) {
        if !self.context.state.is_unfolded() {
            self.axis = None;
            return;
        }
        let overview = self.mounted.query_selector(".axis-overview").ok().flatten();
        let (Some(pane), Some(overview)) = (self.pane(), overview) else {
            return;
        };
        let article = &self.context.state.article;
        let known = self.measured.as_ref();
        if !known.is_some_and(|known| Rc::ptr_eq(known, article)) {
            let measure = &mut |titles: &str, most| self.platform.widths(&pane, titles, most);
            self.context.widths = Widths::measured(article, measure);
            self.measured = Some(article.clone());
            link.send_message(Message::Measured);
        }
        if self.axis.is_none() {
            let hear = |begin: Begin, place: &JsValue| {
                let begin =
                    |heard: &JsValue, end: &JsValue| begin(&self.platform, place, heard, end);
                let link = link.clone();
                Guard::new(&begin, &self.end, move |kind, a, b| {
                    link.send_message(Message::Act(Action::Axis(gesture(kind, a, b))));
                })
            };
            self.axis = Some((
                hear(Platform::axis, &pane),
                hear(Platform::overview, &overview),
            ));
        }
    }

    /// Tells the element what is new.
    fn report(&mut self) {
        let now = &self.context.state;
        let before = self.told.replace(now.clone());
        let events = changes(before.as_deref(), now);
        // Nothing of it changes while the axis only pans.
        if !events.is_empty() {
            tell(&self.tell, &events, Some(&place(now)));
        }
    }
}

/// What stands in the field that an event comes from.
fn value(event: &Event) -> String {
    let Some(field) = event.target() else {
        return String::new();
    };
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => field.unchecked_into::<HtmlSelectElement>().value(),
    }
}

/// How the platform begins to hear of gestures.
type Begin = fn(&Platform, &JsValue, &JsValue, &JsValue) -> Hold;

/// What a gesture does to the axis: the numbers are those of `www/platform/told.js`.
fn gesture(kind: u32, a: f64, b: f64) -> Move {
    match kind {
        0 => Move::Resize(a),
        1 => Move::Pan(a),
        2 => Move::Pinch { factor: a, at: b },
        3 => Move::Zoom { factor: a, at: b },
        4 => Move::Slide(a),
        5 | 6 => Move::Stretch {
            start: kind == 5,
            by: a,
        },
        _ => Move::Centre(a),
    }
}

/// Hears of the widget's width, of the address, and of time to go on.
fn attending(
    platform: &Platform,
    mounted: &JsValue,
    name: &str,
    end: &JsValue,
    link: Scope<Host>,
) -> Guard {
    let begin = |heard: &JsValue, end: &JsValue| platform.attend(mounted, name, heard, end);
    // The numbers are those of `www/platform/told.js`.
    Guard::new(&begin, end, move |kind, width, _| match kind {
        0 => link.send_message(Message::Widened(width)),
        1 => link.send_message(Message::Moved),
        3 => link.send_message(Message::Printed(width > 0.0)),
        _ => link.send_message(Message::Proceed),
    })
}
