use std::rc::Rc;

#[cfg(not(target_arch = "wasm32"))]
use super::Notes;
use super::{Flags, Widths, Words};
use crate::{article::Text, explore::State};

/// What every view is given: the state it renders, the words to say it in, and what is
/// known of the page it is shown on.
///
/// Views hand nothing back. What a control does stands in its `data-act`, which whoever
/// shows the page turns into an [`crate::explore::Action`].
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
    /// Whether to render for pages without code: everything open, no controls.
    pub plain: bool,
    /// The numbered notes of a page without code.
    #[cfg(not(target_arch = "wasm32"))]
    pub notes: Rc<Notes>,
}

impl Context {
    /// Whether to render for pages without code, which the browser never does, so that
    /// readers download nothing for it.
    pub(super) const fn is_plain(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.plain
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Context) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && Rc::ptr_eq(&self.words, &other.words)
    }
}
