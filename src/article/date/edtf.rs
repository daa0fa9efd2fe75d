//! The grammar above single dates: ranges and sets.

use super::{Calendar, Date, DateError, Edge, Member, Point, Unspecified, single::single};
use crate::article::Mistake;

impl Date {
    /// Reads a date in EDTF (ISO 8601-2:2019, Annex A) of the Gregorian calendar.
    ///
    /// - Level 0: `2022-02-24`, `2022-02`, `2022`, `2023-03-20T14:05:30Z`, `2021/2023`. A
    ///   time may leave out its seconds, may have a distance from UTC such as `+02:00`, and
    ///   may stand in a range. Without either it is placed as if it were UTC.
    /// - Level 1: `Y170000002`, `-0044`, seasons `2022-21` to `2022-24`, qualifiers
    ///   `2022?`, `2022-09~`, `2022%`, unspecified digits `19XX`, `2004-XX`,
    ///   `2004-01-XX`, and ranges with an open end `2021-02/..` or an unknown
    ///   one `2021-02/`.
    /// - Level 2: `Y-17E7`, `1950S2`, parts of a year `2022-25` to `2022-41`, qualified
    ///   parts such as `2004-06~-11`, unspecified digits anywhere `156X-12-25`, and sets
    ///   `[1667,1668,1670..1672]` (one of these), `{1960,1961-12}` (all of these).
    ///
    /// A year of which nothing is known, `XXXX`, makes an undated date.
    ///
    /// # Errors
    /// `impossible-date` for 31 February, month 13, 25 o'clock, a leap second, or a year
    /// farther away than 292 thousand million; `end-before-start` for a range that runs
    /// backwards; `ungrammatical-date` for all else.
    ///
    /// ```
    /// use dateline::article::Date;
    /// assert!(Date::parse("2021-02/..")?.is_open());
    /// let error = Date::parse("2023-02-31").unwrap_err();
    /// assert_eq!(error.mistake.kind(), "impossible-date");
    /// assert_eq!(error.message(), "There is no 31 February 2023: February 2023 has 28 days.");
    /// assert_eq!(error.fix(), "Write a day from 01 to 28, or leave the day out: 2023-02.");
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Date, DateError> {
        Date::parse_in(text, Calendar::Gregorian)
    }

    /// As [`Date::parse`], with days of another calendar.
    ///
    /// # Errors
    /// As [`Date::parse`]'s.
    ///
    /// ```
    /// use dateline::article::{Date, date::Calendar};
    /// let revolution = Date::parse_in("1917-10-25", Calendar::Julian)?;
    /// assert_eq!(revolution.earliest, Date::parse("1917-11-07")?.earliest);
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn parse_in(text: &str, calendar: Calendar) -> Result<Date, DateError> {
        let bracketed = |open, close| text.strip_prefix(open)?.strip_suffix(close);
        if let Some(members) = bracketed('[', ']') {
            return set(text, members, calendar, Date::one_of);
        }
        if let Some(members) = bracketed('{', '}') {
            return set(text, members, calendar, Date::all_of);
        }
        if text.starts_with(['[', '{']) {
            return Err(Mistake::Unclosed.in_date(&[text]));
        }
        let Some((start, end)) = text.split_once('/') else {
            return single(text, calendar).map(Date::from);
        };
        let edges = (edge(start, calendar)?, edge(end, calendar)?);
        range(edges, [text, start, end])?;
        Date::range(edges.0, edges.1).ok_or_else(|| Mistake::Backwards.in_date(&[start, end]))
    }
}

/// An end of a range: a date, `..` where it is open, nothing or `XXXX` where it is unknown.
fn edge(text: &str, calendar: Calendar) -> Result<Edge, DateError> {
    match text {
        ".." => Ok(Edge::Open),
        "" => Ok(Edge::Unknown),
        _ => {
            let point = single(text, calendar)?;
            if is_nothing(&point) {
                return Ok(Edge::Unknown);
            }
            dated(point, text).map(Edge::At)
        }
    }
}

/// Nothing is known of it: `XXXX`.
fn is_nothing(point: &Point) -> bool {
    let known = Unspecified {
        year: Unspecified::WHOLE_YEAR,
        ..Unspecified::default()
    };
    point.is_undated() && point.unspecified == known && point.month == 0
}

/// A date without a year bounds nothing.
fn dated(point: Point, text: &str) -> Result<Point, DateError> {
    if point.is_undated() {
        return Err(Mistake::NotAYear.in_date(&[text]));
    }
    Ok(point)
}

/// Refuses edges of which neither is a date, and such as run backwards; `words` are the
/// whole text and both of theirs.
fn range((from, to): (Edge, Edge), [text, start, end]: [&str; 3]) -> Result<(), DateError> {
    if from.point().is_none() && to.point().is_none() {
        return Err(Mistake::Boundless.in_date(&[text]));
    }
    if let (Some(earliest), Some(last)) = (from.earliest(), to.end())
        && earliest >= last
    {
        return Err(Mistake::Backwards.in_date(&[start, end]));
    }
    Ok(())
}

/// Sets (level 2): `make` is [`Date::one_of`] or [`Date::all_of`].
fn set(
    text: &str,
    members: &str,
    calendar: Calendar,
    make: fn(Vec<Member>) -> Option<Date>,
) -> Result<Date, DateError> {
    let members = members
        .split(',')
        .map(|text| member(text.trim_start_matches(' '), calendar));
    let members: Vec<Member> = members.collect::<Result<_, _>>()?;
    make(members).ok_or_else(|| Mistake::Boundless.in_date(&[text]))
}

fn member(text: &str, calendar: Calendar) -> Result<Member, DateError> {
    let point = |text: &str| dated(single(text, calendar)?, text).map(Edge::At);
    let Some((start, end)) = text.split_once("..") else {
        let edge = point(text)?;
        return Ok(Member {
            from: edge,
            to: edge,
        });
    };
    let open = |text: &str| match text {
        "" => Ok(Edge::Open),
        _ => point(text),
    };
    let (from, to) = (open(start)?, open(end)?);
    range((from, to), [text, start, end])?;
    Ok(Member { from, to })
}
