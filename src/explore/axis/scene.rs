use std::rc::Rc;

use super::{
    dated::{item, unit},
    lanes::{Lane, Lanes},
};
use crate::{
    article::{Article, Date, Event},
    explore::Shown,
    sorting,
    timeline::{
        Density, Ending, Extent, Folds, Grouping, Index, Item, Limits, Shape, estimate, wrap,
    },
};

/// What the article puts on the axis, worked out once.
#[derive(Debug)]
pub(super) struct Source {
    /// Where each event is, by id.
    pub(super) items: Vec<Item>,
    /// About how much room titles need, where they are few enough to ask.
    pub(super) shapes: Rc<[Shape]>,
    eras: Vec<Item>,
    /// How many events each of the eras holds.
    pub(super) weights: Vec<u32>,
    /// From the first date to the last, and the closest that one may come.
    ends: Limits,
    /// The least before the first date and after the last, in seconds.
    margin: i64,
    /// What may be folded.
    pub(super) folds: Rc<Folds>,
    countries: Lanes,
    people: Lanes,
    groups: Lanes,
}

/// What of it is shown, worked out once a filter.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) index: Index,
    /// The folds; everything here is where it is on the axis with them.
    pub(super) folds: Rc<Folds>,
    pub(super) eras: Vec<Item>,
    pub(super) limits: Limits,
    pub(super) density: Rc<Density>,
}

/// A day in the life of nobody: the axis of an article without a date to place.
const NOTHING: Limits = Limits {
    from: 0,
    to: DAY,
    closest: DAY,
};
const DAY: i64 = 86_400;
/// A window of less is not looked at, in seconds, however exact the dates.
const CLOSEST: i64 = 10;
/// This part of all there is stays free before the first date, and after the last.
const MARGIN: i64 = 25;
/// Events whose span is shorter than this part of the eras' are shown among those.
const AMONG: i64 = 10;
/// Of more events than this it is not asked whether folding shows more titles.
const FEW: usize = 120;

impl Source {
    pub(super) fn new(article: &Article) -> Source {
        let dates = || article.events.iter().map(|event| &event.when.date);
        let spans = || article.eras.iter().map(|era| &era.when.date);
        let own = ends(&mut dates(), article.published.as_ref());
        let whole = spans().filter(|date| date.earliest.is_some() && date.end.is_some());
        let among = ends(&mut whole.into_iter(), None);
        let ends = match (own, among) {
            (Some(own), Some(eras)) if length(own).saturating_mul(AMONG) < length(eras) => Limits {
                from: own.from.min(eras.from),
                to: own.to.max(eras.to),
                ..own
            },
            (own, _) => own.or_else(|| ends(&mut spans(), None)).unwrap_or(NOTHING),
        };
        let items: Vec<Item> = (0..)
            .zip(&article.events)
            .filter_map(|(at, event)| {
                let item = item(&event.when.date, at, ends.to)?;
                Some(Item {
                    key: event.key,
                    ..item
                })
            })
            .collect();
        // Of one moment its day is shown.
        let is_moment = (items.windows(2)).all(|pair| match pair {
            [one, two] => one.anchor == two.anchor,
            _ => true,
        });
        let margin = if is_moment {
            ends.closest.max(DAY / 2)
        } else {
            ends.closest
        };
        let limits = roomy(ends, margin);
        // What goes on, goes on to the end of all there is to see.
        let on = |item: Item| match item.extent {
            Extent::Bar(_, Ending::Open) if item.end == ends.to => Item {
                end: limits.to,
                ..item
            },
            _ => item,
        };
        // What goes on is there where it began.
        let spans_of = |item: &Item| match item.extent {
            Extent::Bar(_, Ending::Open) => (item.start, item.anchor),
            _ => (item.start, item.end),
        };
        let mut sorted: Vec<(i64, i64)> = items.iter().map(spans_of).collect();
        sorting::sort(&mut sorted);
        let folds = Rc::new(Folds::new(sorted.into_iter(), ends));
        let mut anchors: Vec<i64> = items.iter().map(|item| item.anchor).collect();
        sorting::sort(&mut anchors);
        let before = |second: i64| anchors.partition_point(|anchor| *anchor < second);
        let mut eras: Vec<Item> = (0..)
            .zip(spans())
            .filter_map(|(at, date)| {
                let era = on(item(date, at, ends.to)?);
                // The background of an era that always was reaches to the start.
                let start = if date.earliest.is_none() {
                    limits.from.min(era.start)
                } else {
                    era.start
                };
                Some(Item { start, ..era })
            })
            .collect();
        sorting::sort_by_key(&mut eras, |era| (era.start, era.end, era.id));
        let weights = eras
            .iter()
            .map(|era| (before(era.end) - before(era.start)) as u32);
        let weights = weights.collect();
        let shapes = if article.events.len() <= FEW {
            let titles = article.events.iter().map(|event| &event.title);
            titles.map(|title| wrap(title, estimate).0).collect()
        } else {
            Rc::default()
        };
        let lanes = |named: fn(&Event) -> &[usize], total: usize, lane: fn(usize) -> Lane| {
            let names: Vec<&[usize]> = article.events.iter().map(named).collect();
            Lanes::new(&names, total, lane)
        };
        Source {
            items: items.into_iter().map(on).collect(),
            shapes,
            eras,
            weights,
            ends,
            margin,
            folds,
            countries: lanes(|of| &of.countries, article.countries.len(), Lane::Country),
            people: lanes(|of| &of.people, article.people.len(), Lane::Person),
            groups: lanes(|of| &of.groups, article.groups.len(), Lane::Group),
        }
    }

