//! The way in that both doors share: the value of any serde deserializer, of
//! `serde_json`'s natively and of `serde_wasm_bindgen`'s in the browser.

#[cfg(any(not(target_os = "unknown"), feature = "import"))]
use std::collections::{HashMap, hash_map::Entry};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{
    Problem, Value,
    budget::{Budget, Group},
};

/// Why [`decode`] gave no value.
#[derive(Debug)]
pub enum Refusal<E> {
    /// One of the [`limits`](super::limits) was passed.
    Limit(Problem),
    /// What came is no JSON value: the deserializer's own error.
    Decoder(E),
}

/// Decodes a value, counting as it goes.
///
/// # Errors
/// The deserializer's own error, or the limit that was passed.
///
/// ```
/// use dateline::article::{Value, decode::decode};
/// let mut json = serde_json::Deserializer::from_str(r#"{"events": []}"#);
/// let value = decode(&mut json).unwrap();
/// assert_eq!(value, Value::Object(vec![("events".into(), Value::Array(vec![]))]));
/// ```
pub fn decode<'de, D: Deserializer<'de>>(from: D) -> Result<Value, Refusal<D::Error>> {
    Pieces::default().take(from)
}

/// The pieces of one tree, which somebody else walks through: see [`limits::PIECE`].
///
/// [`limits::PIECE`]: super::limits::PIECE
#[derive(Debug, Default)]
pub struct Pieces {
    budget: Budget,
}

impl Pieces {
    /// Decodes the piece that `way` leads to: the name of a member of the tree's object and,
    /// where that is a list, the position of an entry.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn piece<'de, D: Deserializer<'de>>(
        &mut self,
        way: &[&str],
        from: D,
    ) -> Result<Value, Refusal<D::Error>> {
        self.budget.go_to(way);
        let way = way.iter().rev();
        self.take(from).map_err(|refusal| {
            // The way in comes after what is inside, as it is noted on the way out.
            way.for_each(|step| self.budget.came_from((*step).to_owned()));
            self.budget.refusal().map_or(refusal, Refusal::Limit)
        })
    }

    fn take<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<Value, Refusal<D::Error>> {
        let budget = &mut self.budget;
        let taken = Seed { budget }.deserialize(from);
        taken.map_err(|error| match self.budget.refusal() {
            Some(problem) => Refusal::Limit(problem),
            None => Refusal::Decoder(error),
        })
    }
}

/// Decodes one value.
struct Seed<'b> {
    budget: &'b mut Budget,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.budget.count()?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.into()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let budget = self.budget;
        budget.enter(Group::List)?;
        let mut items = Vec::new();
        loop {
            let seed = Seed { budget };
            match from.next_element_seed(seed) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => break,
                Err(error) => {
                    budget.came_from(items.len().to_string());
                    return Err(error);
                }
            }
        }
        budget.leave();
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let budget = self.budget;
        budget.enter(Group::Object)?;
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some(name) = from.next_key()? {
            let seed = Seed { budget };
            match from.next_value_seed(seed) {
                Ok(value) => members.push((name, value)),
                Err(error) => {
                    budget.came_from(name);
                    return Err(error);
                }
            }
        }
        budget.leave();
        // In the browser `JSON.parse` has seen to that.
        #[cfg(any(not(target_os = "unknown"), feature = "import"))]
        let members = without_repeats(members);
        Ok(Value::Object(members))
    }
}

/// Of members with the same name the last value counts, at the place of the first, as in
/// JavaScript.
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
fn without_repeats(members: Vec<(String, Value)>) -> Vec<(String, Value)> {
    // Nearly every object is small and without repeats.
    let differ = |(at, (name, _)): (usize, &(String, Value))| {
        members.iter().take(at).all(|(other, _)| other != name)
    };
    if members.len() <= 16 && members.iter().enumerate().all(differ) {
        return members;
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut unique: Vec<(String, Value)> = Vec::with_capacity(members.len());
    for (name, value) in members {
        match places.entry(name) {
            Entry::Vacant(place) => {
                let name = place.key().clone();
                place.insert(unique.len());
                unique.push((name, value));
            }
            Entry::Occupied(place) => {
                if let Some(member) = unique.get_mut(*place.get()) {
                    member.1 = value;
                }
            }
        }
    }
    unique
}
