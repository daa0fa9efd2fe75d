//! Any serde decoder's value as a [`Value`].

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::settle;
use crate::article::{Budget, Problem, Value};

/// Why [`decode`] gave no value.
pub(super) enum Refusal<E> {
    /// A limit was passed.
    Limit(Problem),
    /// What came is no JSON value.
    Decoder(E),
}

/// Decodes a value, counting as it goes.
///
/// # Errors
/// The decoder's own error, or the limit that was passed.
pub(super) fn decode<'de, D: Deserializer<'de>>(from: D) -> Result<Value, Refusal<D::Error>> {
    let mut budget = Budget::default();
    Seed(&mut budget)
        .deserialize(from)
        .map_err(|error| match budget.refusal() {
            Some(problem) => Refusal::Limit(problem),
            None => Refusal::Decoder(error),
        })
}

/// Decodes one value.
struct Seed<'b>(&'b mut Budget);

/// The error that a passed limit travels up as.
fn limit<E: Error>() -> E {
    E::custom("limit")
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.0.take().ok_or_else(limit)?;
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

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        self.0.enter().ok_or_else(limit)?;
        let mut items = Vec::new();
        loop {
            match from.next_element_seed(Seed(self.0)) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => {
                    self.0.leave();
                    return Ok(Value::Array(items));
                }
                Err(error) => {
                    self.0.came_from(items.len().to_string());
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        self.0.enter().ok_or_else(limit)?;
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some(key) = from.next_key::<String>()? {
            match from.next_value_seed(Seed(self.0)) {
                Ok(value) => members.push((key, value)),
                Err(error) => {
                    self.0.came_from(key);
                    return Err(error);
                }
            }
        }
        self.0.leave();
        Ok(Value::Object(settle(members)))
    }
}
