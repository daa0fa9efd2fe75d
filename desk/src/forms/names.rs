use std::{collections::HashMap, rc::Rc};

/// Names of countries: how each is called in the article's language, and every name by which
/// it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Code and name, in the order of the names.
    shown: Rc<Vec<(Rc<str>, Rc<str>)>>,
    /// Names in small letters and their codes; longer ones first.
    known: Rc<Vec<(Rc<str>, Rc<str>)>>,
    /// Names in small letters and their codes, of languages that are not at hand.
    elsewhere: Rc<HashMap<String, String>>,
}

impl Names {
    /// Of lists of codes and names, a language each; the first has those that are shown.
    #[must_use]
    pub fn new(languages: &[Vec<(String, String)>]) -> Names {
        let shared = |(code, name): &(String, String)| (Rc::from(&**code), Rc::from(&**name));
        let mut shown: Vec<(Rc<str>, Rc<str>)> = languages
            .first()
            .into_iter()
            .flatten()
            .map(shared)
            .collect();
        shown.sort_by(|a, b| a.1.cmp(&b.1));
        let all = languages.iter().flatten();
        let mut known: Vec<(Rc<str>, Rc<str>)> = all
            .map(|(code, name)| (Rc::from(name.to_lowercase()), Rc::from(&**code)))
            .collect();
        known.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        known.dedup();
        Names {
            shown: Rc::new(shown),
            known: Rc::new(known),
            elsewhere: Rc::default(),
        }
    }

    /// The same, which know names of other languages, too, where a country is asked for by name.
    /// In a text they name nothing: what is a country in one language is a word in another.
    #[must_use]
    pub fn and_elsewhere(self, elsewhere: Rc<HashMap<String, String>>) -> Names {
        Names { elsewhere, ..self }
    }

    /// Every country that is known: code and name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shown.iter().map(|(code, name)| (&**code, &**name))
    }

    /// A country's name, or the code where it has none.
    #[must_use]
    pub fn of<'n>(&'n self, code: &'n str) -> &'n str {
        let found = self.shown.iter().find(|(other, _)| **other == *code);
        found.map_or(code, |(_, name)| name)
    }

    /// The code of a country by its name in any of the languages, or by its code.
    #[must_use]
    pub fn code(&self, name: &str) -> Option<&str> {
        let small = name.trim().to_lowercase();
        let by_name = self.known.iter().find(|(other, _)| **other == *small);
        let by_code = || {
            let large = small.to_uppercase();
            self.shown.iter().find(|(code, _)| **code == *large)
        };
        by_name
            .map(|(_, code)| &**code)
            .or_else(|| by_code().map(|(code, _)| &**code))
            .or_else(|| self.elsewhere.get(&small).map(String::as_str))
    }

    /// The codes of the countries that a text names, in the order in which they stand there.
    #[must_use]
    pub fn named(&self, text: &str) -> Vec<&str> {
        let text = text.to_lowercase();
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for (name, code) in self.known.iter().filter(|(name, _)| name.len() > 3) {
            for (at, _) in text.match_indices(&**name) {
                let end = at + name.len();
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                let after = text.get(end..).and_then(|text| text.chars().next());
                let stands_alone = [before, after]
                    .iter()
                    .all(|sign| sign.is_none_or(|sign| !sign.is_alphanumeric()));
                let within = found.iter().any(|(from, to, _)| *from <= at && end <= *to);
                if stands_alone && !within {
                    found.push((at, end, code));
                }
            }
        }
        found.sort_unstable();
        let mut codes: Vec<&str> = Vec::new();
        for (_, _, code) in found {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let list = |all: &[(&str, &str)]| {
            let all = all.iter();
            all.map(|(code, name)| ((*code).to_owned(), (*name).to_owned()))
                .collect()
        };
        Names::new(&[
            list(&[("SD", "Sudan"), ("SS", "South Sudan"), ("UA", "Ukraine")]),
            list(&[("UA", "Україна")]),
        ])
    }

    #[test]
    fn countries_are_known_by_name_in_any_language_and_by_code() {
        let names = names();
        for known in ["Ukraine", "україна", " ua ", "UA"] {
            assert_eq!(names.code(known), Some("UA"), "{known}");
        }
        assert_eq!(names.code("Atlantis"), None);
        assert_eq!(names.of("UA"), "Ukraine");
    }

    #[test]
    fn names_of_other_languages_are_known_where_they_are_asked_for() {
        let elsewhere = [("soudan".to_owned(), "SD".to_owned())].into();
        let names = names().and_elsewhere(Rc::new(elsewhere));
        assert_eq!(names.code("Soudan"), Some("SD"));
        assert!(names.named("The soudan of old").is_empty());
    }

    #[test]
    fn a_name_within_another_is_not_named() {
        assert_eq!(
            names().named("In South Sudan, as in Ukraine, and Ukrainians"),
            ["SS", "UA"]
        );
        assert_eq!(names().named("Sudan and South Sudan"), ["SD", "SS"]);
    }
}
