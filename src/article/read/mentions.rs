use std::{collections::HashMap, hash::Hash};

/// What was mentioned so far, in order of first mention, each once.
pub(super) struct Mentions<T> {
    list: Vec<T>,
    positions: HashMap<T, usize>,
}

impl<T> Default for Mentions<T> {
    fn default() -> Self {
        Mentions {
            list: Vec::new(),
            positions: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Mentions<T> {
    /// The position of a thing, which joins the others when it is new.
    pub(super) fn position(&mut self, thing: T) -> usize {
        let next = self.list.len();
        *self.positions.entry(thing).or_insert_with_key(|thing| {
            self.list.push(thing.clone());
            next
        })
    }

    /// Whether it was mentioned.
    pub(super) fn contains(&self, thing: &T) -> bool {
        self.positions.contains_key(thing)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Forgets all but the first so many.
    pub(super) fn truncate(&mut self, count: usize) {
        for thing in self.list.drain(count.min(self.list.len())..) {
            self.positions.remove(&thing);
        }
    }

    /// All of them.
    pub(super) fn as_slice(&self) -> &[T] {
        &self.list
    }
}
