//! The sentences for an editor: in English out of the file that the browser fetches too, where
//! `www/diagnostics.js` does what this does, or out of a file like it in another language.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

use super::{DateError, Mistake, Problem, spelling::nearest};

static ENGLISH: LazyLock<Sentences> = LazyLock::new(|| {
    let file = include_str!("../../www/problems.json");
    Sentences::of_json(file).unwrap_or_default()
});

/// The sentences of one language, and words that they choose from.
///
/// ```
/// use dateline::article::{Sentences, json, read};
///
/// let german = r#"{
///     "words": { "name": { "field": "„{field}“" }, "type": { "number": "eine Zahl" } },
///     "sentences": { "not-text": {
///         "message": "{name} muss ein Text sein, ist aber {type:0}.",
///         "fix": "Schreiben Sie einen Text in Anführungszeichen."
///     } }
/// }"#;
/// let german = Sentences::of_json(german).unwrap();
/// let reading = read(&json::value(r#"{ "headline": 7 }"#).unwrap());
/// let problem = reading.problems.iter().find(|one| one.path == "/headline").unwrap();
/// assert_eq!(german.message(problem), "„headline“ muss ein Text sein, ist aber eine Zahl.");
/// ```
#[derive(Debug, Default, Deserialize)]
pub struct Sentences {
    words: HashMap<String, HashMap<String, String>>,
    sentences: HashMap<Mistake, Sentence>,
}

#[derive(Debug, Deserialize)]
struct Sentence {
    /// The stable name that pages and programs know such problems by, beside the English.
    #[serde(default)]
    kind: String,
    message: String,
    fix: String,
    /// The fix where it is clear what was meant.
    meant: Option<String>,
}

impl Mistake {
    /// The stable name of the kind of problem it is, such as `impossible-date`. Several
    /// mistakes are of one kind.
    #[must_use]
    pub fn kind(self) -> &'static str {
        ENGLISH.sentences.get(&self).map_or("", |of| &of.kind)
    }

    /// How many arguments its sentences take.
    #[must_use]
    pub fn arguments(self) -> usize {
        let sentences = ENGLISH.sentences.get(&self);
        let texts = sentences.map(|of| of.message.clone() + &of.fix);
        let texts = texts.unwrap_or_default();
        let has = |number: &usize| texts.contains(&format!("{number}}}"));
        (0..).take_while(has).count()
    }
}

impl Problem {
    /// The stable name of the kind of problem it is, such as `impossible-date`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.mistake.kind()
    }

    /// A sentence that says what is wrong, in English.
    #[must_use]
    pub fn message(&self) -> String {
        ENGLISH.message(self)
    }

    /// A sentence that says how to mend it, in English.
    #[must_use]
    pub fn fix(&self) -> String {
        ENGLISH.fix(self)
    }
}

impl Sentences {
    /// Those of a file as `www/problems.json`, whose kinds it may leave out.
    ///
    /// # Errors
    /// Where it is no such file, or names a mistake that there is not.
    pub fn of_json(file: &str) -> Result<Sentences, serde_json::Error> {
        serde_json::from_str(file)
    }

