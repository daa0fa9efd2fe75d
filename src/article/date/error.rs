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

pub(super) const IMPOSSIBLE: &str = "impossible-date";
pub(super) const UNGRAMMATICAL: &str = "ungrammatical-date";
const BACKWARDS: &str = "end-before-start";

/// The words for one mistake. The grammar hands a reference up, and the sentence is
/// put together once, where the text is known: this keeps the reader small.
pub(super) struct Mistake {
    pub(super) kind: &'static str,
    /// What stands before and after the quoted text.
    pub(super) message: [&'static str; 2],
    pub(super) fix: &'static str,
}

impl Mistake {
    #[cold]
    #[inline(never)]
    pub(super) fn in_text(&self, text: &str) -> DateError {
        let [before, after] = self.message;
        DateError {
            kind: self.kind,
            message: [before, &excerpt(text), after].concat(),
            fix: self.fix.into(),
        }
    }
}

/// The range runs backwards.
#[cold]
pub(super) fn backwards(start: &str, end: &str) -> DateError {
    DateError {
        kind: BACKWARDS,
        message: ["The end, ", end, ", is before the start, ", start, "."].concat(),
        fix: "Write the earlier date first.".into(),
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
