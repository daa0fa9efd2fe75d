//! Everything that is said to the reader, in the article's language.

mod intl;

pub use intl::{Form, Intl, Plural};

/// The interface's words in one language, and the platform's way to write dates and numbers in it.
pub struct Words {
    /// Dates, numbers, plurals and names.
    pub intl: Box<dyn Intl>,
}
