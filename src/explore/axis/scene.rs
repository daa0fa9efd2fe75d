use std::rc::Rc;

use super::{
    lanes::{Lane, Lanes},
    place::{place, unit},
};
use crate::{
    article::{Article, Date, order::sort},
    explore::Shown,
    timeline::{Density, Ending, Extent, Folds, Grouping, Index, Item, Limits},
};

/// What the article puts on the axis, worked out once.
#[derive(Debug)]
pub(super) struct Source {
    /// Where each event is, by id.
    pub(super) items: Vec<Item>,
    eras: Vec<Item>,
    /// From the first date to the last, and the closest that one may come.
    ends: Limits,
    /// What may be folded.
    pub(super) folds: Rc<Folds>,
    countries: Lanes,
    people: Lanes,
}

/// What of it is shown, worked out once a filter.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) index: Index,
    /// The folds; everything here is in its place on the axis with them.
    pub(super) folds: Rc<Folds>,
    pub(super) eras: Vec<Item>,
    pub(super) limits: Limits,
    pub(super) density: Rc<Density>,
}

/// A day in the life of nobody: the axis of an article without a date to place.
const NOTHING: Limits = Limits {
    from: 0,
    to: 86_400,
    closest: 86_400,
};

impl Source {
    pub(super) fn new(article: &Article) -> Source {
        let dates = || article.events.iter().map(|event| &event.when.date);
        let spans = || article.eras.iter().map(|era| &era.when.date);
        let ends = ends(&mut dates(), article.published.as_ref())
            .or_else(|| ends(&mut spans(), None))
            .unwrap_or(NOTHING);
        let limits = roomy(ends);
        let placed = |date: &Date, at| place(date, at, limits.to);
        let items: Vec<Item> = dates()
            .enumerate()
            .filter_map(|(at, date)| placed(date, at))
            .collect();
        // What goes on is there where it began.
        let spans_of = |item: &Item| match item.extent {
            Extent::Bar(_, Ending::Open) => (item.start, item.anchor),
            _ => (item.start, item.end),
        };
        let folds = Rc::new(Folds::new(items.iter().map(spans_of), ends));
        let mut eras: Vec<Item> = (spans()
            .enumerate()
            .filter_map(|(at, date)| placed(date, at)))
        .map(|era| {
            // The background of an era that always was reaches to the start.
            let always = article
                .eras
                .get(era.id as usize)
                .is_some_and(|own| own.when.date.earliest.is_none());
            Item {
                start: if always {
                    limits.from.min(era.start)
                } else {
                    era.start
                },
                ..era
            }
        })
        .collect();
        sort(&mut eras, |a, b| {
            (a.start, a.end, a.id).cmp(&(b.start, b.end, b.id))
        });
        let (mut countries, mut people): (Vec<&[usize]>, Vec<&[usize]>) = Default::default();
        for event in &article.events {
            countries.push(&event.countries);
            people.push(&event.people);
        }
        Source {
            items,
            eras,
            ends,
            folds,
            countries: Lanes::new(&countries, article.countries.len(), Lane::Country),
            people: Lanes::new(&people, article.people.len(), Lane::Person),
        }
    }

    /// Seconds from the first date to the last.
    pub(super) fn length(&self) -> i64 {
        self.ends.to.saturating_sub(self.ends.from)
    }

    pub(super) fn lanes(&self, grouping: Grouping) -> &[Lane] {
        match grouping {
            Grouping::Together => &[Lane::All],
            Grouping::Countries => &self.countries.lanes,
            Grouping::People => &self.people.lanes,
        }
    }

    /// The lanes that an event is on.
    fn lanes_of(&self, grouping: Grouping, event: usize) -> &[u16] {
        match grouping {
            Grouping::Together => &[0],
            Grouping::Countries => self.countries.of(event),
            Grouping::People => self.people.of(event),
        }
    }
}

impl Scene {
    pub(super) fn new(
        source: &Source,
        grouping: Grouping,
        shown: &Shown,
        folds: &Rc<Folds>,
    ) -> Scene {
        let mut items = Vec::new();
        let limits = roomy(Limits {
            from: folds.place(source.ends.from),
            to: folds.place(source.ends.to),
            ..source.ends
        });
        let mut eras = source.eras.clone();
        for era in &mut eras {
            *era = placed(era, folds);
        }
        for item in &source.items {
            let item = placed(item, folds);
            if shown.contains(item.id as usize) {
                for lane in source.lanes_of(grouping, item.id as usize) {
                    items.push(Item {
                        lane: *lane,
                        ..item
                    });
                }
            }
        }
        let index = Index::new(items, source.lanes(grouping).len());
        let events = source.items.iter();
        let events = events.map(|item| {
            let is_shown = shown.contains(item.id as usize);
            (folds.place(item.anchor), is_shown)
        });
        Scene {
            index,
            folds: folds.clone(),
            eras,
            limits,
            density: Rc::new(Density::new(events, limits)),
        }
    }
}

/// An item in its place.
#[inline(never)]
pub(super) fn placed(item: &Item, folds: &Folds) -> Item {
    Item {
        anchor: folds.place(item.anchor),
        start: folds.place(item.start),
        end: folds.place(item.end),
        ..*item
    }
}

/// With a margin around the first date and the last, more of it after the last, where
/// its title is.
fn roomy(ends: Limits) -> Limits {
    let span = ends.to.saturating_sub(ends.from);
    let before = (span / 25).max(ends.closest);
    let after = (span / 7).max(ends.closest);
    Limits {
        from: ends.from.saturating_sub(before),
        to: ends.to.saturating_add(after),
        closest: ends.closest,
    }
}

/// From the first date to the last.
fn ends(dates: &mut dyn Iterator<Item = &Date>, published: Option<&Date>) -> Option<Limits> {
    let (mut from, mut to, mut closest) = (i64::MAX, i64::MIN, i64::MAX);
    let mut is_open = false;
    for date in dates {
        for at in &[date.earliest, date.end] {
            let Some(at) = at else { continue };
            from = from.min(at.0);
            to = to.max(at.0);
        }
        is_open |= date.end.is_none();
        closest = closest.min(unit(date));
    }
    if from > to {
        return None;
    }
    // What goes on goes on until the article at least.
    if let (true, Some(end)) = (is_open, published.and_then(|date| date.end)) {
        to = to.max(end.0);
    }
    let closest = closest.clamp(60, i64::MAX / 4);
    Some(Limits { from, to, closest })
}
