use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Problem, Severity, limits};

/// A JSON value that came through either door: JSON text natively, a JavaScript
/// value in the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, and JavaScript's `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, its members in the order they stand.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Decodes a value, counting as it goes, so that neither deep nor endless data
    /// gets further than the [`limits`].
    ///
    /// # Errors
    /// The decoder's own error, or the limit that was passed.
    pub fn decode<'de, D: Deserializer<'de>>(from: D) -> Result<Value, Refusal<D::Error>> {
        let mut budget = Budget {
            values: 0,
            passed: None,
            steps: Vec::new(),
        };
        let seed = Seed {
            budget: &mut budget,
            depth: 0,
        };
        seed.deserialize(from).map_err(|error| match budget.passed {
            Some(limit) => Refusal::Limit(limit.problem(&budget.steps)),
            None => Refusal::Decoder(error),
        })
    }
}

/// Why [`Value::decode`] gave no value.
#[derive(Debug)]
pub enum Refusal<E> {
    /// A limit was passed.
    Limit(Problem),
    /// What came is no JSON value.
    Decoder(E),
}

/// What was decoded so far.
struct Budget {
    values: usize,
    passed: Option<Limit>,
    /// The way to where the limit was passed, innermost step first.
    steps: Vec<String>,
}

#[derive(Clone, Copy)]
enum Limit {
    Nesting,
    Values,
}

impl Limit {
    fn problem(self, steps: &[String]) -> Problem {
        let mut path = String::new();
        for step in steps.iter().rev() {
            super::problem::push_step(&mut path, step);
        }
        let (kind, message, fix) = match self {
            Limit::Nesting => (
                "too-deep",
                "Lists and objects are nested more than 64 deep, so the data is not read.",
                "Flatten the data: an article needs no more than six levels.",
            ),
            Limit::Values => (
                "too-many-values",
                "The data holds more than 16 million values, so it is not read.",
                "Split the article, or leave out what the reader does not need.",
            ),
        };
        Problem {
            severity: Severity::Error,
            kind,
            path,
            found: String::new(),
            message: message.into(),
            fix: fix.into(),
        }
    }
}

/// Decodes one value at a known depth.
struct Seed<'b> {
    budget: &'b mut Budget,
    depth: usize,
}

impl Seed<'_> {
    fn refuse<E: Error>(&mut self, limit: Limit) -> E {
        self.budget.passed = Some(limit);
        E::custom("limit")
    }

    /// The depth of what stands inside a list or an object at this depth.
    fn deeper<E: Error>(&mut self) -> Result<usize, E> {
        if self.depth >= limits::NESTING {
            return Err(self.refuse(Limit::Nesting));
        }
        Ok(self.depth + 1)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(mut self, from: D) -> Result<Value, D::Error> {
        self.budget.values += 1;
        if self.budget.values > limits::VALUES {
            return Err(self.refuse(Limit::Values));
        }
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut from: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut items = Vec::new();
        loop {
            let seed = Seed {
                budget: self.budget,
                depth,
            };
            match from.next_element_seed(seed) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(Value::Array(items)),
                Err(error) => {
                    self.budget.steps.push(items.len().to_string());
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut from: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some(key) = from.next_key::<String>()? {
            let seed = Seed {
                budget: self.budget,
                depth,
            };
            match from.next_value_seed(seed) {
                Ok(value) => members.push((key, value)),
                Err(error) => {
                    self.budget.steps.push(key);
                    return Err(error);
                }
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        let members = super::json::settle(members);
        Ok(Value::Object(members))
    }
}
