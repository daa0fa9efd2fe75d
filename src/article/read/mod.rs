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
mod desk;
mod event;
mod fields;
mod index;
mod lists;
mod notes;
mod person;
mod source;
mod text;
pub mod weekday;
mod when;

use self::{
    desk::Desk,
    fields::{Fields, member},
    index::Index,
    notes::Notes,
    text::made,
};
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
    let events = match member(value, "events") {
        Value::Array(items) => items.len().min(limits::EVENTS),
        _ => 0,
    };
    let mut desk = Desk {
        notes: Notes::default(),
        language: made("en"),
        ids: Index::new(value, &["events", "eras"]),
        events,
        people: Index::new(value, &["people"]),
        countries: Vec::new(),
        groups: Vec::new(),
    };
    let mut article = Article {
        language: made("en"),
        headline: made(""),
        summary: None,
        published: None,
        dateline: None,
        source: None,
        people: Vec::new(),
        events: Vec::new(),
        eras: Vec::new(),
        countries: Vec::new(),
        groups: Vec::new(),
        corrections: Vec::new(),
    };
    desk.article(value, &mut article);
    let shown = !article.headline.is_empty() && !article.events.is_empty();
    Reading {
        article: shown.then_some(article),
        problems: desk.notes.finish(value),
    }
}

impl<'v> Desk<'v> {
    /// Reads as much of the article as is good.
    fn article(&mut self, root: &'v Value, article: &mut Article) {
        // Of a later schema nothing is known, least of all which members it has.
        let schema = member(root, "schema");
        match schema {
            Value::Null => {}
            Value::Number(schema) if *schema <= SCHEMA => {}
            Value::Number(_) => {
                self.tell(schema, Mistake::LaterSchema);
                return;
            }
            _ => self.mistyped(schema, Mistake::NotSchema),
        }
        let mut fields = self.open(
            root,
            "language headline title summary published dateline source people countries events \
             eras corrections schema $schema",
        );
        fields.language();
        if fields.lost {
            return;
        }
        article.language = fields.desk.language.clone();
        article.headline = fields.headline();
        fields.text(&mut article.summary);
        fields.date_if_any(&mut article.published);
        fields.text(&mut article.dateline);
        fields.publication(&mut article.source);
        let people = fields.list();
        for item in people {
            fields.desk.person(item, &mut article.people);
        }
        let countries = fields.list();
        for item in countries {
            fields.desk.listed(item);
        }
        let events = fields.list();
        if events.len() > limits::EVENTS {
            fields.tell(Mistake::TooManyEvents);
        }
        fields.desk.all_events(events, &mut article.events);
        let eras = fields.list();
        fields.desk.all_eras(eras, &mut article.eras);
        let corrections = fields.list();
        self.settle(people, &mut article.people);
        self.all_countries(countries, &mut article.countries);
        article.groups = std::mem::take(&mut self.groups);
        self.all_corrections(corrections, root, &mut article.corrections);
        if article.events.is_empty() {
            let mistake = if self.events == 0 {
                Mistake::NoEvents
            } else {
                Mistake::NoEventsLeft
            };
            self.notes.tell(root, "events", mistake, "");
        }
    }
}

impl Fields<'_, '_> {
    /// The next member, the language of the texts.
    fn language(&mut self) {
        if let Some(language) = self.text_if_any() {
            if text::is_language(&language) {
                self.desk.language = language;
            } else {
                self.tell(Mistake::InvalidLanguage);
            }
        }
    }

    /// The next two members, the headline and its other name, “title”; nothing when
    /// there is none.
    fn headline(&mut self) -> Text {
        let titled = !member(self.object, "title").is_null();
        let headed = !member(self.object, "headline").is_null();
        if titled && headed {
            let mistake = Mistake::StrayTitle;
            self.desk.notes.tell(self.object, "title", mistake, "");
        }
        if titled && !headed {
            self.next();
            return self.required();
        }
        let headline = self.required();
        self.next();
        headline
    }
}
