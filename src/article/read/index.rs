use crate::article::order::sorted;

/// Ids, or their absence, in the order of the data, with a sorted order over them to
/// find one and to tell a repeat.
pub(super) struct Index<'v> {
    ids: Vec<Option<&'v str>>,
    order: Vec<u32>,
}

impl<'v> Index<'v> {
    pub(super) fn new(ids: Vec<Option<&'v str>>) -> Self {
        let order = sorted(ids.len(), &|a, b| ids.get(a).cmp(&ids.get(b)));
        Index { ids, order }
    }

    /// The first entry that bears this id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let key = Some(&Some(id));
        let at = self
            .order
            .partition_point(|entry| self.ids.get(*entry as usize) < key);
        let entry = *self.order.get(at)? as usize;
        (self.ids.get(entry) == key).then_some(entry)
    }

    /// The earlier entry that already bears the id of this one.
    pub(super) fn repeated(&self, entry: usize) -> Option<usize> {
        let id = (*self.ids.get(entry)?)?;
        self.find(id).filter(|first| *first != entry)
    }
}
