use std::rc::Rc;

use super::{
    Face, Measure, Options, bands,
    colours::{DARK, LIGHT},
    head::{Lines, headline, imprint},
    marks,
    pen::{Anchor, Pen, Set},
    plot::{Plot, SIZE},
    svg::Px,
    ticks,
};
use crate::{
    article::{Article, Instant, date::Precision},
    explore::{Axis, Shown},
    sorting,
    timeline::{Folding, Grouping, Move},
    view::{Widths, Words, direction, fingerprint},
};

/// From the edges of the sheet to what is on it.
const MARGIN: f64 = 24.0;
/// The same below the imprint, whose last line has its own air.
const FOOT: f64 = 20.0;
/// The rule over the headline, and what is free below it.
const RULE: (f64, f64) = (2.0, 10.0);
/// Free between the headline and the axis, and between the axis and the imprint.
const FREE: (f64, f64) = (18.0, 16.0);
/// A sheet is at least so many units wide and high, and where its texts are large.
const LEAST: f64 = 400.0;
const CLOSEST: f64 = 270.0;
/// The square root of a sheet's area in units: where texts are as large as can be, and as
/// small as can still be read on a card.
const SIDES: (f64, f64) = (330.0, 820.0);
/// A unit is so many px at least where the sheet is small: texts are 10 px high then.
const SMALLEST: f64 = 0.8;
/// From one size of texts to the next.
const STEP: f64 = 0.94;
/// Of more events only the smallest size is tried: they fill every sheet.
const MANY: usize = 500;
/// What is told of a picture to who cannot see it has so many marks at most.
const TOLD: usize = 60;

/// A picture, laid out.
pub(super) struct Sheet<'a> {
    options: &'a Options,
    article: &'a Article,
    words: &'a Words,
    /// Px of the picture to a unit.
    unit: f64,
    headline: Lines,
    imprint: Lines,
    /// The axis, where there is something on it.
    plot: Option<Plot<'a>>,
}

impl<'a> Sheet<'a> {
    /// The sheet with the largest texts with which all titles stand whole; else that with
    /// most titles.
    pub fn new(
        article: &'a Rc<Article>,
        words: &'a Words,
        measure: &'a Rc<Measure>,
        options: &'a Options,
    ) -> Sheet<'a> {
        let measured = Rc::clone(measure);
        let widths = Widths::new(article.clone(), move |texts, most| {
            let width = |text: &str| (measured(text, Face::Text) * SIZE).ceil();
            let texts = texts.split('\0');
            texts
                .map(|text| width(text).min(f64::from(most)) as u16)
                .collect()
        });
        let opened = |lanes| Axis::opened(article, lanes, Folding::Auto, (None, None));
        let mut maker = Maker {
            options,
            article,
            words,
            measure: &**measure,
            widths,
            axis: opened(options.lanes),
            shown: Shown::all(article.events.len()),
        };
        let sheet = maker.best();
        if sheet.plot.is_none() && options.lanes != Grouping::Together {
            maker.axis = opened(Grouping::Together);
            return maker.best();
        }
        sheet
    }

    /// The SVG.
    pub fn drawn(self) -> String {
        let size = self.options.size;
        let (width, height) = (
            f64::from(size.width()) / self.unit,
            f64::from(size.height()) / self.unit,
        );
        let reads_left = direction(&self.article.language) == "rtl";
        let (left, right) = (MARGIN, width - MARGIN);
        let ways = if reads_left {
            (right, left)
        } else {
            (left, right)
        };
        let colours = if self.options.dark { DARK } else { LIGHT };
        let name = format!("dateline-{:x}", fingerprint(&self.article.headline));
        let mut pen = Pen::new(colours, ways, name);
        let view = format!("0 0 {} {}", Px(width), Px(height));
        pen.svg.open(
            "svg",
            &[
                ("xmlns", &"http://www.w3.org/2000/svg"),
                ("width", &size.width()),
                ("height", &size.height()),
                ("viewBox", &view),
                ("lang", &self.article.language),
                ("xml:lang", &self.article.language),
                ("role", &"img"),
                ("font-family", &Face::Text.families()),
                ("font-weight", &Face::Text.weight()),
            ],
        );
        pen.svg.text("title", &[], &self.article.headline);
        if let Some(plot) = &self.plot {
            pen.svg.text("desc", &[], &told(plot));
        }
        let [own_width, own_height] = [width, height].map(Px);
        let paper = &colours.paper;
        pen.svg.leaf(
            "rect",
            &[
                ("width", &own_width),
                ("height", &own_height),
                ("fill", paper),
            ],
        );
        let room = (right - left).max(0.0);
        let rule = (MARGIN, MARGIN + RULE.0);
        pen.rect((0.0, room), rule, 0.0, &[("fill", &colours.ink)]);
        let set = Set {
            face: Face::Headline,
            size: self.headline.size,
            colour: colours.ink,
            anchor: Anchor::Start,
        };
        write(&mut pen, &self.headline, rule.1 + RULE.1, set);
        if let Some(plot) = &self.plot {
            axis(&mut pen, plot);
        }
        let set = Set {
            face: Face::Text,
            size: self.imprint.size,
            colour: colours.secondary,
            anchor: Anchor::Start,
        };
        let foot = height - FOOT - self.imprint.height();
        // It may be in another language than the article.
        let language = self.words.interface_language();
        if let Some(language) = language {
            pen.svg
                .open("g", &[("lang", &language), ("xml:lang", &language)]);
        }
        write(&mut pen, &self.imprint, foot, set);
        if language.is_some() {
            pen.svg.close();
        }
        pen.svg.finished()
    }
}

