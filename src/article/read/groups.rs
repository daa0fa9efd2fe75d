use super::ids::Ids;
use crate::article::{Text, limits};

/// The groups that events were put into so far, in order of first mention.
#[derive(Default)]
pub(super) struct Groups {
    names: Vec<Text>,
    positions: Ids,
}

impl Groups {
    /// The position of a group, which joins the others when it is new and there is room.
    pub(super) fn position(&mut self, name: Text) -> Option<usize> {
        if let Some(Some(position)) = self.positions.find(&name) {
            return Some(position);
        }
        let position = self.names.len();
        if position == limits::ENTRIES {
            return None;
        }
        self.positions.place(&name, position);
        self.names.push(name);
        Some(position)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.names.len()
    }

    /// Forgets all but the first so many.
    pub(super) fn truncate(&mut self, count: usize) {
        while self.names.len() > count
            && let Some(name) = self.names.pop()
        {
            self.positions.remove(&name);
        }
    }

    /// The names of all.
    pub(super) fn names(&self) -> &[Text] {
        &self.names
    }
}
