//! What a date is, beyond the days it covers.

use crate::article::date::{Civil, Edge, Point, Precision, Shape};
use crate::article::{Date, Instant};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn point(text: &str) -> Point {
    match date(text).shape {
        Shape::Single(point) => point,
        Shape::Range(..) => panic!("{text} is a range"),
    }
}

/// Seconds since 1970 of a time in UTC.
fn at(year: i64, month: u8, day: u8, time: (i64, i64, i64)) -> Option<Instant> {
    let seconds = time.0 * 3_600 + time.1 * 60 + time.2;
    Civil::new(year, month, day).map(|day| Instant::from_civil(day).add_seconds(seconds))
}

#[test]
fn times_are_minutes_or_seconds_of_utc() {
    let minute = date("2023-03-20T14:05Z");
    assert_eq!(minute.earliest, at(2023, 3, 20, (14, 5, 0)));
    assert_eq!(minute.end, at(2023, 3, 20, (14, 6, 0)));
    assert_eq!(minute.precision(), Precision::Minute);

    let second = date("2023-03-20T14:05:09Z");
    assert_eq!(second.earliest, at(2023, 3, 20, (14, 5, 9)));
    assert_eq!(second.end, at(2023, 3, 20, (14, 5, 10)));
    assert_eq!(second.precision(), Precision::Second);
    // Known independently of this code: `date -u -d 2023-03-20T14:05:09Z +%s`.
    assert_eq!(second.earliest, Some(Instant(1_679_321_109)));
}

#[test]
fn offsets_are_converted_to_utc() {
    let same = point("2023-03-20T14:05Z");
    for text in [
        "2023-03-20T16:05+02:00",
        "2023-03-20T16:05+02",
        "2023-03-20T09:35-04:30",
        "2023-03-21T04:05+14:00",
        "2023-03-20T14:05-00:00",
    ] {
        assert_eq!(point(text), same, "{text}");
    }
    let new_year = point("2024-01-01T00:30+01:00");
    assert_eq!(
        (new_year.year, new_year.month, new_year.day),
        (2023, 12, 31)
    );
    assert_eq!(new_year.time, (23, 30, 0));
    let leap_day = point("2024-02-28T23:30:15-01:00");
    assert_eq!(
        (leap_day.month, leap_day.day, leap_day.time),
        (2, 29, (0, 30, 15))
    );
}

#[test]
fn a_range_of_times_includes_its_last_minute() {
    let talks = date("2023-03-20T14:05Z/2023-03-20T16:00Z");
    assert_eq!(talks.end, at(2023, 3, 20, (16, 1, 0)));
}

#[test]
fn qualifiers_are_kept_wherever_they_stand() {
    for (text, approximate, uncertain) in [
        ("2022", false, false),
        ("2022~", true, false),
        ("2022?", false, true),
        ("2022%", true, true),
        ("2022?~", true, true),
        ("?2022-~09", true, true),
        ("2022-09~-11", true, false),
        ("2022~/2023?", true, true),
        ("2023-03-20T14:05Z~", true, false),
    ] {
        let date = date(text);
        assert_eq!(date.is_approximate(), approximate, "{text}");
        assert_eq!(date.is_uncertain(), uncertain, "{text}");
    }
}

#[test]
fn precision_is_the_coarser_edge_and_is_ordered() {
    for (text, precision) in [
        ("1XXX", Precision::Years(1_000)),
        ("19XX", Precision::Years(100)),
        ("1950S3", Precision::Years(10)),
        ("1950S4", Precision::Year),
        ("Y-65E6", Precision::Year),
        ("Y-65000000S2", Precision::Years(1_000_000)),
        ("2004-XX", Precision::Year),
        ("2004-21", Precision::Season),
        ("2004-01-XX", Precision::Month),
        ("2004-01-05", Precision::Day),
        ("2004-01-05/2005", Precision::Year),
        ("2004-01/..", Precision::Month),
    ] {
        assert_eq!(date(text).precision(), precision, "{text}");
    }
    let texts = [
        "1XXX",
        "19XX",
        "199X",
        "1999",
        "1999-21",
        "1999-04",
        "1999-04-01",
    ];
    assert!(texts.is_sorted_by_key(|text| date(text).precision()));
}

#[test]
fn open_and_unknown_edges_differ() {
    let open = date("2021-02/..");
    assert!(open.is_open());
    assert!(matches!(open.shape, Shape::Range(Edge::At(_), Edge::Open)));
    assert_eq!(open.anchor(), open.earliest.unwrap());
    assert!(open.first().is_some() && open.last().is_none());
    let unknown = date("/2021-02");
    assert!(unknown.is_open());
    assert!(matches!(
        unknown.shape,
        Shape::Range(Edge::Unknown, Edge::At(_))
    ));
    assert_eq!(unknown.anchor(), unknown.end.unwrap());
    assert!(!date("2021-02/2021-03").is_open());
}

#[test]
fn long_years_reach_as_far_as_instants() {
    for text in ["Y-138E8", "Y292E9", "Y-292000000000"] {
        let date = date(text);
        let (start, end) = (date.earliest.unwrap(), date.end.unwrap());
        assert_eq!(start.civil().year, point(text).year, "{text}");
        assert!(
            [365, 366].contains(&((end.0 - start.0) / Instant::DAY)),
            "{text}"
        );
    }
    for text in [
        "Y293E9",
        "Y-9999999999999999999999",
        "Y1E99999999999999999999",
        "Y-1E12",
    ] {
        assert_eq!(
            Date::parse(text).unwrap_err().mistake.kind(),
            "impossible-date",
            "{text}"
        );
    }
}

#[test]
fn ranges_made_by_hand_are_checked_as_written_ones() {
    let (early, late) = (Edge::At(point("2021")), Edge::At(point("2022-02")));
    assert_eq!(Date::range(early, late), Some(date("2021/2022-02")));
    assert_eq!(Date::range(late, early), None);
    assert_eq!(Date::range(Edge::Open, Edge::Unknown), None);
}
