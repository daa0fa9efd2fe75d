use crate::work::{Place, Section};

/// A field of a form.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The member that it writes.
    pub key: &'static str,
    /// Its label, as a name of the desk's words.
    pub label: &'static str,
    /// What is asked for.
    pub kind: Kind,
}

/// What is asked for in a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A text of several lines.
    Lines,
    /// An address.
    Address,
    /// A date with all that belongs to it.
    Date,
    /// A date alone.
    Day,
    /// A country, by name or code.
    Country,
    /// Countries, divided by semicolons or commas.
    Countries,
    /// One of the people, by name.
    Person,
    /// People by their names, divided by semicolons or commas.
    People,
    /// Events by their titles, one after the other.
    Events,
    /// What a correction is of.
    Corrected,
    /// Words, divided by semicolons or commas.
    Words,
    /// One of these, named as a word of the desk's with the label before.
    Choice(&'static [&'static str]),
    /// Yes or no.
    Flag,
    /// A whole number.
    Number,
    /// A number, or a word such as “hundreds”.
    Amount,
    /// The words of the article that a fact rests on.
    Sentence,
    /// An object of its own.
    Group(&'static [Field]),
    /// A list of objects.
    Each(&'static [Field]),
}

const fn field(key: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { key, label, kind }
}

use Kind::{
    Address, Amount, Choice, Corrected, Countries, Country, Date, Day, Each, Events, Flag, Group,
    Line, Lines, Number, People, Person, Sentence, Words,
};

const SOURCE: Field = field("source", "sentence", Sentence);

const IMAGE: &[Field] = &[
    field("src", "address", Address),
    field("alt", "alt", Line),
    field("caption", "caption", Line),
    field("credit", "credit", Line),
    field("width", "width", Number),
    field("height", "height", Number),
];

const MEDIA: &[Field] = &[
    field("url", "address", Address),
    field(
        "kind",
        "media_kind",
        Choice(&["video", "audio", "image", "map", "document", "post", "page"]),
    ),
    field("caption", "caption", Line),
    field("credit", "credit", Line),
    field("thumbnail", "thumbnail", Address),
];

const LINKS: &[Field] = &[
    field("url", "address", Address),
    field("text", "link_text", Line),
];

const CLAIMS: &[Field] = &[
    field("speaker", "speaker", Person),
    field("verb", "verb", Line),
    field("date", "said", Date),
    field("text", "claim_text", Lines),
    field("quote", "quote", Lines),
    field(
        "kind",
        "claim_kind",
        Choice(&["allegation", "denial", "finding"]),
    ),
    field("via", "via", Person),
    field("events", "of_events", Events),
    field("links", "links", Each(LINKS)),
    SOURCE,
];

const FIGURES: &[Field] = &[
    field("qualifier", "qualifier", Line),
    field("value", "value", Amount),
    field("unit", "unit", Line),
    field("label", "counted", Line),
    field("since", "since", Day),
    field("until", "until", Day),
    field(
        "than",
        "than",
        Group(&[
            field("value", "value", Amount),
            field("label", "counted", Line),
        ]),
    ),
    field("speaker", "speaker", Person),
    SOURCE,
];

const HEAD: &[Field] = &[
    field("headline", "headline", Line),
    field("summary", "summary", Lines),
    field("language", "language", Line),
    field("published", "published", Day),
    field("dateline", "dateline", Line),
    field("cards", "cards", Group(&[field("title", "title", Line)])),
    field(
        "source",
        "publication",
        Group(&[
            field("name", "publisher", Line),
            field("title", "report_title", Line),
            field("url", "address", Address),
        ]),
    ),
];

const EVENT: &[Field] = &[
    field("title", "title", Line),
    field("date", "date", Date),
    field("text", "text", Lines),
    field("countries", "countries", Countries),
    field("people", "people", People),
    SOURCE,
    field("key", "key", Flag),
    field("groups", "groups", Words),
    field("image", "image", Group(IMAGE)),
    field("media", "media", Group(MEDIA)),
    field("links", "links", Each(LINKS)),
    field("id", "id", Line),
];

const ERA: &[Field] = &[
    field("title", "title", Line),
    field("date", "date", Date),
    field("text", "text", Lines),
    field("countries", "countries", Countries),
    SOURCE,
    field("id", "id", Line),
];

const COUNTRY: &[Field] = &[
    field("code", "country", Country),
    field("name", "country_name", Line),
    field("id", "card_id", Line),
    field("short", "short", Line),
    field("also", "also", Words),
    field("note", "note", Lines),
    field("flag", "flag", Flag),
    field("claims", "claims", Each(CLAIMS)),
    field("figures", "figures", Each(FIGURES)),
];

const PERSON: &[Field] = &[
    field("name", "name", Line),
    field("role", "role", Line),
    field("country", "country", Country),
    field("image", "portrait", Group(IMAGE)),
    field("id", "id", Line),
];

const CORRECTION: &[Field] = &[
    field("date", "correction_date", Day),
    field("what", "what", Corrected),
    field("was", "was", Lines),
    field("now", "now", Lines),
    field("why", "why", Lines),
];

/// The form of an entry of a section, or of the head.
#[must_use]
pub const fn fields(section: Section) -> &'static [Field] {
    match section {
        Section::Head => HEAD,
        Section::Events => EVENT,
        Section::Eras => ERA,
        Section::Countries => COUNTRY,
        Section::People => PERSON,
        Section::Corrections => CORRECTION,
    }
}

/// The label of the innermost field that a pointer leads into, if it leads into one.
///
/// ```
/// use dateline_desk::forms::label;
/// assert_eq!(label("/events/3/date/value"), Some("date"));
/// assert_eq!(label("/countries/0/claims/1/speaker"), Some("speaker"));
/// assert_eq!(label("/events/3"), None);
/// ```
#[must_use]
pub fn label(path: &str) -> Option<&'static str> {
    let place = Place::of(path);
    let own = match place.section {
        Section::Head => 1,
        _ => 3,
    };
    let mut fields = fields(place.section);
    let mut label = None;
    for key in path.split('/').skip(own) {
        let Some(field) = fields.iter().find(|field| field.key == key) else {
            continue;
        };
        label = Some(field.label);
        fields = match field.kind {
            Kind::Group(inner) | Kind::Each(inner) => inner,
            _ => &[],
        };
    }
    label
}

/// A column of a section's table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// The field that is written in it.
    pub field: &'static Field,
    /// Its width, as a name that the style sheet knows.
    pub width: &'static str,
}

/// The columns of a section's table.
#[must_use]
pub fn columns(section: Section) -> Vec<Column> {
    let named: &[(&str, &str)] = match section {
        Section::Head => &[],
        Section::Events | Section::Eras => {
            &[("date", "date"), ("title", "wide"), ("countries", "some")]
        }
        Section::Countries => &[("code", "some"), ("note", "wide")],
        Section::People => &[("name", "wide"), ("role", "wide"), ("country", "some")],
        Section::Corrections => &[("date", "date"), ("was", "wide"), ("now", "wide")],
    };
    let of = |(key, width): &(&str, &'static str)| {
        let field = fields(section).iter().find(|field| field.key == *key)?;
        Some(Column { field, width })
    };
    named.iter().filter_map(of).collect()
}
