use std::rc::Rc;

use yew::{Html, KeyboardEvent, Properties, component, html, use_effect_with, use_node_ref};

use super::{full::Props, style::px};
use crate::{
    explore::Action,
    timeline::{Density, Move},
    view::Key,
};

/// The narrowest that the window is drawn, in px: a finger must be able to hold it.
const NARROWEST: i32 = 44;

/// Everything there is to see, with the window on it that can be dragged, resized and
/// moved by keys.
#[component]
pub(super) fn Overview(props: &Props) -> Html {
    let context = &props.context;
    let (axis, words) = (&context.state.axis, &context.words);
    let viewport = &axis.viewport;
    let place = use_node_ref();
    {
        let (context, place) = (context.clone(), place.clone());
        use_effect_with((), move |_| {
            let guard = context
                .device
                .overview(&place, context.act.reform(Action::Axis));
            move || drop(guard)
        });
    }
    let onkeydown = {
        let (act, device, viewport) = (context.act.clone(), context.device.clone(), *viewport);
        move |event: KeyboardEvent| {
            let step = viewport.width() / 4.0;
            let change = match device.key(&event) {
                Some(Key::Previous) => Move::Pan(-step),
                Some(Key::Next) => Move::Pan(step),
                Some(Key::First) => Move::Centre(0.0),
                Some(Key::Last) => Move::Centre(1.0),
                Some(Key::In) => Move::ZoomMiddle(2.0),
                Some(Key::Out) => Move::ZoomMiddle(0.5),
                Some(Key::Fit) => Move::Fit,
                _ => return,
            };
            device.claim(&event);
            act.emit(Action::Axis(change));
        }
    };
    let (from, to) = viewport.parts();
    let full = viewport.width();
    let width = ((to - from) * full).round() as i32;
    let held = width.max(NARROWEST);
    let x =
        ((from * full).round() as i32 - (held - width) / 2).clamp(0, (full as i32 - held).max(0));
    let style = px("inset-inline-start", x) + &px("inline-size", held);
    // Where the window is on its way: 0 is the start, 100 the end.
    let room = 1.0 - (to - from);
    let way = if room > 0.001 {
        (from / room * 100.0).round() as i32
    } else {
        0
    };
    html! {
        <div class="axis-overview" part="overview" ref={place}>
            <Bars density={axis.density().clone()} />
            <div class="brush" role="slider" tabindex="0" data-grip="window"
                aria-label={words.strings.window} aria-orientation="horizontal"
                aria-valuemin="0" aria-valuemax="100" aria-valuenow={way.clamp(0, 100).to_string()}
                aria-valuetext={words.period(viewport.start(), viewport.end())}
                {onkeydown} ~style={style}>
                <span class="grip" data-grip="start"></span>
                <span class="grip" data-grip="end"></span>
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct BarsProps {
    pub(super) density: Rc<Density>,
}

/// How many events lie where; those that a filter hides are paler.
#[component]
pub(super) fn Bars(props: &BarsProps) -> Html {
    let density = &props.density;
    html! {
        <svg class="density" viewBox="0 0 960 240" preserveAspectRatio="none" aria-hidden="true">
            <path class="all" d={bars(&density.all, density.most)} />
            <path class="shown" d={bars(&density.shown, density.most)} />
        </svg>
    }
}

fn bars(counts: &[u32], most: u32) -> String {
    let mut path = String::new();
    for (bin, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        // One event must still be seen beside a thousand.
        let height = 60 + (u64::from(*count) * 180 / u64::from(most)) as u32;
        let (x, height) = ((bin * 10).to_string(), height.to_string());
        path.extend(["M", &x, " 240v-", &height, "h8v", &height, "z"]);
    }
    path
}
