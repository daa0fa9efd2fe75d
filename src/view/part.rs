use std::rc::Rc;

use yew::{Component, Html, Properties};

use super::{
    Context,
    axis::{Bars, MarkView, TickWords},
};

/// What draws a part of the widget.
pub(super) type Draw = fn(&Context) -> Html;

/// What is drawn again only when it is another.
#[derive(PartialEq)]
pub(super) enum Part {
    /// A part of the widget that does not show the axis.
    Beside(Beside),
    /// A mark of the axis.
    Mark(MarkView),
    /// The words of a tick.
    Tick(TickWords),
    /// The bars of the axis's overview.
    Bars(Bars),
}

/// What draws a part beside the axis, and what from; never nothing, as Yew loses the place
/// of what has no element.
pub(super) struct Beside(pub Context, pub Draw);

/// Nothing has changed while the reader only moves the axis.
impl PartialEq for Beside {
    fn eq(&self, Beside(context, draw): &Beside) -> bool {
        Rc::ptr_eq(&self.0.words, &context.words)
            && self.0.state.is_same_beside_axis(&context.state)
            && std::ptr::fn_addr_eq(self.1, *draw)
    }
}

/// What a [`Drawn`] is given.
#[derive(PartialEq, Properties)]
pub(super) struct DrawnProps {
    /// What it draws.
    pub part: Part,
}

/// A part: `<Drawn part={Part::Mark(mark)} />`.
///
/// One component serves for all of them, as each further one would bring its own copy of
/// Yew's lifecycle into the download.
pub(super) struct Drawn;

impl Component for Drawn {
    type Message = ();
    type Properties = DrawnProps;

    fn create(_: &yew::Context<Self>) -> Drawn {
        Drawn
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        match &ctx.props().part {
            Part::Beside(Beside(context, draw)) => draw(context),
            Part::Mark(mark) => mark.draw(),
            Part::Tick(words) => words.draw(),
            Part::Bars(bars) => bars.draw(),
        }
    }
}
