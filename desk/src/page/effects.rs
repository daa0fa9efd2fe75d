//! What is done once the state has changed: it is checked and kept, other tabs and keys are
//! heard.

use std::{cell::Cell, collections::HashMap, rc::Rc};

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, window};
use yew::prelude::*;

use super::{
    files,
    keeper::{Keeper, State},
    platform,
    scene::{Scene, codes},
};
use crate::{
    check::{Checked, check},
    work::{Action, Desk, Shortcut, Work, shortcut},
};

/// How long nothing is typed before a step has ended, in ms.
const PAUSE: u32 = 1_500;
/// How long nothing is typed before the work is checked, in ms.
const REST: u32 = 120;

/// Ends a step when nothing was typed for a while.
#[hook]
pub fn use_pause(desk: &UseReducerHandle<Desk>) {
    let dispatcher = desk.dispatcher();
    use_effect_with(desk.changes, move |_| {
        let later = Timeout::new(PAUSE, move || dispatcher.dispatch(Action::Pause));
        move || drop(later)
    });
}

/// The widget's words in a language; English until they are there, and where there are none.
#[hook]
pub fn use_strings(language: &str) -> Rc<str> {
    const ENGLISH: &str = include_str!("../../../www/words/en.txt");
    let strings = use_state_eq(|| Rc::<str>::from(ENGLISH));
    {
        let strings = strings.clone();
        let tag = language.split('-').next().unwrap_or_default().to_owned();
        use_effect_with(tag, move |tag| {
            let is_tag =
                (2..=3).contains(&tag.len()) && tag.chars().all(|sign| sign.is_ascii_lowercase());
            let address = format!("../words/{tag}.txt");
            let is_stale = Rc::new(Cell::new(false));
            let stale = is_stale.clone();
            spawn_local(async move {
                let fetched = match is_tag {
                    true => JsFuture::from(platform::fetched(&address)).await.ok(),
                    false => None,
                };
                if !is_stale.get() {
                    let text = fetched.and_then(|text| text.as_string());
                    strings.set(text.as_deref().unwrap_or(ENGLISH).into());
                }
            });
            move || stale.set(true)
        });
    }
    (*strings).clone()
}

/// Languages of which an editor may write the name of a country: those that the widget speaks.
const LANGUAGES: &str = "ar az be bg bn ckb cs da de el en es et fa fi fr ga he hi hr hu hy id \
    it ja ka kk ko lt lv mt nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant";

/// Names of countries in small letters and their codes, in many languages, once the browser had
/// the time to tell them.
#[hook]
pub fn use_elsewhere() -> Rc<HashMap<String, String>> {
    let known = use_state(Rc::<HashMap<String, String>>::default);
    {
        let known = known.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let told = platform::countries_elsewhere(LANGUAGES, &codes());
                let lines = JsFuture::from(told).await.ok();
                let lines = lines
                    .and_then(|lines| lines.as_string())
                    .unwrap_or_default();
                let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
                let pairs = pairs.map(|(code, name)| (name.to_lowercase(), code.to_owned()));
                known.set(Rc::new(pairs.collect()));
            });
        });
    }
    (*known).clone()
}

/// What is wrong with the work, a moment after it has changed, and whether that is still
/// to be found.
#[hook]
pub fn use_checked(work: &Work, scene: &Scene) -> (Rc<Checked>, bool) {
    let checked = use_state(|| (Rc::new(Checked::default()), Work::default()));
    {
        let (checked, names) = (checked.clone(), scene.names.clone());
        let sentences = scene.words.problems();
        use_effect_with((work.clone(), scene.names.clone()), move |(work, _)| {
            let work = work.clone();
            let later = Timeout::new(REST, move || {
                let found = check(
                    &work,
                    &names,
                    sentences,
                    platform::decomposed,
                    platform::words,
                );
                checked.set((Rc::new(found), work));
            });
            move || drop(later)
        });
    }
    let (found, of) = &*checked;
    (found.clone(), of != work)
}

/// Opens the work that the address names.
#[hook]
pub fn use_start(scene: &Scene) {
    let scene = scene.clone();
    use_effect_with((), move |()| {
        let id = platform::addressed();
        if id > 0.0 {
            files::open_kept(scene, id);
        }
    });
}

