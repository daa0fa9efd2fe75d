//! The reader's place in the address: what is selected, chosen, heard and looked for, in
//! the fragment, so that a link restores it.
//!
//! The fragment is a list of parts joined by `&`. Ours are named after the widget
//! (`dateline.event=report`), so that a page may hold several widgets and keep using
//! the fragment for itself: whatever is not ours is handed back as it came.
//!
//! ```
//! use dateline::explore::address::{Place, read, write};
//!
//! let place = Place { event: "report".into(), countries: vec!["UA".into()], speaker: "mayor".into(), query: "zażółć".into() };
//! let fragment = write("section-2&x=1", "dateline", &place);
//! assert_eq!(fragment, "section-2&x=1&dateline.event=report&dateline.countries=UA&dateline.speaker=mayor&dateline.search=za%C5%BC%C3%B3%C5%82%C4%87");
//! assert_eq!(read(&fragment, "dateline"), Some(place));
//! assert_eq!(write(&fragment, "dateline", &Place::default()), "section-2&x=1");
//! assert_eq!(read("section-2", "dateline"), None);
//! ```

use super::{Action, State};
use crate::article::{Article, Text};

/// What an address remembers, in the data's own names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The selected event's id; empty without one.
    pub event: String,
    /// The chosen countries' codes.
    pub countries: Vec<String>,
    /// The chosen speaker's id; empty without one.
    pub speaker: String,
    /// The words looked for.
    pub query: String,
}

impl Place {
    /// Where `state` stands.
    #[must_use]
    pub fn of(state: &State) -> Place {
        let article = &state.article;
        let event = state.selected.and_then(|at| article.events.get(at));
        let speaker = state.speaker.and_then(|at| article.people.get(at));
        let id = |id: Option<&Text>| String::from(id.map_or("", |id| id));
        Place {
            event: id(event.map(|event| &event.id)),
            countries: state
                .countries
                .iter()
                .filter_map(|at| Some(article.countries.get(*at)?.code.as_str().to_owned()))
                .collect(),
            speaker: id(speaker.map(|person| &person.id)),
            query: state.asked().to_owned(),
        }
    }

    /// The action that brings a reader here. What `article` does not know is passed over.
    #[must_use]
    pub fn restore(&self, article: &Article) -> Action {
        let code = |wanted: &String| {
            article
                .countries
                .iter()
                .position(|country| country.code.as_str() == wanted.as_str())
        };
        Action::Restore {
            selected: position(article, &self.event),
            countries: self.countries.iter().filter_map(code).collect(),
            speaker: article
                .people
                .iter()
                .position(|one| *one.id == self.speaker),
            query: self.query.clone(),
        }
    }
}

/// The position in `article.events` of the event with this id.
#[must_use]
pub fn position(article: &Article, id: &str) -> Option<usize> {
    article.events.iter().position(|event| &*event.id == id)
}

/// The place that `fragment` (without its `#`) names for the widget `name`, if it
/// names one at all.
#[must_use]
pub fn read(fragment: &str, name: &str) -> Option<Place> {
    let mut place = Place::default();
    let mut found = false;
    for (key, value) in fragment.split('&').filter_map(|part| ours(part, name)) {
        found = true;
        match key {
            "event" => place.event = decoded(value),
            "countries" => {
                place.countries = value
                    .split(',')
                    .filter(|code| !code.is_empty())
                    .map(decoded)
                    .collect();
            }
            "speaker" => place.speaker = decoded(value),
            "search" => place.query = decoded(value),
            _ => {}
        }
    }
    found.then_some(place)
}

/// `fragment` with the place of the widget `name` set to `place`; all that is not ours
/// stays as it is.
#[must_use]
pub fn write(fragment: &str, name: &str, place: &Place) -> String {
    let mut written = String::new();
    let mut add = |part: &[&str]| {
        if !written.is_empty() {
            written.push('&');
        }
        part.iter().for_each(|text| written.push_str(text));
    };
    for part in fragment.split('&') {
        if !part.is_empty() && ours(part, name).is_none() {
            add(&[part]);
        }
    }
    let mut part = |key: &str, value: &str| {
        if !value.is_empty() {
            add(&[name, ".", key, "=", value]);
        }
    };
    part("event", &encoded(&place.event));
    part("countries", &joined(&place.countries, ','));
    part("speaker", &encoded(&place.speaker));
    part("search", &encoded(&place.query));
    written
}

/// The texts in one, `by` between them.
pub(crate) fn joined(texts: &[String], by: char) -> String {
    let mut all = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            all.push(by);
        }
        all.push_str(text);
    }
    all
}

/// The fragment that names one event of the widget `name`: what its link points to,
/// and the id that the plain list gives it, so that the link works without code.
#[must_use]
pub fn event(name: &str, id: &str) -> String {
    [name, ".event=", id].concat()
}

fn ours<'a>(part: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    part.strip_prefix(name)?.strip_prefix('.')?.split_once('=')
}

/// Percent-encodes all but the unreserved characters (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    let hex = |digit: u8| char::from(digit + if digit < 10 { b'0' } else { b'A' - 10 });
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex(byte >> 4));
            out.push(hex(byte & 15));
        }
    }
    out
}

/// Undoes percent-encoding; what is no such encoding stays as it stands.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        let code = digit(0).zip(digit(1)).filter(|_| byte == b'%');
        if code.is_some() {
            rest = after.get(2..).unwrap_or_default();
        }
        out.push(code.map_or(byte, |(high, low)| (high * 16 + low) as u8));
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_place_comes_back_and_the_host_keeps_its_own(
            event in "[A-Za-z0-9._-]{0,12}",
            countries in proptest::collection::vec("[A-Z]{2}", 0..4),
            speaker in "[A-Za-z0-9._-]{0,12}",
            query in "[^ \\t\\n\\r]{0,12}",
            host in proptest::collection::vec("[a-z=/!?]{1,8}", 0..4),
        ) {
            let place = Place { event, countries, speaker, query };
            let host = host.join("&");
            let fragment = write(&host, "dateline", &place);
            prop_assert!(fragment.starts_with(&host));
            prop_assert_eq!(read(&fragment, "dateline").unwrap_or_default(), place);
            prop_assert_eq!(read(&fragment, "other"), None);
            prop_assert_eq!(write(&fragment, "dateline", &Place::default()), host);
        }

        #[test]
        fn any_fragment_can_be_read(fragment in "\\PC*") {
            let _ = read(&fragment, "dateline");
        }
    }

    #[test]
    fn a_broken_encoding_stays_as_it_stands() {
        let place = read("dateline.search=100%25%2&dateline.event=%zz", "dateline").unwrap();
        assert_eq!(place.query, "100%%2");
        assert_eq!(place.event, "%zz");
    }
}
