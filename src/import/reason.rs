use serde::Serialize;

use super::dates::{Note, Trouble};

/// How much a remark matters, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Something of the source is not in the article.
    LeftOut,
    /// More than one reading is possible, and an editor should say which is meant.
    Asked,
    /// Something was read in a way that the source does not spell out.
    Chosen,
    /// Something was written otherwise in the article.
    Changed,
    /// Something that the editor may want to add.
    Proposed,
    /// Something that is of no use to an article: a calendar's bookkeeping, a comment.
    Aside,
}

/// What is told of pieces of the source.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "code", content = "details")]
pub enum Reason {
    /// Nothing in an article takes it.
    NotUsed,
    /// A column whose header says nothing that is known here, nor do its cells.
    UnknownColumn {
        /// The header.
        header: String,
    },
    /// A second column for what an article has one of.
    SecondColumn {
        /// What it was taken for.
        role: String,
    },
    /// A cell to the right of the last header.
    BeyondHeader,
    /// A line above the header.
    AboveHeader,
    /// A row or an entry without a date that can be read.
    NoDate {
        /// Why.
        trouble: Trouble,
    },
    /// A row or an entry without a title.
    NoTitle,
    /// A part of a date that cannot be.
    DatePart {
        /// Why.
        why: String,
    },
    /// An end that cannot be, beside a start that can.
    NoEnd {
        /// Why.
        why: String,
    },
    /// A date read in a way that has a reason.
    Date {
        /// What was taken.
        value: String,
        /// Why.
        note: Note,
    },
    /// A date that can be read in more than one way.
    DateAsked {
        /// What was taken.
        value: String,
        /// What else it could be.
        others: Vec<String>,
        /// Why that was taken, in sentences.
        why: String,
    },
    /// All days of a column are the first of a month.
    FirstDays,
    /// An address that no page may follow.
    UnsafeAddress,
    /// Something that schema 1 has no place for.
    NoPlace {
        /// What it is, as the subject of a sentence.
        what: String,
    },
    /// A second picture or medium of one event.
    SecondMedia,
    /// A text that is too long for an article.
    TooLong {
        /// Most bytes.
        most: usize,
    },
    /// Control characters, which no font shows.
    Control,
    /// A word that is no country.
    UnknownCountry {
        /// The word.
        word: String,
    },
    /// A person that the article's people do not have.
    MadePerson {
        /// How many people were made of names.
        count: usize,
    },
    /// A word where only some are possible.
    UnknownWord {
        /// Those that are.
        known: String,
    },
    /// A key that stands again later in the same object.
    Overwritten,
    /// A line that the format passes over in silence.
    Ignored {
        /// Why the format does.
        why: String,
    },
    /// Another sheet of the file.
    OtherSheet {
        /// The one that was read.
        read: String,
    },
    /// A formula whose result the file does not hold.
    Formula,
    /// More occurrences than are written out.
    Occurrences {
        /// How many are in the article.
        count: usize,
        /// What of the rule was not followed.
        why: String,
    },
    /// A repeating event was written out.
    WrittenOut {
        /// As how many events.
        count: usize,
    },
    /// HTML became plain text.
    Html,
    /// Code that was inside a text.
    Code {
        /// Which element.
        element: String,
    },
    /// An address got its scheme.
    Scheme {
        /// The address as it is now.
        url: String,
    },
    /// The file is not in UTF-8.
    Encoding {
        /// What it is in.
        name: String,
        /// Whether that is a guess.
        guessed: bool,
    },
    /// A quotation mark that is part of the text.
    Quote,
    /// A date's own words were replaced by others that the source has for it.
    OwnWords,
    /// A column that was recognised by what it holds.
    ByContent {
        /// What it was taken for.
        role: String,
    },
    /// The headline, and from where.
    Headline {
        /// From where.
        from: String,
    },
    /// Sense of the file's format that a reader should know.
    Format {
        /// A sentence.
        what: String,
    },
    /// A country named in titles or texts.
    Country {
        /// Its code.
        code: String,
        /// The name that stands there.
        name: String,
        /// In how many events.
        count: usize,
    },
    /// Bookkeeping, comments, settings of another program.
    Aside {
        /// What it is.
        what: String,
    },
    /// A remark of the reader of articles.
    Problem {
        /// What is wrong.
        message: String,
        /// How to mend it.
        fix: String,
        /// Whether something is left out for it.
        error: bool,
    },
}

