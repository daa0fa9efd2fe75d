use super::{fields::Fields, forms::Target};
use crate::article::{Image, Media, MediaKind, Mistake, Value, limits};

/// What a [`Media`] may lead to, by the word for it.
const KINDS: [(&str, MediaKind); 7] = [
    ("video", MediaKind::Video),
    ("audio", MediaKind::Audio),
    ("image", MediaKind::Image),
    ("map", MediaKind::Map),
    ("document", MediaKind::Document),
    ("post", MediaKind::Post),
    ("page", MediaKind::Page),
];

/// A picture.
pub(super) fn image(fields: &mut Fields<'_>) -> Image {
    let image = portrait(fields);
    let mut alt = fields.field("alt");
    if alt.value.is_null() {
        alt.tell(Mistake::ImageWithoutAlt);
    }
    image
}

/// A picture beside the name of whom it shows, so that nothing need be said of it.
pub(super) fn portrait(fields: &mut Fields<'_>) -> Image {
    let image = Image {
        src: fields.required_address("src", Target::Picture),
        alt: fields.text("alt").unwrap_or_default(),
        caption: fields.text("caption"),
        credit: fields.text("credit"),
        size: fields.pixels("width").zip(fields.pixels("height")),
    };
    if fields.given("width").is_some() != fields.given("height").is_some() {
        fields.tell(Mistake::IncompleteSize);
    }
    image
}

/// What is to be seen, heard or read elsewhere.
pub(super) fn media(fields: &mut Fields<'_>) -> Media {
    Media {
        url: fields.required_address("url", Target::Link),
        kind: fields.word("kind", &KINDS, Mistake::UnknownMedia),
        caption: fields.text("caption"),
        credit: fields.text("credit"),
        thumbnail: fields.address("thumbnail", Target::Picture),
    }
}

impl Fields<'_> {
    /// A width or a height, in px.
    fn pixels(&mut self, name: &'static str) -> Option<u32> {
        let mut field = self.given(name)?;
        match *field.value {
            Value::Number(number)
                if number.fract() == 0.0 && (1.0..=limits::PIXELS).contains(&number) =>
            {
                Some(number as u32)
            }
            _ => {
                field.tell_type(Mistake::NotPixels);
                None
            }
        }
    }
}
