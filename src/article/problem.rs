use super::{Mistake, limits};

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
    /// What is wrong.
    pub mistake: Mistake,
    /// Where: a JSON Pointer (RFC 6901) such as `/events/3/date/value`. What is
    /// missing has the path it would have.
    pub path: String,
    /// The offending text, shortened; empty when something is missing.
    pub found: String,
    /// The words that its sentences need beside these, a line each.
    pub arguments: String,
}

impl Problem {
    /// A problem of the data as a whole.
    #[must_use]
    pub fn of_all(mistake: Mistake, arguments: String) -> Problem {
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
        Problem::of_all(mistake, in_line(why, limits::WHY))
    }

    /// A stable name of the kind of problem, such as `impossible-date`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.mistake.kind()
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
#[inline(never)]
pub fn shorten(text: &str) -> String {
    in_line(text, limits::FOUND)
}

/// The first `most` characters of a text, in one line.
pub(super) fn in_line(text: &str, most: usize) -> String {
    let mut short = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == most {
            short.push('…');
            break;
        }
        let control = c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c);
        short.push(if control { ' ' } else { c });
    }
    short
}

/// Words as the arguments of a problem, each shortened.
#[inline(never)]
pub(super) fn arguments(words: &[&str]) -> String {
    let mut lines = String::new();
    for word in words {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(&shorten(word));
    }
    lines
}
