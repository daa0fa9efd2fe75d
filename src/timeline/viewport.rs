use crate::article::Instant;

use super::Move;

/// How far a viewport may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The first second there is to see.
    pub from: i64,
    /// The first second after all there is to see.
    pub to: i64,
    /// The shortest window in seconds: the closest that one may come.
    pub closest: i64,
}

impl Limits {
    /// All that lies between the two, in seconds; 1 at least.
    #[must_use]
    pub fn span(&self) -> f64 {
        (self.to.saturating_sub(self.from)).max(1) as f64
    }
}

/// The part of the time axis that is in the window, and the window's width.
///
/// It always lies within its limits. The width is 0 until it is known; time is kept
/// meanwhile, so that nothing is lost by starting hidden.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    start: i64,
    // What the start has beyond whole seconds, in [0, 1): at the closest a second is
    // many pixels wide.
    fraction: f64,
    span: f64,
    width: f64,
    limits: Limits,
}

/// Widths beyond this are taken for a mistake of the page.
const WIDEST: f64 = 16_384.0;

impl Viewport {
    /// Everything in view, in a window of unknown width.
    #[must_use]
    pub fn new(limits: Limits) -> Viewport {
        Viewport {
            start: limits.from,
            fraction: 0.0,
            span: limits.span(),
            width: 0.0,
            limits,
        }
    }

