use std::{cell::RefCell, collections::HashMap, fmt, rc::Rc};

use crate::{
    article::Article,
    sorting,
    timeline::{Shape, Titles, estimate, words, wrap},
};

/// Measures texts that are joined by NUL, in the font of the axis: in whole px, rounded up,
/// one width a text, none more than the second argument.
pub type MeasureTexts = dyn Fn(&str, u16) -> Vec<u16>;

/// How wide texts are on the axis, in px: each word is measured once, when a place is first
/// looked for a title with it.
#[derive(Clone)]
pub struct Widths(Rc<Inner>);

struct Inner {
    article: Rc<Article>,
    measure: Box<MeasureTexts>,
    /// How wide the sample was: another width tells of another font or size.
    sample: u16,
    words: RefCell<HashMap<Box<str>, u16>>,
    /// Of events, by position: how much room the title needs, and where its second line begins.
    titles: RefCell<Vec<Option<(Shape, usize)>>>,
    /// Hands out the same shapes, and so tells what was laid out with others.
    shapes: RefCell<Option<Titles>>,
    /// Of eras, by position.
    eras: RefCell<Option<Rc<[u16]>>>,
}

/// No text is measured beyond this, in px.
const MOST: u16 = 4_000;
/// What is measured to know whether texts are as large as before.
const SAMPLE: &str = "0000000000000000000000000000";
/// Around a title so many more are measured along with it.
const ALONG: usize = 64;

impl Widths {
    /// Those that `measure` finds, for the titles of `article`.
    pub fn new(article: Rc<Article>, measure: impl Fn(&str, u16) -> Vec<u16> + 'static) -> Widths {
        let sample = measure(SAMPLE, MOST).first().copied().unwrap_or(0);
        Widths(Rc::new(Inner {
            titles: RefCell::new(vec![None; article.events.len()]),
            article,
            measure: Box::new(measure),
            sample,
            words: RefCell::default(),
            shapes: RefCell::default(),
            eras: RefCell::default(),
        }))
    }

    /// About as wide as in most fonts: before anything can be measured, and where nothing
    /// can. Always the same.
    #[must_use]
    pub fn estimated(article: Rc<Article>) -> Widths {
        Widths::new(article, |texts, most| {
            let width = |text: &str| estimate(text).ceil().min(f64::from(most)) as u16;
            texts.split('\0').map(width).collect()
        })
    }

    /// Whether other widths would be measured by now: the reader has enlarged the texts, or
    /// their font has come.
    #[must_use]
    pub fn are_stale(&self) -> bool {
        (self.0.measure)(SAMPLE, MOST) != [self.0.sample]
    }

    /// Whether they are of this article.
    #[must_use]
    pub fn are_of(&self, article: &Rc<Article>) -> bool {
        Rc::ptr_eq(&self.0.article, article)
    }

    /// How much room the titles of events need, by position.
    pub(crate) fn titles(&self) -> Titles {
        let mut shapes = self.0.shapes.borrow_mut();
        let made = shapes.get_or_insert_with(|| {
            // Not the whole: nothing would ever be given back.
            let own = Rc::downgrade(&self.0);
            Titles::new(move |id| {
                own.upgrade()
                    .map(|inner| inner.title(id as usize).0)
                    .unwrap_or_default()
            })
        });
        made.clone()
    }

    /// Where the second line of an event's title begins, where it has two: a byte of it.
    pub(crate) fn second_line(&self, event: usize) -> usize {
        self.0.title(event).1
    }

    /// How wide the titles of eras are, by position.
    pub(crate) fn eras(&self) -> Rc<[u16]> {
        let mut eras = self.0.eras.borrow_mut();
        let measured = eras.get_or_insert_with(|| {
            let titles = self.0.article.eras.iter().map(|era| &*era.title);
            self.0.learn(titles.clone().flat_map(pieces));
            titles.map(|title| self.0.wrapped(title).0.line).collect()
        });
        Rc::clone(measured)
    }

