//! A date, or a span: “April-May 1945”, “1914–18”, “from … to …”, “since …”, “before …”.

use super::{
    Context, Found, Note, Trouble,
    edtf::{Parts, checked},
    number::Reading,
    single::{bare_number, readings},
    token::Token,
    words::{Sense, can_be},
};
use crate::article::Date;

/// What two ends make.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Joint {
    /// It lasted from one to the other.
    Span,
    /// It happened at some time between them.
    Between,
    /// One of the two.
    Either,
    /// Both.
    Both,
}

/// Which end a word leaves open.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    Since,
    Until,
    Before,
    After,
}

/// Reads the tokens of a cell.
///
/// # Errors
/// When they are no date.
pub(super) fn read(tokens: &[Token], context: &Context) -> Result<Found, Trouble> {
    let tokens = trimmed(tokens);
    if let Some(found) = bare_number(tokens, context) {
        return Ok(found);
    }
    let (tokens, about, perhaps) = qualified(tokens);
    let qualify = |found: Vec<Reading>| -> Vec<Reading> {
        found
            .into_iter()
            .map(|mut reading| {
                reading.parts.about |= about;
                reading.parts.perhaps |= perhaps;
                reading
            })
            .collect()
    };
    let whole = readings(tokens, context).map(qualify);
    let trouble = match whole {
        Ok(all) => match one(&all) {
            Ok(mut found) => {
                note_thousands(tokens, &mut found);
                return Ok(found);
            }
            Err(trouble) => trouble,
        },
        Err(trouble) => trouble,
    };
    if let Some(found) = opened(tokens, context, &qualify) {
        return found;
    }
    for (at, width, joint) in joints(tokens) {
        let (left, right) = (tokens.get(..at), tokens.get(at + width..));
        let (Some(left), Some(right)) = (left, right) else {
            continue;
        };
        let (left, joint) = without_lead(left, joint);
        if let Some(found) = joined(left, right, joint, context, &qualify) {
            return found;
        }
    }
    Err(trouble)
}

/// Without the brackets around it and the full stop after it.
fn trimmed(mut tokens: &[Token]) -> &[Token] {
    loop {
        tokens = match tokens {
            [first, inside @ .., last]
                if first.is('(') && last.is(')') || first.is('[') && last.is(']') =>
            {
                inside
            }
            [inside @ .., last] if last.is('.') || last.is(',') || last.is(';') || last.is(':') => {
                inside
            }
            _ => return tokens,
        };
    }
}

/// Without “about” and “perhaps” in front, which hold for all that follows.
fn qualified(mut tokens: &[Token]) -> (&[Token], bool, bool) {
    let (mut about, mut perhaps) = (false, false);
    while let [first, rest @ ..] = tokens {
        let word = first.word();
        let sense = |sense| word.is_some_and(|word| can_be(word, sense));
        if first.is('~') || sense(Sense::About) && !sense(Sense::To) {
            about = true;
        } else if sense(Sense::Perhaps) {
            perhaps = true;
        } else if !(about && first.is('.')) {
            break;
        }
        tokens = rest;
    }
    (tokens, about, perhaps)
}

/// The date that one of the readings is, with the others beside it.
fn one(all: &[Reading]) -> Result<Found, Trouble> {
    let Some(first) = all.first() else {
        return Err(Trouble::NotADate);
    };
    if first.parts.day.is_some() && first.parts.month.is_none() && first.parts.span.is_none() {
        return Err(Trouble::NotADate);
    }
    let mut notes = first.notes.clone();
    let value = first.parts.value(&mut notes)?;
    let mut found = Found {
        notes,
        ..Found::certain(value)
    };
    for other in all.iter().skip(1) {
        let other = match other.parts.value(&mut Vec::new()) {
            Ok(value) => value,
            Err(Trouble::NoYear(value)) => value,
            Err(_) => continue,
        };
        if other != found.value && !found.others.contains(&other) {
            found.others.push(other);
        }
    }
    Ok(found)
}

fn note_thousands(tokens: &[Token], found: &mut Found) {
    if let [Token::Number { divided: true, .. }] = tokens {
        found.notes.push(Note::Thousands);
    }
}