/// Keeps the work after each change, and has the browser ask while it is not kept.
#[hook]
pub fn use_keeping(desk: &UseReducerHandle<Desk>, kept: &UseStateHandle<State>, scene: &Scene) {
    let keeper = use_memo((), |()| Keeper::default());
    let latest = use_mut_ref(Desk::default);
    *latest.borrow_mut() = (**desk).clone();
    let note = {
        let keeper = keeper.clone();
        move |_: Event| keeper.note(&latest.borrow())
    };
    // A page on a phone may only be told that it is out of sight.
    use_listener("visibilitychange", note.clone());
    use_listener("pagehide", note);
    {
        let (now, kept, is_loose) = ((**desk).clone(), kept.clone(), scene.is_loose.clone());
        use_effect_with(
            (desk.id, desk.changes, desk.name.clone()),
            move |(id, ..)| {
                if *id != 0 {
                    let hear = Callback::from(move |state| {
                        match state {
                            State::Failed(_) => is_loose.set(true),
                            State::At(_) => is_loose.set(false),
                            State::Fresh | State::Busy => {}
                        }
                        kept.set(state);
                    });
                    keeper.keep(&now, hear);
                }
            },
        );
    }
    use_effect_with(desk.id, |id| {
        if *id != 0 {
            platform::address(*id as f64);
        }
    });
    use_effect_with((**kept).clone(), |kept| {
        platform::ask(matches!(kept, State::Busy | State::Failed(_)));
    });
}

/// Hears of other tabs with the same work: that another has changed it weighs more than that
/// it is open there.
#[hook]
pub fn use_tabs(id: u64, elsewhere: &UseStateHandle<Option<String>>) {
    let elsewhere = elsewhere.clone();
    let is_changed = use_mut_ref(|| false);
    *is_changed.borrow_mut() = elsewhere.as_deref() == Some("kept");
    use_effect_with(id, move |id| {
        elsewhere.set(None);
        let hear = Closure::<dyn Fn(String)>::new(move |what| {
            if !*is_changed.borrow() {
                elsewhere.set(Some(what));
            }
        });
        platform::attend(*id as f64, &hear);
        move || drop(hear)
    });
}

/// Undo, redo and save by keys, wherever the focus is; and compositions of input methods.
#[hook]
pub fn use_keys(desk: &UseReducerHandle<Desk>, save: &Callback<()>) {
    let dispatcher = desk.dispatcher();
    let latest = use_mut_ref(|| save.clone());
    *latest.borrow_mut() = save.clone();
    use_listener("keydown", move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let is_other = !(event.ctrl_key() || event.meta_key())
            || event.alt_key()
            || event.is_composing()
            || event.default_prevented();
        let target = event.target_dyn_into::<Element>();
        // The name is no part of what is undone, and what is under a dialog is not at hand.
        let is_aside = target.is_some_and(|target| {
            let aside = target.closest("dialog, #work-name");
            aside.ok().flatten().is_some()
        });
        if is_other || is_aside {
            return;
        }
        let Some(asked) = shortcut(&event.key(), &event.code(), event.shift_key()) else {
            return;
        };
        event.prevent_default();
        match asked {
            Shortcut::Undo => dispatcher.dispatch(Action::Undo),
            Shortcut::Redo => dispatcher.dispatch(Action::Redo),
            Shortcut::Save => latest.borrow().emit(()),
        }
    });
    let composing = |is: bool| {
        let dispatcher = desk.dispatcher();
        move |_: Event| dispatcher.dispatch(Action::Compose(is))
    };
    use_listener("compositionstart", composing(true));
    use_listener("compositionend", composing(false));
}

/// Listens on the window for as long as the desk is there.
#[hook]
fn use_listener(name: &'static str, hear: impl Fn(Event) + 'static) {
    use_effect_with((), move |()| {
        let listener = Closure::<dyn Fn(Event)>::new(hear);
        let function = listener
            .as_ref()
            .unchecked_ref::<js_sys::Function>()
            .clone();
        if let Some(window) = window() {
            let _ = window.add_event_listener_with_callback(name, &function);
        }
        move || {
            if let Some(window) = window() {
                let _ = window.remove_event_listener_with_callback(name, &function);
            }
            drop(listener);
        }
    });
}
