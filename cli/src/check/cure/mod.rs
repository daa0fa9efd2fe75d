//! Cures: what the data should say instead.

mod country;
mod date;
mod field;
mod months;
mod near;
mod shape;

use dateline::{
    article::{Mistake, Problem, Value},
    check::{markup, three_letters},
};

use super::{
    edit::Edit,
    file::{Located, unmarked},
    places::Places,
};

/// What the data should say instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Cure {
    /// A sentence that says so.
    pub says: String,
    /// The changes of the file that it takes.
    pub edits: Vec<Edit>,
    /// Whether nothing else can have been meant, so that a program may write it.
    pub is_certain: bool,
}

/// Gives each problem its cure, where there is one.
pub fn look(data: &Value, places: &Places<'_>, located: &mut [Located]) {
    for located in located {
        let problem = &located.problem;
        let at = at(data, &problem.path);
        located.cure = match remedy(data, at, problem) {
            Some(remedy) => Some(remedy.in_file(places, problem, at)),
            None => of_parts(data, places, problem).or_else(|| advice(problem, at)),
        };
    }
}

/// A date in parts, as `{"year": 1997, "month": 6}`: its code in place of all of it.
fn of_parts(data: &Value, places: &Places<'_>, problem: &Problem) -> Option<Cure> {
    let is_meant = matches!(problem.mistake, Mistake::MissingField | Mistake::UnknownKey);
    let (holder, name) = problem.path.rsplit_once('/').filter(|_| is_meant)?;
    let code = shape::of_parts(at(data, holder)).filter(|_| holder.ends_with("/date"))?;
    let code = json(&Value::String(code));
    // Of its parts each is told, and it is written once.
    let whole = places.whole(holder).filter(|_| name == "value");
    let edits: Vec<Edit> = whole
        .into_iter()
        .map(|whole| Edit::new(whole, &code))
        .collect();
    Some(Cure {
        says: format!("Write the date as code: {code}."),
        is_certain: !edits.is_empty(),
        edits,
    })
}

/// What to write where nobody can know what was meant.
fn advice(problem: &Problem, at: &Value) -> Option<Cure> {
    let is_date = problem.path.ends_with("/date") || problem.path.ends_with("/date/value");
    let is_blank = at.as_str().is_some_and(|text| text.trim().is_empty());
    let is_missing = problem.mistake == Mistake::MissingField && is_date;
    let is_unwritten = problem.kind() == "ungrammatical-date" && is_blank;
    (is_missing || is_unwritten).then(|| Cure {
        says:
            "Write it as code, such as \"2022-02-24\", \"2022-02\", \"2022\" or \"199X\"; \"XXXX\" \
            when it is not known."
                .to_owned(),
        edits: Vec::new(),
        is_certain: false,
    })
}

/// What is meant to stand at a problem's place.
#[derive(Debug, PartialEq)]
pub enum Remedy {
    /// One of these values, the likelier first. Several are never certain.
    Values(Vec<Value>, Sure),
    /// The member under another name, with another value where there is one.
    Name(String, Option<Value>, Sure),
}

/// Whether nothing else can have been meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sure {
    Certainly,
    Perhaps,
}