/// A date with one end open: “since 2012”, “1990 – present”, “before 1900”.
fn opened(
    tokens: &[Token],
    context: &Context,
    qualify: &dyn Fn(Vec<Reading>) -> Vec<Reading>,
) -> Option<Result<Found, Trouble>> {
    let first = tokens.first()?;
    let last = tokens.last()?;
    let starts = |sense| first.word().is_some_and(|word| can_be(word, sense));
    let dash = |token: &Token| token.is('–') || token.is('-');
    let (inside, open) = if last.word().is_some_and(|word| {
        can_be(word, Sense::Ongoing) || matches!(word, "onwards" | "onward" | "on" | "forward")
    }) {
        // Back to the mark or word before it, and to “from” or “since” in front.
        let inside = tokens.get(..tokens.len() - 1)?;
        let inside = match inside.split_last() {
            Some((mark, rest))
                if dash(mark)
                    || mark.is('/')
                    || mark.word().is_some_and(|word| {
                        can_be(word, Sense::To) || can_be(word, Sense::Until)
                    }) =>
            {
                rest
            }
            _ => inside,
        };
        (without_lead(inside, Joint::Span).0, Open::Since)
    } else if dash(last) {
        (tokens.get(..tokens.len() - 1)?, Open::Since)
    } else if dash(first) {
        (tokens.get(1..)?, Open::Until)
    } else {
        let open = if starts(Sense::Since) {
            Open::Since
        } else if starts(Sense::Before) {
            Open::Before
        } else if starts(Sense::After) {
            Open::After
        } else if starts(Sense::Until) {
            Open::Until
        } else if starts(Sense::From) {
            Open::Since
        } else {
            return None;
        };
        (tokens.get(1..)?, open)
    };
    let (inside, about, perhaps) = qualified(inside);
    let mut all = qualify(readings(inside, context).ok()?);
    for reading in &mut all {
        reading.parts.about |= about;
        reading.parts.perhaps |= perhaps;
    }
    let mut found = one(&all).ok()?;
    if found.value.starts_with('[') {
        return None;
    }
    let around = |value: &str| match open {
        Open::Since => format!("{value}/.."),
        Open::Until => format!("../{value}"),
        Open::Before => format!("[..{value}]"),
        Open::After => format!("[{value}..]"),
    };
    found.value = around(&found.value);
    found.others = found.others.iter().map(|other| around(other)).collect();
    Some(checked(found.value.clone()).map(|_| found))
}

/// Where the tokens may be two dates, the most likely place first: at which token, how many
/// stand between, and what the two make.
fn joints(tokens: &[Token]) -> Vec<(usize, usize, Joint)> {
    let mut all: Vec<(u8, usize, usize, Joint)> = Vec::new();
    // Of marks that belong to dates as well, only the middle one can stand between two.
    let middle = |sign: char| {
        let places = tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.is(sign));
        let places: Vec<usize> = places.map(|(at, _)| at).collect();
        let half = places.len() / 2;
        places.get(half).copied().filter(|_| places.len() % 2 == 1)
    };
    let middles = ['-', '/'].map(middle);
    for (at, token) in tokens.iter().enumerate().skip(1) {
        let spaced = token.gap() && tokens.get(at + 1).is_some_and(Token::gap);
        if token.is('–') {
            all.push((0, at, 1, Joint::Span));
        } else if (token.is('-') || token.is('/')) && (spaced || middles.contains(&Some(at))) {
            all.push((
                if spaced {
                    1
                } else if token.is('-') {
                    3
                } else {
                    4
                },
                at,
                1,
                Joint::Span,
            ));
        } else if token.is('&') {
            all.push((2, at, 1, Joint::Both));
        } else if let Some(word) = token.word() {
            if can_be(word, Sense::To) || can_be(word, Sense::Until) {
                all.push((1, at, 1, Joint::Span));
            } else if can_be(word, Sense::Or) {
                all.push((2, at, 1, Joint::Either));
            } else if can_be(word, Sense::And) {
                all.push((2, at, 1, Joint::Both));
            }
        }
    }
    all.sort_by_key(|(rank, ..)| *rank);
    // Each is tried; a text with many is no date.
    all.truncate(12);
    all.into_iter()
        .map(|(_, at, width, joint)| (at, width, joint))
        .collect()
}

/// Without “from” or “between” in front, which say what the two ends make.
fn without_lead(tokens: &[Token], joint: Joint) -> (&[Token], Joint) {
    let [first, rest @ ..] = tokens else {
        return (tokens, joint);
    };
    let Some(word) = first.word() else {
        return (tokens, joint);
    };
    if can_be(word, Sense::Between) {
        return (rest, Joint::Between);
    }
    if can_be(word, Sense::From) || can_be(word, Sense::Since) {
        return (rest, joint);
    }
    (tokens, joint)
}

