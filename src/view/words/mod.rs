//! Everything that is said to the reader, in the article's language: the interface's
//! [`Strings`], one file a language beside the widget, and dates, numbers, lists and
//! countries by the platform.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `strings`, `template` | the words of a file, also as readers fetch them, and sentences with places to be filled |
//! | `languages` | which file a language has, and in which direction it is written |
//! | `intl`, `own`, `pattern` | what is asked of the platform, what a file knows better, and dates as lists of parts |
//! | `dates`, `points`, `unspecified`, `ranges`, `years` | a date in words |
//! | `axis` | what stands at ticks and clusters |

mod axis;
mod dates;
mod intl;
mod languages;
mod own;
mod pattern;
mod points;
mod ranges;
mod strings;
mod template;
mod unspecified;
mod years;

use std::{cell::RefCell, ops::Range, rc::Rc};

use crate::article::{Amount, Article, Instant, Text};

pub use intl::{DatePart, Form, Intl, Listing, PartKind, Plural};
pub use languages::direction;
#[cfg(not(target_os = "unknown"))]
pub use languages::file;
#[cfg(not(target_os = "unknown"))]
pub use strings::small_file;
pub use strings::{Counted, Strings};
pub use template::fill;

/// The interface's words in one language, and the platform's way to write dates and
/// numbers in it.
pub struct Words {
    /// The interface's words.
    pub strings: &'static Strings,
    /// Dates, numbers, plurals and names, in the article's language.
    pub intl: Box<dyn Intl>,
    /// Whether the interface's words are in the article's language.
    is_spoken: bool,
    /// When the article was published: what begins later is to come.
    now: Option<Instant>,
    /// The parts of dates written so far.
    known: RefCell<Known>,
    /// The period written last, which a frame of the axis asks for more than once.
    period: RefCell<Option<(Instant, Instant, String)>>,
}

/// The parts of dates by their form, month and day, in that order.
type Known = Vec<((Form, u8, u8), Rc<[DatePart]>)>;

/// Makes the platform's [`Intl`] for a BCP 47 tag.
pub type MakeIntl = fn(&str) -> Box<dyn Intl>;

impl Words {
    /// The words for an article, from the text of `words` as [`Strings::new`] reads it.
    /// Where those are in another language than the article the interface speaks English;
    /// dates, numbers, lists and countries are in the article's language all the same.
    #[must_use]
    pub fn new(article: &Article, words: &str, make: MakeIntl) -> Words {
        let strings = Strings::of(&article.language, words);
        Words {
            strings,
            intl: own::Own::boxed(strings, &languages::tag(article), make),
            is_spoken: languages::is_same(strings.tag(), &article.language),
            now: article.published.as_ref().and_then(|date| date.end),
            known: RefCell::default(),
            period: RefCell::default(),
        }
    }

    /// The language of the interface's words, where that is not the article's: what is said
    /// in them alone is to be marked as `lang="en" dir="ltr"`.
    #[must_use]
    pub fn interface_language(&self) -> Option<&'static str> {
        (!self.is_spoken).then(|| self.strings.tag())
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

    /// A count that fits a pill: “12”, “1 200” as “1k”.
    #[must_use]
    pub fn short(&self, count: u32) -> String {
        match count {
            0..1_000 => self.whole(count as usize),
            1_000..1_000_000 => self.whole(count as usize / 1_000) + "k",
            _ => self.whole(count as usize / 1_000_000) + "M",
        }
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
            let name = self.intl.country(&country.id);
            name.map_or_else(|| country.id.clone(), Text::from)
        })
    }

    /// The title of the cards: the editor's, else “Country by country”, or “Who is who” where
    /// others than countries are among them.
    #[must_use]
    pub fn cards(&self, article: &Article) -> Text {
        article.cards.clone().unwrap_or_else(|| {
            let strings = self.strings;
            if article.is_of_countries() {
                strings.cards().into()
            } else {
                strings.who_is_who().into()
            }
        })
    }
}
