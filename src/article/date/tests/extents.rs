//! What a date is, beyond the days it covers.

use crate::article::date::{Civil, Edge, Heading, Parts, Point, Precision, Shape, Zone};
use crate::article::{Date, Instant};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn point(text: &str) -> Point {
    match date(text).shape {
        Shape::Single(point) => point,
        _ => panic!("{text} is no single date"),
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
fn times_are_placed_by_their_distance_from_utc_and_kept_as_said() {
    let same = date("2023-03-20T14:05Z");
    for text in [
        "2023-03-20T16:05+02:00",
        "2023-03-20T16:05+02",
        "2023-03-20T09:35-04:30",
        "2023-03-21T04:05+14:00",
        "2023-03-20T14:05-00:00",
        "2023-03-20T14:05",
    ] {
        let other = date(text);
        assert_eq!(
            (other.earliest, other.end),
            (same.earliest, same.end),
            "{text}"
        );
    }
    let new_year = point("2024-01-01T00:30+01:00");
    assert_eq!((new_year.year, new_year.month, new_year.day), (2024, 1, 1));
    assert_eq!(
        (new_year.time, new_year.zone),
        ((0, 30, 0), Zone::Ahead(60))
    );
    assert_eq!(
        date("2024-01-01T00:30+01:00").earliest,
        at(2023, 12, 31, (23, 30, 0))
    );
    assert_eq!(
        date("2024-01-01T00:30+01:00").heading(),
        Heading::Year(2024)
    );
    assert_eq!(point("2016-05-02T16:54:59").zone, Zone::Unsaid);
}

#[test]
fn the_end_of_a_day_is_in_that_day() {
    for text in [
        "2007-12-31T24:00Z",
        "2007-12-31T24:00:00Z",
        "2007-12-31T24:00",
    ] {
        let end = date(text);
        assert_eq!(end.earliest, at(2007, 12, 31, (23, 59, 59)), "{text}");
        assert_eq!(end.end, at(2008, 1, 1, (0, 0, 0)), "{text}");
        assert_eq!(end.heading(), Heading::Year(2007));
    }
    assert!(
        date("2007-12-31T24:00Z/2008-01-01T00:00Z")
            .earliest
            .is_some()
    );
}

#[test]
fn a_leap_second_is_refused_with_the_second_before_it() {
    let error = Date::parse("2016-12-31T23:59:60Z").unwrap_err();
    assert_eq!(error.mistake.kind(), "impossible-date");
    assert!(error.fix().contains("2016-12-31T23:59:59Z"), "{error}");
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

/// ISO 8601-2:2019, 8.2 and 8.3: what stands behind a part is said of all before it, what
/// stands before it of that part alone.
#[test]
fn qualifiers_say_something_of_their_parts() {
    let parts = |parts: Parts| {
        let names = [(parts.year, "y"), (parts.month, "m"), (parts.day, "d")];
        let named = names.into_iter().filter(|(is, _)| *is);
        named.map(|(_, name)| name).collect::<String>()
    };
    for (text, approximate, uncertain) in [
        ("2004-06-11%", "ymd", "ymd"),
        ("2004-06~-11", "ym", ""),
        ("2004?-06-11", "", "y"),
        ("?2004-06-~11", "d", "y"),
        ("2004-%06-11", "m", "m"),
        ("?2004-06", "", "y"),
        ("2004-06~", "ym", ""),
        ("1911?-40", "", "y"),
        ("2023-03-20T14:05Z~", "ymd", ""),
    ] {
        let point = point(text);
        assert_eq!(
            (parts(point.approximate), parts(point.uncertain)),
            (approximate.into(), uncertain.into()),
            "{text}"
        );
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
        ("2004-21", Precision::Months(3)),
        ("2004-37", Precision::Months(4)),
        ("2004-40", Precision::Months(6)),
        ("156X-12-25", Precision::Years(10)),
        ("1984-1X", Precision::Year),
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
        "1999-40",
        "1999-37",
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

#[test]
fn sets_keep_their_members() {
    let set = date("[1667,1668, 1670..1672]");
    let Shape::OneOf(members) = &set.shape else {
        panic!("{set:?}");
    };
    let years = members.iter().map(|member| {
        let year = |edge: Edge| edge.point().unwrap().year;
        (year(member.from), year(member.to))
    });
    assert_eq!(
        years.collect::<Vec<_>>(),
        [(1667, 1667), (1668, 1668), (1670, 1672)]
    );
    assert!(set.is_one_of() && !date("{1667,1668}").is_one_of());
    let (from, to) = date("[1993,..1984]").edges();
    assert_eq!(
        (from, to.point().map(|point| point.year)),
        (Edge::Open, Some(1993))
    );
}

#[test]
fn nothing_is_known_of_an_undated_event() {
    for text in ["XXXX", "XXXX-12-25", "XXXX-XX", "XXXX?"] {
        let date = date(text);
        assert!(date.is_undated(), "{text}");
        assert_eq!(date.heading(), Heading::Undated);
        assert_eq!(date.anchor(), Instant(i64::MAX));
    }
    assert_eq!(date("XXXX/2004").shape, date("/2004").shape);
}

/// In a list: what has no start first, a decade before its first year, what is undated last.
#[test]
fn dates_have_an_order() {
    let texts = [
        "../1983",
        "1979-12",
        "198X",
        "1980-01",
        "1980",
        "1980-01/..",
        "1980-05",
        "1981",
        "XXXX",
    ];
    assert!(texts.is_sorted_by(|a, b| date(a).order() <= date(b).order()));
    let headings =
        ["198X", "19XX", "1950S2", "1980-05", "../1983"].map(|text| date(text).heading());
    assert!(matches!(
        headings,
        [
            Heading::Years(_),
            Heading::Years(_),
            Heading::Years(_),
            Heading::Year(1980),
            Heading::By(1983)
        ]
    ));
}
