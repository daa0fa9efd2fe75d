use super::{
    Ending, Extent, Item, Options,
    level::{BLOCK, DISC, GAP, Group, LONG, OPEN, PILL},
};

/// Puts marks on the rows of a lane, in time order.
pub(super) struct Packer<'o> {
    options: &'o Options,
    scale: f64,
    rows: Vec<Row>,
    /// The marks so far.
    pub(super) groups: Vec<Group>,
    /// What was on the rows before each block of them.
    pub(super) noted: Vec<Vec<u32>>,
}

/// Where a row is taken up to, in px at the level's coarsest scale.
#[derive(Clone, Copy)]
struct Row {
    head: f64,
    label: f64,
    last: Option<u32>,
    bar: Bar,
}

/// The last bar on a row.
#[derive(Clone, Copy)]
struct Bar {
    end: f64,
    /// How far from others it begins.
    apart: u32,
    /// Its mark, where there is one.
    group: Option<u32>,
    /// The second up to which it reaches once it is cut.
    right: i64,
}

/// What a mark asks for, in px at the level's coarsest scale.
#[derive(Clone, Copy)]
struct Wish {
    left: f64,
    head: f64,
    label: f64,
    middle: i64,
    half: f64,
    /// The bar that there is to be.
    bar: Option<Bar>,
    /// Whether there is none for want of a row.
    cut: bool,
}

/// How well a row would do: the less, the better.
type Rank = (u8, f64);
/// A row with a bar that would have to be cut.
const CUTS: u8 = 4;
/// A row that is not to be had.
const TAKEN: u8 = 5;

impl<'o> Packer<'o> {
    /// At so many seconds to a px.
    pub(super) fn new(scale: f64, options: &'o Options) -> Packer<'o> {
        let row = Row {
            head: f64::NEG_INFINITY,
            label: f64::NEG_INFINITY,
            last: None,
            bar: Bar {
                end: f64::NEG_INFINITY,
                apart: 0,
                group: None,
                right: 0,
            },
        };
        Packer {
            options,
            scale,
            rows: vec![row; usize::from(options.rows.max(1))],
            groups: Vec::new(),
            noted: vec![Vec::new()],
        }
    }

    /// Items that are a cluster, the first of them at a position in the lane.
    pub(super) fn cluster(&mut self, at: usize, members: &[Item]) {
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return;
        };
        let middle = first.anchor + (last.anchor - first.anchor) / 2;
        self.place(at, members.len(), &self.head(middle, PILL, 0.0));
    }

    /// An item of its own, which begins so far from others.
    pub(super) fn single(&mut self, at: usize, item: &Item, apart: u32) {
        let label = f64::from(self.options.label(item.id));
        let mut point = self.head(item.anchor, DISC, label);
        if let Extent::Bar(from, _) = item.extent {
            let start = item.start as f64 / self.scale;
            let end = (item.end as f64 / self.scale).max(start + DISC);
            let beside = if end - start >= LONG {
                start
            } else {
                end + GAP
            };
            let bar = Bar {
                end: end + GAP,
                apart,
                group: None,
                right: (point.label * self.scale) as i64,
            };
            let wish = Wish {
                left: start - DISC,
                label: beside + GAP + label,
                bar: Some(bar),
                ..point
            };
            let open = Wish {
                left: wish.left - OPEN,
                half: DISC + OPEN,
                bar: Some(Bar { apart: 0, ..bar }),
                ..wish
            };
            // What always was is drawn so where nothing is in the way.
            if (from == Ending::Open && self.place(at, 1, &open)) || self.place(at, 1, &wish) {
                return;
            }
            point.cut = true;
        }
        self.place(at, 1, &point);
    }

    /// What is drawn about one instant, with a label after it.
    fn head(&self, middle: i64, half: f64, label: f64) -> Wish {
        let x = middle as f64 / self.scale;
        let head = x + half;
        Wish {
            left: x - half,
            head,
            label: head + GAP + label,
            middle,
            half,
            bar: None,
            cut: false,
        }
    }

    /// Whether there was a row for it.
    fn place(&mut self, at: usize, count: usize, wish: &Wish) -> bool {
        let alone = self.rows.len() == 1 && wish.half <= PILL;
        let (mut number, mut least) = (0, (TAKEN, 0.0));
        for (at, row) in self.rows.iter().enumerate() {
            let rank = row.rank(wish, alone);
            if rank < least {
                (number, least) = (at, rank);
            }
        }
        let index = self.groups.len() as u32;
        let Some(row) = self.rows.get_mut(number).filter(|_| least.0 < TAKEN) else {
            return false;
        };
        if let Some(before) = row.last.and_then(|last| self.groups.get_mut(last as usize)) {
            before.next = index;
        }
        row.head = wish.head;
        row.label = wish.label;
        row.last = Some(index);
        let mut right = wish.label;
        if let Some(bar) = wish.bar {
            right = right.max(bar.end);
            let before = row.bar;
            row.bar = Bar {
                group: Some(index),
                ..bar
            };
            let cut = before.group.filter(|_| least.0 == CUTS);
            if let Some(group) = cut.and_then(|cut| self.groups.get_mut(cut as usize)) {
                (group.cut, group.right) = (true, before.right);
            }
        }
        self.groups.push(Group {
            first: at as u32,
            count: count as u32,
            row: number as u8,
            next: index,
            half: wish.half as f32,
            cut: wish.cut,
            right: (right * self.scale) as i64,
            middle: wish.middle,
        });
        if self.groups.len().is_multiple_of(BLOCK) {
            self.note();
        }
        true
    }

    /// Of what was noted before and what came since: the last mark on each row, and the
    /// last bar.
    fn note(&mut self) {
        let (now, mut noted) = (self.groups.len() as u32, Vec::new());
        let before = self.noted.last().map_or(&[][..], Vec::as_slice);
        for at in before.iter().copied().chain(now - BLOCK as u32..now) {
            let is_last = |row: &Row| row.last == Some(at) || row.bar.group == Some(at);
            if self.rows.iter().any(is_last) {
                noted.push(at);
            }
        }
        self.noted.push(noted);
    }
}

impl Row {
    // Free of everything; else free of marks, cutting the label that loses least; else
    // over a bar, likewise; else where the last mark is farthest.
    //
    // A bar does not go over another one: it cuts the one that begins nearest to others,
    // if that begins nearer than it does. Nor does it begin where a mark is, unless
    // the row is alone, where marks that touch are kept apart.
    fn rank(&self, wish: &Wish, alone: bool) -> Rank {
        let (over, touches) = (self.bar.end > wish.left, self.head > wish.left);
        match wish.bar {
            Some(_) if touches && !alone => (TAKEN, 0.0),
            Some(bar) if over && self.bar.apart >= bar.apart => (TAKEN, 0.0),
            Some(_) if over => (CUTS, f64::from(self.bar.apart)),
            _ if touches => (3, self.head),
            _ if over => (2, self.label),
            _ if self.label > wish.left => (1, self.label),
            _ => (0, 0.0),
        }
    }
}
