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
pub(super) fn item(date: &Date, id: usize, latest: i64) -> Option<Item> {
    let earliest = date.earliest.map(|at| at.0);
    let end = date.end.map(|at| at.0);
    let (from, to) = date.edges();
    let own = |anchor: i64, start: i64, end: i64, extent| Item {
        id: id as u32,
        lane: 0,
        anchor,
        start,
        end: end.max(anchor),
        extent,
        key: false,
        titled: 0,
    };
    // One of several dates has no known ends, however exact those dates are.
    let unsure = |ending| match ending {
        Ending::Sharp if date.is_one_of() => Ending::Soft,
        ending => ending,
    };
    let (starts, ends) = (unsure(ending(from)), unsure(ending(to)));
    let Some(start) = earliest else {
        // It began nobody knows when: its end is what places it.
        let end = end?;
        let anchor = end.saturating_sub(1);
        return Some(own(anchor, anchor, end, Extent::Bar(starts, ends)));
    };
    let end = match (end, to, from) {
        (Some(end), ..) => end,
        (None, Edge::Open, _) => latest.max(start),
        (None, _, Edge::At(point)) => start.saturating_add(length(point)),
        (None, ..) => start,
    };
    let (anchor, extent) = match date.shape {
        // An exact day is a point in the middle of that day.
        Shape::Single(point) if point.precision == Precision::Day => {
            (start.saturating_add(DAY / 2), Extent::Point)
        }
        Shape::Single(point) if is_exact(point) => (start, Extent::Point),
        _ => (start, Extent::Bar(starts, ends)),
    };
    Some(own(anchor, start, end, extent))
}

/// How many seconds the unit has that a date was written in, about.
pub(super) fn unit(date: &Date) -> i64 {
    let (from, to) = date.edges();
    let of = |edge| {
        if let Edge::At(point) = edge {
            length(point)
        } else {
            i64::MAX
        }
    };
    of(from).min(of(to))
}

fn is_exact(point: Point) -> bool {
    point.precision >= Precision::Day
}

fn ending(edge: Edge) -> Ending {
    match edge {
        Edge::At(point) if is_exact(point) && !point.is_approximate() => Ending::Sharp,
        Edge::At(_) => Ending::Soft,
        Edge::Open => Ending::Open,
        Edge::Unknown => Ending::Unknown,
    }
}

fn length(point: Point) -> i64 {
    match point.precision {
        Precision::Years(years) => years.saturating_mul(YEAR),
        Precision::Year => YEAR,
        Precision::Months(months) => YEAR / 12 * i64::from(months),
        Precision::Month => YEAR / 12,
        Precision::Day => DAY,
        Precision::Minute => 60,
        Precision::Second => 1,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Days since 1970 of start, anchor and end, with halves in tenths; and the look.
    fn placed(text: &str) -> (i64, i64, i64, Extent) {
        let latest = 30_000 * DAY;
        let item = item(&Date::parse(text).unwrap(), 0, latest).unwrap();
        assert!(
            item.start <= item.anchor && item.anchor <= item.end,
            "{text}"
        );
        (
            item.start / DAY,
            item.anchor * 10 / DAY,
            item.end / DAY,
            item.extent,
        )
    }

    #[test]
    fn an_exact_day_is_a_point_in_its_middle() {
        assert_eq!(
            placed("2022-02-24"),
            (19_047, 190_475, 19_048, Extent::Point)
        );
        assert_eq!(placed("2022-02-24~").3, Extent::Point);
    }

    #[test]
    fn a_month_is_a_bar_of_its_length_with_soft_ends() {
        let soft = Extent::Bar(Ending::Soft, Ending::Soft);
        assert_eq!(placed("2022-02"), (19_024, 190_240, 19_052, soft));
        assert_eq!(placed("2022").3, soft);
    }

    #[test]
    fn a_range_of_days_has_sharp_ends_and_is_placed_by_its_start() {
        let sharp = Extent::Bar(Ending::Sharp, Ending::Sharp);
        assert_eq!(
            placed("2022-02-24/2022-02-26"),
            (19_047, 190_470, 19_050, sharp)
        );
    }

    #[test]
    fn open_and_unknown_ends_differ() {
        let (_, _, end, extent) = placed("2022-02/..");
        assert_eq!(
            (end, extent),
            (30_000, Extent::Bar(Ending::Soft, Ending::Open))
        );
        let (_, _, end, extent) = placed("2022-02/");
        assert_eq!(
            (end, extent),
            (19_024 + 30, Extent::Bar(Ending::Soft, Ending::Unknown))
        );
        let (start, _, end, extent) = placed("../2022-02-24");
        assert_eq!((start, end), (19_047, 19_048));
        assert_eq!(extent, Extent::Bar(Ending::Open, Ending::Sharp));
        assert!(item(&Date::UNDATED, 0, 0).is_none());
        assert!(item(&Date::parse("XXXX-12-25").unwrap(), 0, 0).is_none());
    }

    #[test]
    fn one_of_several_days_has_unsure_ends() {
        let (start, _, end, extent) = placed("[1991-04-06..1991-04-27]");
        assert_eq!((start, end), (7_765, 7_787));
        assert_eq!(extent, Extent::Bar(Ending::Soft, Ending::Soft));
        assert_eq!(
            placed("{1991-04-06..1991-04-27}").3,
            Extent::Bar(Ending::Sharp, Ending::Sharp)
        );
        assert_eq!(
            placed("[1987-23..]").3,
            Extent::Bar(Ending::Soft, Ending::Open)
        );
    }

    #[test]
    fn deep_time_does_not_overflow() {
        assert_eq!(
            placed("Y-65000000").3,
            Extent::Bar(Ending::Soft, Ending::Soft)
        );
    }
}
