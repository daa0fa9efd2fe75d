use std::collections::VecDeque;

/// What waits to be kept, by work: of each only the latest, the longest waiting first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<T> {
    all: VecDeque<(u64, T)>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Waiting<T> {
        Waiting {
            all: VecDeque::new(),
        }
    }
}

impl<T> Waiting<T> {
    /// Has a work's latest wait, in place of what waited of it.
    pub fn put(&mut self, id: u64, latest: T) {
        match self.all.iter_mut().find(|(other, _)| *other == id) {
            Some((_, waiting)) => *waiting = latest,
            None => self.all.push_back((id, latest)),
        }
    }

    /// Has what could not be kept wait again, where nothing later of its work does.
    pub fn put_back(&mut self, id: u64, older: T) {
        if !self.has(id) {
            self.all.push_back((id, older));
        }
    }

    /// Whether anything of a work waits.
    #[must_use]
    pub fn has(&self, id: u64) -> bool {
        self.all.iter().any(|(other, _)| *other == id)
    }

    /// What is to be kept next.
    pub fn take(&mut self) -> Option<(u64, T)> {
        self.all.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_work_waits_with_its_latest() {
        let mut waiting = Waiting::default();
        waiting.put(1, "a");
        waiting.put(2, "b");
        waiting.put(1, "c");
        assert!(waiting.has(1));
        assert_eq!(waiting.take(), Some((1, "c")));
        assert!(!waiting.has(1));
        waiting.put(1, "d");
        waiting.put_back(1, "c");
        waiting.put_back(3, "e");
        assert_eq!(waiting.take(), Some((2, "b")));
        assert_eq!(waiting.take(), Some((1, "d")));
        assert_eq!(waiting.take(), Some((3, "e")));
        assert_eq!(waiting.take(), None);
    }
}
