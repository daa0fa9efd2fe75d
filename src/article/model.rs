use super::{Country, Date, Era, Event, Person, Publication, Text};

/// Everything that one page hands to the widget, checked.
///
/// Cross-references are positions: `event.countries` holds indices into
/// [`Article::countries`], a claim's speaker is an index into [`Article::people`].
/// Reading guarantees that every such index is in range.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The language of the texts, a BCP 47 tag such as `en` or `uk`.
    pub language: Text,
    /// The title over the widget.
    pub headline: Text,
    /// One or two sentences under the headline.
    pub summary: Option<Text>,
    /// When the article was published.
    pub published: Option<Date>,
    /// The place at the head of the report.
    pub dateline: Option<Text>,
    /// Where the report was published.
    pub source: Option<Publication>,
    /// Whoever speaks or acts, in the order of the data. A speaker may be an
    /// institution (“State Department report”).
    pub people: Vec<Person>,
    /// The events, sorted by earliest instant, then latest, then the order of the data.
    pub events: Vec<Event>,
    /// Spans that form the background of the timeline, sorted as the events are.
    pub eras: Vec<Era>,
    /// The countries in the order of the data; those that only an event or era
    /// names follow, in order of first mention, with [`Country::listed`] false. What is no
    /// country but has a card is among them.
    pub countries: Vec<Country>,
    /// The title of the cards, where the editor gives one.
    pub cards: Option<Text>,
    /// What events are grouped by, in order of first mention: the lanes and the filter of
    /// an article that is not about countries.
    pub groups: Vec<Text>,
    /// What was corrected since publication, newest first.
    pub corrections: Vec<Correction>,
}

impl Article {
    /// Whether all that has a card is a country.
    #[must_use]
    pub fn is_of_countries(&self) -> bool {
        self.countries.iter().all(Country::is_country)
    }

    /// The name of whoever has this position in [`Article::people`]; empty where nobody has.
    #[must_use]
    pub fn person_name(&self, at: usize) -> Text {
        let person = self.people.get(at);
        person.map(|person| person.name.clone()).unwrap_or_default()
    }

    /// The group at this position in [`Article::groups`]; empty where there is none.
    #[must_use]
    pub fn group_name(&self, at: usize) -> Text {
        self.groups.get(at).cloned().unwrap_or_default()
    }
}

/// One entry of the log of corrections.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// When it was corrected.
    pub date: Date,
    /// What was corrected: a path such as `events/report/date`.
    pub what: Text,
    /// What stood there before.
    pub was: Option<Text>,
    /// What stands there now.
    pub now: Option<Text>,
    /// Why.
    pub why: Option<Text>,
}
