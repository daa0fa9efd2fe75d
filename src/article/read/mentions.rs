use std::collections::HashMap;

use crate::article::Text;

/// What was mentioned so far, in order of first mention, each once.
pub(super) struct Mentions<T> {
    list: Vec<T>,
    /// By name, in a map like that of ids: each kind of map is kilobytes of a download.
    positions: HashMap<Text, Option<usize>>,
}

impl<T> Default for Mentions<T> {
    fn default() -> Self {
        Mentions {
            list: Vec::new(),
            positions: HashMap::new(),
        }
    }
}

impl<T: Clone + Into<Text>> Mentions<T> {
    /// The position of a thing, which joins the others when it is new.
    pub(super) fn position(&mut self, thing: T) -> usize {
        let name = thing.clone().into();
        if let Some(Some(position)) = self.positions.get(&name) {
            return *position;
        }
        let next = self.list.len();
        self.positions.insert(name, Some(next));
        self.list.push(thing);
        next
    }

    /// Whether it was mentioned.
    pub(super) fn contains(&self, thing: &T) -> bool {
        self.positions.contains_key(&thing.clone().into())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Forgets all but the first so many.
    pub(super) fn truncate(&mut self, count: usize) {
        for thing in self.list.drain(count.min(self.list.len())..) {
            self.positions.remove(&thing.into());
        }
    }

    /// All of them.
    pub(super) fn as_slice(&self) -> &[T] {
        &self.list
    }
}
