use crate::sorting;

/// What a lane stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Everything.
    All,
    /// A country: a position in `Article::countries`.
    Country(usize),
    /// A person: a position in `Article::people`.
    Person(usize),
    /// A group: a position in `Article::groups`.
    Group(usize),
    /// What is on none of the other lanes.
    Rest,
}

/// Lanes shown at most. Of more countries or people, those with most events have a
/// lane each and the others share the last.
pub const MOST_LANES: usize = 10;

/// Which events are on which lanes.
#[derive(Debug)]
pub(super) struct Lanes {
    pub(super) lanes: Vec<Lane>,
    // The lanes of event e are `of[starts[e]..starts[e + 1]]`.
    starts: Vec<u32>,
    of: Vec<u16>,
}

impl Lanes {
    /// From what each event names, of `total` countries or people. Lanes stand in the
    /// order of the data.
    pub(super) fn new(names: &[&[usize]], total: usize, lane: fn(usize) -> Lane) -> Lanes {
        let mut counts = vec![0u32; total];
        let mut unnamed = false;
        for named in names {
            unnamed |= named.is_empty();
            for at in *named {
                if let Some(count) = counts.get_mut(*at) {
                    *count += 1;
                }
            }
        }
        let used = counts.iter().filter(|count| **count > 0).count();
        let crowded = used > MOST_LANES - usize::from(unnamed);
        unnamed |= crowded;
        let rest = if crowded { MOST_LANES - 1 } else { used } as u16;
        let mut order: Vec<u32> = (0..total as u32).collect();
        sorting::sort_by_key(&mut order, |at| std::cmp::Reverse(counts.get(*at as usize)));
        let most = order.get(..usize::from(rest)).unwrap_or_default();
        let mut lane_of = vec![rest; total];
        let mut lanes = Vec::new();
        for (at, slot) in lane_of.iter_mut().enumerate() {
            if most.contains(&(at as u32)) {
                *slot = lanes.len() as u16;
                lanes.push(lane(at));
            }
        }
        if unnamed {
            lanes.push(Lane::Rest);
        }
        let (mut starts, mut of) = (Vec::new(), Vec::new());
        for named in names {
            let first = of.len();
            starts.push(first as u32);
            // Two that share the last lane put an event there once.
            for lane in 0..=rest {
                let on = |at: &usize| lane_of.get(*at) == Some(&lane);
                if (named.is_empty() && lane == rest) || named.iter().any(on) {
                    of.push(lane);
                }
            }
        }
        starts.push(of.len() as u32);
        Lanes { lanes, starts, of }
    }

    /// The lanes of an event, ascending.
    pub(super) fn of(&self, event: usize) -> &[u16] {
        let bounds = (self.starts.get(event), self.starts.get(event + 1));
        let (Some(from), Some(to)) = bounds else {
            return &[];
        };
        self.of
            .get(*from as usize..*to as usize)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_stand_in_the_order_of_the_data() {
        let events: [&[usize]; 4] = [&[2, 0], &[], &[2], &[0, 2]];
        let lanes = Lanes::new(&events, 3, Lane::Country);
        assert_eq!(
            lanes.lanes,
            [Lane::Country(0), Lane::Country(2), Lane::Rest]
        );
        assert_eq!(lanes.of(0), [0, 1]);
        assert_eq!(lanes.of(1), [2]);
        assert_eq!(lanes.of(2), [1]);
        assert_eq!(lanes.of(9), [0u16; 0]);
    }

    #[test]
    fn the_many_share_the_last_lane() {
        let names: Vec<usize> = (0..30).collect();
        let events: [&[usize]; 2] = [&names, &[29]];
        let lanes = Lanes::new(&events, 30, Lane::Person);
        assert_eq!(lanes.lanes.len(), MOST_LANES);
        assert_eq!(lanes.lanes.last(), Some(&Lane::Rest));
        assert!(lanes.lanes.contains(&Lane::Person(29)));
        assert_eq!(lanes.of(0).len(), MOST_LANES);
    }
}
