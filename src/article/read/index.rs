use super::cursor::member;
use crate::article::{Value, limits, order::sorted};

/// The ids of some lists' entries in the order of the data, with a sorted order over
/// them to find one and to tell a repeat.
#[derive(Default)]
pub(super) struct Index<'v> {
    ids: Vec<Option<&'v str>>,
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
                for item in items.iter().take(limits::EVENTS) {
                    ids.push(match member(item, "id") {
                        Value::String(id) => Some(id.as_str()),
                        _ => None,
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
    #[inline(never)]
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let key = Some(&Some(id));
        let at = self
            .order
            .partition_point(|entry| self.ids.get(*entry as usize) < key);
        let entry = *self.order.get(at)? as usize;
        (self.ids.get(entry) == key).then_some(entry)
    }

    /// Whether an earlier entry bears the id of this one.
    pub(super) fn is_repeated(&self, entry: usize) -> bool {
        let id = self.ids.get(entry).copied().flatten();
        id.and_then(|id| self.find(id)) != Some(entry) && id.is_some()
    }
}
