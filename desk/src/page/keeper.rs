//! Keeps the work after each step, one after the other.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Date, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;
use yew::Callback;

use super::platform;
use crate::work::{Action, Desk, Node, Waiting, Work};

/// How long what was typed has to be painted before it is written out, in ms.
const REST: i32 = 30;

/// Whether the work is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// Nothing was done yet.
    Fresh,
    /// It is being kept.
    Busy,
    /// It was kept at this time, in ms since 1970.
    At(f64),
    /// It could not be kept: it is in this page's memory alone.
    Failed(String),
}

/// Keeps works in the browser's store.
#[derive(Default)]
pub struct Keeper {
    waiting: RefCell<Waiting<Next>>,
    /// The work at hand.
    here: Cell<u64>,
    is_busy: Cell<bool>,
}

struct Next {
    name: Rc<str>,
    work: Work,
}

impl Keeper {
    /// Keeps a desk's work, once what is being kept is. `hear` hears what becomes of it while
    /// it is at hand. What cannot be kept waits for the next time.
    pub fn keep(self: &Rc<Self>, desk: &Desk, hear: Callback<State>) {
        self.waiting.borrow_mut().put(desk.id, Next::of(desk));
        self.here.set(desk.id);
        hear.emit(State::Busy);
        if self.is_busy.replace(true) {
            return;
        }
        let keeper = self.clone();
        spawn_local(async move {
            let mut failed = Vec::new();
            loop {
                rest().await;
                let next = keeper.waiting.borrow_mut().take();
                let Some((id, next)) = next else { break };
                let time = Date::now();
                let kept = JsFuture::from(platform::keep(&next.record(id, time))).await;
                let state = match kept {
                    Ok(_) => State::At(time),
                    Err(error) => {
                        failed.push((id, next));
                        State::Failed(said(&error))
                    }
                };
                // What is kept meanwhile is no longer the latest.
                let is_latest = !keeper.waiting.borrow().has(id);
                if keeper.here.get() == id && is_latest {
                    hear.emit(state);
                }
            }
            for (id, next) in failed {
                keeper.waiting.borrow_mut().put_back(id, next);
            }
            keeper.is_busy.set(false);
        });
    }
}

impl Keeper {
    /// Notes a desk's work for the next page, where it is not kept yet: this one is being left.
    pub fn note(&self, desk: &Desk) {
        if self.is_busy.get() || self.waiting.borrow().has(desk.id) {
            platform::note(&Next::of(desk).record(desk.id, Date::now()));
        }
    }
}

impl Next {
    fn of(desk: &Desk) -> Next {
        Next {
            name: desk.name.clone(),
            work: desk.work.clone(),
        }
    }

    /// As the store has it.
    fn record(&self, id: u64, time: f64) -> JsValue {
        let record = Object::new();
        let members: [(&str, JsValue); 5] = [
            ("id", (id as f64).into()),
            ("name", (*self.name).into()),
            ("time", time.into()),
            ("article", self.work.article.json().into()),
            ("text", (*self.work.text).into()),
        ];
        for (key, value) in members {
            let _ = Reflect::set(&record, &key.into(), &value);
        }
        record.into()
    }
}

/// Lets the browser paint.
async fn rest() {
    let later = Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            // It fails for no function.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, REST);
        }
    });
    let _ = JsFuture::from(later).await;
}

/// What an error says.
pub fn said(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok();
    message
        .and_then(|message| message.as_string())
        .or_else(|| error.as_string())
        .unwrap_or_default()
}

/// Begins with a work that was kept; nothing where there is none.
pub fn opening(kept: JsValue) -> Option<Action> {
    if kept.is_undefined() || kept.is_null() {
        return None;
    }
    let kept: platform::Kept = kept.unchecked_into();
    Some(Action::Open {
        id: kept.id() as u64,
        name: kept.name_of().into(),
        work: Work {
            article: Node::parse(&kept.article()).unwrap_or_default(),
            text: kept.text_of().into(),
        },
    })
}

/// A number that no other work has.
pub fn fresh_id() -> u64 {
    (Date::now() * 1000.0 + js_sys::Math::random() * 1000.0) as u64
}
