use yew::{Html, Properties, component};

use super::Context;

/// What a [`Part`] is given.
#[derive(Clone, Properties)]
pub struct Props {
    /// What to render from.
    pub context: Context,
    /// Renders it.
    pub draw: fn(&Context) -> Html,
}

/// A part counts as unchanged while the reader only pans and zooms, so that a moving
/// axis renders nothing else.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        let (one, two) = (&self.context, &other.context);
        let (old, new) = (&one.state, &two.state);
        std::rc::Rc::ptr_eq(&one.words, &two.words)
            && std::rc::Rc::ptr_eq(&old.article, &new.article)
            // Every change of countries or of the words looked for makes these anew.
            && std::rc::Rc::ptr_eq(&old.shown, &new.shown)
            && old.selected == new.selected
            && old.first == new.first
            && old.progress() == new.progress()
            && old.wide == new.wide
            && std::ptr::fn_addr_eq(self.draw, other.draw)
    }
}

/// A part of the widget that does not show the axis. One component serves for all of
/// them: each further one would bring its own copy of Yew's lifecycle.
#[component]
pub fn Part(props: &Props) -> Html {
    (props.draw)(&props.context)
}
