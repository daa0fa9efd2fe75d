/// Why a text is not a date, in words for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// `impossible-date`, `ungrammatical-date` or `end-before-start`.
    pub kind: &'static str,
    /// A sentence that names what is wrong.
    pub message: String,
    /// A sentence that says how to mend it.
    pub fix: String,
}

impl std::fmt::Display for DateError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)?;
        out.write_str(" ")?;
        out.write_str(&self.fix)
    }
}

impl std::error::Error for DateError {}

// Sentences are joined from slices of what was written: no formatting machinery.
impl DateError {
    /// The text does not follow the grammar: `“text” what.`
    #[cold]
    pub(super) fn ungrammatical(text: &str, what: &str, fix: &str) -> DateError {
        DateError {
            kind: "ungrammatical-date",
            message: ["“", &excerpt(text), "” ", what].concat(),
            fix: fix.into(),
        }
    }

    /// The text follows the grammar, but there is no such date.
    #[cold]
    pub(super) fn impossible(message: &[&str], fix: &[&str]) -> DateError {
        DateError {
            kind: "impossible-date",
            message: message.concat(),
            fix: fix.concat(),
        }
    }

    /// The range runs backwards.
    #[cold]
    pub(super) fn backwards(start: &str, end: &str) -> DateError {
        let (start, end) = (excerpt(start), excerpt(end));
        DateError {
            kind: "end-before-start",
            message: ["The end, ", &end, ", is before the start, ", &start, "."].concat(),
            fix: "Write the earlier date first.".into(),
        }
    }
}

/// The beginning of a text, so that a message stays one line.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.get(..text.floor_char_boundary(LONGEST)) {
        Some(start) if start.len() < text.len() => [start, "…"].concat(),
        _ => text.into(),
    }
}
