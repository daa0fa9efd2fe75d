use super::Plural;

/// The interface's words in one language. `{0}`, `{1}` stand for what is filled in.
///
/// A new language is a new file with one of these; the compiler asks for every word.
#[allow(missing_docs, reason = "each field is named after what it says")]
pub struct Strings {
    /// The language: a primary BCP 47 subtag.
    pub tag: &'static str,
    // What is counted.
    pub events: Counted,
    pub countries: Counted,
    pub claims: Counted,
    /// “4 of 14”, for the `{0}` of a count.
    pub part_of: &'static str,
    // Finding.
    pub search: &'static str,
    pub search_hint: &'static str,
    /// Around “4,000 of 100,000 events”, while a search is under way.
    pub searched: &'static str,
    pub filter: &'static str,
    pub all: &'static str,
    pub show_all: &'static str,
    pub only: &'static str,
    pub nothing_found: &'static str,
    pub no_events_here: &'static str,
    // The parts.
    pub timeline: &'static str,
    pub cards: &'static str,
    pub other_cards: &'static str,
    pub list_part: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub go_to: &'static str,
    /// “26 to 50 of 1,000”, for the `{0}` of a count.
    pub part_from_to: &'static str,
    pub eras: &'static str,
    pub undated: &'static str,
    pub corrections: &'static str,
    // The article's sentences, on the way there and back.
    pub show_source: &'static str,
    pub back: &'static str,
    /// With the quotation for its `{0}`.
    pub source_changed: &'static str,
    pub facts_here: &'static str,
    // An event.
    pub countries_of: &'static str,
    pub people_of: &'static str,
    pub source_of: &'static str,
    pub link: &'static str,
    pub picture_by: &'static str,
    pub closed: &'static str,
    // A card.
    pub says: &'static str,
    pub unattributed: &'static str,
    pub only_named: &'static str,
    pub strip: &'static str,
    pub marked: &'static str,
    // The axis.
    pub axis: &'static str,
    pub axis_marks: &'static str,
    pub axis_controls: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub fit: &'static str,
    pub lanes: &'static str,
    pub together: &'static str,
    pub by_country: &'static str,
    pub by_person: &'static str,
    pub rest: &'static str,
    pub window: &'static str,
    pub close: &'static str,
    // Publication and corrections.
    pub published: &'static str,
    pub published_by: &'static str,
    pub corrected: &'static str,
    // Dates, each around a date in words.
    pub about: &'static str,
    pub perhaps: &'static str,
    pub since: &'static str,
    pub until: &'static str,
    pub start_unknown: &'static str,
    pub end_unknown: &'static str,
    pub range: &'static str,
    pub seasons: [&'static str; 4],
    pub worked_out: &'static str,
    pub worked_out_from: &'static str,
    pub by_editor: &'static str,
    pub by_editor_note: &'static str,
    /// “Monday (20 March 2023, …)”: the article's words, then what they mean.
    pub meaning: &'static str,
    /// “20 March 2023 (…)”: a date, then on what it rests.
    pub remark: &'static str,
    pub both: &'static str,
    pub bce: &'static str,
    /// What the platform calls the time before our era, and what it is called here;
    /// nothing where the two agree.
    pub era: (&'static str, &'static str),
    pub far_year: &'static str,
    pub thousand_years_ago: &'static str,
    pub million_years_ago: &'static str,
    pub billion_years_ago: &'static str,
    pub comma: &'static str,
    pub quote_open: &'static str,
    pub quote_close: &'static str,
}

/// One phrase in the plural forms of its language; an empty form is the same as `other`.
#[allow(missing_docs, reason = "the plural categories of Unicode CLDR")]
#[derive(Default)]
pub struct Counted {
    pub zero: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    pub few: &'static str,
    pub many: &'static str,
    pub other: &'static str,
}

impl Counted {
    /// The form for a plural category.
    #[must_use]
    pub fn form(&self, plural: Plural) -> &'static str {
        let form = match plural {
            Plural::Zero => self.zero,
            Plural::One => self.one,
            Plural::Two => self.two,
            Plural::Few => self.few,
            Plural::Many => self.many,
            Plural::Other => self.other,
        };
        if form.is_empty() { self.other } else { form }
    }
}
