//! The axis in the reader's hands: gestures become steps, steps move what is laid out, and
//! the reducer hears of it when it has to lay out anew.

mod css;
mod event;
mod geometry;
mod gesture;
mod glide;
mod kinetic;
mod listen;
mod overview;
mod parts;
mod reins;
mod stage;

use std::rc::Rc;

use web_sys::{AbortSignal, Element, HtmlElement};
use yew::Callback;

use super::subscription::Subscription;
use crate::timeline::{Move, Viewport};
use reins::Reins;

/// The axis that is shown, until it is dropped.
pub(super) struct Axis {
    reins: Rc<Reins>,
    pane: HtmlElement,
    _subscription: Subscription,
}

impl Axis {
    /// Takes the window `pane` on an axis that is laid out as in `viewport`, and the overview
    /// below it; tells of every change that the view does not show yet.
    pub(super) fn new(
        instance: u32,
        pane: HtmlElement,
        overview: HtmlElement,
        viewport: Viewport,
        end: &AbortSignal,
        tell: Callback<Move>,
    ) -> Axis {
        let reins = Rc::new(Reins::new(
            instance,
            pane.clone(),
            overview.clone(),
            viewport,
            tell,
        ));
        let mut subscription = Subscription::new(instance, end);
        listen::listen(&mut subscription, &pane, &reins);
        overview::listen(&mut subscription, overview, &reins);
        Axis {
            reins,
            pane,
            _subscription: subscription,
        }
    }

    /// Whether this is the window that it has taken.
    pub(super) fn is_of(&self, pane: &Element) -> bool {
        **self.pane == **pane
    }

    /// Where it stands.
    pub(super) fn viewport(&self) -> Viewport {
        self.reins.viewport()
    }

    /// It was laid out for this viewport, and may glide there from where it was.
    pub(super) fn lay_out(&self, viewport: Viewport, is_eased: bool) {
        self.reins.lay_out(viewport, is_eased);
    }

    /// How the axis has been moved since it was laid out, if it has: to be reduced before
    /// anything else is.
    pub(super) fn take(&self) -> Option<Move> {
        self.reins.take()
    }

    /// Comes closer by one press, or goes farther away, about a px of the window. The reducer
    /// hears of it when the axis is there.
    pub(super) fn press(&self, factor: f64, at: f64) {
        self.reins.press(factor, at);
    }
}

impl Drop for Axis {
    fn drop(&mut self) {
        self.reins.rest();
    }
}
