use super::{
    cursor::Cursor,
    desk::{Desk, To},
    text::{Target, made},
};
use crate::article::{Era, Event, Image, Mistake, Value};

/// Largest width or height of a picture, in px.
const PIXELS: f64 = 100_000.0;

impl<'v> Desk<'v> {
    /// An event; `entry` counts within `ids`.
    pub(super) fn event(&mut self, at: &Cursor<'v, '_>, entry: usize) -> Option<Event> {
        let outer = self.open(at, "id title text date countries people image source")?;
        // What is left out names no countries, or they would get an empty card.
        let met = self.countries.len();
        let event = Event {
            id: self.id(at, self.ids.is_repeated(entry)),
            title: self.required(at, "title"),
            text: self.optional(at, "text"),
            when: self.when(at),
            countries: self.country_list(at),
            people: self.references(at, "people", To::Person, Mistake::UnknownPerson),
            image: self.image(at),
            source: self.anchor(at),
        };
        let countries = at.get("countries");
        if self.lost {
            self.countries.truncate(met);
        } else if countries.is_missing()
            || matches!(countries.value, Value::Array(items) if items.is_empty())
        {
            let at = at.gap("countries");
            self.notes
                .tell(&at, Mistake::EventWithoutCountry, &[&event.id]);
        }
        self.close(outer, event)
    }

    /// An era; `entry` counts within `ids`.
    pub(super) fn era(&mut self, at: &Cursor<'v, '_>, entry: usize) -> Option<Era> {
        let outer = self.open(at, "id title text date countries source")?;
        let met = self.countries.len();
        let era = Era {
            id: self.id(at, self.ids.is_repeated(entry)),
            title: self.required(at, "title"),
            text: self.optional(at, "text"),
            when: self.when(at),
            countries: self.country_list(at),
            source: self.anchor(at),
        };
        if self.lost {
            self.countries.truncate(met);
        }
        self.close(outer, era)
    }

    fn country_list(&mut self, at: &Cursor<'v, '_>) -> Vec<usize> {
        self.references(at, "countries", To::Country, Mistake::UnknownCountry)
    }

    fn image(&mut self, at: &Cursor<'v, '_>) -> Option<Image> {
        let at = at.get("image");
        if at.is_missing() {
            return None;
        }
        let outer = self.open(&at, "src alt caption credit width height")?;
        let src = at.get("src");
        if src.is_missing() {
            self.missing(&at, "src");
        }
        let src = self.address(&src, Target::Picture);
        self.lost |= src.is_none();
        let alt = at.get("alt");
        let alt = if alt.is_missing() {
            self.tell(&alt, Mistake::ImageWithoutAlt);
            None
        } else {
            self.text(&alt)
        };
        let caption = self.optional(&at, "caption");
        let credit = self.optional(&at, "credit");
        let (width, height) = (at.get("width"), at.get("height"));
        let size = [&width, &height].map(|side| self.pixels(side));
        if width.is_missing() != height.is_missing() {
            self.tell(&at, Mistake::IncompleteSize);
        }
        let [width, height] = size;
        let image = Image {
            src: src.unwrap_or_else(|| made("")),
            alt: alt.unwrap_or_else(|| made("")),
            caption,
            credit,
            size: width.zip(height),
        };
        self.close(outer, image)
    }

    fn pixels(&mut self, at: &Cursor<'v, '_>) -> Option<u32> {
        match at.value {
            Value::Null => return None,
            Value::Number(number)
                if (1.0..=PIXELS).contains(number) && f64::from(*number as u32) == *number =>
            {
                return Some(*number as u32);
            }
            _ => {}
        }
        self.mistyped(at, Mistake::NotPixels);
        None
    }
}
