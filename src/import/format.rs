//! Which format a source is in, told by its content alone.

use super::{
    archieml, calendar,
    dates::{Context, read},
    markwhen,
    table::known_headers,
};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// XLSX or ODS.
    Spreadsheet,
    Json,
    Calendar,
    Page,
    Archieml,
    Markwhen,
    Table,
    /// A kind of file that is not read: what it is, and what to give instead.
    Other(&'static str, &'static str),
}

const BINARY: &[(&[u8], &str, &str)] = &[
    (
        b"%PDF",
        "a PDF",
        "Copy its table into a spreadsheet, and save that as CSV.",
    ),
    (b"\x89PNG", "a picture", "Give the data it was made of."),
    (
        b"\xff\xd8\xff",
        "a picture",
        "Give the data it was made of.",
    ),
    (b"GIF8", "a picture", "Give the data it was made of."),
    (b"\x1f\x8b", "a packed file (gzip)", "Unpack it first."),
    (
        b"\xd0\xcf\x11\xe0",
        "a file of an older office program (such as .xls or .doc)",
        "Save it as .xlsx, .ods or CSV.",
    ),
    (b"SQLite format 3", "a database", "Export the table as CSV."),
];

/// The format of bytes, where they are no text.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(Format::Spreadsheet);
    }
    let known = BINARY.iter().find(|(magic, ..)| bytes.starts_with(magic));
    known.map(|(_, is, cure)| Format::Other(is, cure))
}

/// The format of a text.
pub(super) fn of_text(text: &str) -> Format {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) && looks_json(start) || jsonp(start).is_some() {
        return Format::Json;
    }
    if calendar::is(start) {
        return Format::Calendar;
    }
    if start.starts_with('<') {
        let head: String = start
            .chars()
            .take(200)
            .collect::<String>()
            .to_ascii_lowercase();
        if start.contains("data-date=")
            || start.contains("<table")
            || head.starts_with("<!doctype html")
            || head.starts_with("<html")
        {
            return Format::Page;
        }
        if head.starts_with("<?xml") || head.starts_with("<rss") || head.starts_with("<feed") {
            return Format::Other("XML", "Save the table as CSV.");
        }
        if start.contains("</") {
            return Format::Page;
        }
    }
    if is_header(start.lines().next().unwrap_or_default()) {
        return Format::Table;
    }
    if archieml::is(text) {
        return Format::Archieml;
    }
    let context = Context {
        language: "en".into(),
        ..Context::default()
    };
    if markwhen::is(text, &|date| read(date, &context).is_ok()) {
        return Format::Markwhen;
    }
    Format::Table
}

/// Whether a line is the header of a table: its cells may hold what looks like anything.
fn is_header(line: &str) -> bool {
    [',', ';', '\t'].into_iter().any(|delimiter| {
        let cells = line.split(delimiter).map(|cell| cell.trim_matches('"'));
        known_headers(&[cells.map(String::from).collect()]) > 2
    })
}

/// Whether what begins with a bracket goes on as JSON: ArchieML's `[events]` does not.
fn looks_json(text: &str) -> bool {
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let first = chars.next();
    match (first, chars.next()) {
        (Some('{'), Some('"' | '}'))
        | (Some('['), Some('{' | '[' | '"' | ']' | '0'..='9' | '-')) => true,
        // Broken JSON deserves the error of a reader of JSON.
        (Some('{'), Some('\'' | '“' | '/')) => true,
        _ => false,
    }
}

/// The JSON inside `name({…});` or `name = {…};`.
pub(super) fn jsonp(text: &str) -> Option<&str> {
    let text = text.trim();
    let brace = text.find('{')?;
    let (head, body) = text.split_at_checked(brace)?;
    let head = head.trim();
    let name = head
        .strip_suffix('(')
        .or_else(|| head.strip_suffix('='))?
        .trim();
    let name = name
        .strip_prefix("var ")
        .or_else(|| name.strip_prefix("const "))
        .unwrap_or(name);
    let plain = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$'));
    let end = body.rfind('}')? + 1;
    plain.then(|| body.get(..end)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_told_by_its_content() {
        for (text, format) in [
            ("{\"events\": []}", Format::Json),
            // Cells may look like a text of events.
            (
                "id,date,title,text\na,2020,Frost,\"Cold.\n2020-05-01: Out\n2021: In\"",
                Format::Table,
            ),
            ("  [\n{\"start\":1}]", Format::Json),
            ("storyjs_jsonp_data = {\"timeline\": {}};", Format::Json),
            ("callback({\"timeline\": {}})", Format::Json),
            ("BEGIN:VCALENDAR\r\nEND:VCALENDAR", Format::Calendar),
            ("<ol><li data-date=\"2012\">x</li></ol>", Format::Page),
            ("<!doctype html><p>x", Format::Page),
            (
                "headline: A\n[events]\ndate: 2012\ntitle: x\n[]",
                Format::Archieml,
            ),
            (
                "title: T\n\n2012-01: One\n2013 / 2014: Two",
                Format::Markwhen,
            ),
            ("Year,Headline\n2012,x", Format::Table),
            ("date;title\n2012;x", Format::Table),
            ("Date\tEvent\n5 May 2012\tOne", Format::Table),
            ("time: 12, place: 3\n1,2\n", Format::Table),
        ] {
            assert_eq!(of_text(text), format, "{text}");
        }
        assert_eq!(of_bytes(b"PK\x03\x04..."), Some(Format::Spreadsheet));
        assert!(matches!(of_bytes(b"%PDF-1.4"), Some(Format::Other(..))));
        assert_eq!(of_bytes(b"Year,"), None);
    }
}
