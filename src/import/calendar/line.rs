/// A content line: `NAME;PARAM=value:value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub name: String,
    /// Names in capitals.
    pub parameters: Vec<(String, String)>,
    /// As written.
    pub value: String,
    /// The line that it begins on.
    pub line: u32,
}

/// Properties that hold text, in which a comma, a semicolon and a line end are escaped.
const TEXTS: [&str; 13] = [
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "COMMENT",
    "CATEGORIES",
    "CONTACT",
    "RESOURCES",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
    "NAME",
    "X-ALT-DESC",
    "UID",
    "X-WR-TIMEZONE",
];

impl Property {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Its value as it reads.
    pub(super) fn text(&self) -> String {
        if !TEXTS.contains(&self.name.as_str()) {
            return self.value.clone();
        }
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            if c != '\\' {
                text.push(c);
                continue;
            }
            match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c) => text.push(c),
                None => text.push('\\'),
            }
        }
        text
    }
}

/// The content lines of a text, unfolded (RFC 5545, 3.1).
pub(super) fn lines(text: &str) -> Vec<Property> {
    let mut whole: Vec<(u32, String)> = Vec::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (number, line) in (1..).zip(text.split('\n')) {
        let folded = line.strip_prefix([' ', '\t']);
        match (folded, whole.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => whole.push((number, line.to_string())),
        }
    }
    whole
        .into_iter()
        .map(|(line, text)| property(&text, line))
        .collect()
}

fn property(text: &str, line: u32) -> Property {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let mut end = None;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(at),
            ':' if !quoted => {
                end = Some(at);
                break;
            }
            _ => {}
        }
    }
    let head = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    let value = end.and_then(|end| text.get(end + 1..)).unwrap_or_default();
    let mut parts = Vec::new();
    let mut start = 0;
    for cut in cuts {
        parts.push(head.get(start..cut).unwrap_or_default());
        start = cut + 1;
    }
    parts.push(head.get(start..).unwrap_or_default());
    let mut parts = parts.into_iter();
    let name = parts.next().unwrap_or_default().trim().to_ascii_uppercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| {
            (
                key.to_ascii_uppercase(),
                value.trim_matches('"').to_string(),
            )
        })
        .collect();
    // A line without a colon is told as it stands.
    let value = if end.is_none() { text } else { value };
    Property {
        name,
        parameters,
        value: value.to_string(),
        line,
    }
}
