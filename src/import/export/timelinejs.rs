//! TimelineJS's JSON (version 3). It has dates by their parts, without zones and without
//! doubt; what that cannot say is named.

use serde_json::{Map, Value, json};

use super::{Writer, date, text, texts};
use crate::{
    article::{
        Date,
        date::{Edge, Point, Precision, Shape},
    },
    import::media::{Shown, shown},
};

pub(super) fn write(writer: &mut Writer<'_>) -> String {
    let mut root = Map::new();
    if !writer.headline().is_empty() {
        let summary = text(writer.article, "summary").unwrap_or_default();
        root.insert(
            "title".into(),
            json!({ "text": { "headline": marked(writer.headline()), "text": marked(summary) } }),
        );
    }
    let mut cosmological = false;
    for (list, is_era) in [("events", false), ("eras", true)] {
        let mut slides = Vec::new();
        for (path, entry) in writer.list(list) {
            if let Some(slide) = slide(writer, &path, entry, is_era, &mut cosmological) {
                slides.push(Value::Object(slide));
            }
        }
        if !is_era || !slides.is_empty() {
            root.insert(list.into(), Value::Array(slides));
        }
    }
    if cosmological {
        root.insert("scale".into(), "cosmological".into());
    }
    let keys = [
        "language",
        "published",
        "dateline",
        "source",
        "people",
        "cards",
        "countries",
        "corrections",
    ];
    writer.lose_members(&keys, "TimelineJS");
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

/// A text as HTML: its paragraphs, and its signs as references.
fn marked(text: &str) -> String {
    let safe = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    if !safe.contains('\n') {
        return safe;
    }
    let paragraphs = safe
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs
        .map(|paragraph| {
            format!(
                "<p>{}</p>",
                paragraph.trim_matches('\n').replace('\n', "<br>")
            )
        })
        .collect()
}

fn slide(
    writer: &mut Writer<'_>,
    path: &str,
    entry: &Value,
    is_era: bool,
    cosmological: &mut bool,
) -> Option<Map<String, Value>> {
    let mut slide = Map::new();
    let (value, object) = date(entry);
    let Ok(read) = Date::parse(value) else {
        writer.lose(
            path,
            "Its date cannot be read, and TimelineJS leaves out what has none.",
        );
        return None;
    };
    let (start, end) = ends(writer, path, value, &read, is_era)?;
    for (key, point) in [("start_date", Some(start)), ("end_date", end)] {
        if let Some(point) = point {
            *cosmological |= !(-9_999..=9_999).contains(&point.year);
            slide.insert(key.into(), Value::Object(parts(&point)));
        }
    }
    if let Some(object) = object {
        if let Some(words) = text(object, "text") {
            slide.insert("display_date".into(), marked(words).into());
        }
        for key in ["basis", "from", "note", "calendar"] {
            if text(object, key).is_some_and(|word| word != "stated") {
                writer.lose(
                    format!("{path}/date/{key}"),
                    "TimelineJS has no place for it; it is left out.",
                );
            }
        }
    }
    let mut words = text(entry, "text").map(marked).unwrap_or_default();
    let links = entry
        .get("links")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    for link in links {
        let Some(url) = text(link, "url") else {
            continue;
        };
        let name = text(link, "text").unwrap_or(url);
        words.push_str(&format!(
            "<p><a href=\"{}\">{}</a></p>",
            marked(url).replace('"', "&quot;"),
            marked(name)
        ));
    }
    if !links.is_empty() {
        writer.lose(
            format!("{path}/links"),
            "They were put at the end of the text.",
        );
    }
    let headline = text(entry, "title").unwrap_or_default();
    slide.insert(
        "text".into(),
        json!({ "headline": marked(headline), "text": words }),
    );
    if let Some(id) = text(entry, "id") {
        slide.insert("unique_id".into(), id.into());
    }
    if is_era {
        writer.lose_parts(path, entry, &["countries", "source"], "TimelineJS");
        return Some(slide);
    }
    let groups = texts(entry, "groups");
    if let Some(group) = groups.first() {
        slide.insert("group".into(), (*group).into());
    }
    if groups.len() > 1 {
        writer.lose(
            format!("{path}/groups"),
            format!(
                "TimelineJS has one group for an event; “{}” is it.",
                groups.first().unwrap_or(&"")
            ),
        );
    }
    if let Some(media) = media(writer, path, entry) {
        slide.insert("media".into(), Value::Object(media));
    }
    writer.lose_parts(
        path,
        entry,
        &["key", "countries", "people", "source"],
        "TimelineJS",
    );
    Some(slide)
}

/// The picture, or the medium, of which there can be one.
fn media(writer: &mut Writer<'_>, path: &str, entry: &Value) -> Option<Map<String, Value>> {
    let (image, media) = (entry.get("image"), entry.get("media"));
    let (object, key, name) = match (image, media) {
        (Some(image), None) => (image, "src", "image"),
        (None, Some(media)) => (media, "url", "media"),
        (Some(image), Some(_)) => {
            writer.lose(
                format!("{path}/media"),
                "TimelineJS shows one of picture and medium; the picture is it.",
            );
            (image, "src", "image")
        }
        (None, None) => return None,
    };
    let mut out = Map::new();
    let url = text(object, key)?;
    out.insert("url".into(), url.into());
    for key in ["caption", "credit", "thumbnail", "alt"] {
        if let Some(words) = text(object, key) {
            let words = if key == "thumbnail" {
                words.to_string()
            } else {
                marked(words)
            };
            out.insert(key.into(), words.into());
        }
    }
    if name == "image" {
        if object.get("width").is_some() || object.get("height").is_some() {
            writer.lose(
                format!("{path}/image"),
                "TimelineJS has no place for its width and height.",
            );
        }
        if shown(url) != Shown::Picture {
            writer.lose(format!("{path}/image/src"), "TimelineJS tells a picture by its ending, such as .jpg; it may show this as a link.");
        }
    } else if text(object, "kind").is_some_and(|kind| Shown::Linked(kind_of(kind)) != shown(url)) {
        writer.lose(
            format!("{path}/media/kind"),
            "TimelineJS tells the kind by the address.",
        );
    }
    Some(out)
}

fn kind_of(kind: &str) -> &'static str {
    let kinds = ["video", "audio", "image", "map", "document", "post", "page"];
    kinds
        .into_iter()
        .find(|known| *known == kind)
        .unwrap_or("page")
}

