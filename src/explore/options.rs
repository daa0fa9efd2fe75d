use serde::Deserialize;

use super::Axis;
use crate::{
    article::{Article, Date, Instant},
    timeline::{Folding, Grouping},
};

/// What the host page asks for: attributes of the element, by their names.
///
/// ```
/// use dateline::explore::{Lanes, Options, Part};
///
/// let options: Options = serde_json::from_str(
///     r#"{"show": "timeline", "lanes": "country", "hide": "headline search", "heading": 3}"#,
/// ).unwrap();
/// assert_eq!(options.lanes, Lanes::Country);
/// assert!(options.shows(Part::Axis) && !options.shows(Part::Countries));
/// assert!(!options.shows(Part::Headline));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Options {
    /// `show`: which half of the widget is shown.
    pub show: Show,
    /// `country`: with `show="countries"`, the code of the one country whose card is
    /// shown, open.
    pub country: Option<String>,
    /// `heading`: the level of the widget's headline, 1 to 6; 2 without it.
    pub heading: Option<u8>,
    /// `lanes`: what the lanes of the axis stand for at first.
    pub lanes: Lanes,
    /// `folds`: whether gaps of the axis are folded at first.
    pub folds: Folds,
    /// `from`: where the axis's first window begins, an EDTF date.
    pub from: Option<String>,
    /// `to`: where it ends, an EDTF date; that date is still in it.
    pub to: Option<String>,
    /// `hide`: the parts that are left out.
    pub hide: Hidden,
}

/// Which half of the widget is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Show {
    /// The whole of it.
    #[default]
    All,
    /// The head, the axis and the list.
    Timeline,
    /// The countries.
    Countries,
}

/// What the lanes of the axis stand for at first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Lanes {
    /// There is one, with all events.
    #[default]
    One,
    /// A country each.
    Country,
    /// A group of events each.
    Group,
}

/// Whether long stretches without events are folded at first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Folds {
    /// Where that shows more titles whole.
    #[default]
    Auto,
    /// Wherever there is one.
    On,
    /// Nowhere.
    Off,
}

/// The parts that a host may leave out, a word each with blanks between.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Hidden(Vec<Part>);

/// A part of the widget that a host may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title over it.
    Headline,
    /// The sentence under the title.
    Summary,
    /// Search, and the choice of a speaker.
    Search,
    /// The time axis.
    Axis,
    /// The list of events.
    List,
    /// The countries' cards.
    Countries,
}

// Words that are none of these are passed over: a page is not to lose its widget for one.

impl From<String> for Show {
    fn from(word: String) -> Show {
        match word.as_str() {
            "timeline" => Show::Timeline,
            "countries" => Show::Countries,
            _ => Show::All,
        }
    }
}

impl From<String> for Lanes {
    fn from(word: String) -> Lanes {
        match word.as_str() {
            "country" => Lanes::Country,
            "group" => Lanes::Group,
            _ => Lanes::One,
        }
    }
}

impl From<String> for Folds {
    fn from(word: String) -> Folds {
        match word.as_str() {
            "on" => Folds::On,
            "off" => Folds::Off,
            _ => Folds::Auto,
        }
    }
}

impl From<String> for Hidden {
    fn from(words: String) -> Hidden {
        let part = |word: &str| {
            Some(match word {
                "headline" => Part::Headline,
                "summary" => Part::Summary,
                "search" => Part::Search,
                "axis" => Part::Axis,
                "list" => Part::List,
                "countries" => Part::Countries,
                _ => return None,
            })
        };
        Hidden(words.split_ascii_whitespace().filter_map(part).collect())
    }
}

impl Options {
    /// Whether a part is shown.
    #[must_use]
    pub fn shows(&self, part: Part) -> bool {
        let on = match self.show {
            Show::All => true,
            Show::Timeline => part != Part::Countries,
            Show::Countries => part == Part::Countries,
        };
        on && !self.hide.0.contains(&part)
    }

    /// The level of a heading that is so many below the headline's, 1 to 6. Without the
    /// headline all others move up by one, so that none is left out.
    #[must_use]
    pub fn level(&self, below: u8) -> u8 {
        let top = self.heading.unwrap_or(2).clamp(1, 6);
        let below = below.saturating_sub(u8::from(!self.shows(Part::Headline)));
        top.saturating_add(below).min(6)
    }

    /// The axis as it begins.
    pub(super) fn axis(&self, article: &Article) -> Axis {
        let grouping = match self.lanes {
            Lanes::One => Grouping::Together,
            Lanes::Country => Grouping::Countries,
            Lanes::Group => Grouping::Groups,
        };
        let folding = match self.folds {
            Folds::Auto => Folding::Auto,
            Folds::On => Folding::On,
            Folds::Off => Folding::Off,
        };
        Axis::opened(article, grouping, folding, self.window())
    }

    /// From when until when the axis shows at first, where the host says so: the first
    /// instant, and the first after it. What is no date counts as not said.
    #[must_use]
    pub fn window(&self) -> (Option<Instant>, Option<Instant>) {
        let date = |text: &Option<String>| Date::parse(text.as_deref()?).ok();
        (
            date(&self.from).and_then(|date| date.earliest),
            date(&self.to).and_then(|date| date.end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Options, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn nothing_asked_for_shows_everything() -> Result<(), serde_json::Error> {
        let options = read("{}")?;
        assert_eq!(options, Options::default());
        assert!(options.shows(Part::Headline) && options.shows(Part::Countries));
        assert_eq!((options.level(0), options.level(2)), (2, 4));
        assert_eq!(options.window(), (None, None));
        Ok(())
    }

    #[test]
    fn words_that_nobody_knows_are_passed_over() -> Result<(), serde_json::Error> {
        let options = read(
            r#"{"show": "everything", "lanes": "", "folds": "perhaps", "hide": "axis  dog",
                "heading": 9, "from": "soon", "to": "2022", "of": "other"}"#,
        )?;
        assert_eq!((options.show, options.folds), (Show::All, Folds::Auto));
        assert!(!options.shows(Part::Axis) && options.shows(Part::List));
        assert_eq!(options.level(3), 6);
        let (from, to) = options.window();
        assert_eq!(from, None);
        assert_eq!(to.map(|to| to.civil().year), Some(2023));
        Ok(())
    }

    #[test]
    fn a_half_is_shown_alone() -> Result<(), serde_json::Error> {
        let countries = read(r#"{"show": "countries", "country": "CN"}"#)?;
        assert!(countries.shows(Part::Countries));
        assert!(!countries.shows(Part::List) && !countries.shows(Part::Headline));
        assert_eq!((countries.level(1), countries.level(2)), (2, 3));
        Ok(())
    }
}
