use yew::{Html, html};

use super::{
    small::{Shows, Small},
    style::{px, shifted},
};
use crate::{
    article::Instant,
    timeline::{self, Layout, Step, Tick},
    view::{Context, Words},
};

/// The two rows of ticks. Decoration to a screen reader: marks say their own dates.
pub(super) fn ticks(context: &Context, layout: &Layout) -> Html {
    let ticks = timeline::ticks(&context.state.axis.viewport, layout);
    let tick = |tick: &Tick, step: Step, major: bool| {
        let class = match (major, tick.strong) {
            (true, _) => "tick major",
            (false, true) => "tick strong",
            (false, false) => "tick",
        };
        let key = [
            if major { "major" } else { "minor" },
            &tick.at.0.to_string(),
        ]
        .concat();
        html! {
            <div {key} {class} ~style={px("inset-inline-start", tick.x)}>
                <Small shows={Shows::Tick { at: tick.at, step, major, words: context.words.clone() }} />
            </div>
        }
    };
    html! {
        <div class="axis-ticks" aria-hidden="true">
            <div class="axis-stage" ~style={shifted(layout.shift)}>
                for minor in ticks.minor.iter() {
                    {tick(minor, ticks.minor_step, false)}
                }
                if let Some(step) = ticks.major_step {
                    for major in ticks.major.iter() {
                        {tick(major, step, true)}
                    }
                }
            </div>
        </div>
    }
}

/// A tick's words: asked of the platform once, however often the tick moves.
pub(super) fn label(at: Instant, step: Step, major: bool, words: &Words) -> Html {
    let text = if major {
        words.major(step, at)
    } else {
        words.minor(step, at)
    };
    html! { <span>{text}</span> }
}
