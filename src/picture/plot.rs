use super::{Face, Measure, text::cut};
use crate::{
    article::{Article, Instant, Text},
    explore::{Axis, Lane},
    timeline::{self, Band, LaneHeight, Layout, Options, ROW, Tick},
    view::{Widths, Words},
};

/// The size of all texts on the axis.
pub(super) const SIZE: f64 = 13.0;
/// From the middle of a line of words to its baseline.
pub(super) const MIDDLE: f64 = 4.6;
/// The height of a row of eras, with what is free below it.
pub(super) const ERA: f64 = 20.0;
/// What is free between the lowest row of marks and the ticks.
pub(super) const GROUND: f64 = 5.0;
/// The height of the ticks.
pub(super) const TICK: f64 = 21.0;
/// Free between eras and marks.
const BELOW_ERAS: f64 = 6.0;
/// Rows of marks at most: more than a sheet can hold.
const ROWS: u8 = 28;
/// Rows of eras at most.
const ERAS: u8 = 4;
/// Rows of long bars at most, on a wide sheet and on a narrow one.
const SPANS: (u8, u8) = (3, 2);
/// A sheet with so much room for its axis is wide.
const WIDE: f64 = 640.0;
/// Rows of one of several lanes.
const LANE_ROWS: u8 = 2;
/// Where there is room rows are so many times higher at most, and the more so the fewer there
/// are: divided by their number.
const AIRY: (f64, f64) = (1.7, 1.8);
/// The part of the room that is left then which stays below the axis.
const BELOW: f64 = 0.35;
/// The names of lanes take such a part of the width at most, and are so far from them.
const GUTTER: (f64, f64) = (0.3, 12.0);

/// What the axis is drawn from.
pub(super) struct Plot<'a> {
    pub article: &'a Article,
    pub words: &'a Words,
    pub widths: Widths,
    pub measure: &'a Measure,
    pub axis: Axis,
    pub layout: Layout,
    pub bands: Vec<Band>,
    pub ticks: Vec<Tick>,
    /// The names of lanes, where there are several.
    pub names: Vec<String>,
    /// From where reading starts to the start of the axis.
    pub gutter: f64,
    /// From the top of the sheet to the lowest row of each lane's marks.
    pub grounds: Vec<f64>,
    /// How high a row of marks is, [`ROW`] at least.
    pub row: f64,
    /// From the top of the sheet to that of the eras.
    pub top: f64,
}

impl<'a> Plot<'a> {
    /// The axis in so much room: its width, and from the top of the sheet its own top and
    /// bottom. Nothing where it has no room.
    pub fn new(
        (article, words, widths, measure): (&'a Article, &'a Words, &Widths, &'a Measure),
        axis: impl FnOnce(f64) -> Axis,
        lanes: &[Lane],
        width: f64,
        (top, bottom): (f64, f64),
    ) -> Option<Plot<'a>> {
        let several = lanes.len() > 1;
        let names = if several {
            named(article, words, measure, lanes, width * GUTTER.0)
        } else {
            Vec::new()
        };
        let wide = |name: &String| measure(name, Face::Text) * SIZE + GUTTER.1;
        let gutter = names.iter().map(wide).fold(0.0, f64::max).ceil();
        let axis = axis(width - gutter);
        let eras = timeline::band_rows(axis.eras(), axis.era_weights(), ERAS);
        let eras = f64::from(eras) * ERA + if eras > 0 { BELOW_ERAS } else { 0.0 };
        let room = bottom - top - eras - TICK;
        let rows = ((room - GROUND) / f64::from(ROW)).floor();
        let spans = if width < WIDE { SPANS.1 } else { SPANS.0 };
        let mut options = Options {
            rows: if several {
                LANE_ROWS
            } else {
                rows.max(2.0).min(ROWS.into()) as u8
            },
            spans: if several { 1 } else { spans },
            shared: !several,
            titles: widths.titles(),
        };
        let least = if several { LANE_ROWS } else { 1 };
        let (layout, spare) = loop {
            let mut layout = timeline::layout(axis.index(), &axis.viewport, &options, None);
            layout.lanes.resize(lanes.len(), LaneHeight::default());
            for lane in &mut layout.lanes {
                lane.rows = lane.rows.max(least);
            }
            let heights = layout
                .lanes
                .iter()
                .map(|lane| f64::from(lane.height()) + GROUND);
            let spare = room - heights.sum::<f64>();
            if spare >= 0.0 {
                break (layout, spare);
            }
            // Long bars with rows of their own are the first to give way.
            options.spans = options.spans.checked_sub(1)?;
        };
        let rows: f64 = layout.lanes.iter().map(|lane| f64::from(lane.rows)).sum();
        let least = f64::from(ROW);
        let row = (least + spare / rows)
            .min(least * (AIRY.0 + AIRY.1 / rows))
            .floor();
        let rest = spare - (row - least) * rows;
        let mut grounds = Vec::new();
        let mut ground = (bottom - TICK - rest * BELOW).floor();
        for lane in layout.lanes.iter().rev() {
            grounds.push(ground - GROUND);
            ground -= height(*lane, row);
        }
        grounds.reverse();
        let widths_of_eras = widths.eras();
        let bands = timeline::bands(
            axis.eras(),
            axis.era_weights(),
            &axis.viewport,
            &layout,
            &widths_of_eras,
            ERAS,
        );
        let said = |step, at: Instant, say| {
            let face = super::ticks::face(say);
            measure(&words.tick(step, at, say), face) * SIZE
        };
        let ticks = timeline::ticks(&axis.viewport, &layout, axis.folds(), &said);
        Some(Plot {
            article,
            words,
            widths: widths.clone(),
            measure,
            bands,
            ticks,
            names,
            gutter,
            grounds,
            row,
            top: ground - eras,
            axis,
            layout,
        })
    }

