//! Dates as lists of parts, and what can be done with those in any language.

use super::{DatePart, PartKind};

/// A year as it stands in a date: its digits, with what an era puts around them.
pub(super) struct Year {
    pub(super) before: String,
    pub(super) digits: String,
    pub(super) after: String,
}

/// The text of a date, with this year in its place. An era that stands behind the year
/// stands behind its sign, too, where that ends the date: “44 р. до н. е.”.
pub(super) fn written(parts: &[DatePart], year: Option<&Year>) -> String {
    let mut text = String::new();
    let mut parts = parts.iter().peekable();
    while let Some(part) = parts.next() {
        let (PartKind::Year, Some(year)) = (part.kind, year) else {
            text.push_str(&part.text);
            continue;
        };
        text.push_str(&year.before);
        text.push_str(&year.digits);
        let sign = parts.next_if(|next| next.kind == PartKind::Other);
        let is_last = parts.peek().is_none();
        let sign = sign.map(|sign| sign.text.as_str()).unwrap_or_default();
        if is_last {
            text.push_str(sign);
        }
        text.push_str(&year.after);
        if !is_last {
            text.push_str(sign);
        }
    }
    text
}

/// The parts without the year and its sign: “24 February”, “2月24日”.
pub(super) fn without_year(parts: &[DatePart]) -> Vec<DatePart> {
    let Some(at) = parts.iter().position(|part| part.kind == PartKind::Year) else {
        return parts.to_vec();
    };
    let is_sign = |at: Option<usize>| {
        let part = at.and_then(|at| parts.get(at));
        part.is_some_and(|part| part.kind == PartKind::Other)
    };
    let start = at - usize::from(is_sign(at.checked_sub(1)));
    let end = at + 1 + usize::from(is_sign(Some(at + 1)));
    // What stands between two other parts divides those still.
    let is_between = start > 0 && end < parts.len();
    let kept = parts.iter().enumerate().filter(|(place, _)| {
        let is_dropped = (start..end).contains(place);
        !is_dropped || is_between && *place == at + 1
    });
    kept.map(|(_, part)| part.clone()).collect()
}

/// Whether the year comes before the month.
pub(super) fn is_year_first(parts: &[DatePart]) -> bool {
    let place = |kind| parts.iter().position(|part| part.kind == kind);
    place(PartKind::Year) < place(PartKind::Month)
}

/// What stands in place of the only part of this kind.
pub(super) fn part(parts: &[DatePart], kind: PartKind) -> Option<&str> {
    let part = parts.iter().find(|part| part.kind == kind)?;
    Some(&part.text)
}

/// The parts with another text for those of this kind.
pub(super) fn with(parts: &[DatePart], kind: PartKind, text: &str) -> Vec<DatePart> {
    let mut parts = parts.to_vec();
    for part in parts.iter_mut().filter(|part| part.kind == kind) {
        part.text = text.to_owned();
    }
    parts
}

/// The dot that makes an ordinal of this part's number, which each number of several has:
/// “20.–22. März”. Where a dot ends the date it is written once: “március 20–22.”.
pub(super) fn ordinal(parts: &[DatePart], kind: PartKind) -> &'static str {
    let at = parts.iter().position(|part| part.kind == kind);
    let sign = at.and_then(|at| parts.get(at + 1));
    let is_last = at.is_some_and(|at| at + 2 == parts.len());
    match sign {
        Some(sign) if sign.text.starts_with('.') && !is_last => ".",
        _ => "",
    }
}
