//! Files of words as readers fetch them.

use super::{ENGLISH, base_lines, is_variant, lines};

/// Plural forms that stand for themselves only where they differ from `other`.
const FORMS: [&str; 4] = [".zero", ".two", ".few", ".many"];

/// A language's file without what [`Strings::new`](super::Strings::new) does without:
/// remarks, blanks, words that are as in English, and the names of words, which stand in
/// the order of the English file.
#[must_use]
pub fn small_file(text: &str) -> String {
    let given: Vec<(&str, &str)> = lines(text).collect();
    let word = |name: &str| {
        let found = given.iter().rfind(|(own, _)| *own == name);
        found.map(|(_, word)| *word).unwrap_or_default()
    };
    let mut small = String::new();
    for (name, english) in base_lines(ENGLISH) {
        let own = word(name);
        let other = FORMS.iter().find_map(|form| name.strip_suffix(form));
        let is_other = other.is_some_and(|counted| own == word(&format!("{counted}.other")));
        let is_needed = name == "tag" || own != english && !is_other;
        let (name, own) = match (name, is_needed) {
            ("tag", _) => (name, own),
            (_, true) => ("", own),
            (_, false) => ("", ""),
        };
        small += &format!("{name}={own}\n");
    }
    let is_known = |name: &str| base_lines(ENGLISH).any(|(own, _)| own == name);
    for (name, word) in &given {
        if !word.is_empty() && (is_variant(name) || !is_known(name)) {
            small += &format!("{name}={word}\n");
        }
    }
    small
}
