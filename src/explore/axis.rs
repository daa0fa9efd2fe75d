mod lanes;
mod place;
mod scene;

use std::rc::Rc;

pub use lanes::{Lane, MOST_LANES};
use scene::{Scene, Source, placed};

use super::Shown;
use crate::{
    article::{Article, Instant, order::sort},
    timeline::{Density, Folds, Grouping, Index, Item, Move, Viewport},
};

/// How the reader has set the axis, and what is on it.
///
/// A clone is cheap: what depends on the article and the filter alone is shared.
#[derive(Debug, Clone)]
pub struct Axis {
    /// The part of time in the window.
    pub viewport: Viewport,
    /// What the lanes stand for.
    pub grouping: Grouping,
    /// The cluster whose events are listed, as they cannot be told apart on the axis.
    pub opened: Option<Opened>,
    /// Whether the marks should glide to where they now are.
    pub eased: bool,
    source: Rc<Source>,
    scene: Rc<Scene>,
}

/// A cluster whose events are listed: everything on a lane from one anchor to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Its lane.
    pub lane: u16,
    /// The anchor of its first event.
    pub from: Instant,
    /// The anchor of its last event.
    pub to: Instant,
}

/// Px kept free on either side of an event that is brought into the window.
const MARGIN: f64 = 72.0;
/// The part of the window that an opened cluster fills.
const FILLED: f64 = 0.6;
/// Events of a cluster closer together than this in px, at the closest, are listed:
/// no zoom would tell them apart. So are those that the closest did not tell apart.
const APART: f64 = 100.0;

impl PartialEq for Axis {
    fn eq(&self, other: &Axis) -> bool {
        self.viewport == other.viewport
            && self.grouping == other.grouping
            && self.opened == other.opened
            && Rc::ptr_eq(&self.scene, &other.scene)
    }
}

impl Axis {
    /// The axis as it stands before the reader touches it: everything fits.
    #[must_use]
    pub fn new(article: &Article) -> Axis {
        let source = Source::new(article);
        let grouping = Grouping::Together;
        // Folded by itself where hardly anything but gaps would be seen.
        let folds = if source.folds.saved() > source.length() / 3 * 2 {
            source.folds.clone()
        } else {
            Rc::default()
        };
        let shown = Shown::all(article.events.len());
        let scene = Scene::new(&source, grouping, &shown, &folds);
        Axis {
            viewport: Viewport::new(scene.limits),
            grouping,
            opened: None,
            eased: false,
            source: Rc::new(source),
            scene: Rc::new(scene),
        }
    }

    /// The axis after `change`.
    #[must_use]
    pub fn moved(&self, change: &Move, shown: &Shown) -> Axis {
        let mut next = Axis {
            viewport: self.viewport.moved(change),
            ..self.clone()
        };
        next.eased = change.is_eased();
        if !matches!(change, Move::Resize(_)) {
            next.opened = None;
        }
        match *change {
            Move::Group(grouping) if grouping != self.grouping => {
                next.grouping = grouping;
                next.scene = self.scene(grouping, shown, self.folds());
            }
            Move::Space(folded) if folded == self.folds().is_empty() => {
                let all = folded.then(|| self.source.folds.clone());
                next.fold(shown, &all.unwrap_or_default());
            }
            Move::Unfold(fold) if fold < self.folds().len() => {
                next.fold(shown, &Rc::new(self.folds().without(fold)));
            }
            Move::Open { lane, from, to } => next.open(Opened { lane, from, to }),
            _ => {}
        }
        next
    }

    /// The axis with only the shown events on it.
    #[must_use]
    pub fn filtered(&self, shown: &Shown) -> Axis {
        Axis {
            scene: self.scene(self.grouping, shown, self.folds()),
            opened: None,
            eased: false,
            ..self.clone()
        }
    }

