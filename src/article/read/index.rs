use super::fields::member;
use crate::article::{Value, limits, order::sorted};

/// The ids of some lists' entries in the order of the data, with a sorted order over
/// them to find one and to tell a repeat.
pub(super) struct Index<'v> {
    /// Empty where an entry has none.
    ids: Vec<&'v str>,
    order: Vec<u32>,
    /// For each entry that may be referred to its position in the article, unless it
    /// was left out.
    pub(super) places: Vec<Option<usize>>,
}

impl<'v> Index<'v> {
    /// The ids of these lists of the article, one list after the other.
    pub(super) fn new(root: &'v Value, lists: &[&str]) -> Self {
        let mut ids = Vec::new();
        for list in lists {
            if let Value::Array(items) = member(root, list) {
                for item in items.get(..limits::EVENTS).unwrap_or(items) {
                    ids.push(match member(item, "id") {
                        Value::String(id) => id.as_str(),
                        _ => "",
                    });
                }
            }
        }
        let order = sorted(ids.len(), &|a, b| ids.get(a).cmp(&ids.get(b)));
        Index {
            ids,
            order,
            places: Vec::new(),
        }
    }

    /// The first entry that bears this id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let at = self.order.partition_point(|entry| self.id(*entry) < id);
        let entry = *self.order.get(at)?;
        (!id.is_empty() && self.id(entry) == id).then_some(entry as usize)
    }

    /// The position of what bears this id, if anything does.
    pub(super) fn place(&self, id: &str) -> Option<&Option<usize>> {
        self.places.get(self.find(id)?)
    }

    /// Whether an earlier entry bears the id of this one.
    pub(super) fn is_repeated(&self, entry: usize) -> bool {
        self.find(self.id(entry as u32))
            .is_some_and(|first| first != entry)
    }

    fn id(&self, entry: u32) -> &'v str {
        self.ids.get(entry as usize).copied().unwrap_or_default()
    }
}
