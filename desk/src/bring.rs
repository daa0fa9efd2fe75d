//! What an editor brings, read into an article: what the second program does, which the page
//! fetches when something is brought. What goes in and what comes out is JSON.

use dateline::{
    article::Code,
    import::{Import, Made, Options, Unreadable, dates::Order, import, import_text},
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
    /// The order of day, month and year where dates do not show it: `dmy`, `mdy` or `ymd`.
    pub order: Option<String>,
    /// The language of the texts, where the source does not say it.
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
    /// What each of them was taken for.
    pub found: Vec<Option<String>>,
    /// What columns can be taken for.
    pub roles: Vec<String>,
    /// What is to be known, as the report has it.
    pub remarks: Vec<Value>,
    /// Whether the source was this article already, so that it can be saved over it.
    pub is_work: bool,
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
    let mut options = Options {
        name: asked.name.clone(),
        map: asked.map.clone(),
        order: asked.order.as_deref().and_then(Order::named),
        language: asked.language.clone(),
        countries: asked
            .countries
            .iter()
            .filter_map(|(name, code)| Some((name.clone(), Code::new(code)?)))
            .collect(),
        ..Options::default()
    };
    let told = |why: Unreadable| why.to_string();
    let mut import = match bytes.is_empty() {
        true => import_text(text.clone(), &options).map_err(told)?,
        false => import(bytes, &options).map_err(told)?,
    };
    let is_own = matches!(import.article, Made::Whole(_));
    if is_own && options.language.take().is_some() {
        // What is ours already keeps its own.
        import = import_text(text.clone(), &options).map_err(told)?;
    }
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
        found: import
            .ledger
            .roles
            .iter()
            .map(|role| Some(role.as_ref()?.name().to_owned()))
            .collect(),
        roles: dateline::import::Role::names()
            .into_iter()
            .map(str::to_owned)
            .collect(),
        remarks: remarks.unwrap_or_default(),
        is_work: false,
        onto: None,
    };
    brought.is_work =
        is_own && serde_json::from_str(&text).is_ok_and(|given: Value| given == brought.article);
    let at_hand = asked.article.get("events").and_then(Value::as_array);
    if at_hand.is_some_and(|events| !events.is_empty())
        && let Ok(onto) = import.onto(&asked.article)
    {
        let changes = onto.changes.as_ref().map(ToString::to_string);
        brought.onto = Some((json(&onto), changes.unwrap_or_default()));
    }
    Ok(brought)
}

/// What columns are called: by their headers, and by their letters where they have none.
///
/// ```
/// use dateline_desk::bring::column_names;
/// let headers = ["When", " ", ""].map(String::from);
/// assert_eq!(column_names(&headers), ["When", "B", "C"]);
/// assert_eq!(column_names(&vec![String::new(); 28])[25..], ["Z", "AA", "AB"]);
/// ```
#[must_use]
pub fn column_names(headers: &[String]) -> Vec<String> {
    let headers = headers.iter().enumerate();
    headers
        .map(|(at, header)| match header.trim() {
            "" => letters(at),
            _ => header.clone(),
        })
        .collect()
}

/// The letters of a column, as sheets have them: A, …, Z, AA, AB, …
fn letters(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    match (at / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letters(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn brought(text: &str, language: &str) -> Brought {
        let asked = Asked {
            language: Some(language.into()),
            ..Asked::default()
        };
        bring(Vec::new(), text.into(), &asked).unwrap()
    }

    #[test]
    fn only_an_article_as_it_stands_is_a_work() {
        let bare = r#"{"schema":1,"language":"en","countries":[{"code":"UA"}]}"#;
        let full = r#"{"headline":"H","events":[{"id":"e","title":"T","date":"2021"}]}"#;
        for ours in [bare, full] {
            let brought = brought(ours, "uk");
            assert!(brought.is_work, "{ours}");
            assert_eq!(
                brought.article,
                serde_json::from_str::<Value>(ours).unwrap()
            );
        }
        let timelinejs = r#"{"events":[{"start_date":{"year":"2021"},"text":{"headline":"T"}}]}"#;
        let page = format!(
            "<!doctype html><dateline-widget><script type=\"application/json\">{bare}</script></dateline-widget>"
        );
        let script = format!("data = {full};");
        for others in [timelinejs, &page, &script, "Date,Title\n2019-03,The plan\n"] {
            assert!(!brought(others, "en").is_work, "{others}");
        }
    }

    #[test]
    fn columns_say_what_they_were_taken_for_and_orders_of_dates_are_decided() {
        let sheet = "When,What,Notes of ours\n3/4/2021,The plan,x\n";
        let asked = |order: Option<&str>| Asked {
            order: order.map(Into::into),
            ..Asked::default()
        };
        let first = |asked: &Asked| {
            let brought = bring(Vec::new(), sheet.into(), asked).unwrap();
            let date = brought
                .article
                .pointer("/events/0/date")
                .cloned()
                .unwrap_or_default();
            let value = date.get("value").cloned().unwrap_or(date);
            (brought.found, value, brought.remarks)
        };
        let (found, value, remarks) = first(&asked(None));
        assert_eq!(found.first(), Some(&Some("date".to_owned())));
        assert_eq!(found.get(1), Some(&Some("title".to_owned())));
        let weights: Vec<_> = remarks
            .iter()
            .filter_map(|remark| remark.get("weight"))
            .collect();
        assert!(
            weights.contains(&&Value::from("asked")),
            "{value} {weights:?}"
        );
        assert_eq!(first(&asked(Some("dmy"))).1, "2021-04-03");
        assert_eq!(first(&asked(Some("mdy"))).1, "2021-03-04");
    }

    #[test]
    fn a_column_without_a_header_goes_by_its_letter() {
        let sheet = "Kolumna 1,Kolumna 2\n2019-03-05,Most otwarto\n2020-04-06,Droga\n";
        let events = |map: Vec<(String, String)>| {
            let asked = Asked {
                map,
                ..Asked::default()
            };
            let brought = bring(Vec::new(), sheet.into(), &asked).unwrap();
            (column_names(&brought.headers), brought.events)
        };
        assert_eq!(events(Vec::new()), (vec!["A".into(), "B".into()], 0));
        let map = [("date", "A"), ("title", "B")].map(|(role, name)| (role.into(), name.into()));
        assert_eq!(events(map.into()).1, 2);
    }

    #[test]
    fn dates_are_read_in_the_language_that_is_asked_for() {
        let sheet = "Дата,Назва\n20 березня 2023,Міст\n3/4/2021,План\n";
        let dates = |brought: Brought| {
            let events = brought
                .article
                .get("events")
                .and_then(Value::as_array)
                .cloned();
            let events = events.unwrap_or_default();
            let date = |event: Value| event.get("date").cloned().unwrap_or_default();
            let value = |date: Value| date.get("value").cloned().unwrap_or(date);
            events.into_iter().map(date).map(value).collect::<Vec<_>>()
        };
        let asked = Asked {
            language: Some("uk".into()),
            map: vec![
                ("date".into(), "Дата".into()),
                ("title".into(), "Назва".into()),
            ],
            ..Asked::default()
        };
        let brought = bring(Vec::new(), sheet.into(), &asked).unwrap();
        assert_eq!(dates(brought), ["2023-03-20", "2021-04-03"]);
    }
}