    /// The window's width in CSS pixels; 0 while unknown.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// The window's length in seconds.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.span
    }

    /// Seconds to a pixel; infinite while the width is unknown.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.span / self.width
    }

    /// How far the viewport may go.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// The first instant in the window.
    #[must_use]
    pub fn start(&self) -> Instant {
        Instant(self.start)
    }

    /// The first instant after the window.
    #[must_use]
    pub fn end(&self) -> Instant {
        Instant(
            self.start
                .saturating_add((self.fraction + self.span).ceil() as i64),
        )
    }

    /// Pixels from the window's start to an instant; negative before it.
    #[must_use]
    pub fn x(&self, at: Instant) -> f64 {
        (at.0.saturating_sub(self.start) as f64 - self.fraction) / self.scale()
    }

    /// The instant at this many pixels from the window's start.
    #[must_use]
    pub fn at(&self, x: f64) -> Instant {
        Instant(
            self.start
                .saturating_add((self.fraction + x * self.scale()).floor() as i64),
        )
    }

    /// The parts of everything at which the window starts and ends, 0 to 1.
    #[must_use]
    pub fn parts(&self) -> (f64, f64) {
        let full = self.limits.span();
        let start = (self.start.saturating_sub(self.limits.from) as f64 + self.fraction) / full;
        (
            start.max(0.0).min(1.0),
            (start + self.span / full).max(0.0).min(1.0),
        )
    }

    /// Whether everything is in view.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.span >= self.limits.span()
    }

    /// Whether one may come closer.
    #[must_use]
    pub fn can_zoom_in(&self) -> bool {
        self.span > self.closest()
    }

    /// How many times closer one may come; 1 is not at all.
    #[must_use]
    pub fn closer(&self) -> f64 {
        self.span / self.closest()
    }

    /// The viewport after `change`. Changes that are none of its business leave it be.
    #[must_use]
    pub fn moved(self, change: &Move) -> Viewport {
        match *change {
            Move::Fit => Viewport {
                width: self.width,
                ..Viewport::new(self.limits)
            },
            Move::Pan(by) => self.panned(by),
            Move::Zoom { factor, at } | Move::Pinch { factor, at } => self.zoomed(factor, at),
            Move::Closer(factor) => self.zoomed(factor, self.width / 2.0),
            Move::Show { from, to } => self.showing(from, to),
            Move::Slide(part) if part.is_finite() => {
                self.placed(part * self.limits.span(), self.span)
            }
            Move::Centre(part) if part.is_finite() => self.centred(part),
            Move::Stretch { start, by } if by.is_finite() => self.stretched(start, by),
            Move::Slide(_) | Move::Centre(_) | Move::Stretch { .. } => self,
            Move::Resize(width) => self.resized(width),
            Move::Group(_) | Move::Space(_) | Move::Unfold(_) | Move::Open { .. } | Move::Close => {
                self
            }
        }
    }

    /// The same place under other limits.
    #[must_use]
    pub fn limited(self, limits: Limits) -> Viewport {
        let fitted = self.fits();
        let moved = Viewport { limits, ..self };
        if fitted {
            moved.moved(&Move::Fit)
        } else {
            moved.within()
        }
    }

    /// The window panned, and zoomed out only where it must, so that from one
    /// instant to another is in it with `margin` pixels to spare. Unchanged when it
    /// is already.
    #[must_use]
    pub fn revealing(self, from: Instant, to: Instant, margin: f64) -> Viewport {
        let margin = margin.min(self.width / 4.0) * self.scale();
        let margin = if margin.is_finite() { margin } else { 0.0 };
        let before = from.0.saturating_sub(self.start) as f64 - self.fraction - margin;
        let after = to.0.saturating_sub(self.start) as f64 - self.fraction + margin - self.span;
        // Room on both sides already, or as much of it as the limits allow.
        if before >= 0.0 && after <= 0.0 {
            return self;
        }
        let length = after + self.span - before;
        if length > self.span {
            return self.placed(before, length);
        }
        self.placed(if before < 0.0 { before } else { after }, self.span)
    }

    fn panned(self, by: f64) -> Viewport {
        if self.width <= 0.0 || !by.is_finite() {
            return self;
        }
        self.placed(by * self.scale(), self.span)
    }

    fn zoomed(self, factor: f64, at: f64) -> Viewport {
        if self.width <= 0.0 || !(factor.is_finite() && factor > 0.0 && at.is_finite()) {
            return self;
        }
        let span = self.allowed(self.span / factor);
        self.placed(at * (self.span - span) / self.width, span)
    }

    fn showing(self, from: Instant, to: Instant) -> Viewport {
        let before = from.0.saturating_sub(self.start) as f64 - self.fraction;
        self.placed(before, to.0.saturating_sub(from.0).max(1) as f64)
    }

    fn centred(self, part: f64) -> Viewport {
        let middle = part.max(0.0).min(1.0) * self.limits.span();
        let before = self.start.saturating_sub(self.limits.from) as f64 + self.fraction;
        self.placed(middle - self.span / 2.0 - before, self.span)
    }

    fn stretched(self, start: bool, part: f64) -> Viewport {
        // An end that is pulled beyond the limits stops there, and the other stays.
        let before = self.start.saturating_sub(self.limits.from) as f64 + self.fraction;
        let by = part * self.limits.span();
        let (by, room) = if start {
            (-by, before)
        } else {
            (by, self.limits.span() - self.span - before)
        };
        let span = self.allowed(self.span + by.min(room.max(0.0)));
        self.placed(if start { self.span - span } else { 0.0 }, span)
    }

    fn resized(self, width: f64) -> Viewport {
        let width = if width.is_finite() {
            width.max(0.0).min(WIDEST)
        } else {
            0.0
        };
        // The same time in another width. Nothing depends on the width but this, so
        // a window that is hidden and shown again comes back as it was.
        Viewport { width, ..self }
    }

    /// The nearest length that a window may have.
    fn allowed(&self, span: f64) -> f64 {
        span.max(self.closest()).min(self.limits.span())
    }

    fn closest(&self) -> f64 {
        (self.limits.closest.max(1) as f64).min(self.limits.span())
    }

    /// The window moved by seconds and with another length, brought within the limits.
    fn placed(self, by: f64, span: f64) -> Viewport {
        let offset = self.fraction + by;
        let whole = offset.floor();
        Viewport {
            start: self.start.saturating_add(whole as i64),
            fraction: (offset - whole).max(0.0).min(0.999_999),
            span,
            ..self
        }
        .within()
    }

    fn within(self) -> Viewport {
        let span = self.allowed(self.span);
        // In the same order for every window, so that two ways to one place agree.
        let latest = self
            .limits
            .to
            .saturating_sub(span.ceil() as i64)
            .max(self.limits.from);
        let (start, fraction) = if self.start < self.limits.from {
            (self.limits.from, 0.0)
        } else if self.start >= latest {
            (latest, 0.0)
        } else {
            (self.start, self.fraction)
        };
        Viewport {
            start,
            fraction,
            span,
            ..self
        }
    }
}
