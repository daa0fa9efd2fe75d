//! What an editor brings, read into an article: what the second program does, which the page
//! fetches when something is brought. What goes in and what comes out is JSON.

use dateline::{
    article::Code,
    import::{Import, Options, import, import_text},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is told of a source beside what is in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The file's name.
    pub name: String,
    /// Which column is what: a role and the column's header.
    pub map: Vec<(String, String)>,
    /// The language of the texts.
    pub language: Option<String>,
    /// Names of countries and their codes.
    pub countries: Vec<(String, String)>,
    /// The article at hand, onto which the source may be put.
    pub article: Value,
}

/// What was made of a source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    /// The article.
    pub article: Value,
    /// What the source was: “a sheet of TimelineJS”.
    pub format: String,
    /// How many events there are.
    pub events: usize,
    /// How many eras there are.
    pub eras: usize,
    /// The headers of a table's columns.
    pub headers: Vec<String>,
    /// What columns can be taken for.
    pub roles: Vec<String>,
    /// What is to be known, as the report has it.
    pub remarks: Vec<Value>,
    /// The article at hand with the source put onto it, and what changed, in words.
    pub onto: Option<(Value, String)>,
}

/// Reads a source: its text, or its bytes where it is packed.
///
/// # Errors
/// A sentence when nothing can be made of it.
///
/// ```
/// use dateline_desk::bring::{Asked, bring};
/// let brought = bring(Vec::new(), "Date,Title\n2019-03,The plan\n".into(), &Asked::default())?;
/// assert_eq!((brought.events, brought.headers.len()), (1, 2));
/// assert!(brought.onto.is_none());
/// assert!(bring(Vec::new(), String::new(), &Asked::default()).is_err());
/// # Ok::<(), String>(())
/// ```
pub fn bring(bytes: Vec<u8>, text: String, asked: &Asked) -> Result<Brought, String> {
    let options = Options {
        name: asked.name.clone(),
        map: asked.map.clone(),
        language: asked.language.clone(),
        countries: asked
            .countries
            .iter()
            .filter_map(|(name, code)| Some((name.clone(), Code::new(code)?)))
            .collect(),
        ..Options::default()
    };
    let read = match bytes.is_empty() {
        true => import_text(text, &options),
        false => import(bytes, &options),
    };
    let import = read.map_err(|why| why.to_string())?;
    let json = |import: &Import| serde_json::to_value(&import.article).unwrap_or_default();
    let report = import.report();
    let (events, eras) = report.events();
    let report = serde_json::to_value(&report).unwrap_or_default();
    let remarks = report.get("remarks").and_then(Value::as_array).cloned();
    let mut brought = Brought {
        article: json(&import),
        format: import.format.clone(),
        events,
        eras,
        headers: import.ledger.headers.clone(),
        roles: dateline::import::Role::names()
            .into_iter()
            .map(str::to_owned)
            .collect(),
        remarks: remarks.unwrap_or_default(),
        onto: None,
    };
    let at_hand = asked.article.get("events").and_then(Value::as_array);
    if at_hand.is_some_and(|events| !events.is_empty())
        && let Ok(onto) = import.onto(&asked.article)
    {
        let changes = onto.changes.as_ref().map(ToString::to_string);
        brought.onto = Some((json(&onto), changes.unwrap_or_default()));
    }
    Ok(brought)
}
