//! The time axis: marks on lanes over calendar ticks, an overview, and the controls.
//!
//! A frame of a pan changes the stage's transform and little else: marks and labels
//! are components of their own that render again only when what they show changes.

mod bands;
mod controls;
mod full;
mod marks;
mod opened;
mod overview;
mod style;
mod ticks;
mod widths;

use yew::{Html, component, html, use_state_eq};

use self::{full::Full, overview::Bars};

/// The axis. Where the widget is narrow it is folded into a strip that a tap unfolds.
#[component]
pub fn Axis(props: &AxisProps) -> Html {
    let context = &props.context;
    let unfolded = use_state_eq(|| false);
    let (wide, strings) = (context.state.wide, context.words.strings);
    let open = wide || *unfolded;
    let fold = {
        let unfolded = unfolded.clone();
        move |_| unfolded.set(!*unfolded)
    };
    html! {
        <div class="axis" part="axis" role="group" aria-label={strings.axis}>
            if !wide {
                <button type="button" class="axis-fold" aria-expanded={open.to_string()}
                    onclick={fold}>
                    <span>{strings.axis}</span>
                    if !open {
                        <Bars density={context.state.axis.density().clone()} />
                    }
                </button>
            }
            if open {
                <Full context={context.clone()} />
            }
        </div>
    }
}

pub use self::full::Props as AxisProps;
