use std::rc::Rc;

use crate::article::Article;

/// How wide titles are on the axis, in px.
#[derive(Debug, Clone, PartialEq)]
pub struct Widths {
    /// Of events, by position.
    pub events: Rc<[u16]>,
    /// Of eras, by position.
    pub eras: Rc<[u16]>,
    /// How many times larger than usual the reader has texts there; 1 at least.
    pub text: f64,
    /// How wide the sample is: another width tells of another font or size.
    sample: u16,
}

/// No event's title needs more room than this, in px; longer ones are cut.
const MOST: u16 = 220;
/// Nor any era's, whose band is as long as the era.
const MOST_OF_ERA: u16 = 640;
/// What is measured to know how large texts are, and how wide it usually is, in px: what
/// most fonts need for it is a little less.
const SAMPLE: &str = "0000000000000000000000000000";
const SAMPLED: f64 = 220.0;

impl Default for Widths {
    /// Nothing is measured yet.
    fn default() -> Widths {
        Widths {
            events: Rc::from([]),
            eras: Rc::from([]),
            text: 1.0,
            sample: 0,
        }
    }
}

impl Widths {
    /// Measured by `measure`, which is given all titles at once, joined by NUL, and the
    /// width in px beyond which it need not go on.
    #[must_use]
    pub fn measured(article: &Article, measure: &mut dyn FnMut(&str, u16) -> Vec<u16>) -> Widths {
        // NUL is in no text of an article: reading leaves such characters out.
        let mut titles = String::new();
        let events = article.events.iter().map(|event| &event.title);
        for title in events.chain(article.eras.iter().map(|era| &era.title)) {
            titles.push_str(title);
            titles.push('\0');
        }
        titles.push_str(SAMPLE);
        let mut widths = measure(&titles, MOST_OF_ERA);
        let sample = widths.pop().unwrap_or_default();
        for (at, width) in widths.iter_mut().enumerate() {
            if at < article.events.len() {
                *width = MOST.min(*width);
            }
            // A px for rounding, so that no title is cut that would have fitted.
            *width = width.saturating_add(1);
        }
        let eras = widths.split_off(article.events.len().min(widths.len()));
        Widths {
            events: widths.into(),
            eras: eras.into(),
            text: (f64::from(sample) / SAMPLED).max(1.0),
            sample,
        }
    }

    /// Whether `measure` would find other widths by now: the reader has enlarged the
    /// texts, or their font has come.
    #[must_use]
    pub fn are_stale(&self, measure: &mut dyn FnMut(&str, u16) -> Vec<u16>) -> bool {
        self.sample != 0 && measure(SAMPLE, MOST_OF_ERA) != [self.sample]
    }
}
