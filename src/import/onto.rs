//! A source that changed, put onto the article that was made of it before.
//!
//! What the source holds is taken from it; what was added by hand since (sentences, claims,
//! countries, people, notes on dates) stays. Nothing is deleted: an event that the source no
//! longer has is named, and left to the editor.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Import, Made, Unreadable, ids::Ids, ledger::List};

/// What a new source changes in an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The ids of events and eras that are new.
    pub created: Vec<String>,
    /// Those that were changed, with the members that were.
    pub updated: Vec<Updated>,
    /// Those that are as they were.
    pub unchanged: Vec<String>,
    /// Those that the source no longer has. They are still in the article.
    pub gone: Vec<String>,
}

/// What was changed of one event or era.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Updated {
    /// Its id.
    pub id: String,
    /// The names of the members.
    pub members: Vec<String>,
}

impl fmt::Display for Changes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "\n{} created, {} updated, {} unchanged, {} gone.",
            self.created.len(),
            self.updated.len(),
            self.unchanged.len(),
            self.gone.len()
        )?;
        for id in &self.created {
            writeln!(out, "  created   {id}")?;
        }
        for Updated { id, members } in &self.updated {
            writeln!(out, "  updated   {id}: {}", members.join(", "))?;
        }
        for id in &self.unchanged {
            writeln!(out, "  unchanged {id}")?;
        }
        for id in &self.gone {
            writeln!(
                out,
                "  gone      {id}: no longer in the source, still in the article; delete it there if it should go"
            )?;
        }
        Ok(())
    }
}

/// Members that the source fills in; all others belong to the editor.
const FROM_SOURCE: [&str; 8] = [
    "title", "text", "date", "groups", "image", "media", "links", "key",
];

impl Import {
    /// Puts what was imported onto an older article.
    ///
    /// # Errors
    /// When `old` is no article.
    pub fn onto(mut self, old: &Value) -> Result<Import, Unreadable> {
        let Value::Object(old) = old else {
            return Err(Unreadable::Option {
                why: "--onto: the file is no article: it is no object.".into(),
            });
        };
        let new = serde_json::to_value(&self.article).unwrap_or_default();
        let mut whole = old.clone();
        let mut changes = Changes::default();
        for (key, list) in [("events", List::Events), ("eras", List::Eras)] {
            let empty = Vec::new();
            let entries = |of: &Value| of.get(key).and_then(Value::as_array).cloned();
            let before = old.get(key).and_then(Value::as_array).unwrap_or(&empty);
            let fresh = entries(&new).unwrap_or_default();
            if before.is_empty() && fresh.is_empty() {
                continue;
            }
            let (merged, places) = merged(before, &fresh, &mut changes);
            self.ledger.moved(list, &places);
            whole.insert(key.into(), Value::Array(merged));
        }
        head(&mut whole, &new);
        self.article = Made::Whole(Value::Object(whole));
        self.changes = Some(changes);
        Ok(self)
    }
}

