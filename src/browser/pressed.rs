use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::instance::Instance;
use crate::explore::{Action, Place};

/// A control that was pressed, which stays where it is on the screen, though what is above
/// it gets longer or shorter, at once or when the axis is laid out anew: the reader has their
/// eyes on it, until they scroll or press something else.
pub(super) struct Pressed {
    control: HtmlElement,
    /// Where it is on the screen, in px.
    top: f64,
    scroller: Element,
    /// How far the page was scrolled when it was last seen to, in px.
    scrolled: Option<i32>,
}

impl Pressed {
    /// The control that an action comes from; nothing where the reader did it elsewhere, such
    /// as on the axis.
    pub(super) fn by(action: &Action, instance: &Instance) -> Option<Pressed> {
        let state = &instance.context.state;
        let place = match action {
            Action::Toggle(country) => Place::Country(*country),
            Action::Select(event) => Place::Event(event.or(state.selected)?),
            _ => return None,
        };
        let control = instance.at(place)?;
        // Safari gives buttons no focus, and not every finger hovers.
        let is_pressed = control.matches(":hover, :focus").unwrap_or(false);
        if !is_pressed {
            return None;
        }
        let scroller = scroller(&control)?;
        Some(Pressed {
            top: top(&control),
            scrolled: None,
            control,
            scroller,
        })
    }

    /// Scrolls by as much as it has moved; nothing once the reader has scrolled, or it is gone.
    pub(super) fn kept(mut self) -> Option<Pressed> {
        let now = self.scroller.scroll_top();
        if !self.control.is_connected() || self.scrolled.is_some_and(|before| before != now) {
            return None;
        }
        let by = top(&self.control) - self.top;
        if by.abs() >= 1.0 {
            self.scroller.set_scroll_top(now + by.round() as i32);
        }
        self.scrolled = Some(self.scroller.scroll_top());
        Some(self)
    }
}

fn top(control: &Element) -> f64 {
    control.get_bounding_client_rect().top()
}

/// What scrolls an element: the nearest box around it that does, else the page.
fn scroller(element: &Element) -> Option<Element> {
    let window = gloo_utils::window();
    let document = gloo_utils::document();
    let page = document
        .scrolling_element()
        .or_else(|| document.document_element());
    let body = document.body().map(Element::from);
    let mut next = above(element);
    while let Some(around) = next {
        if Some(&around) == page.as_ref() || Some(&around) == body.as_ref() {
            break;
        }
        let style = window.get_computed_style(&around).ok().flatten();
        let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
        let scrolls = matches!(overflow.as_deref(), Some("auto" | "scroll"));
        if scrolls && around.scroll_height() > around.client_height() {
            return Some(around);
        }
        next = above(&around);
    }
    page
}

/// What an element is shown in: its slot, its parent, or the host of its shadow root.
fn above(element: &Element) -> Option<Element> {
    let slot = element.assigned_slot().map(Element::from);
    slot.or_else(|| element.parent_element()).or_else(|| {
        let root = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        Some(root.host())
    })
}
