use yew::{Html, html};

use super::{
    same::Same,
    style::{px, styled},
};
use crate::{
    explore::keys,
    timeline::Density,
    view::{
        Context,
        part::{Drawn, Part},
    },
};

/// The narrowest that the window is drawn, in px: a finger must be able to hold it.
const NARROWEST: i32 = 44;
/// From more events on it is always there.
const MANY: usize = 50;

/// Everything there is to see, with the window on it that can be dragged, resized and
/// moved by keys. It comes once there is something outside the window.
pub(super) fn overview(context: &Context) -> Html {
    let (state, axis, words) = (&context.state, &context.state.axis, &context.words);
    let viewport = &axis.viewport;
    let (from, to) = viewport.parts();
    let full = viewport.width();
    let [start, end] = [from, to].map(|part| (part * full).round() as i32);
    let width = end - start;
    let held = width.max(NARROWEST);
    let style = px(&[
        ("--_s", start - (held - width) / 2),
        ("inline-size", held),
        ("--_from", start),
        ("--_to", end),
    ]);
    // Where the window is on its way: 0 is the start, 100 the end.
    let room = 1.0 - (to - from);
    let way = if room > 0.001 {
        (from / room * 100.0).round() as i32
    } else {
        0
    };
    let (start, end) = axis.window();
    let is_hidden = viewport.fits() && state.article.events.len() <= MANY;
    let brush = html! {
        <div
            class="brush"
            role="slider"
            tabindex="0"
            data-grip="window"
            aria-label={words.strings.window()}
            aria-orientation="horizontal"
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow={way.clamp(0, 100).to_string()}
            aria-valuetext={words.period(start, end)}
            onkeydown={context.on_key(keys::window, None)}
        >
            <span class="grip" data-grip="start" />
            <span class="grip" data-grip="end" />
        </div>
    };
    html! {
        <div class="axis-overview" part="overview" hidden={is_hidden}>
            <Drawn part={Part::Bars(Bars(Same(axis.density().clone())))} />
            { styled(brush, style) }
        </div>
    }
}

/// How many events lie where; those that a filter hides are paler.
#[derive(PartialEq)]
pub(in crate::view) struct Bars(Same<Density>);

impl Bars {
    /// As they are seen.
    pub(in crate::view) fn draw(&self) -> Html {
        let Bars(Same(density)) = self;
        html! {
            <svg class="density" viewBox="0 0 960 240" preserveAspectRatio="none" aria-hidden="true">
                <path class="all" d={path(&density.all, density.most)} />
                <path class="shown" d={path(&density.shown, density.most)} />
            </svg>
        }
    }
}

fn path(counts: &[u32], most: u32) -> String {
    let counts = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let bars = counts.map(|(bin, count)| {
        // One event must still be seen beside a thousand.
        let height = 60 + u64::from(*count) * 180 / u64::from(most.max(1));
        format!("M{} 240v-{height}h8v{height}z", bin * 10)
    });
    bars.collect()
}
