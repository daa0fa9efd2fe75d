use super::{
    Index, Joint, Mark, Titles, Viewport,
    frame::Frame,
    lines::{break_lines, joints},
};
use crate::{article::Instant, sorting};

/// The height of a row in px, where texts are as large as usual: that of one line of a title.
pub const ROW: u16 = 17;
/// The height of a row of spans in px: a line of a title over a bar.
pub const SPAN: u16 = 26;
/// What a second line of a title adds to it, in px.
pub const SPAN_LINE: u16 = 15;
/// Farther than this from the window nothing is drawn, in px.
const FAR: f64 = 100_000.0;

/// How marks are to be laid out.
#[derive(Debug, Clone)]
pub struct Options {
    /// The rows of a lane, 2 at least, each [`ROW`] px high.
    pub rows: u8,
    /// The rows of spans, long bars with their titles inside, above them.
    pub spans: u8,
    /// Whether spans take their room from the rows.
    pub shared: bool,
    /// How much room titles need.
    pub titles: Titles,
}

impl Options {
    pub(super) fn same(&self, other: &Options) -> bool {
        (self.rows, self.spans, self.shared) == (other.rows, other.spans, other.shared)
            && self.titles.same(&other.titles)
    }

    /// How many rows are left below so many rows of spans.
    pub(super) fn below(&self, spans: u8, paired: bool) -> u8 {
        if !self.shared {
            return self.rows.max(2);
        }
        let height = SPAN + if paired { SPAN_LINE } else { 0 };
        let taken = (u16::from(spans.min(self.spans)) * height).div_ceil(ROW);
        self.rows.saturating_sub(taken as u8).max(2)
    }
}

/// Everything to draw, in whole px.
///
/// Positions count from the *stage's* start, which stays where it is in time while the
/// window pans over it for half its width: to pan, move the stage by
/// [`Layout::shift`]; hardly anything on it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The instant at which the stage starts.
    pub origin: Instant,
    /// The part of time for which marks are laid out, somewhat more than the window.
    pub stage: (Instant, Instant),
    /// Px from the stage's start to the window's.
    pub shift: i32,
    /// The window's width in px.
    pub width: i32,
    /// What each lane needs in height, wherever on this zoom level one looks.
    pub lanes: Vec<LaneHeight>,
    /// The marks of all lanes, each lane's in time order.
    pub marks: Vec<Mark>,
    /// Lines that join the marks of one event on several lanes.
    pub joints: Vec<Joint>,
}

/// How high a lane is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LaneHeight {
    /// Rows of spans at its top, each [`SPAN`] px high.
    pub spans: u8,
    /// Whether titles of spans have two lines: then each is [`SPAN_LINE`] px higher.
    pub paired: bool,
    /// Rows of marks below them, each [`ROW`] px high.
    pub rows: u8,
}

impl LaneHeight {
    /// The height of a row of spans in px.
    #[must_use]
    pub fn span(self) -> u16 {
        SPAN + if self.paired { SPAN_LINE } else { 0 }
    }

    /// Its whole height in px, where texts are as large as usual.
    #[must_use]
    pub fn height(self) -> u16 {
        u16::from(self.spans) * self.span() + u16::from(self.rows) * ROW
    }
}

impl Layout {
    /// An empty stage under a viewport.
    #[must_use]
    pub fn stage(viewport: &Viewport) -> Layout {
        let (width, scale) = (viewport.width(), viewport.scale());
        let start = viewport.start();
        let mut layout = Layout {
            origin: start,
            stage: (start, start),
            shift: 0,
            width: 0,
            lanes: Vec::new(),
            marks: Vec::new(),
            joints: Vec::new(),
        };
        if width > 0.0 {
            // The stage starts at a multiple of half a window, so it stays put until the
            // window has panned that far.
            let half = ((width * scale / 2.0).ceil() as i64).max(1);
            let origin = start.0.div_euclid(half).saturating_mul(half);
            let end = origin.saturating_add(half.saturating_mul(3));
            layout.origin = Instant(origin);
            layout.stage = (Instant(origin), Instant(end));
            layout.shift = (-viewport.x(layout.origin)).round() as i32;
            layout.width = width.round() as i32;
        }
        layout
    }

    /// Px from the stage's start to its end.
    #[must_use]
    pub fn length(&self, viewport: &Viewport) -> i32 {
        self.x(viewport, self.stage.1)
    }

    /// Px from the stage's start to an instant, at most some windows away.
    #[must_use]
    pub fn x(&self, viewport: &Viewport, at: Instant) -> i32 {
        whole(self.exact(viewport, at.0))
    }

    pub(super) fn exact(&self, viewport: &Viewport, second: i64) -> f64 {
        second.saturating_sub(self.origin.0) as f64 / viewport.scale()
    }
}

pub(super) fn whole(px: f64) -> i32 {
    px.max(-FAR).min(FAR).round() as i32
}

/// Lays out what of the index is in the window.
///
/// `selected` is the chosen item's id and anchor. Pure: the same arguments give the
/// same layout, whatever was laid out before and in whatever order the index was fed.
///
/// What is on which row depends on the zoom level alone, two of which lie between any scale
/// and its double, and on what is chosen. A frame costs O(v + k log n) for v marks near the
/// window in k lanes of n items, once the level has been looked at there. The first look at
/// a level costs O(n + s log s) for s bars that are long on it, and the first look at a
/// stretch of it what is told at `arrange`.
#[must_use]
pub fn layout(
    index: &Index,
    viewport: &Viewport,
    options: &Options,
    selected: Option<(u32, Instant)>,
) -> Layout {
    let mut layout = Layout::stage(viewport);
    if layout.width <= 0 {
        return layout;
    }
    let [whole, level] = index.levels(viewport, options);
    let mut lanes = Vec::new();
    let mut marks = Vec::new();
    for (number, (lane, least)) in level.lanes.iter().zip(&whole.lanes).enumerate() {
        let items = index.lane(number as u16);
        let chosen = selected.and_then(|(id, at)| index.position(number as u16, id, at.0));
        let frame = Frame {
            layout: &layout,
            viewport,
            options,
            level: &level,
            lane,
            items,
            number: number as u16,
            chosen,
        };
        // Never lower than where all is in the window: what lies below the axis moves as
        // little as can be.
        let least = whole.needed(least, items, options);
        let mut rows = level.needed(lane, items, options).max(least).max(1);
        let title = frame.chosen();
        if let Some(title) = &title {
            rows = rows.max(title.row + title.lines);
        }
        lanes.push(LaneHeight {
            spans: lane.spans.rows.len() as u8,
            paired: lane.spans.paired,
            rows,
        });
        let first = marks.len();
        frame.marks(title.as_ref(), &mut marks);
        frame.spans(&mut marks);
        if let Some(own) = marks.get_mut(first..) {
            sorting::sort_by_key(own, |mark| (mark.from, mark.id));
        }
    }
    break_lines(&mut marks);
    layout.joints = joints(&marks);
    layout.lanes = lanes;
    layout.marks = marks;
    layout
}
