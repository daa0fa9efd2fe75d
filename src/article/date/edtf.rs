//! The grammar above single dates: ranges and sets.

use super::{Date, DateError, Edge, Point};

impl Date {
    /// Reads a date in EDTF (ISO 8601-2:2019, Annex A).
    ///
    /// - Level 0: `2022-02-24`, `2022-02`, `2022`, `2023-03-20T14:05:30Z`, `2021/2023`.
    ///   A time may leave out its seconds, may have a distance from UTC such as
    ///   `+02:00` (and is then converted to UTC), and may stand in a range. A time
    ///   without either is an error, since nobody could know when it is.
    /// - Level 1: `Y170000002`, `-0044`, seasons `2022-21` to `2022-24`, qualifiers
    ///   `2022?`, `2022-09~`, `2022%`, unspecified digits `19XX`, `2004-XX`,
    ///   `2004-01-XX`, and ranges with an open end `2021-02/..` or an unknown
    ///   one `2021-02/`.
    /// - Level 2: `Y-17E7`, `1950S2`, `1XXX`, qualified parts such as `2004-06~-11`
    ///   (kept for the whole date), and sets `[1667,1668,1670..1672]`, `{1960,1961-12}`,
    ///   `[..1984]`, which are read as the range from the earliest to the latest.
    ///
    /// Unspecified digits that leave a gap (`156X-12-25`) and the groupings 25 to 41 of
    /// level 2 are not read.
    ///
    /// # Errors
    /// `impossible-date` for 31 February, month 13, 25 o'clock, or a year farther away
    /// than 292 thousand million; `end-before-start` for a range that runs backwards;
    /// `ungrammatical-date` for all else.
    ///
    /// ```
    /// use dateline::article::Date;
    /// assert!(Date::parse("2021-02/..")?.is_open());
    /// let error = Date::parse("2023-02-31").unwrap_err();
    /// assert_eq!(error.kind, "impossible-date");
    /// assert_eq!(error.message, "There is no 31 February 2023: February 2023 has 28 days.");
    /// assert_eq!(error.fix, "Write a day from 01 to 28, or leave the day out: 2023-02.");
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Date, DateError> {
        if text.starts_with(['[', '{']) {
            return parse_set(text);
        }
        let Some((start, end)) = text.split_once('/') else {
            return Point::parse(text).map(Date::from);
        };
        let edges = (parse_edge(start)?, parse_edge(end)?);
        join(text, edges, (start, end))
    }
}

/// A side of a range (level 1): a date, `..`, or nothing.
fn parse_edge(text: &str) -> Result<Edge, DateError> {
    match text {
        "" => Ok(Edge::Unknown),
        ".." => Ok(Edge::Open),
        _ => Point::parse(text).map(Edge::At),
    }
}

/// `written` holds the edges as in the text, for the message.
fn join(text: &str, (start, end): (Edge, Edge), written: (&str, &str)) -> Result<Date, DateError> {
    if start.point().is_none() && end.point().is_none() {
        return Err(DateError::ungrammatical(
            text,
            "has neither a start nor an end.",
            "Write a date on at least one side: 2021-02/.. has a start and no end.",
        ));
    }
    Date::range(start, end).ok_or_else(|| DateError::backwards(written.0, written.1))
}

/// Sets (level 2): “one of” `[…]` and “all of” `{…}`, each from the earliest to the
/// latest of its members.
fn parse_set(text: &str) -> Result<Date, DateError> {
    let closing = if text.starts_with('[') { ']' } else { '}' };
    let Some(members) = text.get(1..).and_then(|rest| rest.strip_suffix(closing)) else {
        return Err(DateError::ungrammatical(
            text,
            "is a list without its closing bracket.",
            "End it with ] if it begins with [, and with } if it begins with {.",
        ));
    };
    let mut whole: Option<(Edge, Edge)> = None;
    for member in members.split(',') {
        let (start, end) = parse_member(member.trim_start_matches(' '))?;
        whole = Some(match whole {
            None => (start, end),
            Some((first, last)) => (earlier(first, start), later(last, end)),
        });
    }
    match whole.unwrap_or((Edge::Open, Edge::Open)) {
        (Edge::At(first), Edge::At(last)) if first == last => Ok(Date::from(first)),
        edges => join(text, edges, ("", "")),
    }
}

/// One member of a set: a date, or dates joined by dots.
fn parse_member(text: &str) -> Result<(Edge, Edge), DateError> {
    let Some((start, end)) = text.split_once("..") else {
        let edge = Edge::At(Point::parse(text)?);
        return Ok((edge, edge));
    };
    let edges = (parse_bound(start)?, parse_bound(end)?);
    join(text, edges, (start, end))?;
    Ok(edges)
}

/// Beside the dots of a member stands a date, or nothing, which is open here.
fn parse_bound(text: &str) -> Result<Edge, DateError> {
    if text.is_empty() {
        Ok(Edge::Open)
    } else {
        Point::parse(text).map(Edge::At)
    }
}

fn earlier(a: Edge, b: Edge) -> Edge {
    match (a.point(), b.point()) {
        (Some(x), Some(y)) if y.earliest() < x.earliest() => b,
        (Some(_), None) => b,
        _ => a,
    }
}

fn later(a: Edge, b: Edge) -> Edge {
    match (a.point(), b.point()) {
        (Some(x), Some(y)) if y.end() > x.end() => b,
        (Some(_), None) => b,
        _ => a,
    }
}
