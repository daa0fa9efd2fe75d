use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use super::{
    host::{Host, Message},
    instance::Start,
    object::{get, string, strings},
    panic::at_work,
    platform::Platform,
    read::read,
    report,
};
use crate::{
    article::{Article, Reading, passage::Finder},
    explore::{
        Action,
        address::{Place, position},
    },
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
    /// The search for sentences under way.
    pub(super) search: Option<Finder>,
}

#[wasm_bindgen]
impl Widget {
    /// Takes `place`, an element without children, for good: it serves one instance
    /// after another. `platform` is what `platform.js` exports.
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

    /// Shows `article`. The members of `options`:
    ///
    /// - `tell(name, detail)` hears of every change once it is on the screen: `ready`,
    ///   `select`, `filter`, `problem`, and `place`, which is where the reader is;
    /// - `signal`: an `AbortSignal` that ends every listener, and has to be given;
    /// - `instance`: a number that names the instance when the program fails;
    /// - `name`: the widget's name in the page's address, which is left alone without one;
    /// - `place`: where the reader was, if the element has stood in the page before;
    /// - `base`: the address of the folder that `dateline.js` came from;
    /// - `words`: the interface's words, a text as `words/uk.txt`; English without one;
    /// - `flags`: the codes of the countries whose flags lie there, separated by spaces.
    ///
    /// # Errors
    /// `null` when there is nothing in `article` that could be shown, whose reasons were
    /// told as `problem` before. When `tell` is missing.
    pub fn show(&self, article: JsValue, options: JsValue) -> Result<(), JsValue> {
        let instance = get(&options, "instance").as_f64().unwrap_or_default() as u32;
        at_work(instance);
        let tell: Function = get(&options, "tell").dyn_into()?;
        let article = checked(&article, &tell)?;
        let before = get(&options, "place");
        let words = string(&options, "words").unwrap_or_default();
        let start = Start {
            article: article.clone(),
            instance,
            name: string(&options, "name"),
            place: before.is_object().then(|| Place {
                event: string(&before, "event").unwrap_or_default(),
                countries: strings(&before, "countries"),
                speaker: string(&before, "speaker").unwrap_or_default(),
                query: string(&before, "search").unwrap_or_default(),
            }),
            platform: self.platform.clone(),
            mounted: self.place.clone(),
            words: words.clone(),
            flags: Flags {
                base: string(&options, "base").unwrap_or_default(),
                codes: string(&options, "flags").unwrap_or_default(),
            },
            end: get(&options, "signal"),
            tell: tell.clone(),
        };
        self.app.send_message(Message::Show(Box::new(start)));
        self.shown.replace(Some(Shown {
            article,
            words,
            instance,
            tell,
            search: None,
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
        if let Some(shown) = &mut *self.shown.borrow_mut() {
            at_work(shown.instance);
            let article = checked(&article, &shown.tell)?;
            shown.article = article.clone();
            shown.words = words.clone();
            self.app.send_message(Message::Article(article, words));
        }
        Ok(())
    }

    /// Chooses the event of this id. Whether there is one.
    pub fn select(&self, id: String) -> bool {
        let shown = self.shown.borrow();
        let Some(shown) = &*shown else {
            return false;
        };
        at_work(shown.instance);
        let known = position(&shown.article, &id).is_some();
        if known {
            self.app.send_message(Message::Select(id));
        }
        known
    }

    /// Does what a control says that it does: its `data-act`, as
    /// [`Action::read`] understands it.
    pub fn act(&self, act: &str) {
        if let Some(action) = Action::read(act) {
            self.app.send_message(Message::Act(action));
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

/// The article in `value`, what is wrong with it told, be it nothing; `null` when there is none.
fn checked(value: &JsValue, tell: &Function) -> Result<Rc<Article>, JsValue> {
    let Reading { article, problems } = read(value);
    let detail = report::problems(&problems);
    let _ = tell.call2(&JsValue::NULL, &"problem".into(), &detail);
    article.map(Rc::new).ok_or(JsValue::NULL)
}