    /// The axis panned, and zoomed only where it must, so that the event at position
    /// `event` in `article` is in the window. Unchanged when it is already.
    #[must_use]
    pub fn revealing(&self, event: usize) -> Axis {
        let Some(item) = self.item(event) else {
            return self.clone();
        };
        // Of what fills much of everything, its start is shown.
        let length = item.end.saturating_sub(item.start) as f64;
        let long = length > self.viewport.limits().span() / 2.0;
        let (from, to) = if long {
            (item.anchor, item.anchor)
        } else {
            (item.start, item.end)
        };
        let viewport = self.viewport.revealing(Instant(from), Instant(to), MARGIN);
        Axis {
            viewport,
            eased: true,
            ..self.clone()
        }
    }

    /// The shown events, ready to be laid out.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.scene.index
    }

    /// What each lane of the index stands for.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        self.source.lanes(self.grouping)
    }

    /// Whether there is more than one lane to be had by this grouping.
    #[must_use]
    pub fn has(&self, grouping: Grouping) -> bool {
        self.source.lanes(grouping).len() > 1
    }

    /// How many events lie where.
    #[must_use]
    pub fn density(&self) -> &Rc<Density> {
        &self.scene.density
    }

    /// The eras, sorted by start; an item's id is the position in `Article::eras`.
    #[must_use]
    pub fn eras(&self) -> &[Item] {
        &self.scene.eras
    }

    /// What is folded. All on the axis, its viewport too, is in its place with these.
    #[must_use]
    pub fn folds(&self) -> &Rc<Folds> {
        &self.scene.folds
    }

    /// Whether folding would make the axis much shorter.
    #[must_use]
    pub fn can_fold(&self) -> bool {
        !self.source.folds.is_empty()
    }

    /// The time in the window: its first instant, and the first after it.
    #[must_use]
    #[inline(never)]
    pub fn window(&self) -> (Instant, Instant) {
        let time = |place: Instant| Instant(self.folds().time(place.0));
        (time(self.viewport.start()), time(self.viewport.end()))
    }

    /// Where an event is on the axis; nothing when its date says neither from when
    /// nor until when.
    #[must_use]
    pub fn item(&self, event: usize) -> Option<Item> {
        let at = self
            .source
            .items
            .binary_search_by_key(&(event as u32), |item| item.id)
            .ok()?;
        let item = self.source.items.get(at)?;
        Some(placed(item, self.folds()))
    }

    /// The events of the opened cluster, in time order, as positions in
    /// `Article::events`.
    #[must_use]
    pub fn opened_events(&self) -> Vec<usize> {
        let Some(Opened { lane, from, to }) = self.opened else {
            return Vec::new();
        };
        let place = |time: Instant| self.folds().place(time.0);
        let events = self.index().between(lane, place(from), place(to));
        let mut events: Vec<usize> = events.iter().map(|item| item.id as usize).collect();
        sort(&mut events, usize::cmp);
        events
    }

    #[inline(never)]
    fn scene(&self, grouping: Grouping, shown: &Shown, folds: &Rc<Folds>) -> Rc<Scene> {
        Rc::new(Scene::new(&self.source, grouping, shown, folds))
    }

    /// The same time in the window, in its place with other folds.
    fn fold(&mut self, shown: &Shown, folds: &Rc<Folds>) {
        let (from, to) = self.window();
        self.scene = self.scene(self.grouping, shown, folds);
        let place = |time: Instant| Instant(folds.place(time.0));
        let show = Move::Show {
            from: place(from),
            to: place(to),
        };
        let limited = self.viewport.limited(self.scene.limits);
        self.viewport = if limited.fits() {
            limited
        } else {
            limited.moved(&show)
        };
    }

    fn open(&mut self, cluster: Opened) {
        let place = |time: Instant| Instant(self.folds().place(time.0));
        let (from, to) = (place(cluster.from), place(cluster.to));
        let length = to.0.saturating_sub(from.0) as f64;
        let limits = self.viewport.limits();
        let closest = limits.closest.max(1) as f64;
        let apart = length / closest * self.viewport.width() >= APART;
        if !apart || !self.viewport.can_zoom_in() {
            self.opened = Some(cluster);
            return;
        }
        let around = (length * (1.0 / FILLED - 1.0) / 2.0) as i64;
        self.viewport = self.viewport.moved(&Move::Show {
            from: Instant(from.0.saturating_sub(around)),
            to: Instant(to.0.saturating_add(around)),
        });
    }
}
