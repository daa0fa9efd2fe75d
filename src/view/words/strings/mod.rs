#[cfg(not(target_os = "unknown"))]
mod small;

use std::cell::RefCell;

use super::{Plural, languages::is_same};

#[cfg(not(target_os = "unknown"))]
pub use small::small_file;

/// English, which stands in where a language has no word; without the remarks and blanks
/// of its file, which no reader need download.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

/// Names every text of the interface, in the order of the English file.
macro_rules! texts {
    ($($name:ident)*) => {
        #[allow(non_camel_case_types, reason = "each is named after the method that gives it")]
        #[derive(Clone, Copy)]
        enum At { $($name),* }

        #[allow(missing_docs, reason = "each is named after what it says")]
        #[allow(clippy::indexing_slicing, reason = "there are as many as are named here")]
        impl Strings {
            $(
                #[must_use]
                pub fn $name(&self) -> &'static str {
                    self.words[At::$name as usize]
                }
            )*
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

texts! {
    tag
    events_zero events_one events_two events_few events_many events_other events_part
    countries_zero countries_one countries_two countries_few countries_many countries_other
    countries_part
    claims_zero claims_one claims_two claims_few claims_many claims_other claims_part
    more_claims_zero more_claims_one more_claims_two more_claims_few more_claims_many
    more_claims_other more_claims_part
    figures_zero figures_one figures_two figures_few figures_many figures_other figures_part
    periods_zero periods_one periods_two periods_few periods_many periods_other periods_part
    people_zero people_one people_two people_few people_many people_other people_part
    corrections_zero corrections_one corrections_two corrections_few corrections_many
    corrections_other corrections_part
    part_of search search_hint speaker searched filter remove by_speaker groups all all_of fewer
    show_all close_all nothing_found no_events_here nothing_on_cards printed_part
    timeline cards who_is_who list_part
    earlier later go_to part_from_to eras undated corrections show_source back source_changed
    facts_here people_of source_of link picture_by links_of media_video media_audio media_image media_map
    media_document media_post media_page closed says via allegation denial finding
    unattributed only_named named_only marked axis axis_marks axis_controls previous next
    zoom_in zoom_out fit lanes together by_country by_person by_group rest window close fold_gaps unfold
    published published_by corrected_on corrected
    about about_parts perhaps perhaps_parts part_year part_month part_day
    since from until start_unknown end_unknown range span
    or_later or_earlier and_later and_earlier or_else and_also between throughout
    sometime not_known year_not_known decade
    seasons_spring seasons_summer seasons_autumn seasons_winter northern southern
    quarter_1 quarter_2 quarter_3 quarter_4 third_1 third_2 third_3 half_1 half_2
    moment day_end utc zone julian
    worked_out worked_out_from by_editor by_editor_note article_says says_and says_alone date_note meaning
    remark both bce ce far_year thousand_years_ago million_years_ago
    billion_years_ago comma quote_open quote_close
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Events.
    Events = At::events_zero as isize,
    /// Countries.
    Countries = At::countries_zero as isize,
    /// Claims.
    Claims = At::claims_zero as isize,
    /// Claims beside those that are there.
    MoreClaims = At::more_claims_zero as isize,
    /// Figures.
    Figures = At::figures_zero as isize,
    /// Eras.
    Eras = At::periods_zero as isize,
    /// People and institutions.
    People = At::people_zero as isize,
    /// Corrections.
    Corrections = At::corrections_zero as isize,
}

/// How many texts there are.
const COUNT: usize = At::quote_close as usize + 1;

/// The interface's words in one language; `{0}`, `{1}` stand for what is filled in.
///
/// They are read from texts such as `www/words/en.txt`, a line a word: a new language,
/// or other words for this one, is a new text.
///
/// ```
/// use dateline::view::Strings;
///
/// let polish = Strings::new("tag = pl\nsearch = Szukaj");
/// assert_eq!(polish.tag(), "pl");
/// assert_eq!(polish.search(), "Szukaj");
/// assert_eq!(polish.next(), "Next event");
/// ```
///
/// Some have variants: `decade.the` is the form of `decade` that a sentence takes which
/// says `{0:the}`, as `since` does.
pub struct Strings {
    words: [&'static str; COUNT],
    variants: Vec<(&'static str, &'static str)>,
    own: Vec<(&'static str, &'static str)>,
}

thread_local! {
    /// The texts read so far. A page has few, and they serve all its widgets for good.
    static READ: RefCell<Vec<(&'static str, &'static Strings)>> = const { RefCell::new(Vec::new()) };
}

impl Strings {
    /// From the lines of `text`, `name = word` each; lines that begin with `#` are
    /// remarks, and of two lines with one name the later counts. A line without a name, as
    /// in the files that readers fetch, is the word that comes next in English. What is
    /// missing or empty is English.
    #[must_use]
    pub fn new(text: &str) -> &'static Strings {
        READ.with_borrow_mut(|read| {
            if let Some((_, strings)) = read.iter().find(|(known, _)| *known == text) {
                return *strings;
            }
            let text: &'static str = text.to_owned().leak();
            let strings: &'static Strings = Box::leak(Box::new(Strings::read(text)));
            read.push((text, strings));
            strings
        })
    }

    /// The interface's words from `text`, if they are in `language`, a BCP 47 tag, and
    /// else in English.
    #[must_use]
    pub fn of(language: &str, text: &str) -> &'static Strings {
        let given = Strings::new(text);
        if is_same(given.tag(), language) {
            given
        } else {
            Strings::new("")
        }
    }

    fn read(text: &'static str) -> Strings {
        let mut strings = Strings {
            words: [""; COUNT],
            variants: Vec::new(),
            own: Vec::new(),
        };
        let mut names = Vec::new();
        for (place, (name, word)) in strings.words.iter_mut().zip(base_lines(ENGLISH)) {
            names.push(name);
            *place = word;
        }
        let mut at = 0;
        for (name, word) in lines(text) {
            if is_variant(name) {
                strings.variants.push((name, word));
            } else if is_own(name) {
                strings.own.push((name, word));
            } else {
                // Where a line has no name, the word is the one after that above.
                let place = names.iter().position(|own| *own == name);
                at = if name.is_empty() {
                    at + 1
                } else {
                    place.unwrap_or(COUNT)
                };
                if let Some(place) = strings.words.get_mut(at)
                    && !word.is_empty()
                {
                    *place = word;
                }
            }
        }
        // Another language has no use for the forms of English words.
        if strings.tag() == "en" {
            for line in lines(ENGLISH).filter(|(name, _)| is_variant(name)) {
                strings.variants.insert(0, line);
            }
        }
        strings
    }

    /// The form of a word that its variant `form` has, where there is one.
    #[must_use]
    pub fn variant(&self, name: &str, form: &str) -> Option<&'static str> {
        let is_meant = |own: &str| own.rsplit_once('.') == Some((name, form));
        let mut variants = self.variants.iter().rev();
        let found = variants.find(|(own, word)| is_meant(own) && !word.is_empty())?;
        Some(found.1)
    }

    /// What the file says of dates, numbers and lists themselves, of which most say nothing.
    pub(super) fn own(&self, name: &str) -> Option<&'static str> {
        let found = self.own.iter().rev().find(|(own, _)| *own == name)?;
        Some(found.1)
    }

    /// All that [`Strings::own`] has.
    pub(super) fn own_lines(&self) -> &[(&'static str, &'static str)] {
        &self.own
    }

    /// The form beside “5 of 30”, in a language where it is not that of the total.
    #[must_use]
    pub fn counted_part(&self, what: Counted) -> Option<&'static str> {
        let form = self.words.get(what as usize + Plural::Other as usize + 1);
        form.copied().filter(|form| !form.is_empty())
    }

    /// The form of a counted word for a plural category; a language that has no such
    /// form uses the one for all others.
    #[must_use]
    pub fn counted(&self, what: Counted, plural: Plural) -> &'static str {
        let form = |plural: Plural| self.words.get(what as usize + plural as usize);
        match form(plural) {
            Some(form) if !form.is_empty() => form,
            _ => form(Plural::Other).copied().unwrap_or_default(),
        }
    }
}

/// The names and words of a text's lines.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let named = text.lines().filter(|line| !line.starts_with('#'));
    let parts = named.filter_map(|line| line.split_once('='));
    parts.map(|(name, word)| (name.trim_ascii(), word.trim_ascii()))
}

/// The lines that are no variants.
fn base_lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    lines(text).filter(|(name, _)| !is_variant(name))
}

/// The forms that a sentence may ask for, and `plain`, the sentence that asks for none.
const FORMS: [&str; 5] = ["the", "genitive", "since", "from", "plain"];

/// Whether it names a form of a word: `decade.the`.
fn is_variant(name: &str) -> bool {
    let form = name.rsplit_once('.').map(|(_, form)| form);
    form.is_some_and(|form| FORMS.contains(&form))
}

/// Whether it says how dates, numbers or lists are written.
fn is_own(name: &str) -> bool {
    let room = name.split('.').next().unwrap_or_default();
    ["months", "date", "number", "list"].contains(&room)
}

#[cfg(test)]
mod tests;
