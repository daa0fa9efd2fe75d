//! The table that Dateline writes, and reads again whole.

use serde_json::Value;

use super::{Writer, date, text, texts};

/// Its headers.
pub const HEADER: [&str; 28] = [
    "id",
    "type",
    "date",
    "date text",
    "date basis",
    "date from",
    "date note",
    "date calendar",
    "title",
    "text",
    "key",
    "countries",
    "groups",
    "image",
    "image alt",
    "image caption",
    "image credit",
    "image width",
    "image height",
    "media",
    "media kind",
    "media caption",
    "media credit",
    "media thumbnail",
    "links",
    "quote",
    "quote before",
    "quote after",
];

/// Writes the table: the headline in the first row, events, eras.
pub(super) fn write(writer: &mut Writer<'_>) -> String {
    let mut csv = String::new();
    row(&mut csv, HEADER.map(str::to_string));
    let mut head = HEADER.map(|_| String::new());
    put(&mut head, "type", "title");
    put(&mut head, "title", writer.headline());
    put(
        &mut head,
        "text",
        text(writer.article, "summary").unwrap_or_default(),
    );
    if !writer.headline().is_empty() {
        row(&mut csv, head);
    }
    for (kind, list) in [("event", "events"), ("era", "eras")] {
        for (path, entry) in writer.list(list) {
            let cells = cells(writer, &path, entry, kind);
            row(&mut csv, cells);
        }
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
    writer.lose_members(&keys, "The table");
    csv
}

fn put(cells: &mut [String; 28], header: &str, cell: &str) {
    let at = HEADER.iter().position(|name| *name == header);
    if let Some(slot) = at.and_then(|at| cells.get_mut(at)) {
        *slot = cell.to_string();
    }
}

/// One event or era.
fn cells(writer: &mut Writer<'_>, path: &str, entry: &Value, kind: &str) -> [String; 28] {
    let mut cells = HEADER.map(|_| String::new());
    put(&mut cells, "type", kind);
    for key in ["id", "title", "text"] {
        put(&mut cells, key, text(entry, key).unwrap_or_default());
    }
    let (value, object) = date(entry);
    put(&mut cells, "date", value);
    if let Some(object) = object {
        for key in ["text", "basis", "from", "note", "calendar"] {
            put(
                &mut cells,
                &format!("date {key}"),
                text(object, key).unwrap_or_default(),
            );
        }
    }
    put(
        &mut cells,
        "countries",
        &texts(entry, "countries").join(","),
    );
    if entry.get("key") == Some(&Value::Bool(true)) {
        put(&mut cells, "key", "true");
    }
    let lines = |list: Vec<String>| {
        list.into_iter()
            .map(|line| line.replace(['\n', '\r'], " "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    put(
        &mut cells,
        "groups",
        &lines(
            texts(entry, "groups")
                .into_iter()
                .map(str::to_string)
                .collect(),
        ),
    );
    for part in ["image", "media"] {
        let Some(object) = entry.get(part) else {
            continue;
        };
        put(
            &mut cells,
            part,
            text(object, if part == "image" { "src" } else { "url" }).unwrap_or_default(),
        );
        for key in ["alt", "caption", "credit", "kind", "thumbnail"] {
            put(
                &mut cells,
                &format!("{part} {key}"),
                text(object, key).unwrap_or_default(),
            );
        }
        for key in ["width", "height"] {
            if let Some(pixels) = object.get(key).and_then(Value::as_f64) {
                put(&mut cells, &format!("{part} {key}"), &pixels.to_string());
            }
        }
    }
    let links = entry
        .get("links")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let links = links.iter().filter_map(|link| {
        let url = text(link, "url")?.trim().replace(' ', "%20");
        Some(
            format!("{url} {}", text(link, "text").unwrap_or_default())
                .trim_end()
                .to_string(),
        )
    });
    put(&mut cells, "links", &lines(links.collect()));
    if let Some(source) = entry.get("source") {
        put(
            &mut cells,
            "quote",
            text(source, "quote").unwrap_or_default(),
        );
        for key in ["before", "after"] {
            put(
                &mut cells,
                &format!("quote {key}"),
                text(source, key).unwrap_or_default(),
            );
        }
    }
    writer.lose_parts(path, entry, &["people"], "The table");
    if let Some(source) = entry.get("source") {
        writer.lose_parts(&format!("{path}/source"), source, &["url"], "The table");
    }
    cells
}

/// Whether a spreadsheet would take a cell for a formula; apostrophes in front do not count,
/// since one of them is what keeps it from that.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell as it was before it was kept from being a formula.
pub(in crate::import) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

fn row(csv: &mut String, cells: [String; 28]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        // A date before year 1 begins with a hyphen, and no formula can.
        let is_date = HEADER.get(at) == Some(&"date");
        let cell = if is_formula(cell) && !is_date {
            format!("'{cell}")
        } else {
            cell.clone()
        };
        if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}
