use std::fmt;

/// A country's ISO 3166-1 alpha-2 code: two capital letters that are assigned.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 2]);

impl Code {
    /// The assigned code that `text` is, if it is one. Case matters: codes are capitals.
    #[must_use]
    pub fn new(text: &str) -> Option<Code> {
        let [a, b] = *text.as_bytes() else {
            return None;
        };
        (a.is_ascii_uppercase() && b.is_ascii_uppercase()).then_some(Code([a, b]))
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Both bytes are ASCII capitals by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
