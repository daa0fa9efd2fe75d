//! Where the axis stands, between two layouts.
//!
//! What is laid out reaches beyond the window. While that lasts it is moved and scaled as it
//! is, and nothing is rendered; the reducer hears of it when it has to lay out anew, or when
//! all has come to rest.

use gloo_utils::window;
use web_sys::HtmlElement;

use super::{
    css::{decimal, px},
    geometry::{direction, keeps_still},
    glide::{GLIDE, Glide, glide},
    overview::follow,
    parts::Parts,
};
use crate::timeline::{Layout, Move, Viewport};

/// Ms for which a spread axis is only scaled: then it is laid out anew.
const SCALED: f64 = 300.0;
/// By so many times closer nothing is seen to be closer.
const NEGLIGIBLE: f64 = 1e-6;
/// Ms after which the overview's window follows an axis that moves.
const FOLLOWED: f64 = 100.0;

/// The axis's window and what is laid out in it.
pub(super) struct Stage {
    pane: HtmlElement,
    overview: HtmlElement,
    /// What is laid out.
    laid: Viewport,
    /// Where the axis stands.
    live: Viewport,
    /// When it began to move away from what is laid out, in ms.
    since: Option<f64>,
    /// Whether one press did it, which is worth a word to who cannot see it.
    is_pressed: bool,
    /// When the overview followed, in ms.
    followed: f64,
    glides: Vec<Glide>,
    /// What moves, from the first step after a layout until the next one.
    parts: Option<Parts>,
}

impl Stage {
    pub(super) fn new(pane: HtmlElement, overview: HtmlElement, viewport: Viewport) -> Stage {
        Stage {
            pane,
            overview,
            laid: viewport,
            live: viewport,
            since: None,
            is_pressed: false,
            followed: 0.0,
            glides: Vec::new(),
            parts: None,
        }
    }

    /// It was laid out for this viewport, and may glide there from where it was.
    pub(super) fn lay_out(&mut self, viewport: Viewport, is_eased: bool) {
        let before = std::mem::replace(&mut self.laid, viewport);
        self.live = viewport;
        self.since = None;
        self.is_pressed = false;
        let moved = self.parts.take();
        moved.iter().for_each(Parts::rest);
        self.draw(0.0, false);
        // Not as wide as before, it has nowhere to glide from.
        if is_eased && before.width() == viewport.width() && before != viewport && !keeps_still() {
            let way = direction(&self.pane);
            let (from, to) = (
                Place::of(&before, &viewport),
                Place::of(&viewport, &viewport),
            );
            let parts = Parts::new(&self.pane);
            self.glides = glide(&parts.stages, from, to, way);
        }
    }

    /// Where the axis stands.
    pub(super) fn viewport(&self) -> &Viewport {
        &self.live
    }

    /// The axis is pulled by so many px towards the future, and then spread so many times
    /// about a px. How many px it was pulled beyond its bounds.
    pub(super) fn step(&mut self, pull: f64, factor: f64, at: f64) -> f64 {
        self.begin();
        let panned = self.live.moved(&Move::Pan(pull));
        let beyond = pull - distance(&self.live, &panned);
        self.live = panned.moved(&Move::Pinch { factor, at });
        // Fingers that only pan are never quite as far apart.
        if (self.laid.span() / self.live.span() - 1.0).abs() < NEGLIGIBLE {
            let by = distance(&self.laid, &self.live);
            self.live = self.laid.moved(&Move::Pan(by));
        }
        beyond
    }

    /// The axis is spread by one press.
    pub(super) fn press(&mut self, factor: f64, at: f64) {
        self.begin();
        self.live = self.live.moved(&Move::Pinch { factor, at });
        self.is_pressed = true;
    }

    /// Whether one press spread it.
    pub(super) fn is_pressed(&self) -> bool {
        self.is_pressed
    }

    /// Whether what is laid out is enough to show where the axis stands.
    pub(super) fn is_enough(&self) -> bool {
        if self.live.span() == self.laid.span() {
            let Place { start, .. } = self.place();
            let length = f64::from(Layout::stage(&self.laid).length(&self.laid));
            start >= 0.0 && start + self.live.width() <= length
        } else {
            self.since.is_some_and(|since| now() - since <= SCALED)
        }
    }

    /// How the axis has been moved since it was laid out, if it has.
    pub(super) fn take(&mut self) -> Option<Move> {
        self.since = None;
        // Until it is laid out there, it is only told once.
        let from = &std::mem::replace(&mut self.laid, self.live);
        let to = &self.live;
        if from == to || from.width() <= 0.0 {
            return None;
        }
        let factor = from.span() / to.span();
        if factor == 1.0 {
            return Some(Move::Pan(distance(from, to)));
        }
        // The px that has stayed where it was.
        let (before, after) = (from.x(from.start()), to.x(from.start()));
        let at = (after - before * factor) / (1.0 - factor);
        Some(if self.is_pressed {
            Move::Zoom { factor, at }
        } else {
            Move::Pinch { factor, at }
        })
    }

    /// Shows where the axis stands, by gliding there if told.
    pub(super) fn draw(&mut self, now: f64, glides: bool) {
        if self.live.width() <= 0.0 {
            return;
        }
        let Place { zoom, start } = self.place();
        let way = direction(&self.pane);
        let is_scaled = zoom != 1.0;
        // Whole px, which keep texts sharp.
        let start = if is_scaled { start } else { start.round() };
        if glides || self.live != self.laid {
            let pane = &self.pane;
            let parts = self.parts.get_or_insert_with(|| Parts::new(pane));
            let transform = Place { zoom, start }.transform(way);
            parts.place(&transform, glides.then_some(GLIDE));
            // What glides closer is cut off by the window alone.
            if !(glides && zoom > 1.0) {
                parts.hold(start, self.live.width() / zoom, is_scaled);
            }
        } else if let Some(parts) = self.parts.take() {
            parts.rest();
        }
        // To move it costs more than all else.
        if self.live == self.laid || now - self.followed > FOLLOWED {
            self.followed = now;
            follow(&self.overview, &self.laid, &self.live, way);
        }
    }

    /// The reader takes over.
    fn begin(&mut self) {
        for glide in self.glides.drain(..) {
            glide.cancel();
        }
        self.since.get_or_insert_with(now);
    }

    fn place(&self) -> Place {
        Place::of(&self.live, &self.laid)
    }
}

/// A window on what is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// How many times closer it is.
    pub zoom: f64,
    /// Where it starts, in px from the start of what is laid out.
    pub start: f64,
}

impl Place {
    /// Where `viewport` is on what is laid out for `laid`.
    fn of(viewport: &Viewport, laid: &Viewport) -> Place {
        let zoom = laid.span() / viewport.span();
        let origin = Layout::stage(laid).origin;
        Place {
            zoom,
            start: -viewport.x(origin) / zoom,
        }
    }

    /// What puts all that is laid out there.
    pub(super) fn transform(self, way: f64) -> String {
        let Place { zoom, start } = self;
        format!("scaleX({}) translateX({})", decimal(zoom), px(-start * way))
    }
}

/// How many px one viewport is after another of the same length.
fn distance(from: &Viewport, to: &Viewport) -> f64 {
    from.x(from.start()) - to.x(from.start())
}

/// Ms since the page was opened.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