    /// How many titles of events and eras stand whole.
    pub fn whole_titles(&self) -> usize {
        let titles = self.widths.titles();
        let is_whole = |label: &timeline::Label| {
            f64::from(label.width) >= titles.shape(label.id).width(label.lines)
        };
        let labels = self.layout.marks.iter().filter_map(|mark| mark.label);
        let eras = self.bands.iter();
        let eras = eras.filter(|band| super::bands::title(self, band).is_some());
        labels.filter(is_whole).count() + eras.count()
    }

    /// Px from where reading starts to a place on the stage.
    pub fn place(&self, x: i32) -> f64 {
        self.gutter + f64::from(x - self.layout.shift)
    }

    /// Where the axis starts and ends.
    pub fn ends(&self) -> (f64, f64) {
        (self.gutter, self.gutter + f64::from(self.layout.width))
    }

    /// The top and the bottom of so many rows of a lane, the first counted from the ticks.
    pub fn rows(&self, lane: u16, row: u32, rows: u32) -> (f64, f64) {
        let ground = self.ground(lane);
        let up = |row: u32| ground - f64::from(row) * self.row;
        (up(row + rows), up(row))
    }

    /// The middle of a row of a lane.
    pub fn middle(&self, lane: u16, row: u8) -> f64 {
        let (top, bottom) = self.rows(lane, row.into(), 1);
        (top + bottom) / 2.0
    }

    /// The top and the bottom of a lane.
    pub fn lane(&self, lane: u16) -> (f64, f64) {
        let bottom = self.ground(lane) + GROUND;
        (bottom - height(self.height(lane), self.row), bottom)
    }

    /// The top and the bottom of a row of spans, counted from the top.
    pub fn spans(&self, lane: u16, row: u8) -> (f64, f64) {
        let span = f64::from(self.height(lane).span());
        let top = self.lane(lane).0 + f64::from(row) * span;
        (top, top + span)
    }

    /// Where the ticks begin.
    pub fn bottom(&self) -> f64 {
        self.grounds.last().map_or(0.0, |ground| ground + GROUND)
    }

    pub fn height(&self, lane: u16) -> LaneHeight {
        let height = self.layout.lanes.get(usize::from(lane));
        height.copied().unwrap_or_default()
    }

    fn ground(&self, lane: u16) -> f64 {
        self.grounds.get(usize::from(lane)).copied().unwrap_or(0.0)
    }
}

/// How high a lane is with rows of such a height.
fn height(lane: LaneHeight, row: f64) -> f64 {
    f64::from(lane.spans) * f64::from(lane.span()) + f64::from(lane.rows) * row + GROUND
}

/// The names of lanes, as far as they have room.
fn named(
    article: &Article,
    words: &Words,
    measure: &Measure,
    lanes: &[Lane],
    room: f64,
) -> Vec<String> {
    let width = |text: &str| measure(text, Face::Text) * SIZE;
    let name = |lane: &Lane| {
        let name: Option<Text> = match *lane {
            Lane::Country(at) => Some(words.country(article, at)),
            Lane::Person(at) => article.people.get(at).map(|person| person.name.clone()),
            Lane::Group(at) => article.groups.get(at).cloned(),
            Lane::All | Lane::Rest => None,
        };
        let name = name.unwrap_or_else(|| words.strings.rest().into());
        cut(&name, room - GUTTER.1, &width)
    };
    lanes.iter().map(name).collect()
}
