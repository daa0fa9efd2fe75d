use super::{Image, Text};

/// Somebody who speaks or acts: a person or an institution.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The editor's name for them, unique among people.
    pub id: Text,
    /// Their name as printed.
    pub name: Text,
    /// Their office.
    pub role: Option<Text>,
    /// A position in [`super::Article::countries`].
    pub country: Option<usize>,
    /// A picture of them.
    pub image: Option<Image>,
}
