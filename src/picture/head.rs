use super::{Face, Measure, text::lines};
use crate::{
    article::Article,
    view::{Counted, Words, fill},
};

/// Words in lines of one size.
#[derive(Debug)]
pub(super) struct Lines {
    pub lines: Vec<String>,
    pub size: f64,
    /// From one baseline to the next.
    pub step: f64,
}

/// Headlines of up to so many letters have this size, longer ones the next.
const SIZES: [(usize, f64); 3] = [(44, 30.0), (90, 25.0), (usize::MAX, 21.0)];
/// Lines of a headline at most where there is room for it.
const HEADLINE: usize = 4;
/// Lines of the imprint at most, and its size.
const IMPRINT: (usize, f64) = (2, 11.5);

impl Lines {
    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.step
    }
}

/// The headline, in no more lines than a third of the sheet holds.
pub(super) fn headline(article: &Article, measure: &Measure, room: f64, height: f64) -> Lines {
    let letters = article.headline.chars().count();
    let size = (SIZES.iter()).find(|(most, _)| letters <= *most);
    let size = size.map_or(SIZES[0].1, |(_, size)| *size);
    let step = size * 1.15;
    let width = |text: &str| measure(text, Face::Headline) * size;
    let most = ((height / 3.0 / step) as usize).max(1).min(HEADLINE);
    Lines {
        lines: lines(&article.headline, room, most, &width),
        size,
        step,
    }
}

/// Where the report appeared, how much of it is here, and when and where it was written.
pub(super) fn imprint(article: &Article, words: &Words, measure: &Measure, room: f64) -> Lines {
    let strings = words.strings;
    let mut said = Vec::new();
    if let Some(source) = &article.source {
        said.push(fill(strings.published_by(), &[&source.name]));
    }
    said.push(words.count(Counted::Events, article.events.len()));
    if let Some(place) = &article.dateline {
        said.push(place.to_string());
    }
    if let Some(date) = &article.published {
        said.push(fill(strings.published(), &[&words.date(date)]));
    }
    let (most, size) = IMPRINT;
    let width = |text: &str| measure(text, Face::Text) * size;
    // Lines break after a dot, which then has nothing to part.
    let mut lines = lines(&said.join("\u{a0}· "), room, most, &width);
    for line in &mut lines {
        line.truncate(line.trim_end_matches("\u{a0}·").len());
    }
    Lines {
        lines,
        size,
        step: size * 1.3,
    }
}
