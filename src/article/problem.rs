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
    /// Where: a JSON Pointer (RFC 6901) such as `/events/3/date/value`.
    pub path: String,
    /// The offending text, shortened; empty when something is missing.
    pub found: String,
    /// A sentence that says what is wrong.
    pub message: String,
    /// A sentence that says how to mend it.
    pub fix: String,
}