/// The head: what the old article lacks is taken from the new one; people are added.
fn head(whole: &mut Map<String, Value>, new: &Value) {
    for key in [
        "language",
        "headline",
        "summary",
        "published",
        "dateline",
        "source",
    ] {
        // “title” is another name of the headline.
        if whole.contains_key(key) || key == "headline" && whole.contains_key("title") {
            continue;
        }
        if let Some(value) = new.get(key) {
            whole.insert(key.into(), value.clone());
        }
    }
    let Some(people) = new.get("people").and_then(Value::as_array) else {
        return;
    };
    let known = whole
        .entry("people")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(known) = known {
        let ids = known.iter().filter_map(|own| text(own, "id"));
        let ids: HashSet<String> = ids.map(str::to_string).collect();
        let is_new = |person: &&Value| text(person, "id").is_none_or(|id| !ids.contains(id));
        known.extend(people.iter().filter(is_new).cloned());
    }
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// The value of a date, which may stand alone.
fn date(value: &Value) -> Option<&str> {
    match value.get("date")? {
        Value::String(date) => Some(date),
        date => text(date, "value"),
    }
}

/// The entries of both, and where each new one went.
fn merged(old: &[Value], new: &[Value], changes: &mut Changes) -> (Vec<Value>, Vec<u32>) {
    let mut merged: Vec<Value> = old.to_vec();
    let by_name: HashMap<(Option<&str>, Option<&str>), usize> = old
        .iter()
        .enumerate()
        .map(|(at, entry)| ((date(entry), text(entry, "title")), at))
        .rev()
        .collect();
    let by_id: HashMap<&str, usize> = old
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some((text(entry, "id")?, at)))
        .collect();
    let mut met = vec![false; old.len()];
    // What has both date and title is surely the same; ids are looked at after that, so that
    // a made id never takes another's place.
    let mut places: Vec<Option<usize>> = new
        .iter()
        .map(|entry| {
            let at = by_name.get(&(date(entry), text(entry, "title"))).copied()?;
            let free = met.get(at) == Some(&false);
            met.get_mut(at).into_iter().for_each(|met| *met = true);
            free.then_some(at)
        })
        .collect();
    for (entry, place) in new.iter().zip(&mut places) {
        if place.is_none()
            && let Some(at) = text(entry, "id").and_then(|id| by_id.get(id)).copied()
            && let Some(met) = met.get_mut(at).filter(|met| !**met)
        {
            *met = true;
            *place = Some(at);
        }
    }
    let mut ids = Ids::default();
    for id in old.iter().filter_map(|entry| text(entry, "id")) {
        ids.own(id);
    }
    let mut went = Vec::with_capacity(new.len());
    for (entry, place) in new.iter().zip(places) {
        let id = text(entry, "id").unwrap_or_default().to_string();
        let at = match place {
            Some(at) => {
                let members = merged
                    .get_mut(at)
                    .map(|own| update(own, entry))
                    .unwrap_or_default();
                let id = old
                    .get(at)
                    .and_then(|own| text(own, "id"))
                    .unwrap_or(&id)
                    .to_string();
                if members.is_empty() {
                    changes.unchanged.push(id);
                } else {
                    changes.updated.push(Updated { id, members });
                }
                at
            }
            None => {
                let mut entry = entry.clone();
                let free = ids.numbered(&id);
                entry.as_object_mut().into_iter().for_each(|members| {
                    members.insert("id".into(), free.as_str().into());
                });
                changes.created.push(free);
                merged.push(entry);
                merged.len() - 1
            }
        };
        went.push(u32::try_from(at).unwrap_or(u32::MAX));
    }
    for (entry, met) in old.iter().zip(met) {
        if !met {
            changes
                .gone
                .push(text(entry, "id").unwrap_or_default().to_string());
        }
    }
    (merged, went)
}

/// Takes over what the source holds; gives the names of the members that changed.
fn update(own: &mut Value, new: &Value) -> Vec<String> {
    let mut changed = Vec::new();
    let Some(own) = own.as_object_mut() else {
        return changed;
    };
    for key in FROM_SOURCE {
        let Some(value) = new.get(key) else { continue };
        let value = if key == "date" {
            kept_basis(own.get(key), value)
        } else {
            joined(own.get(key), value)
        };
        if own.get(key) != Some(&value) {
            own.insert(key.into(), value);
            changed.push(key.to_string());
        }
    }
    // Countries and people of the source are added to those of the editor.
    for key in ["countries", "people"] {
        let Some(more) = new.get(key).and_then(Value::as_array) else {
            continue;
        };
        let list = own.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(list) = list else { continue };
        let before = list.len();
        for item in more {
            if !list.contains(item) {
                list.push(item.clone());
            }
        }
        if list.len() > before {
            changed.push(key.to_string());
        }
    }
    changed
}

/// An object's new members over its old ones: a picture keeps the description that was
/// written for it.
fn joined(old: Option<&Value>, new: &Value) -> Value {
    let (Some(Value::Object(old)), Value::Object(members)) = (old, new) else {
        return new.clone();
    };
    let same = ["src", "url"]
        .iter()
        .all(|key| old.get(*key) == members.get(*key));
    if !same {
        return new.clone();
    }
    let mut joined = old.clone();
    for (key, value) in members {
        joined.insert(key.clone(), value.clone());
    }
    Value::Object(joined)
}

/// A date whose value is the same keeps what the editor said of it.
fn kept_basis(old: Option<&Value>, new: &Value) -> Value {
    let value = |date: &Value| match date {
        Value::String(text) => Some(text.clone()),
        date => text(date, "value").map(str::to_string),
    };
    let Some(old) = old else { return new.clone() };
    if value(old) != value(new) {
        return new.clone();
    }
    match (old, new) {
        (old, Value::String(_)) => old.clone(),
        (Value::Object(own), Value::Object(members)) => {
            let mut joined = own.clone();
            for (key, value) in members {
                joined.insert(key.clone(), value.clone());
            }
            Value::Object(joined)
        }
        _ => new.clone(),
    }
}
