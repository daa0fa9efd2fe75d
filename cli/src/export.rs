//! `dateline export`: an article written for other tools.

use std::{collections::HashMap, path::PathBuf, process::ExitCode, rc::Rc};

use clap::{Args, ValueEnum};
use dateline::{
    article::{Article, json, read},
    import::export::{Target, export},
};
use serde_json::Value;

use super::{context, files};

/// Export an article for other tools: a table, TimelineJS, a calendar, a text
///
/// What the other format cannot hold is told on the standard error. Ends with 0 when it
/// holds all, 1 when something is left out, 2 when the article cannot be read.
#[derive(Args)]
pub struct Export {
    /// The article's JSON file; “-” is the standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// What to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Format,

    /// Where to write it; else the standard output
    #[arg(short, long = "out", value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A table that `dateline import` reads again whole
    Csv,
    /// TimelineJS's JSON (version 3)
    Timelinejs,
    /// A calendar (iCalendar)
    Ics,
    /// A text for people
    Markdown,
}

impl Export {
    /// Exports the article.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        match self.exported() {
            Ok(status) => ExitCode::from(status),
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        }
    }

    fn exported(&self) -> Result<u8, String> {
        let name = files::name(&self.article);
        let bytes = files::bytes(&self.article, dateline::article::limits::BYTES)?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))?;
        let data =
            json::value(&text).map_err(|fault| format!("{name}: {}", fault.problem.message()))?;
        let Some(article) = read(&data).article else {
            return Err(format!(
                "{name} is no article that can be shown; `dateline check` says why."
            ));
        };
        let raw: Value =
            serde_json::from_str(&text).map_err(|why| format!("{name} is not JSON: {why}."))?;
        let target = match self.to {
            Format::Csv => Target::Csv,
            Format::Timelinejs => Target::Timelinejs,
            Format::Ics => Target::Ics,
            Format::Markdown => Target::Markdown,
        };
        let words = words(&raw, article);
        let said = |date: &Value| {
            words
                .get(&date.to_string())
                .cloned()
                .unwrap_or_else(|| plain(date))
        };
        let exported = export(&raw, target, &said);
        for lost in &exported.lost {
            eprintln!("{}: {}", lost.path, lost.message);
        }
        files::write(self.out.as_deref(), &|out| {
            out.write_all(exported.text.as_bytes())
        })?;
        Ok(u8::from(!exported.lost.is_empty()))
    }
}

/// A date as it stands in the data.
fn plain(date: &Value) -> String {
    let value = date
        .as_str()
        .or_else(|| date.get("value").and_then(Value::as_str));
    value.unwrap_or_default().to_string()
}

/// The words that readers see for each date, by the date's JSON.
fn words(raw: &Value, article: Article) -> HashMap<String, String> {
    let article = Rc::new(article);
    let words = context(article.clone(), "dateline", true).words;
    let mut said = HashMap::new();
    for (list, whens) in [
        (
            "events",
            article
                .events
                .iter()
                .map(|event| (&event.id, &event.when))
                .collect::<Vec<_>>(),
        ),
        (
            "eras",
            article
                .eras
                .iter()
                .map(|era| (&era.id, &era.when))
                .collect(),
        ),
    ] {
        let by_id: HashMap<&str, _> = whens.into_iter().map(|(id, when)| (&**id, when)).collect();
        for entry in raw
            .get(list)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let when = entry
                .get("id")
                .and_then(Value::as_str)
                .and_then(|id| by_id.get(id));
            if let (Some(when), Some(date)) = (when, entry.get("date")) {
                said.insert(date.to_string(), words.when(when));
            }
        }
    }
    said
}
