//! The picture of a timeline: an article's axis as an SVG, for social cards, newsletters
//! and print.
//!
//! What stands where is decided by [`crate::timeline`], as in the widget: the same rows,
//! lanes, titles, eras, folds and ticks. Texts stay texts, in the fonts of whoever looks at
//! the picture; nothing in it is fetched, and nothing in it runs.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `options` | what is asked for: size, paper, lanes |
//! | `face` | the fonts, and how wide texts are in them |
//! | `sheet` | how large the texts can be, and what is left for the axis |
//! | `head` | headline and imprint |
//! | `plot` | the axis: where its rows and lanes are |
//! | `marks`, `bands`, `ticks` | what is drawn on it |
//! | `pen`, `svg`, `text`, `colours` | how it is drawn |
//!
//! All lengths are units of the sheet, which is the widget's px: texts on the axis are 13
//! of them high, however large the picture.

mod bands;
mod colours;
mod face;
mod head;
mod marks;
mod options;
mod pen;
mod plot;
mod sheet;
mod svg;
mod text;
mod ticks;

use std::rc::Rc;

use crate::{article::Article, view::Words};

pub use face::{Face, Measure, estimated};
pub use options::{Options, Size};

/// Draws the axis of an article with its headline and its imprint, as an SVG document.
///
/// Texts are as large as lets all titles stand whole, down to a size that can still be
/// read; titles that have no room even then are left out, as on the axis. `measure` tells
/// how wide texts are: [`estimated`] where nothing can be measured. The same arguments
/// always give the same picture.
#[must_use]
pub fn picture(
    article: &Rc<Article>,
    words: &Words,
    measure: &Rc<Measure>,
    options: &Options,
) -> String {
    sheet::Sheet::new(article, words, measure, options).drawn()
}
