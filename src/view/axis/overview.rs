use yew::{Html, KeyboardEvent, NodeRef, html};

use super::{
    small::{Shows, Small},
    style::px,
};
use crate::{
    explore::Action,
    timeline::{Density, Move},
    view::{Context, Key},
};

/// The narrowest that the window is drawn, in px: a finger must be able to hold it.
const NARROWEST: i32 = 44;

/// Everything there is to see, with the window on it that can be dragged, resized and
/// moved by keys.
pub(super) fn overview(context: &Context, place: NodeRef) -> Html {
    let (axis, words) = (&context.state.axis, &context.words);
    let viewport = &axis.viewport;
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
            <Small shows={Shows::Density(axis.density().clone())} />
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

/// How many events lie where; those that a filter hides are paler.
pub(super) fn bars(density: &Density) -> Html {
    html! {
        <svg class="density" viewBox="0 0 960 240" preserveAspectRatio="none" aria-hidden="true">
            <path class="all" d={path(&density.all, density.most)} />
            <path class="shown" d={path(&density.shown, density.most)} />
        </svg>
    }
}

fn path(counts: &[u32], most: u32) -> String {
    let mut drawn = String::new();
    for (bin, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        // One event must still be seen beside a thousand.
        let height = 60 + (u64::from(*count) * 180 / u64::from(most)) as u32;
        let (x, height) = ((bin * 10).to_string(), height.to_string());
        drawn.extend(["M", &x, " 240v-", &height, "h8v", &height, "z"]);
    }
    drawn
}
