use crate::article::{Mistake, problem::arguments};

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong; of the kind `impossible-date`, `ungrammatical-date` or
    /// `end-before-start`.
    pub mistake: Mistake,
    /// The words that its sentences need.
    pub arguments: Vec<String>,
}

impl std::fmt::Display for DateError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[cfg(any(not(target_os = "unknown"), feature = "import"))]
        return write!(out, "{} {}", self.message(), self.fix());
        #[cfg(not(any(not(target_os = "unknown"), feature = "import")))]
        return write!(out, "{:?}", self.mistake);
    }
}

impl std::error::Error for DateError {}

impl Mistake {
    /// The error that a date, or a part of one, has this mistake.
    #[cold]
    #[inline(never)]
    pub(super) fn in_date(self, words: &[&str]) -> DateError {
        DateError {
            mistake: self,
            arguments: arguments(words),
        }
    }
}