    /// Seconds from the first date to the last.
    pub(super) fn length(&self) -> i64 {
        length(self.ends)
    }

    pub(super) fn lanes(&self, grouping: Grouping) -> &[Lane] {
        match grouping {
            Grouping::Together => &[Lane::All],
            Grouping::Countries => &self.countries.lanes,
            Grouping::People => &self.people.lanes,
            Grouping::Groups => &self.groups.lanes,
        }
    }

    /// The lanes that an event is on.
    fn lanes_of(&self, grouping: Grouping, event: usize) -> &[u16] {
        match grouping {
            Grouping::Together => &[0],
            Grouping::Countries => self.countries.of(event),
            Grouping::People => self.people.of(event),
            Grouping::Groups => self.groups.of(event),
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
        let ends = Limits {
            from: folds.to_axis(source.ends.from),
            to: folds.to_axis(source.ends.to),
            ..source.ends
        };
        let limits = roomy(ends, source.margin);
        let mut eras = source.eras.clone();
        for era in &mut eras {
            *era = folded(era, folds);
        }
        for item in &source.items {
            let item = folded(item, folds);
            if shown.contains(item.id as usize) {
                let lanes = source.lanes_of(grouping, item.id as usize);
                for lane in lanes {
                    items.push(Item {
                        lane: *lane,
                        titled: lanes.first().copied().unwrap_or(*lane),
                        ..item
                    });
                }
            }
        }
        let index = Index::new(items, source.lanes(grouping).len());
        let events = source.items.iter();
        let events = events.map(|item| {
            let is_shown = shown.contains(item.id as usize);
            (folds.to_axis(item.anchor), is_shown)
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

/// An item where it is on the axis with these folds.
pub(super) fn folded(item: &Item, folds: &Folds) -> Item {
    Item {
        anchor: folds.to_axis(item.anchor),
        start: folds.to_axis(item.start),
        end: folds.to_axis(item.end),
        ..*item
    }
}

fn length(ends: Limits) -> i64 {
    ends.to.saturating_sub(ends.from)
}

/// With a margin around the first date and the last.
fn roomy(ends: Limits, least: i64) -> Limits {
    let margin = (length(ends) / MARGIN).max(least);
    Limits {
        from: ends.from.saturating_sub(margin),
        to: ends.to.saturating_add(margin),
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
    let closest = closest.clamp(CLOSEST, i64::MAX / 4);
    Some(Limits { from, to, closest })
}
