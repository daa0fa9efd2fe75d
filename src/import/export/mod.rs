//! An article written for others: what they cannot hold is named.

pub mod csv;
mod ics;
mod markdown;
mod timelinejs;

use serde::Serialize;
use serde_json::Value;

/// What others read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The table that Dateline reads again whole.
    Csv,
    /// TimelineJS's JSON, version 3.
    Timelinejs,
    /// A calendar.
    Ics,
    /// A text for people.
    Markdown,
}

/// An article in another format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// What to write into the file.
    pub text: String,
    /// What of the article is not in it, or not as it was.
    pub lost: Vec<Lost>,
}

/// Something that another format cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Where it stands in the article: a JSON Pointer, or the name of a list.
    pub path: String,
    /// What became of it, in a sentence.
    pub message: String,
}

/// Writes an article, given as its JSON, for others. `words` says a date of the article
/// (a text or an object with `value`) as readers read it.
///
/// ```
/// use dateline::import::export::{Target, export};
/// let article = serde_json::json!({
///     "headline": "A coup",
///     "events": [{ "id": "coup", "title": "Military coup", "date": "2021-02" }],
/// });
/// let csv = export(&article, Target::Csv, &|date| date.to_string());
/// assert!(csv.text.contains("coup,event,2021-02,"));
/// assert!(csv.lost.is_empty());
/// ```
#[must_use]
pub fn export(article: &Value, target: Target, words: &dyn Fn(&Value) -> String) -> Exported {
    let mut writer = Writer {
        article,
        lost: Vec::new(),
    };
    let text = match target {
        Target::Csv => csv::write(&mut writer),
        Target::Timelinejs => timelinejs::write(&mut writer),
        Target::Ics => ics::write(&mut writer),
        Target::Markdown => markdown::write(&mut writer, words),
    };
    Exported {
        text,
        lost: writer.lost,
    }
}

/// What writes an article.
struct Writer<'a> {
    article: &'a Value,
    lost: Vec<Lost>,
}

impl<'a> Writer<'a> {
    fn lose(&mut self, path: impl Into<String>, message: impl Into<String>) {
        let lost = Lost {
            path: path.into(),
            message: message.into(),
        };
        if self.lost.last() != Some(&lost) {
            self.lost.push(lost);
        }
    }

    /// The entries of a list, with their JSON Pointers.
    fn list(&self, key: &str) -> Vec<(String, &'a Value)> {
        let list = self.article.get(key).and_then(Value::as_array);
        let entries = list.map(Vec::as_slice).unwrap_or_default();
        entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (format!("/{key}/{at}"), entry))
            .collect()
    }

    /// The headline, by either of its names.
    fn headline(&self) -> &'a str {
        text(self.article, "headline")
            .or_else(|| text(self.article, "title"))
            .unwrap_or_default()
    }

    /// Names members of the article that the target has no place for.
    fn lose_members(&mut self, keys: &[&str], target: &str) {
        for key in keys {
            let Some(value) = self.article.get(*key) else {
                continue;
            };
            let message = match value {
                Value::Array(list) if list.is_empty() => continue,
                Value::Array(list) => format!(
                    "{target} has no place for “{key}” ({} left out).",
                    list.len()
                ),
                Value::Null => continue,
                _ => format!("{target} has no place for “{key}”; it is left out."),
            };
            self.lose(format!("/{key}"), message);
        }
    }

    /// Names members of an event that the target has no place for.
    fn lose_parts(&mut self, path: &str, entry: &Value, keys: &[&str], target: &str) {
        for key in keys {
            let is_there = match entry.get(*key) {
                None | Some(Value::Null | Value::Bool(false)) => false,
                Some(Value::Array(list)) => !list.is_empty(),
                Some(_) => true,
            };
            if is_there {
                self.lose(
                    format!("{path}/{key}"),
                    format!("{target} has no place for it; it is left out."),
                );
            }
        }
    }
}

/// A member that is a text with something in it.
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value
        .get(key)
        .and_then(Value::as_str)
        .filter(|text| !text.trim().is_empty())
}

/// The texts of a list.
fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let list = value
        .get(key)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    list.iter()
        .filter_map(Value::as_str)
        .filter(|text| !text.trim().is_empty())
        .collect()
}

/// The value of a date and its object, where it has one.
fn date(entry: &Value) -> (&str, Option<&Value>) {
    match entry.get("date") {
        Some(Value::String(value)) => (value, None),
        Some(object) => (text(object, "value").unwrap_or_default(), Some(object)),
        None => ("", None),
    }
}
