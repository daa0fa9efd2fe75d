use std::cmp::Ordering;

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

/// The numbers below `count` in the order that `compare` gives; equals keep theirs.
/// The one sorting routine of reading, so that the download holds it once.
pub(super) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_unstable_by(|a, b| compare(*a as usize, *b as usize).then(a.cmp(b)));
    order
}

/// Puts what `items` holds into `order`; every number of `order` is taken once.
pub(super) fn arranged<T>(items: Vec<T>, order: &[u32]) -> Vec<T> {
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let taken = order.iter().map(|at| slots.get_mut(*at as usize)?.take());
    taken.flatten().collect()
}
