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
mod weekday;
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
    };
    let article = desk.article(value);
    Reading {
        article,
        problems: desk.notes.finish(value),
    }
}

impl<'v> Desk<'v> {
    fn article(&mut self, root: &'v Value) -> Option<Article> {
        // Of a later schema nothing is known, least of all which members it has.
        let schema = member(root, "schema");
        match schema {
            Value::Null => {}
            Value::Number(schema) if *schema <= SCHEMA => {}
            Value::Number(_) => {
                self.tell(schema, Mistake::LaterSchema);
                return None;
            }
            _ => self.mistyped(schema, Mistake::NotSchema),
        }
        let mut fields = self.open(
            root,
            "language headline title summary published dateline source people countries events \
             eras corrections schema $schema",
        )?;
        fields.language();
        let headline = fields.headline();
        let summary = fields.text();
        let published = fields.date_if_any();
        let dateline = fields.text();
        let source = fields.publication();
        let people_list = fields.list();
        let people = fields.desk.all_people(people_list);
        let countries_list = fields.list();
        let mut listed = Vec::new();
        for item in countries_list {
            listed.push(fields.desk.listed(item));
        }
        let events_list = fields.list();
        if events_list.len() > limits::EVENTS {
            fields.tell(Mistake::TooManyEvents);
        }
        let events = fields.desk.all_events(events_list);
        let eras_list = fields.list();
        let eras = fields.desk.all_eras(eras_list);
        let corrections_list = fields.list();
        let mut article = Article {
            language: self.language.clone(),
            headline,
            summary,
            published,
            dateline,
            source,
            people,
            events,
            eras,
            countries: Vec::new(),
            corrections: Vec::new(),
        };
        self.settle(people_list, &mut article.people);
        article.countries = self.all_countries(countries_list, &listed);
        article.corrections = self.all_corrections(corrections_list, root);
        if article.events.is_empty() {
            let mistake = if self.events == 0 {
                Mistake::NoEvents
            } else {
                Mistake::NoEventsLeft
            };
            self.notes.tell(root, "events", mistake, "");
        }
        (!article.headline.is_empty() && !article.events.is_empty()).then_some(article)
    }
}

impl Fields<'_, '_> {
    /// The next member, the language of the texts.
    fn language(&mut self) {
        if let Some(language) = self.text() {
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
