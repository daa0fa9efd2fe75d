//! Where things are on the page.

use gloo_utils::window;
use web_sys::{Element, HtmlElement};

/// Which way time flows on the page: 1 to the right, -1 to the left.
pub(super) fn direction(place: &Element) -> f64 {
    match place.closest("[dir=rtl]") {
        Ok(Some(_)) => -1.0,
        _ => 1.0,
    }
}

/// How many px of an element a px of the page is: another where the host zooms or scales it.
pub(super) fn scale(place: &HtmlElement) -> f64 {
    let scale = f64::from(place.offset_width()) / place.get_bounding_client_rect().width();
    if scale.is_finite() && scale > 0.0 {
        scale
    } else {
        1.0
    }
}

/// Px from an element's start to a place on the page.
pub(super) fn along(place: &HtmlElement, x: f64) -> f64 {
    let edges = place.get_bounding_client_rect();
    let from = if direction(place) < 0.0 {
        edges.right() - x
    } else {
        x - edges.left()
    };
    from * scale(place)
}

/// Whether the reader wants things to keep still.
pub(super) fn keeps_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