fn remedy(data: &Value, at: &Value, problem: &Problem) -> Option<Remedy> {
    let text = at.as_str();
    let known = |values: Vec<String>, sure| {
        let values: Vec<Value> = values.into_iter().map(Value::String).collect();
        (!values.is_empty()).then_some(Remedy::Values(values, sure))
    };
    match problem.mistake {
        Mistake::UnknownKey => field::meant(data, problem),
        Mistake::UnknownCountry | Mistake::SmallCountry => {
            if let Some(id) = near::card(data, text?) {
                return Some(id);
            }
            let language = data.member("language").as_str();
            match country::code(text?, language.unwrap_or("en")) {
                Some(code) => known(vec![code], Sure::Certainly),
                None => near::id(data, "countries", text?),
            }
        }
        Mistake::CodeAsId => Some(Remedy::Name("code".into(), None, Sure::Perhaps)),
        Mistake::UnknownPerson | Mistake::UnknownSpeaker => near::person(data, text?),
        Mistake::UnknownEvent => near::id(data, "events", text?),
        Mistake::UnknownBasis => near::word(text?, &["stated", "inferred", "editor"]),
        Mistake::UnknownCalendar => match text?.to_lowercase() {
            old if old.contains("old") || old.contains("jul") => {
                known(vec!["julian".into()], Sure::Perhaps)
            }
            _ => known(vec!["gregorian".into()], Sure::Perhaps),
        },
        Mistake::MarkupInText => known(vec![markup::plain(text?, unmarked)?], Sure::Certainly),
        Mistake::NotALanguage | Mistake::InvalidLanguage => {
            let short = three_letters(&text?.to_lowercase()).map(str::to_owned);
            let tag = short.or_else(|| country::language(text?))?;
            known(vec![tag], Sure::Certainly)
        }
        Mistake::NorthernSeason => known(problem.arguments.get(1..)?.to_vec(), Sure::Perhaps),
        Mistake::LeapSecond => known(problem.arguments.get(1..)?.to_vec(), Sure::Certainly),
        Mistake::NotSchema => Some(Remedy::Values(vec![Value::Number(1.0)], Sure::Certainly)),
        Mistake::UnsafeLink => known(vec![address(text?)?], Sure::Perhaps),
        Mistake::InvalidId => known(vec![slug(text?)?], Sure::Perhaps),
        Mistake::NotDate
        | Mistake::NotText
        | Mistake::NotAmount
        | Mistake::NotList
        | Mistake::NotFlag => shape::meant(at, problem),
        _ if matches!(problem.kind(), "ungrammatical-date" | "impossible-date") => {
            let codes = date::readings(text?);
            let sure = if codes.len() == 1 {
                Sure::Certainly
            } else {
                Sure::Perhaps
            };
            known(codes, sure)
        }
        _ => None,
    }
}

/// An address without its scheme: “www.example.com/trade”.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let host = text.split('/').next().unwrap_or_default();
    let is_host = host.contains('.')
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    is_host.then(|| format!("https://{text}"))
}

/// An id of the letters, digits and signs that ids may have.
fn slug(text: &str) -> Option<String> {
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let plain = crate::fold(text);
    let kept: String = plain
        .chars()
        .map(|c| if is_kept(&c) { c } else { '-' })
        .collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

impl Remedy {
    fn in_file(self, places: &Places<'_>, problem: &Problem, at: &Value) -> Cure {
        match self {
            Remedy::Values(values, sure) => {
                let codes: Vec<String> = values.iter().map(json).collect();
                let is_certain = sure == Sure::Certainly && codes.len() == 1;
                let edits = codes
                    .first()
                    .and_then(|code| Some(Edit::new(places.whole(&problem.path)?, code)));
                Cure {
                    says: format!("Write {}.", codes.join(" or ")),
                    edits: edits.filter(|_| codes.len() == 1).into_iter().collect(),
                    is_certain,
                }
            }
            Remedy::Name(name, value, sure) => {
                let code = json(&Value::String(name.clone()));
                let mut edits = vec![Edit::new(places.name(&problem.path), &code)];
                let mut says = format!("Did you mean “{name}”?");
                if let Some(value) = value.filter(|value| value != at) {
                    let written = json(&value);
                    says = format!("Write it as {code}: {written}.");
                    let whole = places.whole(&problem.path);
                    edits.extend(whole.map(|whole| Edit::new(whole, &written)));
                }
                Cure {
                    says,
                    edits,
                    is_certain: sure == Sure::Certainly,
                }
            }
        }
    }
}

/// The value at the end of a JSON Pointer.
fn at<'v>(data: &'v Value, path: &str) -> &'v Value {
    path.split('/').skip(1).fold(data, |value, step| {
        let step = step.replace("~1", "/").replace("~0", "~");
        match value {
            Value::Array(items) => step
                .parse()
                .ok()
                .and_then(|at: usize| items.get(at))
                .unwrap_or(&Value::Null),
            value => value.member(&step),
        }
    })
}

/// A value as JSON, in one line.
pub fn json(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => serde_json::to_string(text).unwrap_or_default(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(json).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                format!(
                    "{}: {}",
                    serde_json::to_string(name).unwrap_or_default(),
                    json(value)
                )
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}
