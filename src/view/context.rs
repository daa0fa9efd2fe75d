use std::rc::Rc;

use super::{Flags, Notes, Widths, Words, direction};
use crate::{
    article::Text,
    explore::{Action, Place, Section, State, address},
};
use yew::{Callback, Event, KeyboardEvent, MouseEvent};

/// What every view is given: the state it renders, the words to say it in, and what is
/// known of the page it is shown on.
#[derive(Clone)]
pub struct Context {
    /// What to render.
    pub state: Rc<State>,
    /// How to say it.
    pub words: Rc<Words>,
    /// Which flags can be shown.
    pub flags: Rc<Flags>,
    /// How wide titles are on the axis.
    pub widths: Widths,
    /// The widget's name in the address.
    pub name: Text,
    /// Hears what the reader does.
    pub act: Callback<Action>,
    /// Reads what stands in the field that an event comes from.
    pub value: fn(&Event) -> String,
    /// Whether to render for pages without code: everything there, no controls.
    pub plain: bool,
    /// The numbered sentences of the article, for paper and for pages without code.
    pub notes: Rc<Notes>,
}

impl Context {
    /// What a control is given to do: `onclick={context.on(Action::Clear)}`.
    pub(super) fn on<Event>(&self, action: Action) -> Callback<Event> {
        self.act.reform(move |_| action.clone())
    }

    /// What a link to a place of the widget's own does, unless the reader wants it elsewhere:
    /// in another tab, it finds its way by its address.
    pub(super) fn on_link(&self, action: Action) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                act.emit(action.clone());
            }
        })
    }

    /// What the Escape key does.
    pub(super) fn on_escape(&self, action: Action) -> Callback<KeyboardEvent> {
        let act = self.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                act.emit(action.clone());
            }
        })
    }

    /// What keys do by one of the tables of [`crate::explore::keys`], and what Enter and the
    /// space bar do.
    pub(super) fn on_key(
        &self,
        table: fn(&str, bool) -> Option<Action>,
        enter: Option<Action>,
    ) -> Callback<KeyboardEvent> {
        let act = self.act.clone();
        let is_rtl = direction(&self.state.article.language) == "rtl";
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
                return;
            }
            let action = match &*event.key() {
                "Enter" | " " => enter.clone(),
                key => table(key, is_rtl),
            };
            if let Some(action) = action {
                event.prevent_default();
                act.emit(action);
            }
        })
    }

    /// What a field is given to do with what stands in it:
    /// `oninput={context.typed(Action::Search)}`.
    pub(super) fn typed<E: AsRef<Event>>(
        &self,
        action: impl Fn(String) -> Action + 'static,
    ) -> Callback<E> {
        let value = self.value;
        self.act
            .reform(move |event: E| action(value(event.as_ref())))
    }

    /// Whether what is rendered is read on paper, or where there is no code: nothing is
    /// closed then, and nothing can be pressed.
    pub(super) fn is_paper(&self) -> bool {
        self.is_plain() || self.state.printed
    }

    /// Whether to render for pages without code, which the browser never does, so that
    /// readers download nothing for it.
    pub(super) const fn is_plain(&self) -> bool {
        cfg!(not(target_os = "unknown")) && self.plain
    }

    /// An id that no other widget of the page has. Two plain lists that were made apart may
    /// go by one name in the page's address, and differ in what they are about.
    pub(super) fn id(&self, name: &str) -> String {
        if self.is_plain() {
            let about = fingerprint(&self.state.article.headline);
            return format!("{}-{about:x}-{name}", self.name);
        }
        format!("{}-{name}", self.name)
    }

    /// The id of a place: `getElementById` in the widget's root finds it.
    #[must_use]
    pub fn place(&self, place: Place) -> String {
        match place {
            Place::Event(at) => self.id(&format!("event-{at}")),
            Place::Country(at) => self.id(&format!("country-{at}")),
            Place::Claim(country, at) => self.id(&format!("claim-{country}-{at}")),
            Place::Field => self.id("field"),
            Place::Token(at) => self.id(&format!("token-{at}")),
            Place::Opener(section) => self.id(&match section {
                Section::Search => "open-search".into(),
                Section::Events => "open-events".into(),
                Section::Eras => "open-eras".into(),
                Section::Countries => "open-countries".into(),
                Section::Claims(country) => format!("open-claims-{country}"),
                Section::Corrections => "open-corrections".into(),
            }),
        }
    }

    /// The id of an event's row, which is also what links to the event point to.
    pub(super) fn event_id(&self, at: usize) -> Option<String> {
        let event = self.state.article.events.get(at)?;
        Some(address::event(&self.name, &event.id))
    }
}

/// A number that another text hardly has, by FNV-1a (draft-eastlake-fnv).
pub(crate) fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && Rc::ptr_eq(&self.words, &other.words)
    }
}
