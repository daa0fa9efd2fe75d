use crate::article::{Anchor, Code, Date, Value};

/// A fact of the data with the words that it rests on, and the way to it.
pub struct Fact<'v> {
    /// Its JSON Pointer.
    pub path: String,
    /// What it is: `event`, `era`, `claim` or `figure`.
    pub kind: &'static str,
    /// What it goes by, or the card that it is on.
    pub name: &'v str,
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

/// All facts of the data, in its order; events and eras go by their titles or by their ids.
pub fn facts(data: &Value, is_by_title: bool) -> Vec<Fact<'_>> {
    let known_by = if is_by_title { "title" } else { "id" };
    let mut facts = Vec::new();
    for (list, kind) in [("events", "event"), ("eras", "era")] {
        for (at, item) in data.member(list).items().iter().enumerate() {
            let path = format!("/{list}/{at}");
            facts.push(Fact {
                kind,
                name: item.words(known_by).unwrap_or_default(),
                anchor: anchor(item),
                quote: None,
                when: when(item, &path),
                countries: strings(item, "countries"),
                path,
            });
        }
    }
    for (at, country) in data.member("countries").items().iter().enumerate() {
        let code = name(country).unwrap_or_default();
        for (list, kind) in [("claims", "claim"), ("figures", "figure")] {
            for (entry, item) in country.member(list).items().iter().enumerate() {
                facts.push(Fact {
                    path: format!("/countries/{at}/{list}/{entry}"),
                    kind,
                    name: code,
                    anchor: anchor(item),
                    quote: item.words("quote").filter(|_| !is_elsewhere(item)),
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
    let code = card.words("code").filter(|code| Code::new(code).is_some());
    code.or_else(|| card.words("id"))
}

/// The listed countries, and whoever else has a card.
pub fn countries(data: &Value) -> Vec<Named<'_>> {
    let countries = data.member("countries").items().iter().filter_map(|item| {
        let code = name(item)?;
        let mut names = strings(item, "also");
        names.extend(item.words("name"));
        names.extend(item.words("short"));
        Some(Named { code, names })
    });
    countries.collect()
}

fn strings<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    let items = value.member(key).items().iter();
    items.filter_map(Value::as_str).collect()
}

/// Whether it rests on another document than the article.
fn is_elsewhere(item: &Value) -> bool {
    item.member("source").words("url").is_some()
}

fn anchor(item: &Value) -> Option<Anchor> {
    if is_elsewhere(item) {
        return None;
    }
    let source = item.member("source");
    Some(Anchor {
        quote: source.words("quote")?.into(),
        before: source.words("before").map(Into::into),
        after: source.words("after").map(Into::into),
        url: None,
    })
}

fn when<'v>(item: &'v Value, path: &str) -> Option<When<'v>> {
    let date = item.member("date");
    let (value, path) = match date {
        Value::String(value) => (value.as_str(), format!("{path}/date")),
        _ => (date.words("value")?, format!("{path}/date/value")),
    };
    Some(When {
        date: Date::parse(value).ok()?,
        path,
        text: date.words("text"),
        basis: date.words("basis"),
    })
}
