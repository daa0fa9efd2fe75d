use super::{
    desk::{Desk, To},
    fields::{Fields, member},
    text::{Target, made},
};
use crate::article::{
    Era, Event, Image, Link, Media, MediaKind, Mistake, Text, Value, limits, problem::shorten,
};

/// Largest width or height of a picture, in px.
const PIXELS: f64 = 100_000.0;

impl<'v> Desk<'v> {
    /// An event; `entry` counts within `ids`.
    pub(super) fn event(&mut self, at: &'v Value, entry: usize, into: &mut Vec<Event>) {
        let repeated = self.ids.is_repeated(entry);
        // What is left out names no countries, or they would get an empty card.
        let met = self.countries.len();
        let grouped = self.groups.len();
        let mut fields = self.open(
            at,
            "id title text date key countries people groups image media links source",
        );
        let mut event = Event {
            id: fields.id(repeated),
            title: fields.required(),
            text: fields.text_if_any(),
            when: fields.when(),
            key: fields.flag(),
            countries: Vec::new(),
            people: Vec::new(),
            groups: Vec::new(),
            image: None,
            media: None,
            links: Vec::new(),
            source: None,
        };
        fields.references(To::Country, &mut event.countries);
        fields.references(To::Person, &mut event.people);
        fields.groups(&mut event.groups);
        fields.image(&mut event.image);
        fields.media(&mut event.media);
        fields.links(&mut event.links);
        fields.anchor(&mut event.source);
        if fields.lost {
            self.countries.truncate(met);
            self.groups.truncate(grouped);
            return;
        }
        let none = match member(at, "countries") {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if none && event.groups.is_empty() {
            let mistake = Mistake::EventWithoutCountry;
            self.notes
                .tell(at, "countries", mistake, &shorten(&event.id));
        }
        into.push(event);
    }

    /// An era; `entry` counts within `ids`.
    pub(super) fn era(&mut self, at: &'v Value, entry: usize, into: &mut Vec<Era>) {
        let repeated = self.ids.is_repeated(entry);
        let met = self.countries.len();
        let mut fields = self.open(at, "id title text date countries source");
        let mut era = Era {
            id: fields.id(repeated),
            title: fields.required(),
            text: fields.text_if_any(),
            when: fields.when(),
            countries: Vec::new(),
            source: None,
        };
        fields.references(To::Country, &mut era.countries);
        fields.anchor(&mut era.source);
        if fields.lost {
            self.countries.truncate(met);
        } else {
            into.push(era);
        }
    }
}

impl Fields<'_, '_> {
    /// The next member, a picture.
    fn image(&mut self, into: &mut Option<Image>) {
        let mut fields = self.part("src alt caption credit width height");
        let told = fields.desk.notes.errors;
        let mut src = None;
        fields.address(Target::Picture, &mut src);
        let src = fields.demanded(src, told);
        let alt = fields.text_if_any();
        if member(fields.object, "alt").is_null() && !fields.object.is_null() {
            fields.tell(Mistake::ImageWithoutAlt);
        }
        let mut image = Image {
            src,
            alt: made(alt.as_deref().unwrap_or_default()),
            caption: None,
            credit: None,
            size: None,
        };
        fields.text(&mut image.caption);
        fields.text(&mut image.credit);
        let width = fields.pixels();
        let height = fields.pixels();
        image.size = width.zip(height);
        let given = |key| !member(fields.object, key).is_null();
        if given("width") != given("height") {
            fields.desk.tell(fields.object, Mistake::IncompleteSize);
        }
        if !fields.lost {
            *into = Some(image);
        }
    }

    /// The next member, the positions of the groups that it names.
    fn groups(&mut self, into: &mut Vec<usize>) {
        for (count, item) in self.list().iter().enumerate() {
            if count == limits::REFERENCES {
                self.tell(Mistake::TooManyReferences);
                break;
            }
            let Some(name) = self.desk.text(item) else {
                continue;
            };
            let groups = &mut self.desk.groups;
            let met = groups.iter().position(|other| *other == name);
            let position = met.unwrap_or_else(|| {
                groups.push(name);
                groups.len() - 1
            });
            if !into.contains(&position) {
                into.push(position);
            }
        }
    }

    /// The next member, what is to be seen elsewhere.
    fn media(&mut self, into: &mut Option<Media>) {
        let mut fields = self.part("url kind caption credit thumbnail");
        let mut media = Media {
            url: fields.required_address(),
            kind: None,
            caption: None,
            credit: None,
            thumbnail: None,
        };
        let word = fields.text_if_any();
        media.kind = match word.as_deref() {
            Some("video") => Some(MediaKind::Video),
            Some("audio") => Some(MediaKind::Audio),
            Some("image") => Some(MediaKind::Image),
            Some("map") => Some(MediaKind::Map),
            Some("document") => Some(MediaKind::Document),
            Some("post") => Some(MediaKind::Post),
            Some("page") => Some(MediaKind::Page),
            Some(_) => {
                fields.tell(Mistake::UnknownMedia);
                None
            }
            None => None,
        };
        fields.text(&mut media.caption);
        fields.text(&mut media.credit);
        fields.address(Target::Picture, &mut media.thumbnail);
        if !fields.lost {
            *into = Some(media);
        }
    }

    /// The next member, where there is more to read.
    fn links(&mut self, into: &mut Vec<Link>) {
        for (count, item) in self.list().iter().enumerate() {
            if count == limits::REFERENCES {
                self.tell(Mistake::TooManyReferences);
                break;
            }
            let mut fields = self.desk.open(item, "url text");
            let link = Link {
                url: fields.required_address(),
                text: fields.text_if_any(),
            };
            if !fields.lost {
                into.push(link);
            }
        }
    }

    /// The next member, an address without which the object is lost.
    fn required_address(&mut self) -> Text {
        let told = self.desk.notes.errors;
        let mut url = None;
        self.address(Target::Link, &mut url);
        self.demanded(url, told)
    }

    /// The next member, `true` or, as without one, `false`.
    pub(super) fn flag(&mut self) -> bool {
        match self.next() {
            Value::Null => return false,
            Value::Bool(flag) => return *flag,
            at => self.desk.mistyped(at, Mistake::NotFlag),
        }
        false
    }

    /// The next member, a width or a height.
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
