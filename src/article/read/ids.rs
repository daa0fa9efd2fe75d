use std::collections::HashMap;

use crate::article::Text;

/// The ids of one kind of thing, each with the position in the article of what bears it;
/// without one when that was left out.
#[derive(Default)]
pub(super) struct Ids(HashMap<Text, Option<usize>>);

impl Ids {
    /// Adds an id that nothing bears yet. Whether it is one.
    pub(super) fn add(&mut self, id: &Text) -> bool {
        let is_new = !self.contains(id);
        if is_new {
            self.0.insert(id.clone(), None);
        }
        is_new
    }

    /// Notes the position of what bears an id.
    pub(super) fn place(&mut self, id: &Text, position: usize) {
        self.0.insert(id.clone(), Some(position));
    }

    /// Forgets an id.
    pub(super) fn remove(&mut self, id: &Text) {
        self.0.remove(id);
    }

    /// Whether anything bears this id, in the article or left out of it.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// What bears this id: `None` when nothing does, `Some(None)` when that was left out.
    pub(super) fn find(&self, id: &str) -> Option<Option<usize>> {
        self.0.get(id).copied()
    }
}
