//! The sentences for an editor, out of the file that the browser fetches too. There
//! `www/desk.js` does what this does.

use std::sync::LazyLock;

use serde_json::Value;

use super::{DateError, Mistake, Problem, spelling::nearest};

/// The sentences, and words that they choose from.
static FILE: LazyLock<Value> = LazyLock::new(|| {
    let file = include_str!("../../www/problems.json");
    serde_json::from_str(file).unwrap_or_default()
});

impl Problem {
    /// A sentence that says what is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        self.told("message")
    }

    /// A sentence that says how to mend it.
    #[must_use]
    pub fn fix(&self) -> String {
        self.told("fix")
    }

    fn told(&self, part: &str) -> String {
        if self.mistake == Mistake::UnknownKey
            && let Some(meant) = nearest(&self.found, &self.arguments)
        {
            return told("unknown-key/meant", part, &|place| match place {
                "0" => Some(meant.into()),
                place => self.word(place),
            });
        }
        told(self.mistake.key(), part, &|place| self.word(place))
    }

    /// What stands at a place of a sentence: one of the arguments by its number, or
    /// what the problem itself knows.
    fn word(&self, place: &str) -> Option<String> {
        let step = |step: &str| step.replace("~1", "/").replace("~0", "~");
        let is_key = |step: &&str| step.bytes().any(|byte| !byte.is_ascii_digit());
        let steps: Vec<&str> = self.path.split('/').skip(1).collect();
        let mut steps = steps.into_iter();
        Some(match place {
            "found" => self.found.clone(),
            "field" => step(steps.next_back().unwrap_or_default()),
            // The key of whatever this is a member of.
            "holder" => {
                steps.next_back();
                step(steps.rfind(is_key).unwrap_or_default())
            }
            "name" => match steps.next_back() {
                None => "The article".into(),
                Some(key) if is_key(&key) => format!("“{}”", step(key)),
                Some(_) => format!("An entry of “{}”", step(steps.rfind(is_key)?)),
            },
            _ => return nth(&self.arguments, place),
        })
    }
}

impl DateError {
    /// A sentence that names what is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        told(self.mistake.key(), "message", &|place| {
            nth(&self.arguments, place)
        })
    }

    /// A sentence that says how to mend it.
    #[must_use]
    pub fn fix(&self) -> String {
        told(self.mistake.key(), "fix", &|place| {
            nth(&self.arguments, place)
        })
    }
}

fn nth(arguments: &str, place: &str) -> Option<String> {
    let at = place.parse().ok()?;
    arguments.split('\n').nth(at).map(Into::into)
}

/// The text at the end of these keys of the file.
fn text(keys: &[&str]) -> Option<&'static str> {
    let end = keys.iter().try_fold(&*FILE, |at, key| at.get(key));
    end?.as_str()
}