/// Start and end as TimelineJS has them; what they cannot say is named.
fn ends(
    writer: &mut Writer<'_>,
    path: &str,
    value: &str,
    read: &Date,
    is_era: bool,
) -> Option<(Point, Option<Point>)> {
    let place = format!("{path}/date");
    let lose = |writer: &mut Writer<'_>, why: &str| {
        writer.lose(place.clone(), format!("“{value}”: {why}"))
    };
    if matches!(read.shape, Shape::OneOf(_) | Shape::AllOf(_)) {
        lose(
            writer,
            "TimelineJS has no “one of” and no “all of”; it spans from the earliest to the latest.",
        );
    }
    if read.is_undated() {
        writer.lose(path, "TimelineJS leaves out what has no date.");
        return None;
    }
    let (start, end) = match &read.shape {
        Shape::Single(point) => (Some(*point), None),
        Shape::Range(from, to) => (point_of(*from), point_of(*to)),
        Shape::OneOf(members) | Shape::AllOf(members) => (
            members.first().and_then(|member| point_of(member.from)),
            members.last().and_then(|member| point_of(member.to)),
        ),
    };
    let (start, mut end) = match (start, end) {
        (Some(start), Some(end)) => (start, Some(end)),
        (Some(start), None) => {
            if matches!(read.shape, Shape::Range(..)) {
                lose(
                    writer,
                    "TimelineJS has no open end; only the start is there.",
                );
            }
            (start, None)
        }
        (None, Some(end)) => {
            lose(
                writer,
                "TimelineJS has no open start; the end stands for it.",
            );
            (end, None)
        }
        (None, None) => {
            writer.lose(path, "TimelineJS leaves out what has no date.");
            return None;
        }
    };
    if is_era && end.is_none() {
        // An era without an end is not drawn there.
        end = Some(start);
    }
    for point in [Some(start), end].into_iter().flatten() {
        if value.contains(['~', '?', '%']) {
            lose(
                writer,
                "TimelineJS has no doubt about dates; the words of the date can say it.",
            );
        }
        match point.precision {
            Precision::Years(_) => lose(
                writer,
                "TimelineJS has no decades and centuries; the first year stands for it.",
            ),
            Precision::Months(_) => {
                lose(writer, "TimelineJS has no seasons; the year stands for it.")
            }
            Precision::Minute | Precision::Second if has_zone(value) => lose(
                writer,
                "TimelineJS has no zones; the time is that of the place.",
            ),
            _ => {}
        }
    }
    Some((start, end))
}

/// Whether a time is written with its zone.
fn has_zone(value: &str) -> bool {
    value.split('/').any(|part| {
        part.split_once('T')
            .is_some_and(|(_, time)| time.contains(['Z', '+', '-']))
    })
}

fn point_of(edge: Edge) -> Option<Point> {
    match edge {
        Edge::At(point) => Some(point),
        Edge::Open | Edge::Unknown => None,
    }
}

/// A date by its parts. Years before 1 have no 0 among them.
fn parts(point: &Point) -> Map<String, Value> {
    let mut parts = Map::new();
    let year = if point.year <= 0 {
        point.year - 1
    } else {
        point.year
    };
    parts.insert("year".into(), year.into());
    let (hour, minute, second) = point.time;
    let finest = point.precision;
    if matches!(
        finest,
        Precision::Month | Precision::Day | Precision::Minute | Precision::Second
    ) {
        parts.insert("month".into(), point.month.into());
    }
    if matches!(
        finest,
        Precision::Day | Precision::Minute | Precision::Second
    ) {
        parts.insert("day".into(), point.day.into());
    }
    if matches!(finest, Precision::Minute | Precision::Second) {
        parts.insert("hour".into(), hour.into());
        parts.insert("minute".into(), minute.into());
    }
    if finest == Precision::Second {
        parts.insert("second".into(), second.into());
    }
    parts
}
