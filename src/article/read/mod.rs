//! Reading: a [`Value`] in, an [`Article`] and its [`Problem`]s out.
//!
//! One bad piece never takes the rest with it. An event without a readable date is
//! left out; an event whose picture has an unsafe address loses only the picture. In
//! detail:
//!
//! - `null` is as good as a missing member, and so is a blank text.
//! - A reference to nothing (a country, a person, an event) is left out alone; but
//!   what somebody said is left out whole when its speaker is not there, since it
//!   must not stand as if nobody had said it.
//! - A date whose `basis` is no basis is left out, since it must not pass for stated.
//! - Whoever a person's `country` names gets a place among the countries, after those
//!   that events and eras name.
//! - There is no article without a headline or without a single good event.

mod correction;
mod country;
mod cursor;
mod desk;
mod event;
mod index;
mod lists;
mod notes;
mod person;
mod source;
mod spelling;
mod text;
mod weekday;
mod when;

use self::{cursor::Cursor, desk::Desk, index::Index, notes::Notes, text::made};
use super::{Article, Mistake, Problem, Text, Value, limits};

/// The schema that this reads.
const SCHEMA: f64 = 1.0;

/// What reading gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The article, as much of it as is good; `None` when there is nothing to show.
    pub article: Option<Article>,
    /// What is wrong: in the order of reading, at most [`limits::PROBLEMS`] and one
    /// that counts the rest.
    pub problems: Vec<Problem>,
}

/// Reads an article of schema 1. A missing or an older schema is read as 1.
///
/// ```
/// use dateline::article::{Value, read};
/// # use Value::{Array, Object, String};
/// # fn text(text: &str) -> Value { String(text.into()) }
/// let data = Object(vec![
///     ("headline".into(), text("A coup and its toll")),
///     ("events".into(), Array(vec![Object(vec![
///         ("id".into(), text("coup")),
///         ("title".into(), text("Military coup")),
///         ("date".into(), text("2021-02")),
///         ("countries".into(), Array(vec![text("MM")])),
///     ])])),
/// ]);
/// let reading = read(&data);
/// assert!(reading.problems.is_empty());
/// assert_eq!(reading.article.map(|article| article.events.len()), Some(1));
/// ```
#[must_use]
pub fn read(value: &Value) -> Reading {
    let events = match cursor::member(value, "events") {
        Value::Array(items) => items.len().min(limits::EVENTS),
        _ => 0,
    };
    let mut desk = Desk {
        notes: Notes::default(),
        lost: false,
        language: made("en"),
        ids: Index::new(value, &["events", "eras"]),
        events,
        people: Index::new(value, &["people"]),
        countries: Vec::new(),
    };
    let article = desk.article(&Cursor::root(value));
    Reading {
        article,
        problems: desk.notes.finish(),
    }
}

impl<'v> Desk<'v> {
    fn article(&mut self, root: &Cursor<'v, '_>) -> Option<Article> {
        // Of a later schema nothing is known, least of all which members it has.
        if self.is_later(root) {
            return None;
        }
        self.open(
            root,
            "$schema schema language headline title summary published dateline source people \
             events eras countries corrections",
        )?;
        self.language(root);
        let headline = self.headline(root);
        let summary = self.optional(root, "summary");
        let published = self.date(&root.get("published"));
        let dateline = self.optional(root, "dateline");
        let source = self.publication(root);
        let (people, homes) = self.all_people(root);
        let listed = self.listed(root);
        let events = self.all_events(root);
        let mut article = Article {
            language: self.language.clone(),
            headline,
            summary,
            published,
            dateline,
            source,
            people,
            events,
            eras: self.all_eras(root),
            countries: Vec::new(),
            corrections: Vec::new(),
        };
        for (person, home) in article.people.iter_mut().zip(homes) {
            person.country = home.map(|code| self.country(code));
        }
        article.countries = self.all_countries(root, &listed);
        article.corrections = self.all_corrections(root);
        if article.events.is_empty() {
            let mistake = if self.events == 0 {
                Mistake::NoEvents
            } else {
                Mistake::NoEventsLeft
            };
            self.tell(&root.get("events"), mistake);
        }
        (!article.headline.is_empty() && !article.events.is_empty()).then_some(article)
    }

    /// Whether the schema is later than the one that this reads.
    fn is_later(&mut self, root: &Cursor<'v, '_>) -> bool {
        let at = root.get("schema");
        match at.value {
            Value::Null => {}
            Value::Number(schema) if *schema <= SCHEMA => {}
            Value::Number(_) => {
                self.tell(&at, Mistake::LaterSchema);
                return true;
            }
            _ => self.mistyped(&at, Mistake::NotSchema),
        }
        false
    }

    fn language(&mut self, root: &Cursor<'v, '_>) {
        if let Some(language) = self.optional(root, "language") {
            if text::is_language(&language) {
                self.language = language;
            } else {
                self.tell(&root.get("language"), Mistake::InvalidLanguage);
            }
        }
    }

    /// The headline, which may be called “title”; nothing when there is none.
    fn headline(&mut self, root: &Cursor<'v, '_>) -> Text {
        let title = root.get("title");
        let key = match (root.get("headline").is_missing(), title.is_missing()) {
            (true, false) => "title",
            (false, false) => {
                self.tell(&title, Mistake::StrayTitle);
                "headline"
            }
            (_, true) => "headline",
        };
        self.required(root, key)
    }
}
