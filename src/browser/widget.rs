use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use super::{
    explainer::{Explainer, Message, Props},
    object::{get, string, strings},
    panic::at_work,
    read::read,
    report,
};
use crate::{
    article::{Article, Severity},
    explore::address::{Place, position},
};

/// One mounted instance.
#[wasm_bindgen]
pub struct Widget {
    app: RefCell<Option<AppHandle<Explainer>>>,
    article: RefCell<Rc<Article>>,
    instance: u32,
    tell: Function,
}

/// Shows `article` in `place`, an empty element in the page. The members of `options`:
///
/// - `tell(name, detail)` hears of every change once it is on the screen: `ready`,
///   `select`, `filter`, `problem`, and `place`, which is where the reader is;
/// - `signal`: an `AbortSignal` that ends every listener outside `place`;
/// - `instance`: a number that names the instance when the program fails;
/// - `name`: the widget's name in the page's address, which is left alone without one;
/// - `place`: where the reader was, if the widget has stood in the page before.
///
/// # Errors
/// When there is nothing in `article` that could be shown: the first error in it, told
/// with all others as `problem` before. When `tell` or `signal` is missing.
#[wasm_bindgen]
pub fn mount(place: Element, article: JsValue, options: JsValue) -> Result<Widget, JsValue> {
    let instance = get(&options, "instance").as_f64().unwrap_or_default() as u32;
    at_work(instance);
    let tell: Function = get(&options, "tell").dyn_into()?;
    let article = checked(&article, &tell)?;
    let before = get(&options, "place");
    let props = Props {
        article: article.clone(),
        mounted: place.clone(),
        base: string(&options, "base").unwrap_or_default(),
        flags: string(&options, "flags").unwrap_or_default(),
        instance,
        name: string(&options, "name"),
        place: before.is_object().then(|| Place {
            event: string(&before, "event"),
            countries: strings(&before, "countries"),
            query: string(&before, "search").unwrap_or_default(),
        }),
        end: get(&options, "signal").dyn_into()?,
        tell: tell.clone(),
    };
    let app = yew::Renderer::<Explainer>::with_root_and_props(place, props).render();
    Ok(Widget {
        app: RefCell::new(Some(app)),
        article: RefCell::new(article),
        instance,
        tell,
    })
}

#[wasm_bindgen]
impl Widget {
    /// Shows another article in place of the one shown; the reader stays where they
    /// are as far as it makes sense there.
    ///
    /// # Errors
    /// When there is nothing in `article` that could be shown, as [`mount`]; the old one stays.
    pub fn update(&self, article: JsValue) -> Result<(), JsValue> {
        at_work(self.instance);
        let article = checked(&article, &self.tell)?;
        self.article.replace(article.clone());
        self.send(Message::Article(article));
        Ok(())
    }

    /// Chooses the event of this id. Whether there is one.
    pub fn select(&self, id: String) -> bool {
        let known = position(&self.article.borrow(), &id).is_some();
        if known {
            self.send(Message::Select(id));
        }
        known
    }

    /// Takes the instance out of the page.
    pub fn destroy(&self) {
        if let Some(app) = self.app.take() {
            at_work(self.instance);
            app.destroy();
        }
    }

    fn send(&self, message: Message) {
        if let Some(app) = &*self.app.borrow() {
            at_work(self.instance);
            app.send_message(message);
        }
    }
}

/// The article in `value`, its problems told; or else the first error among them.
fn checked(value: &JsValue, tell: &Function) -> Result<Rc<Article>, JsValue> {
    let (article, problems) = read(value);
    if !problems.is_empty() {
        let detail = report::problems(&problems);
        let _ = tell.call2(&JsValue::NULL, &"problem".into(), &detail);
    }
    article.map(Rc::new).ok_or_else(|| {
        problems
            .iter()
            .find(|problem| problem.severity == Severity::Error)
            .map_or(JsValue::UNDEFINED, |problem| {
                report::problem(problem).into()
            })
    })
}
