use super::{Anchor, Text, When};

/// Something that happened, with its time.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The editor's name for it, unique among events and eras: `[A-Za-z0-9._-]+`.
    pub id: Text,
    /// What happened, in a line.
    pub title: Text,
    /// What happened, in a paragraph.
    pub text: Option<Text>,
    /// When, how exactly, and on whose word.
    pub when: When,
    /// Whether it is one of those that a reader should meet first.
    pub key: bool,
    /// Positions in [`super::Article::countries`], without repeats.
    pub countries: Vec<usize>,
    /// Positions in [`super::Article::people`], without repeats.
    pub people: Vec<usize>,
    /// Positions in [`super::Article::groups`], without repeats.
    pub groups: Vec<usize>,
    /// A picture.
    pub image: Option<Image>,
    /// Something to watch, hear or read elsewhere.
    pub media: Option<Media>,
    /// Where there is more to read.
    pub links: Vec<Link>,
    /// The sentence that this rests on.
    pub source: Option<Anchor>,
}

/// A span that forms the background of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Era {
    /// The editor's name for it, unique among events and eras.
    pub id: Text,
    /// Its name.
    pub title: Text,
    /// A sentence on it.
    pub text: Option<Text>,
    /// From when to when.
    pub when: When,
    /// Positions in [`super::Article::countries`], without repeats.
    pub countries: Vec<usize>,
    /// The sentence of the article that this rests on.
    pub source: Option<Anchor>,
}

/// A link to a page elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its address: `https:`, `http:` or `mailto:`.
    pub url: Text,
    /// What it is called; without it the address speaks for itself.
    pub text: Option<Text>,
}

/// What is not a picture of the article's own: a film, a recording, a map. It is a link
/// and is never played here, so that nobody else's program runs in the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Media {
    /// Its address: `https:`, `http:` or `mailto:`.
    pub url: Text,
    /// What awaits the reader there.
    pub kind: Option<MediaKind>,
    /// The line under it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<Text>,
    /// The address of a small picture of it, relative or `https:`/`http:`.
    pub thumbnail: Option<Text>,
}

/// What a [`Media`] leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind {
    /// `video`: something to watch.
    Video,
    /// `audio`: something to hear.
    Audio,
    /// `image`: a picture, or many.
    Image,
    /// `map`: a map.
    Map,
    /// `document`: a report, a letter, a table.
    Document,
    /// `post`: what somebody wrote on a social network.
    Post,
    /// `page`: any other page.
    Page,
}

/// A picture that belongs to an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Its address, relative or `https:`/`http:`.
    pub src: Text,
    /// What it shows, for who cannot see it; empty when decorative.
    pub alt: Text,
    /// The line under it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<Text>,
    /// Its own width in px and height in px, so that its space is kept before it arrives.
    pub size: Option<(u32, u32)>,
}
