//! Time of day: `7pm`, `7.30`, `1900`, `05:58:44`, “About 12:45 AM EST”, `14h30`.

use super::{
    Note,
    token::Token,
    words::{Sense, can_be, senses},
};

/// A time of day, perhaps with its distance from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
}

impl Clock {
    /// What follows the day in EDTF.
    pub(super) fn edtf(&self) -> String {
        let second = self
            .second
            .map(|second| format!(":{second:02}"))
            .unwrap_or_default();
        let zone = match self.offset {
            None => String::new(),
            Some(0) => "Z".to_string(),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let offset = offset.abs();
                format!("{sign}{:02}:{:02}", offset / 60, offset % 60)
            }
        };
        format!("T{:02}:{:02}{second}{zone}", self.hour, self.minute)
    }
}

/// Zones whose abbreviations mean one thing, or nearly always one, in minutes from UTC.
const ZONES: &[(&str, i32, &str)] = &[
    ("z", 0, "UTC"),
    ("utc", 0, "UTC"),
    ("gmt", 0, "UTC"),
    ("wet", 0, "UTC"),
    ("est", -300, "UTC−5 (eastern North America)"),
    ("edt", -240, "UTC−4 (eastern North America)"),
    ("cst", -360, "UTC−6 (central North America)"),
    ("cdt", -300, "UTC−5 (central North America)"),
    ("mst", -420, "UTC−7 (western North America)"),
    ("mdt", -360, "UTC−6 (western North America)"),
    ("pst", -480, "UTC−8 (Pacific North America)"),
    ("pdt", -420, "UTC−7 (Pacific North America)"),
    ("bst", 60, "UTC+1 (British summer)"),
    ("cet", 60, "UTC+1 (central Europe)"),
    ("mez", 60, "UTC+1 (central Europe)"),
    ("cest", 120, "UTC+2 (central Europe)"),
    ("mesz", 120, "UTC+2 (central Europe)"),
    ("eet", 120, "UTC+2 (eastern Europe)"),
    ("eest", 180, "UTC+3 (eastern Europe)"),
    ("msk", 180, "UTC+3 (Moscow)"),
    ("jst", 540, "UTC+9 (Japan)"),
    ("hkt", 480, "UTC+8 (Hong Kong)"),
    ("aest", 600, "UTC+10 (eastern Australia)"),
    ("aedt", 660, "UTC+11 (eastern Australia)"),
];

/// Zones that stand for several, none more likely than the others.
const UNSURE: &[&str] = &["ist", "et", "ct", "mt", "pt", "ast", "sst", "local"];

/// The zone that a small word names: minutes from UTC, `None` where it could be several.
pub(super) fn zone(word: &str) -> Option<(Option<i32>, &'static str)> {
    if let Some((_, offset, name)) = ZONES.iter().find(|(name, ..)| *name == word) {
        return Some((Some(*offset), name));
    }
    UNSURE.contains(&word).then_some((None, ""))
}

/// What a search for the time of day found: the time, and the tokens without it.
pub(super) struct Taken {
    pub clock: Option<Clock>,
    pub rest: Vec<Token>,
    pub notes: Vec<Note>,
}

/// Takes the time of day out of the tokens of a date. `None` when one is there that no
/// clock shows.
pub(super) fn take(tokens: &[Token]) -> Option<Taken> {
    let mut notes = Vec::new();
    for at in 0..tokens.len() {
        let here = tokens.get(at..).unwrap_or_default();
        if let Some((clock, length)) = time(here)? {
            let mut clock = clock;
            let mut end = at + length;
            end += zone_after(
                tokens.get(end..).unwrap_or_default(),
                &mut clock,
                &mut notes,
            );
            let mut start = at;
            let before = |at: usize| at.checked_sub(1).and_then(|at| tokens.get(at));
            while before(start).is_some_and(joins) {
                start -= 1;
            }
            let mut rest = tokens.get(..start).unwrap_or_default().to_vec();
            rest.extend_from_slice(tokens.get(end..).unwrap_or_default());
            return Some(Taken {
                clock: Some(clock),
                rest,
                notes,
            });
        }
    }
    // A zone without a time: “Jan 11 2012 CST”.
    let mut rest = tokens.to_vec();
    if let Some(Token::Word { text, .. }) = tokens.last()
        && tokens.len() > 1
        && text != "z"
        && zone(text).is_some()
    {
        notes.push(Note::ZoneAlone(text.to_uppercase()));
        rest.pop();
    }
    Some(Taken {
        clock: None,
        rest,
        notes,
    })
}

