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

/// A sentence with its places filled: `{0}` takes a word, `{month:0}` the word that the
/// list “month” has for it, or for all others (`*`). Braces around anything else are braces.
fn told(key: &str, part: &str, word: &dyn Fn(&str) -> Option<String>) -> String {
    let sentence = &FILE["sentences"][key][part];
    let mut rest = sentence.as_str().unwrap_or_default();
    let mut told = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        told.push_str(before);
        let filled = after.split_once('}').and_then(|(place, after)| {
            let filled = match place.split_once(':') {
                Some((list, place)) => {
                    let word = word(place)?;
                    let list = &FILE["words"][list];
                    let chosen = list[&word].as_str().or_else(|| list["*"].as_str());
                    chosen.map_or(word.clone(), Into::into)
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
