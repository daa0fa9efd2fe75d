use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, HtmlElement};
use yew::AppHandle;

use super::{
    address::Address,
    detail::{Event, tell},
    host::{Host, Message},
    instance::Start,
    options::Options,
    panic::working,
    read::Arrival,
};
use crate::{
    article::{Article, Fact, Reading},
    explore::{self, Action, address::position},
    view::Flags,
};

/// A place in the page, and the instance that is shown in it.
#[wasm_bindgen]
pub struct Widget {
    mounted: HtmlElement,
    app: AppHandle<Host>,
    // It is never borrowed while the page's own code runs, which may call this program.
    shown: RefCell<Option<Shown>>,
}

/// What is known of the instance that is shown.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) article: Rc<Article>,
    /// The interface's words.
    pub(super) words: Rc<str>,
    pub(super) number: u32,
    tell: Function,
}

#[wasm_bindgen]
impl Widget {
    /// Takes `mounted`, an element without children, for good: it serves one instance
    /// after another.
    #[wasm_bindgen(constructor)]
    pub fn new(mounted: HtmlElement) -> Widget {
        let app = yew::Renderer::<Host>::with_root(mounted.clone().into()).render();
        Widget {
            mounted,
            app,
            shown: RefCell::default(),
        }
    }

    /// Shows what has arrived, as `options` say.
    ///
    /// - `options` is an object: its `instance` is a number by which [`at_work`](super::whose)
    ///   names the instance; `name` its name in the page's address, and `address` where the
    ///   reader's place is written there (`fragment`, `query` or `off`); `place` where the
    ///   reader is to be, as `tell` said it, without which the address says that; `words` the
    ///   interface's words, a text as `words/uk.txt`, English without one; `flags` the codes
    ///   of the countries whose flags are served, each with its flag's address, as in
    ///   `PL=flags/PL.svg`, with blanks between; and what the host page asks for stands beside
    ///   them, as [`explore::Options`] has it;
    /// - `tell(events, place)` hears of every change once it is on the screen, and before
    ///   that of what is wrong with the data, be it nothing: see `detail`;
    /// - `signal` ends every listener.
    ///
    /// # Errors
    /// `null` when there is nothing in it that could be shown, whose reasons were told
    /// before.
    pub fn show(
        &self,
        arrival: Arrival,
        options: JsValue,
        tell: Function,
        signal: AbortSignal,
    ) -> Result<(), JsValue> {
        let host: explore::Options = serde_wasm_bindgen::from_value(options.clone())?;
        let options: Options = serde_wasm_bindgen::from_value(options)?;
        working(options.instance, || {
            let article = checked(arrival, &tell)?;
            let words = Rc::from(options.words);
            let shown = Shown {
                article: article.clone(),
                words: Rc::clone(&words),
                number: options.instance,
                tell: tell.clone(),
            };
            self.shown.replace(Some(shown));
            self.app.send_message(Message::Show(Box::new(Start {
                article,
                options: Rc::new(host),
                mounted: self.mounted.clone(),
                words,
                flags: Flags {
                    served: options.flags,
                },
                number: options.instance,
                address: Address::new(&options.name, options.address.unwrap_or_default()),
                name: options.name,
                place: options.place,
                end: signal,
                tell,
            })));
            Ok(())
        })
    }

    /// Shows another article in place of the one shown, in these words; the reader stays
    /// where they are as far as it makes sense there.
    ///
    /// # Errors
    /// When there is nothing in it that could be shown, as [`Widget::show`]; the old one
    /// stays.
    pub fn update(&self, arrival: Arrival, words: &str) -> Result<(), JsValue> {
        self.work(Ok(()), |shown| {
            let article = checked(arrival, &shown.tell)?;
            let words = Rc::from(words);
            self.shown.replace(Some(Shown {
                article: article.clone(),
                words: Rc::clone(&words),
                ..shown
            }));
            self.app.send_message(Message::Article(article, words));
            Ok(())
        })
    }

    /// Chooses the event of this id. Whether there is one.
    pub fn select(&self, id: String) -> bool {
        self.work(false, |shown| {
            let is_known = position(&shown.article, &id).is_some();
            if is_known {
                self.app.send_message(Message::Select(id));
            }
            is_known
        })
    }

    /// Brings the reader to a place that `tell` named, here or in another instance of the
    /// article, as if they had gone there by themselves.
    pub fn restore(&self, place: String) {
        self.work((), |_| self.app.send_message(Message::Restore(place)));
    }

    /// Brings the reader to the place that the page's address names.
    pub fn follow(&self) {
        self.work((), |_| self.app.send_message(Message::Moved));
    }

    /// Opens what holds the fact of this name, and shows again what hides it.
    pub fn open(&self, fact: &str) {
        self.work((), |_| {
            if let Some(fact) = Fact::named(fact) {
                self.app.send_message(Message::Act(Action::Reveal(fact)));
            }
        });
    }

    /// Ends the instance and lets go of all it held; the place waits for the next.
    pub fn rest(&self) {
        self.work((), |_| {
            self.shown.take();
            self.app.send_message(Message::Rest);
        });
    }
}

impl Widget {
    /// Does something with what is shown, or what comes of it when nothing is.
    pub(super) fn work<T>(&self, otherwise: T, work: impl FnOnce(Shown) -> T) -> T {
        let shown = self.shown.borrow().clone();
        match shown {
            Some(shown) => working(shown.number, || work(shown)),
            None => otherwise,
        }
    }
}

/// The article that has arrived, what is wrong with it told, be it nothing; `null` when there
/// is none.
fn checked(arrival: Arrival, to: &Function) -> Result<Rc<Article>, JsValue> {
    let Reading { article, problems } = arrival.reading.ok_or(JsValue::NULL)?;
    let problems = &problems;
    tell(to, &[Event::Problem { problems }], None);
    article.map(Rc::new).ok_or(JsValue::NULL)
}
