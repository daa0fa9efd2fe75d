use super::{cursor::Cursor, desk::Desk, text::Target};
use crate::article::{Era, Event, Image, Value};

/// Largest width or height of a picture, in px.
const PIXELS: f64 = 100_000.0;

impl Desk<'_> {
    /// An event; `entry` counts within `ids`.
    pub(super) fn event(&mut self, at: &Cursor<'_, '_>, entry: usize) -> Option<Event> {
        const KNOWN: [&str; 8] = [
            "id",
            "title",
            "text",
            "date",
            "countries",
            "people",
            "image",
            "source",
        ];
        if !self.object(at, &KNOWN) {
            return None;
        }
        let repeated = self.ids.repeated(entry).is_some();
        let id = self.id(at, "The event", repeated);
        let title = self.required(at, "title", "The event");
        let text = self.optional(at, "text");
        let when = self.when(at, "The event");
        // What is left out names no countries, or they would get an empty card.
        let met = self.countries.len();
        let countries = self.country_list(at);
        let people = self.people_list(at);
        let image = self.image(at);
        let source = self.anchor(at);
        let (Some(id), Some(title), Some(when)) = (id, title, when) else {
            self.countries.truncate(met);
            return None;
        };
        let none = match at.get("countries") {
            Some(list) => matches!(list.value, Value::Array(items) if items.is_empty()),
            None => true,
        };
        if none {
            let message = [
                "The event “",
                &id,
                "” names no country, so no country's card leads to it.",
            ];
            let fix = ["Add “countries” with the codes of those concerned."];
            let at = at.gap("countries");
            self.notes
                .warning(&at, "event-without-country", &message, &fix);
        }
        Some(Event {
            id,
            title,
            text,
            when,
            countries,
            people,
            image,
            source,
        })
    }

    /// An era; `entry` counts within `ids`.
    pub(super) fn era(&mut self, at: &Cursor<'_, '_>, entry: usize) -> Option<Era> {
        if !self.object(at, &["id", "title", "text", "date", "countries", "source"]) {
            return None;
        }
        let repeated = self.ids.repeated(entry).is_some();
        let id = self.id(at, "The era", repeated);
        let title = self.required(at, "title", "The era");
        let text = self.optional(at, "text");
        let when = self.when(at, "The era");
        let met = self.countries.len();
        let countries = self.country_list(at);
        let source = self.anchor(at);
        let (Some(id), Some(title), Some(when)) = (id, title, when) else {
            self.countries.truncate(met);
            return None;
        };
        Some(Era {
            id,
            title,
            text,
            when,
            countries,
            source,
        })
    }

    fn image(&mut self, at: &Cursor<'_, '_>) -> Option<Image> {
        let at = at.get("image")?;
        if !self.object(&at, &["src", "alt", "caption", "credit", "width", "height"]) {
            return None;
        }
        let src = match at.get("src") {
            Some(src) => self.address(&src, Target::Picture),
            None => {
                self.missing(&at, "src", "The image");
                None
            }
        };
        let alt = match at.get("alt") {
            Some(alt) => self.text(&alt),
            None => {
                let message =
                    ["The image has no “alt”, so who cannot see it learns nothing of it."];
                let fix = ["Say in a sentence what it shows; write \"\" if it only decorates."];
                self.notes
                    .warning(&at.gap("alt"), "image-without-alt", &message, &fix);
                None
            }
        };
        let caption = self.optional(&at, "caption");
        let credit = self.optional(&at, "credit");
        let width = self.pixels(&at, "width");
        let height = self.pixels(&at, "height");
        if at.get("width").is_some() != at.get("height").is_some() {
            let message =
                ["The image has only one of “width” and “height”, so no space is kept for it."];
            let fix = ["Give both, in px."];
            self.notes.warning(&at, "incomplete-size", &message, &fix);
        }
        Some(Image {
            src: src?,
            alt: alt.unwrap_or_else(|| "".into()),
            caption,
            credit,
            size: width.zip(height),
        })
    }

    fn pixels(&mut self, at: &Cursor<'_, '_>, key: &'static str) -> Option<u32> {
        let at = at.get(key)?;
        if let Value::Number(number) = at.value
            && (1.0..=PIXELS).contains(number)
            && f64::from(*number as u32) == *number
        {
            return Some(*number as u32);
        }
        self.mistyped(&at, "a whole number from 1 to 100000");
        None
    }
}
