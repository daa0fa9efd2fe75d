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

use self::{
    cursor::{Cursor, member},
    desk::Desk,
    index::Index,
    notes::Notes,
};
use super::{Article, Problem, Text, Value, limits};

/// The schema that this reads.
const SCHEMA: f64 = 1.0;

/// What the article may hold.
const KNOWN: [&str; 14] = [
    "$schema",
    "schema",
    "language",
    "headline",
    "title",
    "summary",
    "published",
    "dateline",
    "source",
    "people",
    "events",
    "eras",
    "countries",
    "corrections",
];

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
    let root = Cursor::root(value);
    let mut desk = Desk {
        notes: Notes::new(),
        language: "en".into(),
        ids: Index::new(Vec::new()),
        events: 0,
        people: Index::new(ids(value, "people")),
        seats: Vec::new(),
        countries: Vec::new(),
    };
    let article = desk.article(&root);
    Reading {
        article,
        problems: desk.notes.finish(),
    }
}

/// The id of each entry of a list, where it has one.
fn ids<'v>(root: &'v Value, list: &str) -> Vec<Option<&'v str>> {
    let Some(Value::Array(items)) = member(root, list) else {
        return Vec::new();
    };
    let ids = items.iter().map(|item| match member(item, "id") {
        Some(Value::String(id)) => Some(id.as_str()),
        _ => None,
    });
    ids.take(limits::EVENTS).collect()
}

impl<'v> Desk<'v> {
    fn article(&mut self, root: &Cursor<'v, '_>) -> Option<Article> {
        if let Value::Object(_) = root.value
            && !self.schema(root)
        {
            return None;
        }
        if !self.object(root, &KNOWN) {
            return None;
        }
        self.language(root);
        let headline = self.headline(root);
        let summary = self.optional(root, "summary");
        let published = root.get("published").and_then(|at| self.date(&at));
        let dateline = self.optional(root, "dateline");
        let source = self.publication(root);

        let mut names = ids(root.value, "events");
        self.events = names.len();
        names.extend(ids(root.value, "eras"));
        self.ids = Index::new(names);

        let (mut people, homes) = self.all_people(root);
        let listed = self.listed(root);
        let (events, places) = self.all_events(root);
        let eras = self.all_eras(root);
        for (person, home) in people.iter_mut().zip(homes) {
            person.country = home.map(|code| self.country(code));
        }
        let countries = self.all_countries(root, &listed, &places);
        let corrections = self.all_corrections(root);
        if events.is_empty() {
            let message: &[&str] = if self.events == 0 {
                &["The article has no events, so there is no timeline to show."]
            } else {
                &["None of the events can be shown, so there is no timeline."]
            };
            let fix = ["Add “events” with at least one event that has an id, a title and a date."];
            let at = root.get("events").unwrap_or_else(|| root.gap("events"));
            self.notes.error(&at, "no-events", message, &fix);
            return None;
        }
        Some(Article {
            language: self.language.clone(),
            headline: headline?,
            summary,
            published,
            dateline,
            source,
            people,
            events,
            eras,
            countries,
            corrections,
        })
    }

    /// Whether the schema is one that this reads.
    fn schema(&mut self, root: &Cursor<'_, '_>) -> bool {
        let Some(at) = root.get("schema") else {
            return true;
        };
        match at.value {
            Value::Number(schema) if *schema <= SCHEMA => true,
            Value::Number(_) => {
                let message = [
                    "The data follows a later schema than 1, the one this version reads; nothing is shown.",
                ];
                let fix = ["Use a newer version of the widget, or write the data in schema 1."];
                self.notes.error(&at, "later-schema", &message, &fix);
                false
            }
            _ => {
                self.mistyped(&at, "the number 1");
                true
            }
        }
    }

    fn language(&mut self, root: &Cursor<'_, '_>) {
        let Some(at) = root.get("language") else {
            return;
        };
        let Some(language) = self.text(&at) else {
            return;
        };
        if text::is_language(&language) {
            self.language = language;
        } else {
            let message = ["“language” is no language tag; the texts are taken for English."];
            let fix = ["Write a tag of BCP 47 such as “en”, “uk” or “ar”."];
            self.notes.warning(&at, "invalid-language", &message, &fix);
        }
    }

    fn headline(&mut self, root: &Cursor<'_, '_>) -> Option<Text> {
        match (root.get("headline"), root.get("title")) {
            (Some(_), Some(title)) => {
                let message = [
                    "“title” is another name of “headline”, which is there already; it is not read.",
                ];
                self.notes
                    .warning(&title, "stray-field", &message, &["Delete one of the two."]);
                self.required(root, "headline", "The article")
            }
            (None, Some(_)) => self.required(root, "title", "The article"),
            _ => self.required(root, "headline", "The article"),
        }
    }
}