/// Makes sheets of an article.
struct Maker<'a> {
    options: &'a Options,
    article: &'a Article,
    words: &'a Words,
    measure: &'a Measure,
    widths: Widths,
    axis: Axis,
    shown: Shown,
}

impl<'a> Maker<'a> {
    fn best(&self) -> Sheet<'a> {
        let size = self.options.size;
        let (width, height) = (f64::from(size.width()), f64::from(size.height()));
        let side = (width * height).sqrt();
        let shorter = width.min(height);
        let least = (side / SIDES.1).max(SMALLEST).min(shorter / LEAST);
        let mut unit = (side / SIDES.0).min(shorter / CLOSEST).max(least);
        let dated = (0..self.article.events.len()).filter(|at| self.axis.item(*at).is_some());
        let dated = dated.count();
        let has_axis = dated > 0 || !self.axis.eras().is_empty();
        if dated > MANY {
            unit = least;
        }
        let mut best: Option<(usize, Sheet<'a>)> = None;
        loop {
            let sheet = self.sheet(unit, has_axis);
            let titles = sheet.plot.as_ref().map_or(0, Plot::whole_titles);
            let wanted = sheet.plot.as_ref().map(|plot| dated + plot.bands.len());
            let is_full = wanted.map_or(!has_axis, |wanted| titles >= wanted);
            let is_better = (best.as_ref()).is_none_or(|(most, best)| {
                titles > *most || (best.plot.is_none() && sheet.plot.is_some())
            });
            if is_full {
                return sheet;
            }
            let is_last = unit <= least;
            unit = (unit * STEP).max(least);
            match best {
                Some((_, best)) if is_last && !is_better => return best,
                _ if is_last => return sheet,
                _ if is_better => best = Some((titles, sheet)),
                _ => {}
            }
        }
    }

    /// The sheet with so many px to a unit.
    fn sheet(&self, unit: f64, has_axis: bool) -> Sheet<'a> {
        let size = self.options.size;
        let (width, height) = (
            f64::from(size.width()) / unit,
            f64::from(size.height()) / unit,
        );
        let room = width - 2.0 * MARGIN;
        let headline = headline(self.article, self.measure, room, height);
        let imprint = imprint(self.article, self.words, self.measure, room);
        let top = MARGIN + RULE.0 + RULE.1 + headline.height() + FREE.0;
        let bottom = height - FOOT - imprint.height() - FREE.1;
        let axis = |width| self.axis.moved(&Move::Resize(width), &self.shown, None);
        let parts = (self.article, self.words, &self.widths, self.measure);
        let plot = has_axis.then(|| Plot::new(parts, axis, self.axis.lanes(), room, (top, bottom)));
        Sheet {
            options: self.options,
            article: self.article,
            words: self.words,
            unit,
            headline,
            imprint,
            plot: plot.flatten(),
        }
    }
}

/// Writes lines from a top on.
fn write(pen: &mut Pen, lines: &Lines, top: f64, set: Set) {
    for (at, line) in lines.lines.iter().enumerate() {
        let baseline = top + lines.step * at as f64 + lines.size * 0.92;
        pen.words(line, (0.0, baseline), set);
    }
}

/// The axis.
fn axis(pen: &mut Pen, plot: &Plot<'_>) {
    for (lane, name) in (0..).zip(&plot.names) {
        let (top, bottom) = plot.lane(lane);
        let rule = (top, top + 1.0);
        let hairline = pen.colours.hairline;
        pen.rect((0.0, plot.ends().1), rule, 0.0, &[("fill", &hairline)]);
        let set = Set {
            face: Face::Text,
            size: SIZE,
            colour: pen.colours.secondary,
            anchor: Anchor::Start,
        };
        pen.words(name, (0.0, (top + bottom) / 2.0 + super::plot::MIDDLE), set);
    }
    bands::bands(pen, plot);
    ticks::ticks(pen, plot);
    ticks::folds(pen, plot);
    marks::marks(pen, plot);
}

/// What the picture shows, in words: a line a mark, in the order of time.
fn told(plot: &Plot<'_>) -> String {
    let (words, events) = (plot.words, &plot.article.events);
    let mut marks: Vec<_> = plot.layout.marks.iter().collect();
    sorting::sort_by_key(&mut marks, |mark| (mark.from, mark.id));
    marks.dedup_by_key(|mark| (mark.id, mark.count));
    let time = |at: Instant| Instant(plot.axis.folds().to_time(at.0));
    let said = marks.iter().take(TOLD).filter_map(|mark| {
        let event = events.get(mark.id as usize)?;
        Some(if mark.count > 1 {
            words.cluster(mark.count, time(mark.from), time(mark.to), Precision::Day)
        } else {
            words.event(event)
        })
    });
    said.collect::<Vec<_>>().join("; ")
}
