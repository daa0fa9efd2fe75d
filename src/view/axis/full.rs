use std::rc::Rc;

use yew::{Html, Properties, component, html, use_effect_with, use_node_ref, use_state};

use super::{
    bands::bands,
    controls::controls,
    marks::lanes,
    opened::opened,
    overview::Overview,
    style::{px, shifted},
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

/// The unfolded axis.
#[component]
pub(super) fn Full(props: &Props) -> Html {
    let context = &props.context;
    let (state, axis) = (&context.state, &context.state.axis);
    let place = use_node_ref();
    let widths = use_state(Widths::unknown);
    {
        let (context, place, widths) = (context.clone(), place.clone(), widths.clone());
        // One article is one measurement and one set of listeners.
        let article = Rc::as_ptr(&state.article) as usize;
        use_effect_with(article, move |_| {
            let device = &context.device;
            widths.set(Widths::measured(&context.state.article, &**device, &place));
            let guard = device.axis(&place, context.act.reform(Action::Axis));
            move || drop(guard)
        });
    }
    let lanes_count = axis.lanes().len();
    let options = Options {
        rows: if lanes_count > 1 { 1 } else { ROWS },
        spread: u8::from(lanes_count >= MANY),
        widths: widths.events.clone(),
    };
    let selected = state.selected.and_then(|at| axis.item(at));
    let selected = selected.map(|item| (item.id, Instant(item.anchor)));
    let layout = Rc::new(timeline::layout(
        axis.index(),
        &axis.viewport,
        &options,
        selected,
    ));
    let stage = [
        shifted(layout.shift),
        // All rows, then the bands above them, decide the height; nothing else does.
        px("--_rows", i32::from(options.rows)).replace("px", ""),
    ];
    html! {
        <>
            {controls(context)}
            <div class="axis-window" ref={place} data-eased={axis.eased.then_some("")}>
                {bands(context, &layout, &widths.eras)}
                {lanes(context, &layout, stage.concat())}
                {ticks(context, &layout)}
            </div>
            {opened(context)}
            <Overview context={context.clone()} />
        </>
    }
}
