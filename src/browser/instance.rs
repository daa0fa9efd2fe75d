use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{Html, html::Scope};

use super::{
    address::Address,
    axis::Axis,
    fold::fold,
    for_width::for_width,
    foreign::ForeignChanges,
    host::{Host, Message},
    later::{Painted, painted},
    menu, observe, panic,
    pressed::Pressed,
    subscription::Subscription,
};
use crate::{
    article::{Article, Instant},
    explore::{
        Action, Options, State,
        address::{follow, place, position, restore},
    },
    intl::Intl,
    timeline::Move,
    view::{Context, Flags, Widths, Words, root},
};

/// What an [`Instance`] begins with.
pub(super) struct Start {
    /// What to show first.
    pub article: Rc<Article>,
    /// How the host page wants it.
    pub options: Rc<Options>,
    /// Where it is mounted.
    pub mounted: HtmlElement,
    /// The interface's words, as [`crate::view::Strings::new`] reads them.
    pub words: Rc<str>,
    /// Which flags can be shown.
    pub flags: Flags,
    /// The number of the instance.
    pub number: u32,
    /// The widget's name in the address.
    pub name: String,
    /// The page's address.
    pub address: Address,
    /// Where the reader is to be: see [`place`]. Without one, where the address says.
    pub place: Option<String>,
    /// Ends every listener.
    pub end: AbortSignal,
    /// Tells the element what is new; see [`super::detail::tell`].
    pub tell: Function,
}

/// One instance of the widget: it owns the state, keeps the address in step and tells
/// the element of every change.
pub(super) struct Instance {
    pub(super) context: Context,
    pub(super) number: u32,
    pub(super) mounted: HtmlElement,
    address: Rc<Address>,
    pub(super) end: AbortSignal,
    pub(super) link: Scope<Host>,
    pub(super) tell: Function,
    _around: Subscription,
    pub(super) foreign: ForeignChanges,
    /// The axis, while there is one.
    pub(super) axis: Option<Axis>,
    /// The search that goes on when the reader does nothing.
    pub(super) proceed: Option<Timeout>,
    /// The cluster that opens when its press is drawn.
    opening: Option<Painted>,
    /// What was pressed, until what that does is shown.
    pub(super) pressed: Option<Pressed>,
    /// Whether it has ever had a width.
    sized: bool,
    /// What the element was told last; nothing before it was told anything.
    pub(super) told: Option<Rc<State>>,
    /// Of which article the titles were measured.
    pub(super) measured: Option<Rc<Article>>,
}

impl Instance {
    /// Begins with the article, where the address or the last time left the reader.
    pub(super) fn new(start: Start, link: &Scope<Host>) -> Instance {
        let Start {
            article,
            options,
            mounted,
            words,
            flags,
            number,
            name,
            address,
            place,
            end,
            tell,
        } = start;
        panic::at_work(number, false);
        // Its width is known at once, so that it is laid out once.
        let fresh = State::with(article.clone(), options, fold);
        let width = f64::from(mounted.offset_width());
        let (first, sized) = for_width(width);
        let fresh = fresh.reduced(&first).unwrap_or(fresh);
        // So is, but for what the stylesheet leaves free beside it, that of the axis.
        let axis = Action::Axis(Move::Resize(width));
        let fresh = fresh.reduced(&axis).unwrap_or(fresh);
        let place = place.unwrap_or_else(|| address.place());
        let state = fresh.reduced(&restore(&place, &article)).unwrap_or(fresh);
        let address = Rc::new(address);
        let mut around = observe::observe(number, &mounted, &address, &end, link);
        menu::listen(&mut around, number, &mounted, &end);
        Instance {
            context: Context {
                state: Rc::new(state),
                words: Rc::new(Words::new(&article, &words, Intl::boxed)),
                flags: Rc::new(flags),
                widths: Widths::estimated(article.clone()),
                name: name.as_str().into(),
                act: link.callback(Message::Act),
                value,
                plain: false,
                notes: Rc::default(),
            },
            foreign: ForeignChanges::new(&mounted, &mut around),
            _around: around,
            number,
            mounted,
            address,
            end,
            link: link.clone(),
            tell,
            axis: None,
            proceed: None,
            opening: None,
            pressed: None,
            sized,
            told: None,
            measured: None,
        }
    }

