use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::css::number;

/// The words that hold at the window's start, such as the month in which it begins: while
/// nothing is laid out anew they are those of the last larger tick before it.
#[derive(Default)]
pub(super) struct Kept {
    /// Where they stand.
    words: Option<Node>,
    /// What they are as they were laid out.
    laid: Option<String>,
    /// The larger ticks: where they are in px, and what they say.
    ticks: Vec<(f64, Option<String>)>,
}

impl Kept {
    /// As they are laid out.
    pub(super) fn read(pane: &Element) -> Kept {
        let words = pane.query_selector(".axis-kept span").ok().flatten();
        let words = words.and_then(|span| span.first_child());
        let majors = pane.query_selector_all(".tick.major");
        let ticks = majors.map(|all| {
            (0..all.length())
                .filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok())
                .map(|tick| (number(&tick, "inset-inline-start"), tick.text_content()))
                .collect()
        });
        Kept {
            laid: words.as_ref().and_then(Node::node_value),
            words,
            ticks: ticks.unwrap_or_default(),
        }
    }

    /// Shows what holds when the window starts at this px.
    pub(super) fn draw(&self, start: f64) {
        let before = self.ticks.iter().rfind(|(at, _)| *at <= start);
        let (Some(words), Some((_, Some(now)))) = (&self.words, before) else {
            return;
        };
        if !now.is_empty() && words.node_value().as_ref() != Some(now) {
            words.set_node_value(Some(now));
        }
    }

    /// Shows again what was laid out, as Yew left it.
    pub(super) fn restore(&mut self) {
        if let Some(words) = self.words.take() {
            words.set_node_value(self.laid.as_deref());
        }
    }
}
