//! The grammar above single dates: ranges and sets.

use super::{Date, DateError, Edge, Point};
use crate::article::Mistake;

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
    /// assert_eq!(error.mistake.kind(), "impossible-date");
    /// assert_eq!(error.message(), "There is no 31 February 2023: February 2023 has 28 days.");
    /// assert_eq!(error.fix(), "Write a day from 01 to 28, or leave the day out: 2023-02.");
    /// # Ok::<(), dateline::article::DateError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Date, DateError> {
        match text.as_bytes() {
            [b'[', .., b']'] | [b'{', .., b'}'] => return parse_set(text),
            [b'[' | b'{', ..] => return Err(Mistake::Unclosed.in_date(&[text])),
            _ => {}
        }
        parse_span(text, b"/")
    }
}

/// What stands before and after the first `mark`.
fn cut<'a>(text: &'a str, mark: &[u8]) -> Option<(&'a str, &'a str)> {
    let at = text
        .as_bytes()
        .windows(mark.len())
        .position(|window| window == mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// A date, or two edges about a mark: `/` in ranges (level 1), `..` in sets (level 2).
#[inline(never)]
fn parse_span(text: &str, mark: &[u8]) -> Result<Date, DateError> {
    let Some((start, end)) = cut(text, mark) else {
        return Point::parse(text).map(Date::from);
    };
    let edges = [parse_edge(start, mark)?, parse_edge(end, mark)?];
    if edges.iter().all(|edge| edge.point().is_none()) {
        return Err(Mistake::Boundless.in_date(&[text]));
    }
    Date::range(edges[0], edges[1]).ok_or_else(|| Mistake::Backwards.in_date(&[start, end]))
}

/// A date, `..`, or nothing, which is open beside the dots of a set.
#[inline(never)]
fn parse_edge(text: &str, mark: &[u8]) -> Result<Edge, DateError> {
    match (text, mark) {
        ("", b"/") => Ok(Edge::Unknown),
        ("", _) | ("..", b"/") => Ok(Edge::Open),
        _ => Point::parse(text).map(Edge::At),
    }
}

/// Sets (level 2): “one of” `[…]` and “all of” `{…}`, each from the earliest to the
/// latest of its members.
fn parse_set(text: &str) -> Result<Date, DateError> {
    let mut rest = text.get(1..text.len() - 1);
    let mut outer: Option<[Date; 2]> = None;
    while let Some(members) = rest {
        let (mut member, after) = match cut(members, b",") {
            Some((member, after)) => (member, Some(after)),
            None => (members, None),
        };
        rest = after;
        while let Some(unspaced) = member.strip_prefix(' ') {
            member = unspaced;
        }
        let date = parse_span(member, b"..")?;
        let [first, last] = outer.get_or_insert_with(|| [date.clone(), date.clone()]);
        // An open start is the earliest of all, an open end the latest.
        if date.earliest < first.earliest {
            first.clone_from(&date);
        }
        if last
            .end
            .is_some_and(|latest| date.end.is_none_or(|end| end > latest))
        {
            *last = date;
        }
    }
    let edges = outer
        .as_ref()
        .map(|[first, last]| (first.first(), last.last()));
    match edges.unwrap_or_default() {
        (None, None) => Err(Mistake::Boundless.in_date(&[text])),
        (Some(first), Some(last)) if first == last => Ok(Date::from(*first)),
        (first, last) => {
            let edge = |point: Option<&Point>| point.map_or(Edge::Open, |point| Edge::At(*point));
            Date::range(edge(first), edge(last)).ok_or_else(|| Mistake::Boundless.in_date(&[text]))
        }
    }
}