    /// How wide a text is in one line.
    pub(crate) fn of(&self, text: &str) -> f64 {
        self.0.learn(pieces(text));
        f64::from(self.0.wrapped(text).0.line)
    }
}

impl Inner {
    fn title(&self, event: usize) -> (Shape, usize) {
        if let Some(Some(known)) = self.titles.borrow().get(event) {
            return *known;
        }
        let events = &self.article.events;
        let around = event.saturating_sub(ALONG)..event.saturating_add(ALONG).min(events.len());
        let near = || events.get(around.clone()).unwrap_or_default().iter();
        self.learn(near().flat_map(|event| pieces(&event.title)));
        let mut titles = self.titles.borrow_mut();
        for (at, event) in around.clone().zip(near()) {
            if let Some(own) = titles.get_mut(at) {
                *own = Some(self.wrapped(&event.title));
            }
        }
        titles.get(event).copied().flatten().unwrap_or_default()
    }

    fn wrapped(&self, title: &str) -> (Shape, usize) {
        let words = self.words.borrow();
        wrap(title, |word| {
            words.get(word).copied().map_or(0.0, f64::from)
        })
    }

    /// Measures what is not known yet.
    fn learn<'a>(&self, texts: impl Iterator<Item = &'a str>) {
        let mut words = self.words.borrow_mut();
        let mut new: Vec<&str> = texts.filter(|text| !words.contains_key(*text)).collect();
        sorting::sort(&mut new);
        new.dedup();
        if new.is_empty() {
            return;
        }
        // NUL is in no text of an article: reading leaves such characters out.
        let widths = (self.measure)(&new.join("\0"), MOST);
        for (word, width) in new.into_iter().zip(widths) {
            words.insert(word.into(), width);
        }
    }
}

/// The words of a text, and the blank between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    words(text).into_iter().map(|(word, _)| word).chain([" "])
}

impl PartialEq for Widths {
    fn eq(&self, other: &Widths) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Widths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Widths")
            .field("sample", &self.0.sample)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::cell::Cell;

    use super::*;
    use crate::article::{json, read};

    fn article(titles: &[&str]) -> Rc<Article> {
        let event = |(at, title): (usize, &&str)| {
            format!(
                r#"{{"id":"e{at}","title":"{title}","date":"2022-01-{:02}"}}"#,
                at % 28 + 1
            )
        };
        let events: Vec<String> = titles.iter().enumerate().map(event).collect();
        let text = format!(r#"{{"headline":"h","events":[{}]}}"#, events.join(","));
        Rc::new(read(&json::value(&text).unwrap()).article.unwrap())
    }

    #[test]
    fn a_word_is_measured_once_and_only_when_a_title_with_it_is_asked_for() {
        let titles: Vec<String> = (0..1_000).map(|at| format!("Event number {at}")).collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let measured = Rc::new(Cell::new(0));
        let count = Rc::clone(&measured);
        let widths = Widths::new(article(&titles), move |texts, _| {
            count.set(count.get() + texts.split('\0').count());
            texts
                .split('\0')
                .map(|text| text.len() as u16 * 10)
                .collect()
        });
        assert_eq!(measured.get(), 1, "the sample");
        let shape = widths.titles().shape(0);
        let few = measured.get();
        assert!(few < 80, "{few}");
        assert_eq!(widths.titles().shape(0), shape);
        assert_eq!(measured.get(), few);
        assert!(widths.titles().same(&widths.titles()));
        let title = &widths.0.article.events.first().unwrap().title;
        assert_eq!(title.get(widths.second_line(0)..).unwrap(), "number 0");
    }

    #[test]
    fn another_size_of_texts_makes_them_stale() {
        let size = Rc::new(Cell::new(10));
        let own = Rc::clone(&size);
        let measure = move |text: &str, _| text.split('\0').map(|_| own.get()).collect();
        let widths = Widths::new(article(&["One"]), measure);
        assert!(!widths.are_stale());
        size.set(12);
        assert!(widths.are_stale());
    }
}
