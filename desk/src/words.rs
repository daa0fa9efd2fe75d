//! What the desk says. A language is a file of `words/`: lines of a name and what is said,
//! with places `{0}` for what is filled in. Sentences about problems and about what was
//! imported are the library's, in English.

use std::collections::HashMap;

/// A language's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The language, a BCP 47 tag.
    pub language: &'static str,
    said: HashMap<&'static str, &'static str>,
}

/// The languages, each with its file. English is the first, and what is missing elsewhere.
const FILES: [(&str, &str); 3] = [
    ("en", include_str!("../words/en.txt")),
    ("uk", include_str!("../words/uk.txt")),
    ("ar", include_str!("../words/ar.txt")),
];

impl Words {
    /// The words of the first of these languages that there are, else English.
    #[must_use]
    pub fn of<'l>(languages: impl IntoIterator<Item = &'l str>) -> Words {
        let known = |tag: &str| {
            let main = tag.split('-').next().unwrap_or_default().to_lowercase();
            FILES.iter().find(|(language, _)| **language == main)
        };
        let found = languages.into_iter().find_map(known);
        let (language, file) = found.copied().unwrap_or(("en", FILES[0].1));
        let mut said = lines(FILES[0].1);
        said.extend(lines(file));
        Words { language, said }
    }

    /// In which direction the language is written.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.language == "ar" { "rtl" } else { "ltr" }
    }

    /// What is said under a name.
    #[must_use]
    pub fn say(&self, name: &'static str) -> &'static str {
        self.said.get(name).copied().unwrap_or(name)
    }

    /// What is said under a name, with its places filled.
    #[must_use]
    pub fn fill(&self, name: &'static str, with: &[&str]) -> String {
        let mut text = self.say(name).to_owned();
        for (at, word) in with.iter().enumerate() {
            text = text.replace(&format!("{{{at}}}"), word);
        }
        text
    }

    /// What is said under a name that is made of two.
    #[must_use]
    pub fn of_choice(&self, label: &str, choice: &str) -> String {
        let name = format!("{label}.{choice}");
        let said = self.said.get(name.as_str()).copied();
        said.unwrap_or(choice).to_owned()
    }
}

fn lines(file: &'static str) -> HashMap<&'static str, &'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_the_same() {
        let english = lines(FILES[0].1);
        for (language, file) in FILES {
            let said = lines(file);
            for (name, text) in &english {
                let other = said.get(name);
                assert!(other.is_some(), "{language} has no {name}");
                for place in ["{0}", "{1}", "{2}"] {
                    let has = other.is_some_and(|other| other.contains(place));
                    assert_eq!(text.contains(place), has, "{language}: {name} {place}");
                }
            }
            assert_eq!(
                said.len(),
                english.len(),
                "{language} has names that English has not"
            );
        }
    }

    #[test]
    fn the_browsers_first_known_language_counts() {
        assert_eq!(Words::of(["pt", "uk-UA", "en"]).language, "uk");
        assert_eq!(Words::of(["xx"]).language, "en");
        assert_eq!(Words::of(["ar-EG"]).direction(), "rtl");
    }
}