    /// The English ones.
    #[must_use]
    pub fn english() -> &'static Sentences {
        &ENGLISH
    }

    /// A sentence that says what is wrong.
    #[must_use]
    pub fn message(&self, problem: &Problem) -> String {
        let sentence = self.sentences.get(&problem.mistake);
        sentence.map_or_else(String::new, |of| self.filled(&of.message, problem))
    }

    /// A sentence that says how to mend it.
    #[must_use]
    pub fn fix(&self, problem: &Problem) -> String {
        let Some(of) = self.sentences.get(&problem.mistake) else {
            return String::new();
        };
        if let Some(sentence) = &of.meant {
            let known = problem.arguments.iter().map(String::as_str);
            if let Some(meant) = nearest(&problem.found, known) {
                return self.fill(sentence, |_| Some(meant.into()));
            }
        }
        self.filled(&of.fix, problem)
    }

    fn filled(&self, sentence: &str, problem: &Problem) -> String {
        self.fill(sentence, |place| self.word(problem, place))
    }

    /// What stands at a place of a sentence: one of the arguments by its number, or
    /// what the problem itself knows.
    fn word(&self, problem: &Problem, place: &str) -> Option<String> {
        let is_key = |step: &&String| step.bytes().any(|byte| !byte.is_ascii_digit());
        let steps = problem.path.split('/').skip(1);
        let steps: Vec<String> = steps
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .collect();
        let (field, above) = match steps.split_last() {
            Some((field, above)) => (field.as_str(), above),
            None => ("", &[][..]),
        };
        // The key of whatever this is a member of.
        let holder = above.iter().rfind(is_key).map_or("", String::as_str);
        let own = |place: &str| match place {
            "found" => Some(problem.found.clone()),
            "field" => Some(field.into()),
            "holder" => Some(holder.into()),
            _ => nth(&problem.arguments, place),
        };
        if place != "name" {
            return own(place);
        }
        let name = match field {
            _ if steps.is_empty() => "article",
            field if is_key(&&field.to_owned()) => "field",
            _ => "entry",
        };
        Some(self.fill(self.listed("name", name)?, own))
    }

    /// What a list has for a word, or for all others (`*`).
    fn listed(&self, list: &str, word: &str) -> Option<&str> {
        let list = self.words.get(list)?;
        let chosen = list.get(word).or_else(|| list.get("*"));
        chosen.map(String::as_str)
    }

    /// A sentence with its places filled: `{0}` takes a word, `{month:0}` the word that the
    /// list “month” has for it. Braces around anything else are braces.
    fn fill(&self, sentence: &str, word: impl Fn(&str) -> Option<String>) -> String {
        let mut rest = sentence;
        let mut filled = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let place = after.split_once('}');
            match place.and_then(|(place, after)| Some((self.choice(place, &word)?, after))) {
                Some((word, after)) => {
                    filled.push_str(&word);
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled + rest
    }

    /// What a place in braces takes.
    fn choice(&self, place: &str, word: impl Fn(&str) -> Option<String>) -> Option<String> {
        let Some((list, place)) = place.split_once(':') else {
            return word(place);
        };
        let word = word(place)?;
        let chosen = self.listed(list, &word).map(str::to_owned);
        Some(chosen.unwrap_or(word))
    }
}

impl DateError {
    /// A sentence that names what is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        self.problem().message()
    }

    /// A sentence that says how to mend it.
    #[must_use]
    pub fn fix(&self) -> String {
        self.problem().fix()
    }

    fn problem(&self) -> Problem {
        Problem::of_all(self.mistake, self.arguments.clone())
    }
}

fn nth(arguments: &[String], place: &str) -> Option<String> {
    arguments.get(place.parse::<usize>().ok()?).cloned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// The places in a sentence, with the list that each chooses from.
    fn places(sentence: &str) -> Vec<(Option<String>, String)> {
        let mut places = Vec::new();
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
        places
    }

    #[test]
    fn mistakes_and_sentences_belong_together() {
        let file = include_str!("../../www/problems.json");
        // A name in the file that is no mistake cannot be read.
        let file = Sentences::of_json(file).unwrap();
        let of_file: BTreeSet<String> = file.sentences.keys().map(name).collect();
        let all: BTreeSet<String> = Mistake::ALL.iter().map(name).collect();
        assert_eq!(all, of_file);
        assert_eq!(all.len(), Mistake::ALL.len());
    }

    fn name(mistake: &Mistake) -> String {
        let name = serde_json::to_value(mistake).unwrap();
        name.as_str().unwrap().to_owned()
    }

    #[test]
    fn sentences_have_a_place_for_every_argument_and_no_other() {
        let mut lists = BTreeSet::new();
        for mistake in Mistake::ALL {
            let sentences = ENGLISH.sentences.get(mistake).unwrap();
            assert!(
                sentences
                    .kind
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            );
            let mut numbers = BTreeSet::new();
            for (list, place) in places(&(sentences.message.clone() + &sentences.fix)) {
                if let Ok(number) = place.parse::<usize>() {
                    numbers.insert(number);
                } else {
                    let known = ["found", "field", "holder", "name"];
                    assert!(known.contains(&place.as_str()), "{mistake:?}: {place}");
                }
                lists.extend(list);
            }
            assert_eq!(numbers, (0..mistake.arguments()).collect(), "{mistake:?}");
            if let Some(meant) = &sentences.meant {
                assert_eq!(places(meant), [(None, "meant".to_owned())]);
            }
        }
        // Those of names are chosen by what the path is of.
        lists.insert("name".to_owned());
        assert_eq!(lists, ENGLISH.words.keys().cloned().collect());
    }

    #[test]
    fn every_mistake_is_made_somewhere() {
        let mut source = String::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folders = vec![root.join("src"), root.join("cli/src")];
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
        let problem = Problem::of_all(Mistake::NoSuchMonth, vec!["02".into()]);
        assert_eq!(problem.message(), "There is no such month as in 02.");
        let problem = Problem {
            path: "/countries/3/claims/0/events/1".into(),
            ..Problem::of_all(Mistake::NotText, vec!["object".into()])
        };
        assert_eq!(
            problem.message(),
            "An entry of “events” must be text in quotation marks, but it is an object; it is left out."
        );
        let problem = Problem::of_all(
            Mistake::PassageChanged,
            ["era", "a", "b", "c", "{+d+}"].map(String::from).into(),
        );
        assert_eq!(
            problem.message(),
            "The sentence of the era “a” is not in b. Nearest to it is this: c"
        );
        assert!(problem.fix().ends_with("{+…+} only in the article: {+d+}"));
    }
}
