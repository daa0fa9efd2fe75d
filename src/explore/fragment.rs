//! The reader's [`place`](super::address::place) as it stands in a page's fragment or query:
//! a list of parts joined by `&`. Ours are named after the widget (`dateline.event=report`),
//! so that a page may hold several widgets and keep using its address for itself: whatever
//! is not ours stays as it is.
//!
//! ```
//! use dateline::explore::fragment::{place, with_place};
//!
//! let written = with_place("host=1", "dateline", "report\n\nUA,PL\n");
//! assert_eq!(written, "host=1&dateline.event=report&dateline.countries=UA,PL");
//! assert_eq!(place(&written, "dateline"), "report\n\nUA,PL\n");
//! assert_eq!(with_place(&written, "dateline", "\n\n\n"), "host=1");
//! ```

/// What a place says, in the order of its lines; the last is there where it says something.
const PARTS: [&str; 5] = ["event", "speaker", "countries", "search", "groups"];

/// The place of the widget `name` that `text` (without its `#` or `?`) names, a line each.
#[must_use]
pub fn place(text: &str, name: &str) -> String {
    let value = |key: &str| {
        let mut ours = text.split('&').filter_map(|part| own(part, name));
        // Of two the later counts.
        let found = ours.rfind(|(own, _)| *own == key);
        found.map(|(_, value)| decoded(value)).unwrap_or_default()
    };
    let place = PARTS.map(value).join("\n");
    place.strip_suffix('\n').map(str::to_owned).unwrap_or(place)
}

/// `text` with this place of the widget `name` in it.
#[must_use]
pub fn with_place(text: &str, name: &str, place: &str) -> String {
    let others = parts_of_others(text, name).map(str::to_owned);
    let lines = PARTS.iter().zip(place.split('\n'));
    let ours = lines
        .filter(|(_, line)| !line.is_empty())
        .map(|(key, line)| format!("{name}.{key}={}", encoded(line)));
    others.chain(ours).collect::<Vec<_>>().join("&")
}

/// `text` without what belongs to the widget `name`.
#[must_use]
pub fn others(text: &str, name: &str) -> String {
    parts_of_others(text, name).collect::<Vec<_>>().join("&")
}

/// Whether `text` names a place of the widget `name`.
#[must_use]
pub fn names(text: &str, name: &str) -> bool {
    text.split('&').any(|part| own(part, name).is_some())
}

/// Whether `text` is the page's own way to something, as `/news/5` or `about`, and no list of
/// named values: then it would no longer lead there with a place of ours in it.
#[must_use]
pub fn is_route(text: &str, name: &str) -> bool {
    parts_of_others(text, name).any(|part| !part.contains('='))
}

fn parts_of_others<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let parts = text.split('&');
    parts.filter(move |part| !part.is_empty() && own(part, name).is_none())
}

/// The key and the value of a part that belongs to the widget `name`.
fn own<'a>(part: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    part.strip_prefix(name)?.strip_prefix('.')?.split_once('=')
}

/// Percent-encodes what cannot stand in a value, as `encodeURIComponent` does; commas stay.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'(),".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Undoes percent-encoding, in one line; what is no such encoding stays as it stands.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next(), rest.next()].map(|digit| char::from(digit?).to_digit(16));
        let [Some(high), Some(low)] = digits else {
            return text.to_owned();
        };
        bytes.push((high * 16 + low) as u8);
    }
    match String::from_utf8(bytes) {
        Ok(decoded) => decoded.replace('\n', " "),
        Err(_) => text.to_owned(),
    }
}
