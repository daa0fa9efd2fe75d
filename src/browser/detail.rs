//! What the host hears: the details of the element's events, as `www/dateline.d.ts`
//! documents them. serde makes plain objects of them.

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::{article::Problem, explore::State};

/// An event that the page hears: it is called `dateline-` and this one's name.
#[derive(Debug, Serialize)]
#[serde(tag = "event", content = "detail", rename_all = "kebab-case")]
pub enum Event<'s> {
    /// The article is on the screen.
    Ready {
        /// How many events it has.
        events: usize,
        /// How many countries.
        countries: usize,
    },
    /// What is shown has changed.
    Filter {
        /// ISO 3166-1 alpha-2 codes of the countries chosen; none for all.
        countries: Vec<&'s str>,
        /// The id of whoever alone is heard.
        speaker: Option<&'s str>,
        /// The names of the groups chosen; none for all.
        groups: Vec<&'s str>,
        /// The words looked for.
        search: &'s str,
        /// How many events are shown.
        shown: usize,
        /// How many there are.
        total: usize,
    },
    /// An event was chosen, or let go.
    Select {
        /// Its id.
        id: Option<&'s str>,
        /// Its title.
        title: Option<&'s str>,
    },
    /// What is wrong with the data. The page hears of it in sentences, which the element
    /// fetches (`www/diagnostics.js`), and only where there is something wrong.
    Problem {
        /// The problems, in the order of reading.
        problems: &'s [Problem],
    },
}

impl<'s> Event<'s> {
    /// That the article is on the screen.
    fn ready(state: &'s State) -> Event<'s> {
        Event::Ready {
            events: state.article.events.len(),
            countries: state.article.countries.len(),
        }
    }

    /// What is shown.
    fn filter(state: &'s State) -> Event<'s> {
        let speaker = state.speaker.and_then(|at| state.article.people.get(at));
        Event::Filter {
            countries: state.chosen_countries(),
            speaker: speaker.map(|person| &*person.id),
            groups: state.chosen_groups(),
            search: state.asked(),
            shown: state.shown.count(),
            total: state.shown.total(),
        }
    }

    /// The event that is chosen.
    fn select(state: &'s State) -> Event<'s> {
        let event = state.selected.and_then(|at| state.article.events.get(at));
        Event::Select {
            id: event.map(|event| &*event.id),
            title: event.map(|event| &*event.title),
        }
    }
}

/// What is new in `now`; `before` is the state that the page heard of last.
pub(super) fn changes<'s>(before: Option<&State>, now: &'s State) -> Vec<Event<'s>> {
    let (ready, filtered, chosen) = match before {
        None => (true, now.is_filtered(), now.selected.is_some()),
        Some(before) => {
            let another = !std::rc::Rc::ptr_eq(&before.article, &now.article);
            let filtered = !before.has_choice_of(now) || before.query != now.query;
            let id = |state: &State| {
                let event = state.article.events.get(state.selected?)?;
                Some(event.id.clone())
            };
            // In another article the same event may have another position.
            let same = another && id(before) == id(now);
            (another, filtered, before.selected != now.selected && !same)
        }
    };
    let mut changes = Vec::new();
    if ready {
        changes.push(Event::ready(now));
    }
    if filtered {
        changes.push(Event::filter(now));
    }
    if chosen {
        changes.push(Event::select(now));
    }
    changes
}

/// Calls `tell(events, place)`: `events` as the page is to hear them, in this order, each
/// `{ event, detail }`; `place` is where the reader is, for the element to keep.
pub(super) fn tell(tell: &Function, events: &[Event<'_>], place: Option<&str>) {
    let place = place.map_or(JsValue::UNDEFINED, JsValue::from_str);
    // The element does not throw; if it did, nobody here could help.
    let _ = plain(&events).map(|events| tell.call2(&JsValue::NULL, &events, &place));
}

/// Plain objects and arrays, as JSON would have them: `None` is `null`.
///
/// # Errors
/// The serializer's own. Of what is in this file there are none.
pub fn plain(what: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    what.serialize(&Serializer::json_compatible())
}
