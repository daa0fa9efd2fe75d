use yew::{Html, html};

use super::{
    same::Same,
    style::{px, styled},
};
use crate::{
    article::Instant,
    timeline::{self, Layout, Say, Step, Tick},
    view::{
        Context, Words,
        part::{Drawn, Part},
    },
};

/// How many times wider bold words are, at most.
const BOLD: f64 = 1.12;

/// The row of ticks. Decoration to a screen reader: marks say their own dates.
pub(super) fn ticks(context: &Context, layout: &Layout) -> Html {
    let axis = &context.state.axis;
    // Those of larger units are set in bold.
    let bold = |say| if say == Say::Short { 1.0 } else { BOLD };
    let width = |step, at, say| context.widths.of(&context.words.tick(step, at, say)) * bold(say);
    let ticks = timeline::ticks(&axis.viewport, layout, axis.folds(), &width);
    html! {
        <div class="axis-ticks" aria-hidden="true">
            <div class="axis-stage">{ for ticks.iter().map(|one| tick(context, one)) }</div>
        </div>
    }
}

fn tick(context: &Context, tick: &Tick) -> Html {
    let class = match tick.say {
        Say::Nothing => "tick mute",
        Say::Short => "tick",
        Say::Larger | Say::Full => "tick larger",
    };
    let words = context.words.clone();
    let Tick { at, step, say, .. } = *tick;
    styled(
        html! {
            <div key={at.0.to_string()} {class}>
                if say != Say::Nothing {
                    <Drawn part={Part::Tick(TickWords { at, step, say, words: Same(words) })} />
                }
            </div>
        },
        px(&[("inset-inline-start", tick.x)]),
    )
}

/// A tick's words: asked of the platform once, however often the tick moves.
#[derive(PartialEq)]
pub(in crate::view) struct TickWords {
    at: Instant,
    step: Step,
    say: Say,
    words: Same<Words>,
}

impl TickWords {
    /// As they are seen.
    pub(in crate::view) fn draw(&self) -> Html {
        let Same(words) = &self.words;
        html! { <span>{ words.tick(self.step, self.at, self.say) }</span> }
    }
}
