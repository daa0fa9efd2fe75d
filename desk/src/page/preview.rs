//! The widget itself, as readers will see it.

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{platform, scene::use_scene};
use crate::work::Node;

/// Widths that are previewed, in pixels.
const WIDTHS: [u32; 3] = [360, 800, 1200];
/// How long nothing is typed before the preview follows, in ms.
const REST: u32 = 100;

/// What is previewed.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The article.
    pub article: Node,
    /// Whether anything of it can be shown.
    pub is_shown: bool,
}

/// The element, in a sheet of a chosen width.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let scene = use_scene();
    let width = use_state(|| WIDTHS[0]);
    let (pane, sheet, widget) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (pane, sheet) = (pane.clone(), sheet.clone());
        use_effect_with(*width, move |width| {
            let both = pane.cast::<HtmlElement>().zip(sheet.cast::<HtmlElement>());
            let observer = both.map(|(pane, sheet)| platform::fit(&pane, &sheet, *width));
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
            }
        });
    }
    {
        let (widget, article) = (widget.clone(), props.article.clone());
        use_effect_with(
            (props.article.clone(), props.is_shown),
            move |(_, is_shown)| {
                let later = is_shown.then(|| {
                    Timeout::new(REST, move || {
                        if let Some(widget) = widget.cast::<HtmlElement>() {
                            platform::show(&widget, &article.value().to_string());
                        }
                    })
                });
                // What is typed meanwhile begins the wait anew.
                move || drop(later)
            },
        );
    }
    let widths = WIDTHS.into_iter().map(|one| {
        let width = width.clone();
        let is_chosen = *width == one;
        let label = scene.words.fill("preview_width", &[&one.to_string()]);
        let onclick = move |_: MouseEvent| width.set(one);
        html! { <button type="button" class="quiet" aria-pressed={is_chosen.to_string()} aria-label={label} {onclick}>{ one }</button> }
    });
    html! {
        <>
            <header class="pane-head">
                <h2>{ scene.say("preview") }</h2>
                <div class="widths" role="group" aria-label={scene.say("width")}>{ for widths }</div>
            </header>
            <div class="window" ref={pane}>
                <div class="page-sheet" ref={sheet} data-width={width.to_string()} hidden={!props.is_shown}>
                    <dateline-widget id="preview" ref={widget} loading="eager" address="off"></dateline-widget>
                </div>
                if !props.is_shown {
                    <p class="empty">{ scene.say("nothing_to_show") }</p>
                }
            </div>
        </>
    }
}
