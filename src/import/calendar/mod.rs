//! iCalendar (RFC 5545): the events of a calendar.
//!
//! A reader of its own for the content lines: those crates that read them (`ical`,
//! `icalendar`, `calcard`) forget on which line a property stood, which the report needs;
//! and the one that follows RRULE brings a time zone database larger than the whole desk.

mod line;
mod moment;
mod repeat;
mod zone;

use std::collections::{HashMap, HashSet};

use line::{Property, lines};
use moment::{Moment, duration};
use repeat::{MOST, Rule};
use zone::Zones;

use super::{
    build::Builder,
    dates::{Found, Trouble},
    entry::{Dated, Entry},
    ledger::{PieceId, Target},
    reason::Reason,
    unreadable::Unreadable,
};

/// Whether a text is a calendar.
pub(super) fn is(text: &str) -> bool {
    text.get(..15)
        .is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// A component: its properties, and the components inside.
#[derive(Debug, Default)]
struct Component {
    name: String,
    properties: Vec<(Property, PieceId)>,
    inside: Vec<Component>,
}

impl Component {
    fn get(&self, name: &str) -> Option<&(Property, PieceId)> {
        self.properties
            .iter()
            .find(|(property, _)| property.name == name)
    }

    fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c (Property, PieceId)> {
        self.properties
            .iter()
            .filter(move |(property, _)| property.name == name)
    }

    fn pieces(&self, into: &mut Vec<PieceId>) {
        into.extend(self.properties.iter().map(|(_, piece)| *piece));
        self.inside.iter().for_each(|inside| inside.pieces(into));
    }
}

/// Deepest component in a component.
const DEEPEST: usize = 8;

/// Reads the events of a calendar into the draft.
pub(super) fn read(builder: &mut Builder<'_>, text: &str) -> Result<&'static str, Unreadable> {
    let mut open: Vec<Component> = vec![Component::default()];
    for property in lines(text) {
        match property.name.as_str() {
            "BEGIN" if open.len() < DEEPEST => {
                open.push(Component {
                    name: property.value.to_ascii_uppercase(),
                    ..Component::default()
                });
            }
            "BEGIN" => {}
            "END" => {
                if open.len() > 1 {
                    close(&mut open);
                }
            }
            _ => {
                let place =
                    super::ledger::Place::Line(property.line, property.name.as_str().into());
                let piece = builder.ledger.add(place, &property.text());
                if let Some(component) = open.last_mut() {
                    component.properties.push((property, piece));
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    let root = open.pop().unwrap_or_default();
    let calendars: Vec<&Component> = root
        .inside
        .iter()
        .filter(|inside| inside.name == "VCALENDAR")
        .collect();
    for calendar in calendars {
        head(builder, calendar);
        let zones = Zones::of(calendar);
        let replaced = replaced(calendar);
        for event in &calendar.inside {
            match event.name.as_str() {
                "VEVENT" => read_event(builder, event, &zones, &replaced),
                "VTIMEZONE" => {
                    let mut pieces = Vec::new();
                    event.pieces(&mut pieces);
                    pieces
                        .into_iter()
                        .for_each(|piece| builder.ledger.guided(piece));
                }
                name => {
                    let mut pieces = Vec::new();
                    event.pieces(&mut pieces);
                    let what = match name {
                        "VTODO" => "tasks of a calendar".to_string(),
                        "VJOURNAL" => "journal entries of a calendar".to_string(),
                        "VFREEBUSY" => "busy times of a calendar".to_string(),
                        name => format!("{name} of a calendar"),
                    };
                    builder.ledger.report(pieces, Reason::NoPlace { what });
                }
            }
        }
    }
    Ok("a calendar (iCalendar)")
}

/// Ends the innermost component.
fn close(open: &mut Vec<Component>) {
    if let Some(component) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.inside.push(component);
    }
}

/// What names the calendar, and its bookkeeping.
fn head(builder: &mut Builder<'_>, calendar: &Component) {
    let mut rest = Vec::new();
    for (property, piece) in &calendar.properties {
        let text = property.text();
        match property.name.as_str() {
            "X-WR-CALNAME" | "NAME" if builder.draft.headline.is_empty() => {
                builder.draft.headline = text.split_whitespace().collect::<Vec<_>>().join(" ");
                builder.ledger.became(*piece, Target::head("headline"));
            }
            "X-WR-CALDESC" | "DESCRIPTION"
                if builder.draft.summary.is_none() && !text.trim().is_empty() =>
            {
                builder.draft.summary = Some(super::markup::plain(&text).text);
                builder.ledger.became(*piece, Target::head("summary"));
            }
            _ => rest.push(*piece),
        }
    }
    builder.ledger.report(
        rest,
        Reason::Aside {
            what: "A calendar’s bookkeeping".into(),
        },
    );
}

/// The occurrences that an event of their own replaces: by UID and start.
fn replaced(calendar: &Component) -> HashMap<String, HashSet<String>> {
    let mut replaced: HashMap<String, HashSet<String>> = HashMap::new();
    for event in &calendar.inside {
        if let (Some((uid, _)), Some((of, _))) = (event.get("UID"), event.get("RECURRENCE-ID")) {
            replaced
                .entry(uid.value.clone())
                .or_default()
                .insert(of.value.clone());
        }
    }
    replaced
}

fn read_event(
    builder: &mut Builder<'_>,
    event: &Component,
    zones: &Zones,
    replaced: &HashMap<String, HashSet<String>>,
) {
    let mut entry = sorted(builder, event);
    let Some((start, piece)) = event.get("DTSTART") else {
        builder.dateless(entry.pieces);
        return;
    };
    let Some(first) = Moment::read(start) else {
        let found = Err(Trouble::Impossible(format!(
            "“{}” is no time of a calendar.",
            start.value
        )));
        entry.dated = Dated {
            found,
            ..Dated::default()
        };
        builder.entry(entry);
        return;
    };
    let length = Length::of(event, &first);
    let mut pieces = vec![*piece];
    pieces.extend(
        ["DTEND", "DURATION"]
            .iter()
            .filter_map(|name| event.get(name).map(|(_, piece)| *piece)),
    );
    if let Length::Unread(why) = &length {
        let ends = pieces.split_off(1);
        entry.dated.no_end = Some((ends, why.clone()));
    }
    if first.zone.as_ref().is_some_and(|zone| !zones.knows(zone)) {
        let zone = first.zone.clone().unwrap_or_default();
        let what = format!(
            "The file does not describe the zone {zone}; times are as written, without it."
        );
        builder.share(*piece, Reason::Format { what });
    }
    let starts = starts(builder, event, &first, replaced, &entry);
    for (at, start) in starts.into_iter().enumerate() {
        let mut entry = entry.clone();
        // A UID names all occurrences; the first one gets it as its id.
        entry.id = entry.id.filter(|_| at == 0);
        entry.dated.found = date(&start, &length, zones);
        entry.dated.pieces.clone_from(&pieces);
        builder.entry(entry);
    }
    let mut left = Vec::new();
    event.pieces(&mut left);
    left.retain(|piece| builder.ledger.is_pending(*piece));
    let what = "A calendar’s bookkeeping".into();
    builder.leave_out(left, &Reason::Aside { what });
}

/// The starts of all occurrences.
fn starts(
    builder: &mut Builder<'_>,
    event: &Component,
    first: &Moment,
    replaced: &HashMap<String, HashSet<String>>,
    entry: &Entry,
) -> Vec<Moment> {
    let mut starts = vec![first.clone()];
    let mut out: HashSet<(i64, i64)> = HashSet::new();
    for (property, piece) in event.all("EXDATE") {
        for value in property.value.split(',') {
            out.extend(Moment::of(value, property).map(|it| it.key()));
        }
        builder.ledger.guided(*piece);
    }
    if event.get("RECURRENCE-ID").is_none()
        && let Some((uid, _)) = event.get("UID")
        && let Some(own) = replaced.get(&uid.value)
        && let Some((property, _)) = event.get("DTSTART")
    {
        for value in own {
            out.extend(Moment::of(value, property).map(|it| it.key()));
        }
    }
    for (property, piece) in event.all("RDATE") {
        for value in property.value.split(',') {
            match Moment::of(value, property) {
                Some(start) => starts.push(start),
                None => {
                    let what = format!("the extra date {value}");
                    builder.ledger.report([*piece], Reason::NoPlace { what });
                }
            }
        }
        builder.ledger.guided(*piece);
    }
    if let Some((property, piece)) = event.get("RRULE") {
        match Rule::read(&property.value) {
            Ok(rule) => {
                let (all, goes_on) = rule.starts(first, &out);
                starts.extend(all);
                starts.sort_by_key(Moment::key);
                starts.dedup_by_key(|start| start.key());
                starts.retain(|start| !out.contains(&start.key()));
                let more = goes_on || starts.len() > MOST;
                starts.truncate(MOST);
                let count = starts.len();
                builder.ledger.guided(*piece);
                let reason = if more {
                    Reason::Occurrences {
                        count,
                        why: "the rule goes on.".into(),
                    }
                } else {
                    Reason::WrittenOut { count }
                };
                builder.ledger.report([*piece], reason);
            }
            Err(why) => {
                let count = starts.len();
                builder
                    .ledger
                    .report([*piece], Reason::Occurrences { count, why });
            }
        }
    }
    let _ = entry;
    starts.sort_by_key(Moment::key);
    starts.dedup_by_key(|start| start.key());
    starts.retain(|start| !out.contains(&start.key()));
    starts.truncate(MOST);
    starts
}

/// How long an event lasts.
enum Length {
    None,
    /// Whole days, the last included: so many after the first.
    Days(i64),
    Seconds(i64),
    /// An end in a zone of its own.
    Until(Moment, Moment),
    Unread(String),
}

impl Length {
    fn of(event: &Component, start: &Moment) -> Length {
        if let Some((property, _)) = event.get("DTEND") {
            let Some(end) = Moment::read(property) else {
                return Length::Unread(format!(
                    "The end is left out: “{}” is no time of a calendar.",
                    property.value
                ));
            };
            if start.is_day() {
                // The end of whole days is the day after the last.
                let days = end.day.to_days() - start.day.to_days() - i64::from(end.is_day());
                return if days < 0 {
                    Length::Unread("The end comes before the start, and is left out.".into())
                } else {
                    Length::Days(days)
                };
            }
            if end.zone == start.zone && end.utc == start.utc {
                let seconds =
                    end.key().0 * 86_400 + end.key().1 - start.key().0 * 86_400 - start.key().1;
                return if seconds < 0 {
                    Length::Unread("The end comes before the start, and is left out.".into())
                } else {
                    Length::Seconds(seconds)
                };
            }
            return Length::Until(start.clone(), end);
        }
        let Some((property, _)) = event.get("DURATION") else {
            return Length::None;
        };
        match duration(&property.value) {
            Some(seconds) if start.is_day() => Length::Days((seconds / 86_400 - 1).max(0)),
            Some(seconds) => Length::Seconds(seconds),
            None => Length::Unread(format!(
                "The end is left out: “{}” is no duration.",
                property.value
            )),
        }
    }
}

/// The date of one occurrence.
fn date(start: &Moment, length: &Length, zones: &Zones) -> Result<Found, Trouble> {
    let first = start.edtf(zones);
    let last = match length {
        Length::None | Length::Unread(_) => None,
        Length::Days(days) => Some(start.after(days * 86_400)).map(|end| end.edtf(zones)),
        Length::Seconds(seconds) => Some(start.after(*seconds).edtf(zones)),
        Length::Until(of, end) => {
            let shift = start.key().0 * 86_400 + start.key().1 - of.key().0 * 86_400 - of.key().1;
            Some(end.after(shift).edtf(zones))
        }
    };
    let value = match last {
        Some(last) if last != first => format!("{first}/{last}"),
        _ => first.clone(),
    };
    match crate::article::Date::parse(&value) {
        Ok(_) => Ok(Found::certain(value)),
        Err(error) => match crate::article::Date::parse(&first) {
            Ok(_) => Ok(Found {
                notes: vec![super::dates::Note::Backwards(value)],
                ..Found::certain(first)
            }),
            Err(_) => Err(Trouble::Impossible(error.to_string())),
        },
    }
}

/// The properties of an event, by what they are.
fn sorted(builder: &mut Builder<'_>, event: &Component) -> Entry {
    let mut entry = Entry::default();
    event.pieces(&mut entry.pieces);
    let mut html = Vec::new();
    for (property, piece) in &event.properties {
        let one = Some(*piece);
        match property.name.as_str() {
            "SUMMARY" => entry.title = one,
            "DESCRIPTION" => entry.text.push(*piece),
            "X-ALT-DESC" => html.push(*piece),
            "UID" => entry.id = one.filter(|_| is_short_id(&property.value)),
            "CATEGORIES" => entry.tags.push(*piece),
            "URL" => entry.links.push(*piece),
            "ATTACH" | "IMAGE" if entry.media.is_none() && !property.value.starts_with("CID:") => {
                entry.media = one
            }
            "ATTACH" | "IMAGE" => builder.ledger.report(one, Reason::SecondMedia),
            "LOCATION" | "GEO" => {
                let what = "the location; it can stand in the text".to_string();
                builder.leave_out(one, &Reason::NoPlace { what });
            }
            "ORGANIZER" | "ATTENDEE" | "CONTACT" => {
                let what = "who was invited".to_string();
                builder.leave_out(one, &Reason::NoPlace { what });
            }
            "COMMENT" => {
                let what = "comments".to_string();
                builder.leave_out(one, &Reason::NoPlace { what });
            }
            "STATUS" if !property.value.eq_ignore_ascii_case("CONFIRMED") => {
                let what = format!(
                    "the status “{}”; the event is in the article all the same",
                    property.value
                );
                builder.leave_out(one, &Reason::NoPlace { what });
            }
            _ => {}
        }
    }
    if entry.text.is_empty() {
        entry.text.extend(html);
    } else {
        builder.ledger.report(
            html,
            Reason::Aside {
                what: "The description once more, as HTML".into(),
            },
        );
    }
    entry
}

/// A UID that reads as a name; those that programs make are long.
fn is_short_id(uid: &str) -> bool {
    uid.len() <= 40 && super::ids::is_id(uid)
}
