use serde::Serialize;

use super::{Mistake, Severity, Value, limits};

/// Something wrong in the data, told to the editor: what happened, not prose. The
/// sentences are put together where they are read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub mistake: Mistake,
    /// Where: a JSON Pointer (RFC 6901) such as `/events/3/date/value`. What is
    /// missing has the path it would have.
    pub path: String,
    /// The offending text, shortened; empty when something is missing.
    pub found: String,
    /// The words that its sentences need beside these.
    pub arguments: Vec<String>,
}

impl Problem {
    /// A problem of the data as a whole.
    #[must_use]
    pub fn of_all(mistake: Mistake, arguments: Vec<String>) -> Problem {
        Problem {
            severity: mistake.severity(),
            mistake,
            path: String::new(),
            found: String::new(),
            arguments,
        }
    }

    /// The problem of data that somebody could not read, in their words: `why`.
    #[must_use]
    pub fn unread(mistake: Mistake, why: &str) -> Problem {
        Problem::of_all(mistake, vec![in_line(why, limits::WHY)])
    }
}

/// Adds a reference token to a JSON Pointer, escaped as RFC 6901, section 3, says.
pub fn push_step(path: &mut String, step: &str) {
    path.push('/');
    for c in step.chars() {
        match c {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            c => path.push(c),
        }
    }
}

/// The first [`limits::FOUND`] characters of a text, in one line: what a problem may
/// repeat of it, on a terminal too.
pub fn shorten(text: &str) -> String {
    in_line(text, limits::FOUND)
}

/// Texts as the arguments of a problem, each shortened.
pub(super) fn arguments(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| shorten(text)).collect()
}

/// An offending value as a problem repeats it.
pub(super) fn excerpt(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => shorten(&number.to_string()),
        Value::String(text) => shorten(text),
        Value::Array(_) => "[…]".into(),
        Value::Object(_) => "{…}".into(),
    }
}

/// The first `most` characters of a text, in one line.
fn in_line(text: &str, most: usize) -> String {
    let blank = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(most).map(blank).collect();
    if text.chars().nth(most).is_some() {
        short.push('…');
    }
    short
}
