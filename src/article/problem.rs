use super::limits;

/// Whether the widget can show what the editor wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Shown, but probably not what was meant.
    Warning,
    /// Left out.
    Error,
}

/// Something wrong in the data, told to the editor.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of problem, such as `impossible-date`.
    pub kind: &'static str,
    /// Where: a JSON Pointer (RFC 6901) such as `/events/3/date/value`. What is
    /// missing has the path it would have.
    pub path: String,
    /// The offending text, shortened; empty when something is missing.
    pub found: String,
    /// A sentence that says what is wrong.
    pub message: String,
    /// A sentence that says how to mend it.
    pub fix: String,
}

impl Problem {
    /// The problem of data that passes [`limits::BYTES`].
    #[must_use]
    pub fn too_large() -> Problem {
        Problem {
            severity: Severity::Error,
            kind: "too-large",
            path: String::new(),
            found: String::new(),
            message: "The data is larger than 64 MiB, so it is not read.".into(),
            fix: "Split the article, or leave out what the reader does not need.".into(),
        }
    }
}

/// Adds a reference token to a JSON Pointer, escaped as RFC 6901, section 3, says.
pub(super) fn push_step(path: &mut String, step: &str) {
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
pub(super) fn shorten(text: &str) -> String {
    let mut short = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == limits::FOUND {
            short.push('…');
            break;
        }
        let control = c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c);
        short.push(if control { ' ' } else { c });
    }
    short
}