/// Two dates as one; `None` when they are not two.
fn joined(
    left: &[Token],
    right: &[Token],
    joint: Joint,
    context: &Context,
    qualify: &dyn Fn(Vec<Reading>) -> Vec<Reading>,
) -> Option<Result<Found, Trouble>> {
    let lefts = qualify(readings(left, context).ok()?);
    let rights = match (lefts.first(), right) {
        (
            Some(first),
            [
                Token::Number {
                    value, digits: 2, ..
                },
            ],
        ) if is_year(&first.parts) => {
            vec![short_end(first.parts.year?, *value)?]
        }
        _ => readings(right, context).ok()?,
    };
    let rights = qualify(rights);
    let says_ce = left
        .iter()
        .any(|token| token.word().is_some_and(|word| can_be(word, Sense::Ce)));
    let pair = |at: usize| -> Option<(String, Vec<Note>)> {
        let mut notes = Vec::new();
        let (left, right) = (lefts.get(at)?, rights.get(at)?);
        let (from, to) = filled(&left.parts, &right.parts, says_ce, &mut notes)?;
        notes.extend(left.notes.iter().cloned());
        notes.extend(
            right
                .notes
                .iter()
                .filter(|note| !left.notes.contains(note))
                .cloned(),
        );
        let (from, to) = (from.value(&mut notes).ok()?, to.value(&mut notes).ok()?);
        let value = match joint {
            Joint::Span => format!("{from}/{to}"),
            Joint::Between => format!("[{from}..{to}]"),
            Joint::Either => format!("[{from},{to}]"),
            Joint::Both => format!("{{{from},{to}}}"),
        };
        if from == to {
            return Some((from, notes));
        }
        match Date::parse(&value) {
            Ok(_) => Some((value, notes)),
            Err(error) if error.mistake.kind() == "end-before-start" => {
                notes.push(Note::Backwards(to));
                Some((from, notes))
            }
            Err(_) => None,
        }
    };
    let (value, notes) = pair(0)?;
    let mut found = Found {
        notes,
        ..Found::certain(value)
    };
    for at in 1..lefts.len().max(rights.len()) {
        if let Some((other, _)) = pair(at)
            && other != found.value
        {
            found.others.push(other);
        }
    }
    Some(Ok(found))
}

/// Whether it is a year of four digits and nothing else.
fn is_year(parts: &Parts) -> bool {
    parts.year.is_some_and(|year| year >= 1_000)
        && parts.masked == 0
        && parts.month.is_none()
        && parts.day.is_none()
}

/// The year that two digits after another year mean: 1914–18, 1999–00.
fn short_end(year: i64, digits: i64) -> Option<Reading> {
    let mut end = year.div_euclid(100) * 100 + digits;
    if end <= year {
        end += 100;
        // Only the very next year crosses a century.
        if end != year + 1 {
            return None;
        }
    }
    Some(Reading {
        parts: Parts::of_year(end),
        notes: Vec::new(),
    })
}

/// Both ends, each with what only the other one writes. `None` when a year lacks in both.
fn filled(
    left: &Parts,
    right: &Parts,
    says_ce: bool,
    notes: &mut Vec<Note>,
) -> Option<(Parts, Parts)> {
    let (mut from, mut to) = (left.clone(), right.clone());
    if from.span.is_some() || to.span.is_some() {
        return None;
    }
    if to.year.is_none() && to.month.is_none() && to.day.is_none() {
        // 10:00–12:00 of the same day.
        to.clock?;
        (to.year, to.month, to.day) = (from.year, from.month, from.day);
    }
    if from.month.is_none() && from.day.is_some() {
        from.month = to.month;
    }
    if to.month.is_none() && to.day.is_some() {
        to.month = from.month;
    }
    let bare = from.year.is_none();
    if from.year.is_none() {
        from.year = to.year;
    }
    if to.year.is_none() {
        to.year = from.year;
    }
    let (first, last) = (from.year?, to.year?);
    // 500–400 BC.
    if last <= 0 && first > 0 && !says_ce && !bare {
        from.year = Some(1 - first);
    }
    if from.day.is_some() && from.month.is_none() || to.day.is_some() && to.month.is_none() {
        return None;
    }
    if bare && from.month > to.month && to.month.is_some() {
        from.year = Some(last - 1);
        notes.push(Note::YearBefore((last - 1).to_string()));
    }
    Some((from, to))
}
