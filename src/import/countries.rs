//! Countries by their names: in columns that hold them, and proposed where texts name them.

use std::{collections::HashMap, iter};

use crate::article::Code;

/// Names that are not in anybody's list of official ones.
const ALIASES: &[(&str, &str)] = &[
    ("uk", "GB"),
    ("great britain", "GB"),
    ("britain", "GB"),
    ("england", "GB"),
    ("usa", "US"),
    ("u.s.", "US"),
    ("u.s.a.", "US"),
    ("united states of america", "US"),
    ("america", "US"),
    ("czech republic", "CZ"),
    ("ivory coast", "CI"),
    ("burma", "MM"),
    ("democratic republic of the congo", "CD"),
    ("dr congo", "CD"),
    ("republic of the congo", "CG"),
    ("hong kong", "HK"),
    ("macau", "MO"),
    ("macao", "MO"),
    ("east timor", "TL"),
    ("cape verde", "CV"),
    ("holland", "NL"),
    ("south korea", "KR"),
    ("north korea", "KP"),
    ("russian federation", "RU"),
    ("uae", "AE"),
    ("drc", "CD"),
    ("vatican", "VA"),
    ("palestine", "PS"),
    ("macedonia", "MK"),
    ("swaziland", "SZ"),
    ("turkey", "TR"),
    ("türkiye", "TR"),
    ("syria", "SY"),
    ("iran", "IR"),
    ("russia", "RU"),
    ("laos", "LA"),
    ("moldova", "MD"),
    ("tanzania", "TZ"),
    ("venezuela", "VE"),
    ("bolivia", "BO"),
    ("taiwan", "TW"),
    ("vietnam", "VN"),
];

/// Names and codes of countries.
#[derive(Debug, Default)]
pub(super) struct Countries {
    /// By the first word: all words of the name, and the code.
    names: HashMap<String, Vec<(Vec<String>, Code)>>,
}

impl Countries {
    pub(super) fn new(given: &[(String, Code)]) -> Countries {
        let mut names: HashMap<String, Vec<(Vec<String>, Code)>> = HashMap::new();
        let aliases = ALIASES
            .iter()
            .filter_map(|(name, code)| Some(((*name).to_string(), Code::new(code)?)));
        for (name, code) in given
            .iter()
            .map(|(name, code)| (name.clone(), *code))
            .chain(aliases)
        {
            for name in named(&name) {
                let words = words(name);
                if let Some(first) = words.first() {
                    let known = names.entry(first.clone()).or_default();
                    if !known.iter().any(|(other, _)| *other == words) {
                        known.push((words, code));
                    }
                }
            }
        }
        for known in names.values_mut() {
            known.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Countries { names }
    }

    /// The code that a word of a list is: itself, or that of a name.
    pub(super) fn code(&self, text: &str) -> Option<Code> {
        let text = text.trim();
        if let Some(code) = Code::new(text) {
            return Some(code);
        }
        let words = words(text);
        let known = self.names.get(words.first()?).into_iter().flatten();
        let found = known
            .into_iter()
            .find(|(name, _)| *name == words)
            .map(|(_, code)| *code);
        // “ua” is a code in small letters; no name is that short.
        found.or_else(|| Code::new(&text.to_ascii_uppercase()).filter(|_| text.len() == 2))
    }

    /// The countries that a text names, each with the name as it stands there.
    pub(super) fn named(&self, text: &str) -> Vec<(Code, String)> {
        let mut found: Vec<(Code, String)> = Vec::new();
        let mut spans = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    spans.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        let word = |at: usize| spans.get(at).and_then(|span| text.get(span.clone()));
        let mut at = 0;
        while let Some(first) = word(at) {
            let mut length = 1;
            // A name begins with a capital, where the script has any.
            let capital = first.chars().next().is_some_and(|c| !c.is_lowercase());
            let known = if capital {
                self.names.get(&first.to_lowercase())
            } else {
                None
            };
            for (name, code) in known.into_iter().flatten() {
                let same = name.iter().enumerate().all(|(offset, part)| {
                    word(at + offset).is_some_and(|word| word.to_lowercase() == *part)
                });
                // “US” and “UK” only as written; “us” is a word.
                let short =
                    first.len() <= 3 && first.chars().any(char::is_lowercase) && first.is_ascii();
                if same && !short {
                    length = name.len();
                    if !found.iter().any(|(other, _)| other == code) {
                        let span = spans.get(at).zip(spans.get(at + length - 1));
                        let written = span.and_then(|(from, to)| text.get(from.start..to.end));
                        found.push((*code, written.unwrap_or(first).to_string()));
                    }
                    break;
                }
            }
            at += length;
        }
        found
    }
}

/// A name with what platforms add to it, and without: “Myanmar (Burma)”, “Myanmar”.
fn named(name: &str) -> impl Iterator<Item = &str> {
    let short = name.split_once(" (").map(|(short, _)| short);
    iter::once(name).chain(short)
}

fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_and_codes() {
        let ukraine = Code::new("UA").unwrap();
        let guinea = Code::new("GN").unwrap();
        let papua = Code::new("PG").unwrap();
        let myanmar = Code::new("MM").unwrap();
        let given = [
            ("Ukraine".to_string(), ukraine),
            ("Guinea".to_string(), guinea),
            ("Papua New Guinea".to_string(), papua),
            ("Myanmar (Burma)".to_string(), myanmar),
        ];
        let countries = Countries::new(&given);
        for (text, code) in [
            ("UA", Some("UA")),
            ("ua", Some("UA")),
            ("ukraine", Some("UA")),
            ("UK", Some("GB")),
            ("Myanmar", Some("MM")),
            ("Myanmar (Burma)", Some("MM")),
            ("Atlantis", None),
            ("", None),
        ] {
            assert_eq!(
                countries.code(text).map(|code| code.to_string()).as_deref(),
                code,
                "{text}"
            );
        }
        let named = |text: &str| -> Vec<String> {
            countries
                .named(text)
                .into_iter()
                .map(|(code, name)| format!("{code} {name}"))
                .collect()
        };
        assert_eq!(
            named("War in Ukraine; Ukraine’s army, Papua New Guinea."),
            ["UA Ukraine", "PG Papua New Guinea"]
        );
        assert!(named("ukraine is small here, and us too").is_empty());
    }
}
