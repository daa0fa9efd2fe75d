use super::super::members::{items, member, text};
use dateline::article::{Anchor, Code, Date, Value};

/// A fact of the data with the words that it rests on, and the way to it.
pub struct Fact<'v> {
    /// Its JSON Pointer.
    pub path: String,
    /// What a sentence calls it: “The event “coup””.
    pub name: String,
    /// The words.
    pub anchor: Option<Anchor>,
    /// Words that are quoted as somebody's own, for a claim.
    pub quote: Option<&'v str>,
    /// When it was, for an event or an era.
    pub when: Option<When<'v>>,
    /// The countries that an event or an era names.
    pub countries: Vec<&'v str>,
}

/// The date of an event or an era.
pub struct When<'v> {
    pub date: Date,
    /// Where its value is.
    pub path: String,
    /// The article's words for it.
    pub text: Option<&'v str>,
    pub basis: Option<&'v str>,
}

/// A country with its words.
pub struct Named<'v> {
    pub code: &'v str,
    pub names: Vec<&'v str>,
}

/// All facts of the data, in its order.
pub fn facts(data: &Value) -> Vec<Fact<'_>> {
    let mut facts = Vec::new();
    for (list, what) in [("events", "event"), ("eras", "era")] {
        for (at, item) in items(data, list) {
            let path = format!("/{list}/{at}");
            let id = text(item, "id").unwrap_or_default();
            facts.push(Fact {
                name: format!("The {what} “{id}”"),
                anchor: anchor(item),
                quote: None,
                when: when(item, &path),
                countries: strings(item, "countries"),
                path,
            });
        }
    }
    for (at, country) in items(data, "countries") {
        let code = name(country).unwrap_or_default();
        for (list, what) in [("claims", "claim"), ("figures", "figure")] {
            for (entry, item) in items(country, list) {
                facts.push(Fact {
                    path: format!("/countries/{at}/{list}/{entry}"),
                    name: format!("The {what} about {code}"),
                    anchor: anchor(item),
                    quote: text(item, "quote").filter(|_| !is_elsewhere(item)),
                    when: None,
                    countries: Vec::new(),
                });
            }
        }
    }
    facts
}

/// What a card goes by: its code, or its id.
fn name(card: &Value) -> Option<&str> {
    let code = text(card, "code").filter(|code| Code::new(code).is_some());
    code.or_else(|| text(card, "id"))
}

/// The listed countries, and whoever else has a card.
pub fn countries(data: &Value) -> Vec<Named<'_>> {
    let countries = items(data, "countries").filter_map(|(_, item)| {
        let code = name(item)?;
        let mut names = strings(item, "also");
        names.extend(text(item, "name"));
        names.extend(text(item, "short"));
        Some(Named { code, names })
    });
    countries.collect()
}

fn strings<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let strings = items(value, key).filter_map(|(_, item)| match item {
        Value::String(text) => Some(text.as_str()),
        _ => None,
    });
    strings.collect()
}

/// Whether it rests on another document than the article.
fn is_elsewhere(item: &Value) -> bool {
    member(item, "source").is_some_and(|source| text(source, "url").is_some())
}

fn anchor(item: &Value) -> Option<Anchor> {
    let source = member(item, "source").filter(|_| !is_elsewhere(item))?;
    Some(Anchor {
        quote: text(source, "quote")?.into(),
        before: text(source, "before").map(Into::into),
        after: text(source, "after").map(Into::into),
        url: None,
    })
}

fn when<'v>(item: &'v Value, path: &str) -> Option<When<'v>> {
    let date = member(item, "date")?;
    let (value, path) = match date {
        Value::String(value) => (value.as_str(), format!("{path}/date")),
        _ => (text(date, "value")?, format!("{path}/date/value")),
    };
    Some(When {
        date: Date::parse(value).ok()?,
        path,
        text: text(date, "text"),
        basis: text(date, "basis"),
    })
}
