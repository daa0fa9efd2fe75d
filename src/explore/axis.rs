mod dated;
mod folding;
mod lanes;
mod scene;

use std::rc::Rc;

pub use lanes::{Lane, MOST_LANES};
use scene::{Scene, Source, folded};

use super::Shown;
use crate::{
    article::{Article, Instant},
    sorting,
    timeline::{Density, Folding, Folds, Grouping, Index, Item, Move, Viewport},
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
    /// Whether gaps are folded.
    pub folding: Folding,
    /// The cluster whose events are listed, as they cannot be told apart on the axis.
    pub cluster_list: Option<Cluster>,
    /// Whether the marks should glide to where they now are.
    pub eased: bool,
    /// Whether the reader has moved it.
    is_moved: bool,
    source: Rc<Source>,
    scene: Rc<Scene>,
}

/// A cluster whose events are listed: everything on a lane from one anchor to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    /// Its lane.
    pub lane: u16,
    /// The anchor of its first event.
    pub from: Instant,
    /// The anchor of its last event.
    pub to: Instant,
}

/// Px kept free on either side of an event that is brought into the window.
const MARGIN: f64 = 200.0;
/// The part of the window that an opened cluster fills.
const FILLED: f64 = 0.6;
/// Events of a cluster closer together than this in px, at the closest, are listed:
/// no zoom would tell them apart.
const APART: f64 = 100.0;
/// They are listed, too, where one cannot come so many times closer.
const CLOSER: f64 = 1.5;

impl PartialEq for Axis {
    fn eq(&self, other: &Axis) -> bool {
        self.viewport == other.viewport
            && self.grouping == other.grouping
            && self.folding == other.folding
            && self.cluster_list == other.cluster_list
            && Rc::ptr_eq(&self.scene, &other.scene)
    }
}

impl Axis {
    /// The axis as it stands before the reader touches it: everything fits, on one lane,
    /// and it folds gaps by itself.
    #[must_use]
    pub fn new(article: &Article) -> Axis {
        Axis::opened(article, Grouping::Together, Folding::Auto, (None, None))
    }

    /// The axis as its host wants it to begin: with these lanes, if the article has more
    /// than one, with or without folds, and showing the time from one instant to another,
    /// the second not included, or to either end.
    #[must_use]
    pub fn opened(
        article: &Article,
        grouping: Grouping,
        folding: Folding,
        (from, to): (Option<Instant>, Option<Instant>),
    ) -> Axis {
        let source = Source::new(article);
        let grouping = if source.lanes(grouping).len() > 1 {
            grouping
        } else {
            Grouping::Together
        };
        let folds = match folding {
            Folding::On => source.folds.clone(),
            Folding::Auto | Folding::Off => Rc::default(),
        };
        let shown = Shown::all(article.events.len());
        let scene = Scene::new(&source, grouping, &shown, &folds);
        let mut axis = Axis {
            viewport: Viewport::new(scene.limits),
            grouping,
            folding,
            cluster_list: None,
            eased: false,
            is_moved: false,
            source: Rc::new(source),
            scene: Rc::new(scene),
        };
        let (first, last) = axis.window();
        let (from, to) = (from.unwrap_or(first), to.unwrap_or(last));
        if (from, to) != (first, last) && from < to {
            axis.viewport = axis.viewport.moved(&axis.show(from, to));
        }
        axis
    }

    /// The axis after `change`. `selected` is the chosen event.
    #[must_use]
    pub fn moved(&self, change: &Move, shown: &Shown, selected: Option<usize>) -> Axis {
        let mut next = self.clone();
        next.eased = change.is_eased();
        if !matches!(change, Move::Resize(_)) {
            next.cluster_list = None;
            next.is_moved = true;
        }
        next.viewport = match change {
            Move::Closer(factor) => self.viewport.moved(&Move::Zoom {
                factor: *factor,
                at: self.focus(selected),
            }),
            _ => self.viewport.moved(change),
        };
        match *change {
            Move::Group(grouping) if grouping != self.grouping => {
                next.grouping = grouping;
                next.scene = self.scene(grouping, shown, self.folds());
            }
            Move::Space(folding) if folding != self.folding => {
                next.folding = folding;
                next.decide(shown);
            }
            Move::Unfold(fold) if fold < self.folds().len() => {
                next.folding = Folding::On;
                next.fold(shown, &Rc::new(self.folds().without(fold)));
            }
            // Nobody is surprised who has not looked closer yet.
            Move::Resize(_) if self.viewport.fits() || !self.is_moved => {
                next.decide_by_itself(shown)
            }
            Move::Open { lane, from, to } => next.open(Cluster { lane, from, to }),
            _ => {}
        }
        next
    }

