//! What the desk says. A language is a file of `words/`: lines of a name and what is said,
//! with places `{0}` for what is filled in. Sentences about problems are in a file as the
//! library's own, `problems-uk.json` and the like; those about what was imported are the
//! library's, in English.

use std::{collections::HashMap, sync::LazyLock};

use dateline::article::Sentences;

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

static UKRAINIAN: LazyLock<Sentences> =
    LazyLock::new(|| read(include_str!("../words/problems-uk.json")));
static ARABIC: LazyLock<Sentences> =
    LazyLock::new(|| read(include_str!("../words/problems-ar.json")));

fn read(file: &str) -> Sentences {
    Sentences::of_json(file).unwrap_or_default()
}

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

    /// Its sentences about what is wrong.
    #[must_use]
    pub fn problems(&self) -> &'static Sentences {
        match self.language {
            "uk" => &UKRAINIAN,
            "ar" => &ARABIC,
            _ => Sentences::english(),
        }
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
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use dateline::article::json;
    use serde_json::Value;

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

    /// What of a language's file is filled in, and from which lists: the places of each
    /// sentence, each once, and the words of each list.
    fn made_of(file: &str) -> BTreeMap<String, BTreeSet<String>> {
        let file: Value = serde_json::from_str(file).unwrap();
        let parts = |of: &Value| -> BTreeMap<String, String> {
            let members = of.as_object().unwrap().iter();
            let texts = members.map(|(key, text)| (key.clone(), text.as_str().unwrap().to_owned()));
            texts.collect()
        };
        let mut made = BTreeMap::new();
        for (list, words) in file["words"].as_object().unwrap() {
            made.insert(list.clone(), parts(words).into_keys().collect());
        }
        for (mistake, sentences) in file["sentences"].as_object().unwrap() {
            for (part, text) in parts(sentences) {
                let places = text
                    .split('{')
                    .skip(1)
                    .filter_map(|rest| rest.split_once('}'));
                let places = places.map(|(place, _)| place.rsplit(':').next().unwrap().to_owned());
                if part != "kind" {
                    made.insert(format!("{mistake} {part}"), places.collect());
                }
            }
        }
        made
    }

    #[test]
    fn every_language_has_each_sentence_about_problems_with_all_that_it_is_about() {
        let english = made_of(include_str!("../../www/problems.json"));
        assert!(english.len() > 200);
        for file in [
            include_str!("../words/problems-uk.json"),
            include_str!("../words/problems-ar.json"),
        ] {
            assert_eq!(made_of(file), english);
        }
    }

    #[test]
    fn problems_are_told_in_the_languages_own_sentences() {
        let article = r#"{ "headline": 7, "countries": [{ "code": "UA", "claims": [{ "quote": "x" }] }],
            "events": [{ "id": "a", "title": "T" }] }"#;
        let reading = dateline::article::read(&json::value(article).unwrap());
        let said = |language, path: &str| {
            let problem = reading
                .problems
                .iter()
                .find(|one| one.path == path)
                .unwrap();
            Words::of([language]).problems().message(problem)
        };
        assert_eq!(
            said("uk", "/headline"),
            "«headline» має бути текстом у лапках, а тут число; це пропущено."
        );
        assert_eq!(
            said("uk", "/events/0/date"),
            "Подія: немає «date»; це пропущено."
        );
        assert_eq!(said("ar", "/events/0/date"), "الحدث بلا «date»؛ يُترك ذلك.");
        assert_eq!(
            said("en", "/events/0/date"),
            "The event has no “date”; it is left out."
        );
    }

    #[test]
    fn the_browsers_first_known_language_counts() {
        assert_eq!(Words::of(["pt", "uk-UA", "en"]).language, "uk");
        assert_eq!(Words::of(["xx"]).language, "en");
        assert_eq!(Words::of(["ar-EG"]).direction(), "rtl");
    }
}
