use super::ids::Ids;
use crate::article::Text;

/// What is put into the article by being mentioned: ids or names in order of first mention.
#[derive(Default)]
pub(super) struct Mentioned {
    pub(super) names: Vec<Text>,
    /// Their positions; of a card that was left out none is known.
    pub(super) positions: Ids,
}

impl Mentioned {
    /// The position of a name, which joins the others when it is new.
    pub(super) fn position(&mut self, name: &Text) -> usize {
        if let Some(Some(position)) = self.positions.find(name) {
            return position;
        }
        let position = self.names.len();
        self.positions.place(name, position);
        self.names.push(name.clone());
        position
    }

    /// Forgets all but the first so many.
    pub(super) fn truncate(&mut self, count: usize) {
        while self.names.len() > count
            && let Some(name) = self.names.pop()
        {
            self.positions.remove(&name);
        }
    }
}
