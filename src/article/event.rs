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
    /// A picture.
    pub image: Option<Image>,
    /// The sentence of the article that this rests on.
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
