use crate::{
    article::{
        Date,
        date::{Edge, Point, Precision, Shape},
    },
    timeline::{Ending, Extent, Item},
};

const DAY: i64 = 86_400;
const YEAR: i64 = 31_556_952;

/// Where a date goes on the axis. An open end reaches to `latest`. Nothing when the
/// date says neither from when nor until when.
pub(super) fn place(date: &Date, id: usize, latest: i64) -> Option<Item> {
    let earliest = date.earliest.map(|at| at.0);
    let end = date.end.map(|at| at.0);
    let (from, to) = edges(&date.shape);
    let item = |anchor: i64, start: i64, end: i64, extent| Item {
        id: id as u32,
        lane: 0,
        anchor,
        start,
        end: end.max(anchor),
        extent,
    };
    let (starts, ends) = (ending(from), ending(to));
    let Some(start) = earliest else {
        // It began nobody knows when: its end is what places it.
        let end = end?;
        let anchor = end.saturating_sub(1);
        return Some(item(anchor, anchor, end, Extent::Bar(starts, ends)));
    };
    // An exact day is a point in the middle of that day.
    let anchor = match from {
        Edge::At(point) if point.precision == Precision::Day => start.saturating_add(DAY / 2),
        _ => start,
    };
    let end = match (end, to, from) {
        (Some(end), ..) => end,
        (None, Edge::Open, _) => latest.max(start),
        (None, _, Edge::At(point)) => start.saturating_add(length(point)),
        (None, ..) => start,
    };
    let extent = match date.shape {
        Shape::Single(point) if is_exact(point) => Extent::Point,
        _ => Extent::Bar(starts, ends),
    };
    Some(item(anchor, start, end, extent))
}

/// How many seconds the unit has that a date was written in, about.
pub(super) fn unit(date: &Date) -> i64 {
    let (from, to) = edges(&date.shape);
    let of = |edge| {
        if let Edge::At(point) = edge {
            length(point)
        } else {
            i64::MAX
        }
    };
    of(from).min(of(to))
}

fn edges(shape: &Shape) -> (Edge, Edge) {
    match *shape {
        Shape::Single(point) => (Edge::At(point), Edge::At(point)),
        Shape::Range(from, to) => (from, to),
    }
}

fn is_exact(point: Point) -> bool {
    point.precision >= Precision::Day
}

fn ending(edge: Edge) -> Ending {
    match edge {
        Edge::At(point) if is_exact(point) && !point.approximate => Ending::Sharp,
        Edge::At(_) => Ending::Soft,
        Edge::Open => Ending::Open,
        Edge::Unknown => Ending::Unknown,
    }
}

fn length(point: Point) -> i64 {
    match point.precision {
        Precision::Years(years) => years.saturating_mul(YEAR),
        Precision::Year => YEAR,
        Precision::Season => YEAR / 4,
        Precision::Month => YEAR / 12,
        Precision::Day => DAY,
        Precision::Minute => 60,
        Precision::Second => 1,
    }
}