/// What may stand between a day and its time.
fn joins(token: &Token) -> bool {
    token.is(',')
        || token.is('@')
        || token.is('–')
        || token.word().is_some_and(|word| {
            matches!(
                word,
                "t" | "at" | "um" | "à" | "a" | "kl" | "в" | "о" | "alle" | "las" | "om"
            )
        })
}

/// A time at the start of the tokens, and how many it takes. The outer `None`: there is one
/// that no clock shows.
#[allow(
    clippy::option_option,
    reason = "no time, and an impossible one, are two things"
)]
fn time(tokens: &[Token]) -> Option<Option<(Clock, usize)>> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    // “12 noon”.
    if let [Token::Number { value: 12, .. }, rest @ ..] = tokens
        && rest
            .first()
            .and_then(Token::word)
            .is_some_and(|word| can_be(word, Sense::Clock(12)) || can_be(word, Sense::Clock(0)))
    {
        return Some(time(rest)?.map(|(clock, length)| (clock, length + 1)));
    }
    let short = |at: usize| match tokens.get(at) {
        Some(Token::Number {
            value,
            digits: 1..=2,
            ..
        }) => Some(*value),
        _ => None,
    };
    if let Some(hour) = word(0).and_then(|word| {
        senses(word).iter().find_map(|sense| match sense {
            Sense::Clock(hour) => Some(*hour),
            _ => None,
        })
    }) {
        let clock = Clock {
            hour,
            minute: 0,
            second: None,
            offset: None,
        };
        return Some(Some((clock, 1)));
    }
    let Some(hour) = short(0) else {
        return Some(None);
    };
    let mark = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is(sign));
    let half = |at: usize| {
        word(at).and_then(|word| {
            senses(word).iter().find_map(|sense| match sense {
                Sense::Half(half) => Some(i64::from(*half)),
                _ => None,
            })
        })
    };
    let (mut minute, mut second, mut length) = (0, None, 1);
    let mut is_time = false;
    if mark(1, ':')
        && let Some(value) = short(2)
    {
        is_time = true;
        minute = value;
        length = 3;
        if mark(3, ':')
            && let Some(value) = short(4)
        {
            second = Some(value);
            length = 5;
            // A fraction of a second.
            if mark(5, '.') && matches!(tokens.get(6), Some(Token::Number { gap: false, .. })) {
                length = 7;
            }
        }
    } else if word(1).is_some_and(|word| word == "h") {
        is_time = true;
        length = 2;
        if let Some(value) = short(2) {
            minute = value;
            length = 3;
        }
    } else if mark(1, '.')
        && let Some(value) = short(2)
        && (half(3).is_some() || word(3) == Some("uhr"))
    {
        is_time = true;
        minute = value;
        length = 3;
    }
    let mut hour = hour;
    if let Some(half) = half(length) {
        if !(1..=12).contains(&hour) {
            return if is_time && hour <= 23 {
                // “14:05 PM”: twenty-four hours with a needless half.
                finish(hour, minute, second, length + 1)
            } else {
                None
            };
        }
        hour = hour % 12 + half;
        length += 1;
        is_time = true;
    } else if word(length).is_some_and(|word| matches!(word, "uhr" | "oclock")) {
        length += 1;
        is_time = true;
    }
    if !is_time {
        return Some(None);
    }
    finish(hour, minute, second, length)
}

#[allow(clippy::option_option, reason = "as for `time`")]
fn finish(
    hour: i64,
    minute: i64,
    second: Option<i64>,
    length: usize,
) -> Option<Option<(Clock, usize)>> {
    let fits = hour <= 23 && minute <= 59 && second.is_none_or(|second| second <= 59);
    let midnight = hour == 24 && minute == 0 && second.unwrap_or(0) == 0;
    if !fits && !midnight {
        return None;
    }
    let clock = Clock {
        hour: u8::try_from(hour).ok()?,
        minute: u8::try_from(minute).ok()?,
        second: match second {
            Some(second) => Some(u8::try_from(second).ok()?),
            None => None,
        },
        offset: None,
    };
    Some(Some((clock, length)))
}

