//! A calendar (RFC 5545). It has days and times of the years 1 to 9999; coarser dates span
//! their days.

use serde_json::Value;

use super::{Writer, date, text, texts};
use crate::article::{
    Date, Instant,
    date::{Civil, Precision, Shape},
};

pub(super) fn write(writer: &mut Writer<'_>) -> String {
    let mut ics = String::new();
    let stamp = text(writer.article, "published").and_then(|published| Date::parse(published).ok());
    let stamp = stamp.and_then(|date| date.earliest).map_or(
        Civil {
            year: 1970,
            month: 1,
            day: 1,
        },
        Instant::civil,
    );
    let stamp = format!("{}T000000Z", compact(stamp));
    line(&mut ics, "BEGIN", "VCALENDAR");
    line(&mut ics, "VERSION", "2.0");
    line(&mut ics, "PRODID", "-//Dateline//Dateline//EN");
    line(&mut ics, "X-WR-CALNAME", &escaped(writer.headline()));
    if let Some(summary) = text(writer.article, "summary") {
        line(&mut ics, "X-WR-CALDESC", &escaped(summary));
    }
    for (path, entry) in writer.list("events") {
        event(writer, &mut ics, &path, entry, &stamp);
    }
    line(&mut ics, "END", "VCALENDAR");
    let keys = [
        "language",
        "dateline",
        "source",
        "people",
        "eras",
        "cards",
        "countries",
        "corrections",
    ];
    writer.lose_members(&keys, "A calendar");
    ics
}

fn event(writer: &mut Writer<'_>, ics: &mut String, path: &str, entry: &Value, stamp: &str) {
    let (value, object) = date(entry);
    let Some(times) = times(writer, path, value) else {
        return;
    };
    line(ics, "BEGIN", "VEVENT");
    line(ics, "UID", text(entry, "id").unwrap_or_default());
    line(ics, "DTSTAMP", stamp);
    for (name, value) in times {
        line(ics, &name, &value);
    }
    line(
        ics,
        "SUMMARY",
        &escaped(text(entry, "title").unwrap_or_default()),
    );
    if let Some(words) = text(entry, "text") {
        line(ics, "DESCRIPTION", &escaped(words));
    }
    let groups: Vec<String> = texts(entry, "groups").into_iter().map(escaped).collect();
    if !groups.is_empty() {
        line(ics, "CATEGORIES", &groups.join(","));
    }
    let links = entry
        .get("links")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    if let Some(url) = links.first().and_then(|link| text(link, "url")) {
        line(ics, "URL", url);
    }
    if links.len() > 1 || links.iter().any(|link| text(link, "text").is_some()) {
        writer.lose(
            format!("{path}/links"),
            "A calendar has one address for an event, without words; the first is it.",
        );
    }
    let shown = [("image", "src"), ("media", "url")];
    let shown: Vec<&str> = shown
        .iter()
        .filter_map(|(part, key)| text(entry.get(part)?, key))
        .collect();
    for url in &shown {
        if url.starts_with("http") {
            line(ics, "ATTACH", url);
        }
    }
    for part in ["image", "media"] {
        if let Some(object) = entry.get(part) {
            let rest = object.as_object().is_some_and(|members| members.len() > 1);
            let local = text(object, "src").is_some_and(|src| !src.starts_with("http"));
            if rest || local {
                writer.lose(
                    format!("{path}/{part}"),
                    "A calendar has only the address of a picture or medium on the web.",
                );
            }
        }
    }
    if let Some(object) = object {
        writer.lose_parts(
            &format!("{path}/date"),
            object,
            &["text", "basis", "from", "note", "calendar"],
            "A calendar",
        );
    }
    writer.lose_parts(
        path,
        entry,
        &["key", "countries", "people", "source"],
        "A calendar",
    );
    line(ics, "END", "VEVENT");
}

/// DTSTART and DTEND.
fn times(writer: &mut Writer<'_>, path: &str, value: &str) -> Option<Vec<(String, String)>> {
    let place = format!("{path}/date");
    let read = Date::parse(value).ok();
    let bounds = read
        .as_ref()
        .and_then(|read| match (read.earliest, read.end) {
            (Some(first), Some(end)) => Some((first, end)),
            (Some(first), None) => Some((first, first.add_seconds(86_400))),
            (None, Some(end)) => Some((end.add_seconds(-86_400), end)),
            (None, None) => None,
        });
    let (Some(read), Some((first, end))) = (read, bounds) else {
        writer.lose(path, "Its date is not known; it is not in the calendar.");
        return None;
    };
    let years = 1..=9_999;
    if !years.contains(&first.civil().year) || !years.contains(&end.civil().year) {
        writer.lose(
            path,
            "A calendar has the years 1 to 9999; the event is not in it.",
        );
        return None;
    }
    if read.earliest.is_none() || read.end.is_none() {
        writer.lose(
            place.clone(),
            format!("“{value}”: a calendar has no open ends; one day stands for it."),
        );
    } else if value.contains(['~', '?', '%', 'X', '[', '{', 'S']) {
        writer.lose(
            place.clone(),
            format!(
                "“{value}”: a calendar has no doubt about dates; it spans all that it can mean."
            ),
        );
    }
    if let Shape::Single(point) = read.shape
        && matches!(point.precision, Precision::Minute | Precision::Second)
    {
        let zone = if value.ends_with('Z')
            || value
                .rsplit('T')
                .next()
                .is_some_and(|time| time.contains(['+', '-']))
        {
            "Z"
        } else {
            ""
        };
        return Some(vec![("DTSTART".into(), clock(first) + zone)]);
    }
    if value.contains('T') {
        let zone = if value.contains('Z') || value.contains('+') {
            "Z"
        } else {
            ""
        };
        let last = end.add_seconds(if value.matches(':').count() > 2 {
            -1
        } else {
            -60
        });
        return Some(vec![
            ("DTSTART".into(), clock(first) + zone),
            ("DTEND".into(), clock(last) + zone),
        ]);
    }
    let exact = value.split('/').all(|part| {
        part.len() == 10
            && part
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
    });
    if !exact && !value.contains(['~', '?', '%', 'X', '[', '{', 'S', '.']) {
        writer.lose(
            place,
            format!("“{value}”: a calendar has days; it spans all of them."),
        );
    }
    // The end of whole days is the day after the last.
    Some(vec![
        ("DTSTART;VALUE=DATE".into(), compact(first.civil())),
        ("DTEND;VALUE=DATE".into(), compact(end.civil())),
    ])
}

fn compact(day: Civil) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

fn clock(at: Instant) -> String {
    let second = at.second_of_day();
    format!(
        "{}T{:02}{:02}{:02}",
        compact(at.civil()),
        second / 3_600,
        second / 60 % 60,
        second % 60
    )
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// A content line, folded after 75 octets (RFC 5545, 3.1).
fn line(ics: &mut String, name: &str, value: &str) {
    let whole = format!("{name}:{value}");
    let mut width = 0;
    for c in whole.chars() {
        if width + c.len_utf8() > 74 {
            ics.push_str("\r\n ");
            width = 1;
        }
        ics.push(c);
        width += c.len_utf8();
    }
    ics.push_str("\r\n");
}
