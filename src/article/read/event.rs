use super::{
    desk::{Desk, To},
    fields::{Fields, member},
    text::{Target, made},
};
use crate::article::{Era, Event, Image, Mistake, Value, problem::shorten};

/// Largest width or height of a picture, in px.
const PIXELS: f64 = 100_000.0;

impl<'v> Desk<'v> {
    /// An event; `entry` counts within `ids`.
    pub(super) fn event(&mut self, at: &'v Value, entry: usize) -> Option<Event> {
        let repeated = self.ids.is_repeated(entry);
        // What is left out names no countries, or they would get an empty card.
        let met = self.countries.len();
        let mut fields = self.open(at, "id title text date countries people image source")?;
        let event = Event {
            id: fields.id(repeated),
            title: fields.required(),
            text: fields.text(),
            when: fields.when(),
            countries: fields.references(To::Country),
            people: fields.references(To::Person),
            image: fields.image(),
            source: fields.anchor(),
        };
        let lost = fields.lost;
        if lost {
            self.countries.truncate(met);
        } else {
            let none = match member(at, "countries") {
                Value::Null => true,
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            if none {
                let mistake = Mistake::EventWithoutCountry;
                self.notes
                    .tell(at, "countries", mistake, &shorten(&event.id));
            }
        }
        (!lost).then_some(event)
    }

    /// An era; `entry` counts within `ids`.
    pub(super) fn era(&mut self, at: &'v Value, entry: usize) -> Option<Era> {
        let repeated = self.ids.is_repeated(entry);
        let met = self.countries.len();
        let mut fields = self.open(at, "id title text date countries source")?;
        let era = Era {
            id: fields.id(repeated),
            title: fields.required(),
            text: fields.text(),
            when: fields.when(),
            countries: fields.references(To::Country),
            source: fields.anchor(),
        };
        let lost = fields.lost;
        if lost {
            self.countries.truncate(met);
        }
        (!lost).then_some(era)
    }
}

impl Fields<'_, '_> {
    /// The next member, a picture.
    fn image(&mut self) -> Option<Image> {
        let mut fields = self.part("src alt caption credit width height")?;
        let told = fields.desk.notes.errors;
        let src = fields.address(Target::Picture);
        let src = fields.demanded(src, told);
        let alt = fields.text();
        if member(fields.object, "alt").is_null() {
            fields.tell(Mistake::ImageWithoutAlt);
        }
        let caption = fields.text();
        let credit = fields.text();
        let width = fields.pixels();
        let height = fields.pixels();
        let given = |key| !member(fields.object, key).is_null();
        if given("width") != given("height") {
            fields.desk.tell(fields.object, Mistake::IncompleteSize);
        }
        fields.whole(Image {
            src,
            alt: alt.unwrap_or_else(|| made("")),
            caption,
            credit,
            size: width.zip(height),
        })
    }

    /// The next member, a width or a height.
    #[inline(never)]
    fn pixels(&mut self) -> Option<u32> {
        let at = self.next();
        match at {
            Value::Null => return None,
            Value::Number(number)
                if (1.0..=PIXELS).contains(number) && f64::from(*number as u32) == *number =>
            {
                return Some(*number as u32);
            }
            _ => {}
        }
        self.desk.mistyped(at, Mistake::NotPixels);
        None
    }
}
