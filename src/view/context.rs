use std::rc::Rc;

use yew::Callback;

use super::{Device, Words};
use crate::{
    article::Text,
    explore::{Action, State},
};

/// What every view is given: the state it renders, the words to say it in, the way
/// to hand an action back, and the device it is shown on.
#[derive(Clone)]
pub struct Context {
    /// What to render.
    pub state: Rc<State>,
    /// How to say it.
    pub words: Rc<Words>,
    /// Hands an action to the reducer.
    pub act: Callback<Action>,
    /// The page, as far as a view may know it.
    pub device: Rc<dyn Device>,
    /// The widget's name in the address.
    pub name: Text,
    /// Whether to render for pages without code: everything open, no controls.
    pub plain: bool,
}

impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && Rc::ptr_eq(&self.words, &other.words)
    }
}
