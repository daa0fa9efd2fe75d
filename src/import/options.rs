use crate::article::{Code, date::Civil};

use super::dates::Order;

/// What the importer is told beside the source.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The file's name, for a headline where the source has none.
    pub name: String,
    /// Which column is what: a role such as `date` or `title`, and the column's header.
    pub map: Vec<(String, String)>,
    /// The order of day, month and year where a date does not show it.
    pub order: Option<Order>,
    /// The language of the texts, a BCP 47 tag.
    pub language: Option<String>,
    /// When the article was published, in EDTF.
    pub published: Option<String>,
    /// Today, against which years of two digits and words such as “now” are held. The
    /// importer has no clock of its own.
    pub today: Option<Civil>,
    /// Which sheet of a spreadsheet.
    pub sheet: Option<String>,
    /// The names of countries, by which those in titles and texts are proposed.
    pub countries: Vec<(String, Code)>,
}

impl Options {
    /// The day that dates are held against: that of publication, else today.
    #[must_use]
    pub fn day(&self) -> Option<Civil> {
        let published = self.published.as_deref();
        let date = published.and_then(|text| crate::article::Date::parse(text).ok());
        let day = date
            .and_then(|date| date.end)
            .map(|end| end.add_seconds(-1).civil());
        day.or(self.today)
    }
}
