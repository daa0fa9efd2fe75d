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
//!
//! How it is done: a [`Reader`] goes through the data once. An [`Item`] is a value with
//! its [`Path`]; [`fields::Fields`] are an object whose fields are read by their names,
//! as in [`event`]. To add a field to events, add it to [`super::Event`] and read it
//! there: `location: fields.text("location"),`. A field that is read is a known one, so
//! there is no list of them to keep.

mod article;
mod correction;
mod country;
mod event;
mod fields;
mod forms;
mod id;
mod ids;
mod item;
mod media;
mod mentioned;
mod path;
mod person;
mod problems;
mod reader;
mod references;
mod source;
pub mod weekday;
mod when;

use self::{article::article, item::Item, path::Path, reader::Reader};
use super::{Article, Problem, Value, turns::at_once};

/// What reading gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The article, as much of it as is good; `None` when there is nothing to show.
    pub article: Option<Article>,
    /// What is wrong: in the order of reading, at most
    /// [`PROBLEMS`](super::limits::PROBLEMS) and one
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
    at_once(read_in_turns(value))
}

/// Reads as [`read`] does, [`turns::pause`](super::turns::pause)d after each event and each
/// country.
pub async fn read_in_turns(value: &Value) -> Reading {
    let mut reader = Reader::default();
    let article = article(&mut Item {
        reader: &mut reader,
        value,
        path: Path::Root,
    })
    .await;
    Reading {
        article,
        problems: reader.problems.finish(),
    }
}
