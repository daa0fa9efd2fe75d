//! Fields under other names.

use dateline::article::{Problem, Value, spelling::nearest};

use super::{Remedy, Sure, at};

/// What other tools, and editors who write from memory, call our fields. Of those that an
/// object knows the first is meant.
const NAMES: &[(&str, &str)] = &[
    ("country", "countries code"),
    ("nation", "countries country"),
    ("places", "countries"),
    ("location", "countries dateline"),
    ("person", "speaker people"),
    ("persons", "people"),
    ("actors", "people"),
    ("who", "speaker people"),
    ("by", "speaker credit"),
    ("author", "speaker name"),
    ("url", "src url links"),
    ("uri", "src url"),
    ("link", "url links"),
    ("href", "url src"),
    ("unit", "label"),
    ("amount", "value"),
    ("number", "value"),
    ("count", "value"),
    ("name", "title label headline"),
    ("heading", "headline title"),
    ("description", "text summary alt label"),
    ("desc", "text summary alt label"),
    ("body", "text"),
    ("content", "text"),
    ("abstract", "summary"),
    ("standfirst", "summary"),
    ("when", "date"),
    ("day", "date"),
    ("time", "date"),
    ("start", "date since"),
    ("start_date", "date since"),
    ("startdate", "date since"),
    ("year", "date since"),
    ("datetime", "date published"),
    ("photo", "image src"),
    ("picture", "image src"),
    ("img", "image src"),
    ("category", "groups"),
    ("categories", "groups"),
    ("group", "groups"),
    ("tags", "groups"),
    ("lang", "language"),
    ("locale", "language"),
    ("publisher", "name"),
    ("title", "name headline role"),
    ("job", "role"),
    ("position", "role"),
    ("function", "role"),
    ("nationality", "country"),
    ("caption", "title text"),
    ("copyright", "credit"),
    ("statement", "text"),
    ("quotation", "quote"),
    ("aliases", "also"),
    ("reason", "why"),
    ("explanation", "why note"),
    ("id", "code"),
    ("important", "key"),
    ("highlight", "key"),
];

/// What an unknown field most likely was meant to be.
pub fn meant(data: &Value, problem: &Problem) -> Option<Remedy> {
    let (holder, _) = problem.path.rsplit_once('/')?;
    let (object, value) = (at(data, holder), at(data, &problem.path));
    let known: Vec<&str> = problem.arguments.iter().map(String::as_str).collect();
    let is_free = |name: &&str| known.contains(name) && object.member(name).is_null();
    let found = problem.found.to_lowercase();
    let exact = NAMES.iter().find(|(name, _)| *name == found);
    let own = nearest(&problem.found, known.iter().copied());
    // “descripton”; but “titel” is nearer to a name of ours.
    let near = || {
        let name = nearest(
            &found,
            NAMES
                .iter()
                .map(|(name, _)| *name)
                .filter(|name| name.len() > 5),
        )?;
        NAMES.iter().find(|(other, _)| *other == name)
    };
    if let Some((_, names)) = exact.or_else(|| near().filter(|_| own.is_none()))
        && let Some(name) = names.split(' ').find(is_free)
    {
        let value = shaped(name, value);
        let sure = match (found.as_str(), name) {
            ("country", "countries") | ("group" | "category", "groups") => Sure::Certainly,
            _ => Sure::Perhaps,
        };
        return Some(Remedy::Name(name.to_owned(), Some(value), sure));
    }
    let name = own?;
    let sure = if is_free(&name) {
        Sure::Certainly
    } else {
        Sure::Perhaps
    };
    Some(Remedy::Name(name.to_owned(), None, sure))
}

/// The value, in a list where the field is one; an address as a link.
fn shaped(name: &str, value: &Value) -> Value {
    let is_list = matches!(name, "countries" | "people" | "groups" | "also");
    match value {
        Value::String(address) if name == "links" => {
            let host = address.split("//").last().unwrap_or_default();
            let host = host.split('/').next().unwrap_or_default();
            Value::Array(vec![Value::Object(vec![
                ("url".into(), value.clone()),
                ("text".into(), Value::String(host.to_owned())),
            ])])
        }
        Value::String(_) if is_list => Value::Array(vec![value.clone()]),
        _ => value.clone(),
    }
}