    /// The axis with only the shown events on it.
    #[must_use]
    pub fn filtered(&self, shown: &Shown) -> Axis {
        Axis {
            scene: self.scene(self.grouping, shown, self.folds()),
            cluster_list: None,
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

    /// Px from the window's start to what stays there when the reader comes closer by a
    /// button or a key: the chosen event while it is in the window, else the middle.
    #[must_use]
    pub fn focus(&self, selected: Option<usize>) -> f64 {
        let width = self.viewport.width();
        let chosen = selected.and_then(|event| self.item(event));
        let at = chosen.map(|item| self.viewport.x(Instant(item.anchor)));
        at.filter(|at| (0.0..=width).contains(at))
            .unwrap_or(width / 2.0)
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

    /// Whether this grouping gives more than one lane.
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

    /// How many events each of [`Axis::eras`] holds.
    #[must_use]
    pub fn era_weights(&self) -> &[u32] {
        &self.source.weights
    }

    /// What is folded. All on the axis, its viewport too, is where it is with these.
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
    pub fn window(&self) -> (Instant, Instant) {
        let time = |at: Instant| Instant(self.folds().to_time(at.0));
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
        Some(folded(item, self.folds()))
    }

    /// The events of the cluster that is listed, in time order, as positions in
    /// `Article::events`.
    #[must_use]
    pub fn cluster_events(&self) -> Vec<usize> {
        let Some(Cluster { lane, from, to }) = self.cluster_list else {
            return Vec::new();
        };
        let axis = |time: Instant| self.folds().to_axis(time.0);
        let events = self.index().between(lane, axis(from), axis(to));
        let mut events: Vec<usize> = events.iter().map(|item| item.id as usize).collect();
        sorting::sort(&mut events);
        events
    }

    fn scene(&self, grouping: Grouping, shown: &Shown, folds: &Rc<Folds>) -> Rc<Scene> {
        Rc::new(Scene::new(&self.source, grouping, shown, folds))
    }

    /// Folds what is to be folded by itself in this width.
    fn decide_by_itself(&mut self, shown: &Shown) {
        if self.folding == Folding::Auto {
            self.decide(shown);
        }
    }

    /// Folds what is to be folded.
    fn decide(&mut self, shown: &Shown) {
        let width = self.viewport.width();
        let folds = match self.folding {
            Folding::On => self.source.folds.clone(),
            Folding::Auto if width > 0.0 => folding::by_itself(&self.source, width),
            Folding::Auto | Folding::Off => Rc::default(),
        };
        if folds != *self.folds() {
            self.fold(shown, &folds);
        }
    }

    /// The same time in the window, with other folds.
    fn fold(&mut self, shown: &Shown, folds: &Rc<Folds>) {
        let ((from, to), fits) = (self.window(), self.viewport.fits());
        self.scene = self.scene(self.grouping, shown, folds);
        let limited = self.viewport.limited(self.scene.limits);
        self.viewport = if fits {
            limited
        } else {
            limited.moved(&self.show(from, to))
        };
    }

    /// The change that shows the time from one instant to another.
    fn show(&self, from: Instant, to: Instant) -> Move {
        let axis = |time: Instant| Instant(self.folds().to_axis(time.0));
        Move::Show {
            from: axis(from),
            to: axis(to),
        }
    }

    fn open(&mut self, cluster: Cluster) {
        let axis = |time: Instant| self.folds().to_axis(time.0);
        let (from, to) = (axis(cluster.from), axis(cluster.to));
        let length = to.saturating_sub(from) as f64;
        let closest = self.viewport.limits().closest.max(1) as f64;
        let apart = length / closest * self.viewport.width() >= APART;
        if !apart || self.viewport.closer() < CLOSER {
            self.cluster_list = Some(cluster);
            return;
        }
        let around = (length * (1.0 / FILLED - 1.0) / 2.0) as i64;
        self.viewport = self.viewport.moved(&Move::Show {
            from: Instant(from.saturating_sub(around)),
            to: Instant(to.saturating_add(around)),
        });
    }
}
