use serde::Deserialize;

use super::address::Written;

/// How an instance is to be shown. What the element leaves out is as if it were empty.
#[derive(Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[derive(Default)]
pub(super) struct Options {
    /// The number by which the element is told whose code was at work.
    pub instance: u32,
    /// The widget's name in the page's address.
    pub name: String,
    /// Where in the address the reader's place is written.
    pub address: Option<Written>,
    /// Where the reader is to be, as [`crate::explore::address::place`] says it; without
    /// one, where the address says.
    pub place: Option<String>,
    /// The interface's words, as [`crate::view::Strings::new`] reads them.
    pub words: String,
    /// The countries whose flags are served, as [`crate::view::Flags`] has them.
    pub flags: String,
}
