/// What the platform knows of a language: `Intl` in the browser, ICU4X natively.
///
/// It is asked for as little as it alone can know, so that both say the same: names of
/// months, the order of a date's parts, digits. How parts are put together is decided here,
/// once for all platforms. Dates are Gregorian, whatever the language.
pub trait Intl {
    /// A date in the order of the language. Of its year only the place counts: the caller
    /// puts it there. `month` is 1 to 12, `day` 1 to 29; a 30 or 31 is given for months
    /// that have them.
    fn date(&self, month: u8, day: u8, form: Form) -> Vec<DatePart>;

    /// A time of day: “14:05”, “2:05 PM”. `hour` is 0 to 23, `minute` 0 to 59.
    fn clock(&self, hour: u8, minute: u8) -> String;

    /// A whole number without grouping, as years are written: “2023”.
    fn digits(&self, number: u64) -> String;

    /// A finite number with its grouping: “17,000”.
    fn number(&self, value: f64) -> String;

    /// The plural category of a count.
    fn plural(&self, count: usize) -> Plural;

    /// A country's name.
    fn country(&self, code: &str) -> Option<String>;

    /// “a, b and c” or “a, b or c”.
    fn list(&self, items: &[String], listing: Listing) -> String;
}

/// How much of a date to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// “2022”.
    Year,
    /// “September 2022”.
    Month,
    /// “24 February 2022”.
    Day,
    /// “Sep”: a tick whose year stands below.
    ShortMonth,
    /// “24”: a tick whose month stands below.
    ShortDay,
}

/// A piece of a written date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePart {
    /// What it says.
    pub kind: PartKind,
    /// The text.
    pub text: String,
}

/// What a piece of a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// The year, whatever it is written as.
    Year,
    /// The month's name or number.
    Month,
    /// The day's number.
    Day,
    /// What stands between: blanks, commas, “de”, “年”.
    Other,
}

/// What the items of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All of them: “a, b and c”.
    And,
    /// One of them: “a, b or c”.
    Or,
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