impl Reason {
    /// How much it matters.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Reason::NotUsed
            | Reason::UnknownColumn { .. }
            | Reason::SecondColumn { .. }
            | Reason::BeyondHeader
            | Reason::AboveHeader
            | Reason::NoDate { .. }
            | Reason::NoTitle
            | Reason::DatePart { .. }
            | Reason::NoEnd { .. }
            | Reason::UnsafeAddress
            | Reason::NoPlace { .. }
            | Reason::SecondMedia
            | Reason::TooLong { .. }
            | Reason::UnknownCountry { .. }
            | Reason::UnknownWord { .. }
            | Reason::Overwritten
            | Reason::Ignored { .. }
            | Reason::OtherSheet { .. }
            | Reason::Formula
            | Reason::Occurrences { .. }
            | Reason::Code { .. } => Weight::LeftOut,
            Reason::Date { note, .. } if note.leaves_out() => Weight::LeftOut,
            Reason::Problem { error: true, .. } => Weight::LeftOut,
            Reason::DateAsked { .. } | Reason::FirstDays => Weight::Asked,
            Reason::Date { .. }
            | Reason::ByContent { .. }
            | Reason::Headline { .. }
            | Reason::Quote
            | Reason::Encoding { .. }
            | Reason::Format { .. }
            | Reason::WrittenOut { .. }
            | Reason::MadePerson { .. }
            | Reason::Problem { .. } => Weight::Chosen,
            Reason::Html | Reason::Control | Reason::Scheme { .. } | Reason::OwnWords => {
                Weight::Changed
            }
            Reason::Country { .. } => Weight::Proposed,
            Reason::Aside { .. } => Weight::Aside,
        }
    }

    /// Whether it is told even without a piece that it is about.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        matches!(
            self,
            Reason::Encoding { .. }
                | Reason::Headline { .. }
                | Reason::Format { .. }
                | Reason::Country { .. }
                | Reason::MadePerson { .. }
                | Reason::Problem { .. }
        )
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Reason::NotUsed => "Nothing in an article takes this.".into(),
            Reason::UnknownColumn { header } if header.is_empty() => {
                "The column has no header, and its cells do not show what they are.".into()
            }
            Reason::UnknownColumn { header } => {
                format!("“{header}” is no header that is known here.")
            }
            Reason::SecondColumn { role } => {
                format!("Another column is the {role} already.")
            }
            Reason::BeyondHeader => "The cell stands to the right of the last header.".into(),
            Reason::AboveHeader => "The line stands above the header.".into(),
            Reason::NoDate { trouble } => trouble.to_string(),
            Reason::NoTitle => "There is no title.".into(),
            Reason::DatePart { why } | Reason::NoEnd { why } => why.clone(),
            Reason::Date { value, note } => format!("Read as {value}. {note}"),
            Reason::DateAsked { value, others, why } => {
                let others = others.join(" or ");
                format!("Read as {value}; it could be {others}. {why}").trim_end().to_string()
            }
            Reason::FirstDays => {
                "Every date of the column is the first of a month: perhaps only the months are meant."
                    .into()
            }
            Reason::UnsafeAddress => "No page may follow this address.".into(),
            Reason::NoPlace { what } => format!("An article has no place for {what}."),
            Reason::SecondMedia => "An event has one picture and one medium.".into(),
            Reason::TooLong { most } => format!("The text is longer than {most} bytes."),
            Reason::Control => "Control characters were taken out.".into(),
            Reason::UnknownCountry { word } => {
                format!("“{word}” is neither a country's code nor a name that is known here.")
            }
            Reason::MadePerson { count } => {
                format!("{count} of the people were made from their names alone.")
            }
            Reason::UnknownWord { known } => format!("This can be {known}."),
            Reason::Overwritten => {
                "The same key stands again later, and there the last one counts.".into()
            }
            Reason::Ignored { why } => why.clone(),
            Reason::OtherSheet { read } => format!("Only the sheet “{read}” was read."),
            Reason::Formula => "The file holds the formula without its result.".into(),
            Reason::Occurrences { count, why } => {
                format!("Only {count} occurrences are in the article: {why}")
            }
            Reason::WrittenOut { count } => {
                format!("The repeating event was written out as {count} events.")
            }
            Reason::Html => "Formatting was taken out; the words are all there.".into(),
            Reason::Code { element } => format!("The content of <{element}> was left out."),
            Reason::Scheme { url } => format!("The address became {url}."),
            Reason::Encoding { name, guessed: false } => format!("The file was read as {name}."),
            Reason::Encoding { name, guessed: true } => {
                format!("The file does not say its encoding; it was read as {name}.")
            }
            Reason::Quote => "A quotation mark in the cell was taken as part of its text.".into(),
            Reason::OwnWords => {
                "The date's words are those of the display date; these are in its value.".into()
            }
            Reason::ByContent { role } => {
                format!("The column was taken for the {role} because of what it holds.")
            }
            Reason::Headline { from } => format!("The headline was taken from {from}."),
            Reason::Format { what } => what.clone(),
            Reason::Country { code, name, count } => {
                let events = if *count == 1 { "1 event" } else { &format!("{count} events") };
                format!("{name} is named in {events}, and not among their countries ({code}).")
            }
            Reason::Aside { what } => format!("{what}: of no use to an article."),
            Reason::Problem { message, .. } => message.clone(),
        }
    }

    /// How to mend it, where that can be said.
    #[must_use]
    pub fn cure(&self) -> Option<String> {
        Some(match self {
            Reason::UnknownColumn { header } if header.is_empty() => {
                "Give the column a header, such as Date, Title or Text.".into()
            }
            Reason::UnknownColumn { header } => {
                format!("Say what it is with --map, for example --map \"text={header}\".")
            }
            Reason::SecondColumn { role } => {
                format!("Say which one it is with --map \"{role}=…\".")
            }
            Reason::BeyondHeader => "Give the column a header, or empty the cell.".into(),
            Reason::AboveHeader => "Write it into headline or summary of the article.".into(),
            Reason::NoDate { trouble } => trouble.cure(),
            Reason::NoTitle => "Give the row a title.".into(),
            Reason::DatePart { .. } | Reason::NoEnd { .. } => {
                "Put the cell right, and import again.".into()
            }
            Reason::DateAsked { .. } => {
                "Write the date as 2023-03-20; where only the order of day and month is open, --date-order settles it."
                    .into()
            }
            Reason::FirstDays => "Write months as text: 2023-03.".into(),
            Reason::UnsafeAddress => "Give an address that begins with https://.".into(),
            Reason::SecondMedia => "Make it an event of its own, or add a link.".into(),
            Reason::TooLong { .. } => "Shorten it.".into(),
            Reason::UnknownCountry { .. } => {
                "Write the code of ISO 3166-1, such as UA, or the country's name.".into()
            }
            Reason::OtherSheet { .. } => {
                "Read it with --sheet NAME, into a file of its own.".into()
            }
            Reason::Formula => "Open the file in a spreadsheet program and save it.".into(),
            Reason::Headline { .. } => "Write a better one into the article, if it is none.".into(),
            Reason::Encoding { guessed: true, .. } => {
                "If letters are wrong, save the file as UTF-8.".into()
            }
            Reason::Country { code, .. } => {
                format!("Add \"{code}\" to the countries of the events where it fits.")
            }
            Reason::Problem { fix, .. } => fix.clone(),
            _ => return None,
        })
    }
}
