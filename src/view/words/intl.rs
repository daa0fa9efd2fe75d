use crate::article::Instant;

/// What the platform knows of a language: `Intl` in the browser, ICU4X natively.
///
/// Instants handed in lie within the years -271821 to 275760 (the range of
/// JavaScript's dates); what lies beyond is put into words before it gets here.
/// Everything is UTC and proleptic Gregorian.
pub trait Intl {
    /// One date.
    fn date(&self, at: Instant, form: Form) -> String;

    /// A range, both ends included, with what they share said once: “20–22 March 2023”.
    fn range(&self, from: Instant, to: Instant, form: Form) -> String;

    /// A finite number with its grouping: “17,000”.
    fn number(&self, value: f64) -> String;

    /// The plural category of a count.
    fn plural(&self, count: usize) -> Plural;

    /// A country's name.
    fn country(&self, code: &str) -> Option<String>;

    /// “a, b and c”.
    fn list(&self, items: &[String]) -> String;
}

/// How much of a date to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// “2022”, “44 BC”.
    Year,
    /// “September 2022”.
    Month,
    /// “24 February 2022”.
    Day,
    /// “20 March 2023 at 14:05 UTC”.
    Minute,
    /// “Sep”: a tick whose year stands below.
    ShortMonth,
    /// “24”: a tick whose month stands below.
    ShortDay,
    /// “24 Feb”.
    DayMonth,
    /// “14:05”.
    Clock,
    /// “Monday”.
    Weekday,
}

/// A plural category of Unicode CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Plural {
    /// zero
    Zero,
    /// one
    One,
    /// two
    Two,
    /// few
    Few,
    /// many
    Many,
    /// other
    Other,
}
