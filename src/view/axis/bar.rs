use yew::{Html, html};

use super::menu::menu;
use crate::{
    explore::Action,
    timeline::Move,
    view::{
        Context,
        element::p,
        icon::{Icon, icon},
    },
};

/// A press comes so many times closer.
const CLOSER: f64 = 2.0;

/// The controls: for every gesture there is one.
pub(super) fn bar(context: &Context) -> Html {
    let (state, axis) = (&context.state, &context.state.axis);
    let strings = context.words.strings;
    let (first, last) = (state.shown.iter().next(), state.shown.iter().next_back());
    let at = |end: Option<usize>| end.is_none() || state.selected == end;
    let fits = axis.viewport.fits();
    let (from, to) = axis.window();
    let button = |part, name: &'static str, shape, off: bool, action: Action| {
        html! {
            <button
                type="button"
                class="icon-button"
                {part}
                aria-label={name}
                // Not `disabled`: a button that has done its work must not drop the focus.
                aria-disabled={off.then_some("true")}
                onclick={context.on(action)}
            >
                { icon(shape) }
            </button>
        }
    };
    let closer = |factor| Action::Axis(Move::Closer(factor));
    let closest = !axis.viewport.can_zoom_in();
    html! {
        <div class="axis-bar" role="group" aria-label={strings.axis_controls()}>
            <div class="axis-steps">
                { button("previous", strings.previous(), Icon::Previous, at(first), Action::Step(-1)) }
                { button("next", strings.next(), Icon::Next, at(last), Action::Step(1)) }
            </div>
            { p("axis-now", html! { context.words.period(from, to) }) }
            <div class="axis-zoom">
                { button("zoom-out", strings.zoom_out(), Icon::Minus, fits, closer(1.0 / CLOSER)) }
                { button("zoom-in", strings.zoom_in(), Icon::Plus, closest, closer(CLOSER)) }
                { button("fit", strings.fit(), Icon::Fit, fits, Action::Axis(Move::Fit)) }
            </div>
            { menu(context) }
        </div>
    }
}