    /// Takes a message; whether anything changed.
    pub(super) fn update(&mut self, message: Message) -> bool {
        panic::at_work(self.number, self.told.is_some());
        let article = &self.context.state.article;
        let action = match message {
            Message::Act(action) => return self.act(action),
            Message::Restore(place) => return self.go(&restore(&place, article)),
            Message::Widened(width) => return self.widen(width),
            Message::Article(article, words) => return self.set(article, &words),
            Message::Measured => return true,
            Message::Show(_) | Message::Rest => return false,
            Message::Axis(change @ Move::Resize(_)) => {
                // Its height may be what changed, as its texts did.
                let is_stale = self.measure_anew();
                return self.reduce(&Action::Axis(change)) || is_stale;
            }
            Message::Axis(change) => {
                // The reader has gone on to something else.
                self.pressed = None;
                Action::Axis(change)
            }
            Message::Proceed => Action::Proceed,
            Message::Printed(printed) => Action::Print(printed),
            Message::Moved => follow(&self.address.place(), article),
            Message::Select(id) => Action::Select(position(article, &id)),
        };
        self.reduce(&action)
    }

    pub(super) fn view(&self) -> Html {
        panic::at_work(self.number, self.told.is_some());
        root(&self.context)
    }

    /// Where it is mounted.
    pub(super) fn mounted(&self) -> &HtmlElement {
        &self.mounted
    }

    /// Whether others have changed the view so that Yew would not find its way in it.
    pub(super) fn is_torn(&self) -> bool {
        let article = &self.context.state.article;
        let told = self.told.as_ref();
        let is_other = told.is_some_and(|told| !Rc::ptr_eq(&told.article, article));
        self.foreign.is_torn() || (is_other && self.foreign.is_rewritten())
    }

    /// The reader does something.
    fn act(&mut self, action: Action) -> bool {
        self.pressed = Pressed::by(&action, self);
        match (&action, &self.axis) {
            // It is shown before the axis is laid out anew, once for several.
            (Action::Axis(Move::Closer(factor)), Some(axis)) => {
                axis.press(*factor, self.centre());
                false
            }
            // To open a cluster is to lay out most of the axis anew: that it is pressed is
            // drawn first.
            (Action::Axis(change @ Move::Open { .. }), _) => {
                let (link, change) = (self.link.clone(), *change);
                let open = move || link.send_message(Message::Axis(change));
                self.opening = Some(painted(self.number, open));
                false
            }
            // The axis is not in the address.
            (Action::Axis(_), _) => self.reduce(&action),
            _ => self.go(&action),
        }
    }

    /// The px of the axis's window that is in the middle of what the reader looks at: the
    /// chosen event while it is in view.
    fn centre(&self) -> f64 {
        let state = &self.context.state;
        let viewport = match &self.axis {
            Some(axis) => axis.viewport(),
            None => state.axis.viewport,
        };
        let chosen = state.selected.and_then(|event| state.axis.item(event));
        let chosen = chosen.map(|item| viewport.x(Instant(item.anchor)));
        let is_in_view = |x: &f64| (0.0..=viewport.width()).contains(x);
        chosen.filter(is_in_view).unwrap_or(viewport.width() / 2.0)
    }

    /// The state after an action; whether anything changed.
    fn reduce(&mut self, action: &Action) -> bool {
        // How the axis has been moved meanwhile comes first.
        let moved = self.axis.as_ref().and_then(Axis::take);
        let before = moved.is_some_and(|change| self.apply(&Action::Axis(change)));
        self.apply(action) || before
    }

    fn apply(&mut self, action: &Action) -> bool {
        let next = self.context.state.reduced(action);
        let changes = next.is_some();
        if let Some(next) = next {
            self.context.state = Rc::new(next);
        }
        changes
    }

    /// The state after an action that the address follows.
    fn go(&mut self, action: &Action) -> bool {
        let before = Rc::clone(&self.context.state);
        let changes = self.reduce(action);
        let now = &self.context.state;
        if changes {
            // Words being typed are one step, not one a letter.
            let is_step = now.selected != before.selected || !now.has_choice_of(&before);
            self.address.write(&place(now), is_step);
        }
        changes
    }

    fn widen(&mut self, width: f64) -> bool {
        let (action, sized) = for_width(width);
        self.sized |= sized;
        let is_stale = self.measure_anew();
        (sized && self.reduce(&action)) || is_stale
    }

    /// Has the titles measured again if they were in another font, or in another size.
    /// Whether they were.
    fn measure_anew(&mut self) -> bool {
        let is_stale = self.axis.is_some() && self.context.widths.are_stale();
        if is_stale {
            self.measured = None;
        }
        is_stale
    }

    /// Shows another article in these words; the reader stays where they are, as far as it
    /// has that.
    fn set(&mut self, article: Rc<Article>, words: &str) -> bool {
        if let Some(change) = self.axis.as_ref().and_then(Axis::take) {
            self.apply(&Action::Axis(change));
        }
        let state = &self.context.state;
        let place = restore(&place(state), &article);
        self.context.words = Rc::new(Words::new(&article, words, Intl::boxed));
        let fresh = State::with(article, Rc::clone(&state.options), fold).after(state);
        self.context.widths = Widths::estimated(fresh.article.clone());
        self.context.state = Rc::new(fresh.reduced(&place).unwrap_or(fresh));
        true
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
