//! Everything that is said to the reader, in the article's language: the interface's
//! [`Strings`], one file a language beside the widget, and dates, numbers and plurals
//! by the platform.

mod axis;
mod dates;
mod intl;
mod strings;

use crate::article::pieces::{cut, pieces};
use std::{cell::RefCell, ops::Range};

use crate::article::{Amount, Article, Instant, Text};

pub use intl::{Form, Intl, Plural};
pub use strings::{Counted, Strings};

/// The interface's words in one language, and the platform's way to write dates and
/// numbers in it.
pub struct Words {
    /// The interface's words.
    pub strings: &'static Strings,
    /// Dates, numbers, plurals and names.
    pub intl: Box<dyn Intl>,
    /// The period written last, which a frame of the axis asks for more than once.
    period: RefCell<Option<(Instant, Instant, String)>>,
}

/// Makes the platform's [`Intl`] for a BCP 47 tag.
pub type MakeIntl = fn(&str) -> Box<dyn Intl>;

impl Words {
    /// The words for an article in `language`, a BCP 47 tag, from the text of `words` as
    /// [`Strings::new`] reads it. An interface that does not speak the language speaks
    /// English, dates included, as half of each would be worse.
    #[must_use]
    pub fn new(language: &str, words: &str, make: MakeIntl) -> Words {
        let strings = Strings::of(language, words);
        let tag = if strings.tag() == primary(language) {
            language
        } else {
            "en"
        };
        // News in plain “en” writes the day first; so does most of the world's English.
        let tag = if tag == "en" { "en-GB" } else { tag };
        Words {
            strings,
            intl: make(tag),
            period: RefCell::default(),
        }
    }

    /// “4 events”: the form of `counted` that the number calls for, with the number in it.
    #[must_use]
    pub fn count(&self, counted: Counted, count: usize) -> String {
        let form = self.strings.counted(counted, self.intl.plural(count));
        fill(form, &[&self.whole(count)])
    }

    /// A whole number, grouped.
    #[must_use]
    pub fn whole(&self, number: usize) -> String {
        // Counts stay far below 2^53, up to which this is exact.
        self.intl.number(number as f64)
    }

    /// “4 of 14 events”.
    #[must_use]
    pub fn portion(&self, of: Counted, part: usize, total: usize) -> String {
        let form = self.form_part(of, total);
        let part_of = fill(
            self.strings.part_of(),
            &[&self.whole(part), &self.whole(total)],
        );
        fill(form, &[&part_of])
    }

    /// The counted word's form beside a part of a total.
    fn form_part(&self, of: Counted, total: usize) -> &'static str {
        let form = self.strings.counted_part(of);
        form.unwrap_or_else(|| self.strings.counted(of, self.intl.plural(total)))
    }

    /// “26 to 50 of 1,000 events”; `listed` counts from 0.
    #[must_use]
    pub fn part(&self, of: Counted, listed: &Range<usize>, total: usize) -> String {
        let form = self.form_part(of, total);
        let (from, to) = (self.whole(listed.start + 1), self.whole(listed.end));
        let places = [&*from, &to, &self.whole(total)];
        fill(form, &[&fill(self.strings.part_from_to(), &places)])
    }

    /// A figure's amount: “2,900”, “hundreds”.
    #[must_use]
    pub fn amount(&self, amount: &Amount) -> Text {
        match amount {
            Amount::Number(number) => self.intl.number(*number).into(),
            Amount::Words(words) => words.clone(),
        }
    }

    /// A country's name: the editor's, else the platform's, else its code.
    #[must_use]
    pub fn country(&self, article: &Article, at: usize) -> Text {
        let Some(country) = article.countries.get(at) else {
            return "".into();
        };
        country.name.clone().unwrap_or_else(|| {
            let code = country.code.as_str();
            self.intl
                .country(code)
                .map_or_else(|| code.into(), Text::from)
        })
    }
}

impl Strings {
    /// The interface's words from `text`, if they are in `language`, a BCP 47 tag, and
    /// else in English.
    #[must_use]
    pub fn of(language: &str, text: &str) -> &'static Strings {
        let given = Strings::new(text);
        if given.tag() == primary(language) {
            given
        } else {
            Strings::new("")
        }
    }
}

/// `rtl` or `ltr`: the direction that a language, a BCP 47 tag, is written in.
#[must_use]
pub fn direction(language: &str) -> &'static str {
    let primary = primary(language);
    let right = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    if right.contains(&primary) {
        "rtl"
    } else {
        "ltr"
    }
}

fn primary(language: &str) -> &str {
    pieces(pieces(language, "-").piece(), "_").piece()
}

/// `template` with `{0}`, `{1}` … replaced by `parts`.
///
/// ```
/// assert_eq!(dateline::view::fill("{0} of {1}", &["4", "14"]), "4 of 14");
/// ```
#[must_use]
pub fn fill(template: &str, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = cut(rest, "{") {
        out.push_str(before);
        let Some((slot, after)) = cut(after, "}") else {
            break;
        };
        if let Some(part) = slot.parse().ok().and_then(|at: usize| parts.get(at)) {
            out.push_str(part);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