/// Reads the zone at the start of the tokens into the clock; gives how many it takes.
fn zone_after(tokens: &[Token], clock: &mut Clock, notes: &mut Vec<Note>) -> usize {
    let bracket = usize::from(tokens.first().is_some_and(|token| token.is('(')));
    if let Some(word) = tokens.get(bracket).and_then(Token::word)
        && let Some((offset, name)) = zone(word)
    {
        let closed = bracket > 0 && tokens.get(2).is_some_and(|token| token.is(')'));
        let mut length = 1 + bracket + usize::from(closed);
        clock.offset = offset;
        match offset {
            // “GMT+2”, “UTC−5”.
            Some(0) if bracket == 0 => {
                let (offset, more) = offset_at(tokens.get(1..).unwrap_or_default());
                if more > 0 {
                    clock.offset = Some(offset);
                    length += more;
                }
            }
            Some(0) => {}
            Some(_) => notes.push(Note::Zone(format!("“{}” = {name}", word.to_uppercase()))),
            None => notes.push(Note::ZoneAlone(word.to_uppercase())),
        }
        // “GMT+0100 (CET)” says it twice.
        if tokens.get(length).is_some_and(|token| token.is('(')) {
            let close = tokens.iter().skip(length).position(|token| token.is(')'));
            length += close.map_or(0, |close| close + 1);
        }
        return length;
    }
    let (offset, length) = offset_at(tokens);
    if length > 0 {
        clock.offset = Some(offset);
    }
    length
}

/// `+02:00`, `-0500`, `+2` at the start, in minutes; and how many tokens it takes.
fn offset_at(tokens: &[Token]) -> (i32, usize) {
    let sign = match tokens.first() {
        Some(Token::Mark { sign: '+', .. }) => 1,
        // A hyphen with a blank after it begins the end of a span.
        Some(Token::Mark { sign: '-', .. }) if tokens.get(1).is_some_and(|token| !token.gap()) => {
            -1
        }
        _ => return (0, 0),
    };
    let Some(Token::Number { value, digits, .. }) = tokens.get(1) else {
        return (0, 0);
    };
    let colon = tokens.get(2).is_some_and(|token| token.is(':'));
    let (hours, minutes, length) = match (digits, tokens.get(3)) {
        (
            1..=2,
            Some(Token::Number {
                value: minutes,
                digits: 2,
                ..
            }),
        ) if colon => (*value, *minutes, 4),
        (4, _) => (value / 100, value % 100, 2),
        (1..=2, _) if sign == 1 => (*value, 0, 2),
        _ => return (0, 0),
    };
    let offset = i32::try_from(hours * 60 + minutes).unwrap_or_default();
    if offset > 14 * 60 || minutes > 59 {
        return (0, 0);
    }
    (sign * offset, length)
}

/// A time that stands alone in its cell, where bare digits are one too: `1900`, `7.30`, `9`.
pub(super) fn alone(text: &str) -> Option<(Clock, bool, Vec<Note>)> {
    let tokens = super::token::tokens(&super::token::normalised(text));
    let about = tokens
        .iter()
        .any(|token| token.is('~') || token.word().is_some_and(|word| can_be(word, Sense::About)));
    let kept: Vec<Token> = tokens
        .into_iter()
        .filter(|token| {
            !token.is('~')
                && !token
                    .word()
                    .is_some_and(|word| can_be(word, Sense::About) || word == "at")
        })
        .collect();
    let taken = take(&kept)?;
    if let Some(clock) = taken.clock {
        return taken.rest.is_empty().then_some((clock, about, taken.notes));
    }
    let mut rest = kept.as_slice();
    let (hour, minute) = match rest {
        [
            Token::Number {
                value,
                digits: 3..=4,
                ..
            },
            more @ ..,
        ] => {
            rest = more;
            (value / 100, value % 100)
        }
        [
            Token::Number {
                value: hour,
                digits: 1..=2,
                ..
            },
            Token::Mark { sign: '.', .. },
            Token::Number {
                value: minute,
                digits: 2,
                ..
            },
            more @ ..,
        ] => {
            rest = more;
            (*hour, *minute)
        }
        [
            Token::Number {
                value,
                digits: 1..=2,
                ..
            },
            more @ ..,
        ] => {
            rest = more;
            (*value, 0)
        }
        _ => return None,
    };
    let (mut clock, _) = finish(hour, minute, None, 0)??;
    let mut notes = Vec::new();
    let length = zone_after(rest, &mut clock, &mut notes);
    (length == rest.len()).then_some((clock, about, notes))
}
