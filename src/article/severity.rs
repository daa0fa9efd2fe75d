use serde::Serialize;

/// Whether the widget can show what the editor wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Shown, but probably not what was meant.
    Warning,
    /// Left out.
    Error,
}
