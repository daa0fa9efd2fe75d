use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use super::{
    explainer::{Explainer, Message, Props},
    panic::at_work,
    read::read,
};
use crate::explore::Action;

/// One mounted instance.
#[wasm_bindgen]
pub struct Widget {
    app: RefCell<Option<AppHandle<Explainer>>>,
    article: RefCell<Rc<crate::article::Article>>,
    instance: u32,
}

/// Shows `article` in `place`, an empty element. `options.tell(name, detail)` hears of
/// every change: `ready`, `select`, `filter`, `problem`.
///
/// # Errors
/// When there is nothing in `article` that could be shown.
#[wasm_bindgen]
pub fn mount(place: Element, article: JsValue, options: JsValue) -> Result<Widget, JsValue> {
    let number = |name: &str| Reflect::get(&options, &name.into()).ok()?.as_f64();
    let instance = number("instance").unwrap_or_default() as u32;
    at_work(instance);
    let tell: Function = Reflect::get(&options, &"tell".into())?.dyn_into()?;
    let (article, _problems) = read(&article);
    let Some(article) = article else {
        return Err(JsValue::from_str("the article could not be read"));
    };
    let article = Rc::new(article);
    let props = Props {
        article: article.clone(),
        instance,
        tell,
    };
    let app = yew::Renderer::<Explainer>::with_root_and_props(place, props).render();
    Ok(Widget {
        app: RefCell::new(Some(app)),
        article: RefCell::new(article),
        instance,
    })
}

#[wasm_bindgen]
impl Widget {
    /// Shows another article in place of the one shown.
    ///
    /// # Errors
    /// When there is nothing in `article` that could be shown; the old one stays.
    pub fn update(&self, article: JsValue) -> Result<(), JsValue> {
        let (article, _problems) = read(&article);
        let Some(article) = article else {
            return Err(JsValue::from_str("the article could not be read"));
        };
        let article = Rc::new(article);
        self.article.replace(article.clone());
        self.send(Message::Article(article));
        Ok(())
    }

    /// Chooses the event of this id. Whether there is one.
    pub fn select(&self, id: &str) -> bool {
        let at = self
            .article
            .borrow()
            .events
            .iter()
            .position(|event| &*event.id == id);
        if at.is_some() {
            self.send(Message::Act(Action::Select(at)));
        }
        at.is_some()
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
