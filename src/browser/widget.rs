use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use super::{
    detail::{Event, tell},
    host::{Host, Message},
    instance::Start,
    panic::at_work,
    platform::Platform,
    read::read,
};
use crate::{
    article::{Article, Reading},
    explore::{Action, address::position},
    view::Flags,
};

/// A place in the page, and the instance that is shown in it.
#[wasm_bindgen]
pub struct Widget {
    platform: Platform,
    place: Element,
    app: AppHandle<Host>,
    pub(super) shown: RefCell<Option<Shown>>,
}

pub(super) struct Shown {
    pub(super) article: Rc<Article>,
    /// The interface's words.
    pub(super) words: String,
    pub(super) instance: u32,
    tell: Function,
}

#[wasm_bindgen]
impl Widget {
    /// Takes `place`, an element without children, for good: it serves one instance
    /// after another. `platform` is what `platform/platform.js` exports.
    #[wasm_bindgen(constructor)]
    pub fn new(place: Element, platform: Platform) -> Widget {
        platform.settle();
        Widget {
            platform,
            app: yew::Renderer::<Host>::with_root(place.clone()).render(),
            place,
            shown: RefCell::default(),
        }
    }

    /// Shows `article`, as `options` say.
    ///
    /// - `tell(events, place)` hears of every change once it is on the screen, and before
    ///   that of what is wrong with the data, be it nothing: see `detail`;
    /// - `signal`, an `AbortSignal`, ends every listener;
    /// - `options` is an object. Its `instance` is a number that names the instance when
    ///   the program fails; `name` the widget's name in the page's address, which is written
    ///   unless `address` is `off`; `base` the address of the folder that `dateline.js` came
    ///   from; `flags` the codes of the countries whose flags lie there, separated by spaces;
    ///   `place` the four lines of the reader's [`place`](crate::explore::address::place);
    ///   and `words` the interface's words, a text as `words/uk.txt`, English without one.
    ///
    /// # Errors
    /// `null` when there is nothing in `article` that could be shown, whose reasons were
    /// told before.
    pub fn show(
        &self,
        article: JsValue,
        options: JsValue,
        tell: Function,
        signal: JsValue,
    ) -> Result<(), JsValue> {
        let instance = option(&options, "instance").as_f64().unwrap_or_default() as u32;
        let text = |name: &str| option(&options, name).as_string().unwrap_or_default();
        let article = checked(&article, &tell, instance)?;
        let words = text("words");
        let start = Start {
            article: article.clone(),
            instance,
            name: text("name"),
            is_written: text("address") != "off",
            place: text("place"),
            platform: self.platform.clone(),
            mounted: self.place.clone(),
            words: words.clone(),
            flags: Flags {
                base: text("base"),
                codes: text("flags"),
            },
            end: signal,
            tell: tell.clone(),
        };
        self.app.send_message(Message::Show(Box::new(start)));
        self.shown.replace(Some(Shown {
            article,
            words,
            instance,
            tell,
        }));
        Ok(())
    }

    /// Shows another article in place of the one shown, in these words; the reader stays
    /// where they are as far as it makes sense there.
    ///
    /// # Errors
    /// When there is nothing in `article` that could be shown, as [`Widget::show`]; the
    /// old one stays.
    pub fn update(&self, article: JsValue, words: String) -> Result<(), JsValue> {
        let shown = self.shown.borrow();
        let known = shown
            .as_ref()
            .map(|shown| (shown.tell.clone(), shown.instance));
        // Reading may have the page's own code call this widget, and so may drawing.
        drop(shown);
        let Some((tell, instance)) = known else {
            return Ok(());
        };
        let article = checked(&article, &tell, instance)?;
        if let Some(shown) = &mut *self.shown.borrow_mut() {
            shown.article = article.clone();
            shown.words = words.clone();
        }
        self.app.send_message(Message::Article(article, words));
        Ok(())
    }

    /// Chooses the event of this id. Whether there is one.
    pub fn select(&self, id: String) -> bool {
        let known = self.shown.borrow().as_ref().is_some_and(|shown| {
            at_work(shown.instance);
            position(&shown.article, &id).is_some()
        });
        if known {
            self.app.send_message(Message::Select(id));
        }
        known
    }

    /// Brings the reader to a [`place`](crate::explore::address::place), as if they had gone
    /// there by themselves.
    pub fn restore(&self, place: String) {
        self.mark();
        self.app.send_message(Message::Restore(place));
    }

    /// Brings the reader to the place that the page's address names.
    pub fn follow(&self) {
        self.mark();
        self.app.send_message(Message::Moved);
    }

    /// Does what a control says that it does: its `data-act`, as
    /// [`Action::read`] understands it.
    pub fn act(&self, act: &str) {
        if let Some(action) = Action::read(act) {
            self.app.send_message(Message::Act(action));
        }
    }

    /// Notes whose code runs now.
    fn mark(&self) {
        if let Some(shown) = &*self.shown.borrow() {
            at_work(shown.instance);
        }
    }

    /// Ends the instance and lets go of all it held; the place waits for the next.
    pub fn rest(&self) {
        if let Some(shown) = self.shown.take() {
            at_work(shown.instance);
        }
        self.app.send_message(Message::Rest);
    }
}

/// What the host's options have under this name.
fn option(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &name.into()).unwrap_or_default()
}

/// The article in `value`, what is wrong with it told, be it nothing; `null` when there is none.
fn checked(value: &JsValue, to: &Function, instance: u32) -> Result<Rc<Article>, JsValue> {
    at_work(instance);
    let Reading { article, problems } = read(value);
    // The page's own code may have called other instances meanwhile.
    at_work(instance);
    let problems = &problems;
    tell(to, &[Event::Problem { problems }], None);
    article.map(Rc::new).ok_or(JsValue::NULL)
}
