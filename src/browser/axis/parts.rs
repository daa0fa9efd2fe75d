//! What moves between two layouts, looked up once.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::css::{number, px, set};

/// What is laid out, in as many parts as there are lanes and the like.
const STAGES: &str = ".axis-stage";
/// What may reach out of the window.
const HELD: &str = ".held";

/// The parts of a layout that move.
pub(super) struct Parts {
    /// Those that hold something.
    pub stages: Vec<HtmlElement>,
    held: Vec<Held>,
}

/// Something long, which is cut off where the window ends.
struct Held {
    element: HtmlElement,
    /// From where to where it reaches, in px of the stage.
    start: f64,
    end: f64,
    /// Where it was when it was last styled; nowhere before.
    side: Option<Side>,
}

/// Where something is beside a window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Across,
    Outside,
}

impl Parts {
    /// Those of what is laid out in `pane` now.
    pub(super) fn new(pane: &HtmlElement) -> Parts {
        let mut stages = all(pane, STAGES);
        stages.retain(|stage| stage.first_child().is_some());
        let held = |element: HtmlElement| Held {
            start: number(&element, "--_s"),
            end: number(&element, "--_e"),
            element,
            side: None,
        };
        Parts {
            stages,
            held: all(pane, HELD).into_iter().map(held).collect(),
        }
    }

    /// Puts the stages where `transform` says, in so many ms.
    pub(super) fn place(&self, transform: &str, ms: Option<u32>) {
        let motion = ms.map(|ms| format!("transform {ms}ms ease-out"));
        for stage in &self.stages {
            set(stage, "transition", motion.as_deref().unwrap_or_default());
            set(stage, "transform", transform);
        }
    }

    /// Cuts off what reaches out of a window that begins at `start` and is `width` long, in px
    /// of the stage. What is inside and stays there is left alone. It is not told to the
    /// window: all that is in it would be styled anew with every step.
    pub(super) fn hold(&mut self, start: f64, width: f64, is_scaled: bool) {
        let at = px(start);
        let window = if is_scaled { px(width) } else { String::new() };
        for held in &mut self.held {
            let side = if held.end <= start || held.start >= start + width {
                Side::Outside
            } else if held.start >= start && held.end <= start + width {
                Side::Inside
            } else {
                Side::Across
            };
            if side == Side::Across || held.side != Some(side) {
                held.side = Some(side);
                set(&held.element, "--_at", &at);
                set(&held.element, "--_w", &window);
            }
        }
    }

    /// Leaves all where it is laid out.
    pub(super) fn rest(&self) {
        self.place("", None);
        for held in self.held.iter().filter(|held| held.side.is_some()) {
            set(&held.element, "--_at", "");
            set(&held.element, "--_w", "");
        }
    }
}

/// All of a kind that is laid out.
fn all(pane: &HtmlElement, selector: &str) -> Vec<HtmlElement> {
    let found = pane.query_selector_all(selector);
    let all = found.map(|all| (0..all.length()).filter_map(|at| all.item(at)).collect());
    let all: Vec<_> = all.unwrap_or_default();
    all.into_iter().map(JsCast::unchecked_into).collect()
}
