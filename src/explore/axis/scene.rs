use std::rc::Rc;

use super::{
    lanes::{Lane, Lanes},
    place::{place, unit},
};
use crate::{
    article::{Article, Date, order::sort},
    explore::Shown,
    timeline::{Density, Grouping, Index, Item, Limits},
};

/// What the article puts on the axis, worked out once.
#[derive(Debug)]
pub(super) struct Source {
    /// Where each event is, by id.
    pub(super) items: Vec<Item>,
    pub(super) eras: Vec<Item>,
    pub(super) limits: Limits,
    countries: Lanes,
    people: Lanes,
}

/// What of it is shown, worked out once a filter.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) index: Index,
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
        let limits = limits(&mut dates(), article.published.as_ref())
            .or_else(|| limits(&mut spans(), None))
            .unwrap_or(NOTHING);
        let placed = |date: &Date, at| place(date, at, limits.to);
        let items = dates()
            .enumerate()
            .filter_map(|(at, date)| placed(date, at))
            .collect();
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
            limits,
            countries: Lanes::new(&countries, article.countries.len(), Lane::Country),
            people: Lanes::new(&people, article.people.len(), Lane::Person),
        }
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
    pub(super) fn new(source: &Source, grouping: Grouping, shown: &Shown) -> Scene {
        let mut items = Vec::new();
        for item in &source.items {
            if shown.contains(item.id as usize) {
                for lane in source.lanes_of(grouping, item.id as usize) {
                    items.push(Item {
                        lane: *lane,
                        ..*item
                    });
                }
            }
        }
        let index = Index::new(items, source.lanes(grouping).len());
        let events = source.items.iter();
        let events = events.map(|item| (item.anchor, shown.contains(item.id as usize)));
        Scene {
            index,
            density: Rc::new(Density::new(events, source.limits)),
        }
    }
}

/// How far the axis goes: from the first date to the last, with a margin, more of it
/// after the last, where its title is.
fn limits(dates: &mut dyn Iterator<Item = &Date>, published: Option<&Date>) -> Option<Limits> {
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
    let span = to.saturating_sub(from);
    let before = (span / 25).max(closest);
    let after = (span / 7).max(closest);
    Some(Limits {
        from: from.saturating_sub(before),
        to: to.saturating_add(after),
        closest,
    })
}