/// A sentence with its places filled: `{0}` takes a word, `{month:0}` the word that the
/// list “month” has for it, or for all others (`*`). Braces around anything else are braces.
fn told(key: &str, part: &str, word: &dyn Fn(&str) -> Option<String>) -> String {
    let mut rest = text(&["sentences", key, part]).unwrap_or_default();
    let mut told = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        told.push_str(before);
        let filled = after.split_once('}').and_then(|(place, after)| {
            let filled = match place.split_once(':') {
                Some((list, place)) => {
                    let word = word(place)?;
                    let chosen = text(&["words", list, &word]);
                    let chosen = chosen.or_else(|| text(&["words", list, "*"]));
                    chosen.map_or(word, Into::into)
                }
                None => word(place)?,
            };
            Some((filled, after))
        });
        match filled {
            Some((filled, after)) => {
                told.push_str(&filled);
                rest = after;
            }
            None => {
                told.push('{');
                rest = after;
            }
        }
    }
    told + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// The key of the sentence for a misspelt name, which no mistake has by itself.
    const MEANT: &str = "unknown-key/meant";

    /// The places in both sentences of a key, with the list that each chooses from.
    fn places(key: &str) -> Vec<(Option<String>, String)> {
        let mut places = Vec::new();
        for part in ["message", "fix"] {
            let sentence = text(&["sentences", key, part]).unwrap();
            for place in sentence.split('{').skip(1) {
                // Some braces are only braces.
                let Some((place, _)) = place.split_once('}') else {
                    continue;
                };
                if place.contains(|c: char| !c.is_alphanumeric() && c != ':') {
                    continue;
                }
                let (list, place) = match place.split_once(':') {
                    Some((list, place)) => (Some(list.to_owned()), place),
                    None => (None, place),
                };
                places.push((list, place.to_owned()));
            }
        }
        places
    }

    /// What a part of the file has.
    fn keys(part: &str) -> BTreeSet<&'static str> {
        let part = FILE.get(part).unwrap().as_object().unwrap();
        part.keys().map(String::as_str).collect()
    }

    #[test]
    fn mistakes_and_sentences_belong_together() {
        let of_file = keys("sentences");
        let keys = Mistake::ALL.iter().map(|mistake| mistake.key());
        let keys: BTreeSet<&str> = keys.chain([MEANT]).collect();
        assert_eq!(keys, of_file);
        assert_eq!(keys.len(), Mistake::ALL.len() + 1, "no key stands twice");
        // The program tells a mistake's number, by which the page finds its sentences.
        let file = include_str!("../../www/problems.json");
        let places = Mistake::ALL.iter().map(|mistake| {
            let line = format!("\n    \"{}\": {{", mistake.key());
            file.find(&line)
        });
        assert!(places.clone().all(|place| place.is_some()), "all are there");
        assert!(
            places.is_sorted(),
            "the sentences stand in the order of `Mistake`"
        );
    }

    #[test]
    fn sentences_have_a_place_for_every_word_and_no_other() {
        let mut lists = BTreeSet::new();
        let words = Mistake::ALL
            .iter()
            .map(|mistake| (mistake.key(), mistake.words()));
        for (key, words) in words.chain([(MEANT, 1)]) {
            let mut numbers = BTreeSet::new();
            for (list, place) in places(key) {
                if let Ok(number) = place.parse::<usize>() {
                    numbers.insert(number);
                } else {
                    let known = ["found", "field", "holder", "name"];
                    assert!(known.contains(&place.as_str()), "{key}: {place}");
                }
                lists.extend(list);
            }
            // The names that an unknown one is compared with stand in no sentence.
            let words = if key == "unknown-key" { 0 } else { words };
            assert_eq!(numbers, (0..words).collect(), "{key}");
        }
        let lists: BTreeSet<&str> = lists.iter().map(String::as_str).collect();
        assert_eq!(lists, keys("words"));
    }

    #[test]
    fn every_mistake_is_made_somewhere() {
        let mut source = String::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    source += &fs::read_to_string(path).unwrap();
                }
            }
        }
        for mistake in Mistake::ALL {
            let name = format!("Mistake::{mistake:?}");
            let made = source.split(&name).skip(1);
            let whole = made.filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
            assert!(whole.count() > 0, "{name}");
        }
    }

    #[test]
    fn places_are_filled_and_other_braces_stay() {
        let word = |place: &str| (place == "0").then(|| "02".to_owned());
        assert_eq!(
            told("impossible-date/month", "message", &word),
            "There is no such month as in 02."
        );
        let problem = Problem {
            path: "/countries/3/claims/0/events/1".into(),
            ..Problem::of_all(Mistake::NotText, "5".into())
        };
        assert_eq!(
            problem.message(),
            "An entry of “events” must be text in quotation marks, but it is an object; it is left out."
        );
        let problem = Problem::of_all(Mistake::PassageChanged, "a\nb\nc\n{+d+}".into());
        assert!(problem.fix().ends_with("{+…+} only in the article: {+d+}"));
    }
}
