use yew::{Component, Html, Properties};

use super::Context;

/// What draws a part of the widget.
pub(super) type Draw = fn(&Context) -> Html;

/// What a [`Part`] is given.
#[derive(Properties)]
pub(super) struct PartProps {
    /// What every view is given.
    pub context: Context,
    /// What draws it; never nothing, as Yew loses the place of what has no element.
    pub draw: Draw,
}

/// Nothing has changed while the reader only moves the axis.
impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        std::rc::Rc::ptr_eq(&self.context.words, &other.context.words)
            && self.context.state.is_same_beside_axis(&other.context.state)
            && std::ptr::fn_addr_eq(self.draw, other.draw)
    }
}

/// A part of the widget that does not show the axis: it is drawn again only when something
/// beside the axis has changed, so that a moving axis draws little else.
///
/// One component serves for all such parts, as each further one would bring its own copy
/// of Yew's lifecycle into the download.
pub(super) struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &yew::Context<Self>) -> Part {
        Part
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let PartProps { context, draw } = ctx.props();
        draw(context)
    }
}
