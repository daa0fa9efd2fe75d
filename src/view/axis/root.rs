use std::rc::Rc;

use yew::{
    Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref, use_state,
    use_state_eq,
};

use super::{
    bands::bands,
    controls::controls,
    marks::lanes,
    opened::opened,
    overview::overview,
    small::{Shows, Small},
    style::shifted,
    ticks::ticks,
    widths::Widths,
};
use crate::{
    article::Instant,
    explore::Action,
    timeline::{self, Options},
    view::Context,
};

/// What the axis is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// State, words, and the way back.
    pub context: Context,
}

/// Rows of one lane alone.
const ROWS: u8 = 4;
/// From this many lanes on, clusters are coarser.
const MANY: usize = 5;

/// The axis. Where the widget is narrow it is folded into a strip that a tap unfolds.
#[component]
pub fn Axis(props: &Props) -> Html {
    let context = &props.context;
    let unfolded = use_state_eq(|| false);
    let (place, beneath) = (use_node_ref(), use_node_ref());
    let widths = use_state(Widths::unknown);
    let (wide, strings) = (context.state.wide, context.words.strings);
    let open = wide || *unfolded;
    {
        let (context, widths) = (context.clone(), widths.clone());
        let (place, beneath) = (place.clone(), beneath.clone());
        // One article, unfolded, is one measurement and one set of listeners.
        let article = Rc::as_ptr(&context.state.article) as usize;
        use_effect_with((open, article), move |(open, _)| {
            let device = &context.device;
            let guards = open.then(|| {
                widths.set(Widths::measured(&context.state.article, &**device, &place));
                let moved = context.act.reform(Action::Axis);
                (
                    device.axis(&place, moved.clone()),
                    device.overview(&beneath, moved),
                )
            });
            move || drop(guards)
        });
    }
    let fold = move |_| unfolded.set(!*unfolded);
    html! {
        <div class="axis" part="axis" role="group" aria-label={strings.axis}>
            if !wide {
                <button type="button" class="axis-fold" aria-expanded={open.to_string()}
                    onclick={fold}>
                    <span>{strings.axis}</span>
                    if !open {
                        <Small shows={Shows::Density(context.state.axis.density().clone())} />
                    }
                </button>
            }
            if open {
                {unfolded_axis(context, &widths, place, beneath)}
            }
        </div>
    }
}

fn unfolded_axis(context: &Context, widths: &Widths, place: NodeRef, beneath: NodeRef) -> Html {
    let (state, axis) = (&context.state, &context.state.axis);
    let count = axis.lanes().len();
    let options = Options {
        rows: if count > 1 { 1 } else { ROWS },
        spread: u8::from(count >= MANY),
        widths: widths.events.clone(),
    };
    let selected = state.selected.and_then(|at| axis.item(at));
    let selected = selected.map(|item| (item.id, Instant(item.anchor)));
    let layout = timeline::layout(axis.index(), &axis.viewport, &options, selected);
    let layout = Rc::new(layout);
    // How many rows there are decides the height; nothing else does.
    let rows = ["--_rows:", &options.rows.to_string(), ";"].concat();
    html! {
        <>
            {controls(context)}
            <div class="axis-window" ref={place} data-eased={axis.eased.then_some("")}>
                {bands(context, &layout, &widths.eras)}
                {lanes(context, &layout, shifted(layout.shift) + &rows)}
                {ticks(context, &layout)}
            </div>
            {opened(context)}
            {overview(context, beneath)}
        </>
    }
}
