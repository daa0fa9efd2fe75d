use serde::{Deserialize, Serialize};

use super::Severity;

/// Declares [`Mistake`] from a list of names, each with how bad it is.
macro_rules! mistakes {
    ($($name:ident $severity:ident,)*) => {
        /// What can be wrong in the data.
        ///
        /// The sentences for it stand in `www/problems.json` under its name in kebab-case,
        /// which is how it is serialised too: no reader fetches them whose article is whole.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the sentences say what each is")]
        pub enum Mistake {
            $($name,)*
        }

        impl Mistake {
            /// Every mistake.
            pub const ALL: &[Mistake] = &[$(Mistake::$name,)*];

            /// Whether what it befalls is left out.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Mistake::$name => Severity::$severity,)*
                }
            }
        }
    };
}

mistakes! {
    // Of the data as a whole.
    TooLarge Error,
    TooDeep Error,
    TooManyValues Error,
    TooManyInside Error,
    InvalidJson Error,
    NoData Error,
    Threw Error,
    LaterSchema Error,
    NoEvents Error,
    NoEventsLeft Error,

    // Of fields: their type, and whether they are there.
    NotObject Error,
    NotList Error,
    NotText Error,
    NotDate Error,
    NotFlag Error,
    NotAmount Error,
    NotPixels Error,
    NotSchema Error,
    MissingField Error,
    MissingInClaim Error,
    MissingInCard Error,
    NotShort Error,
    TooLong Error,

    // Of addresses, ids and references.
    UnsafeLink Error,
    UnsafePicture Error,
    InvalidId Error,
    DuplicateId Error,
    DuplicateCountry Error,
    UnknownCountry Error,
    SmallCountry Error,
    UnknownPerson Error,
    UnknownSpeaker Error,
    UnknownEvent Error,
    UnknownBasis Error,
    UnknownKind Error,
    UnknownCalendar Error,
    UnknownMedia Error,
    TooManyEvents Error,
    TooManyReferences Error,
    TooManyGroups Error,

    // Of dates.
    NotADate Error,
    NotAYear Error,
    NotALongYear Error,
    NotAYearAlone Error,
    NotDigits Error,
    DayOfSeason Error,
    NotATime Error,
    Fraction Error,
    Boundless Error,
    Unclosed Error,
    NoSuchYear Error,
    NoSuchMonth Error,
    NoSuchDay Error,
    NoSuchTime Error,
    LeapSecond Error,
    NoSuchOffset Error,
    Backwards Error,
    EndBeforeStart Error,

    // Of nothing in particular: it counts the problems that are not listed.
    MoreProblems Error,

    // What is shown, but hardly meant.
    UnknownKey Warning,
    StrayTitle Warning,
    StrayFrom Warning,
    StrayNote Warning,
    StrayId Warning,
    ControlCharacter Warning,
    InvalidLanguage Warning,
    InferredWithoutFrom Warning,
    EditorWithoutNote Warning,
    WrongWeekday Warning,
    WrongWeekdays Warning,
    ClaimWithoutSpeaker Warning,
    EventWithoutCountry Warning,
    ImageWithoutAlt Warning,
    IncompleteSize Warning,
    UnknownCorrection Warning,

    // What only the command looks for: in the text of a file.
    InvalidText Error,
    ByteOrderMark Error,
    CurlyQuotes Error,
    SingleQuotes Error,
    InnerQuotes Error,
    UnquotedText Error,
    UnclosedText Error,
    LineBreakInText Error,
    CommentInJson Error,
    TrailingComma Error,
    MissingComma Error,
    MissingColon Error,
    MissingValue Error,
    UnclosedBracket Error,
    GroupedNumber Error,
    BadNumber Error,
    ForeignWord Error,
    StrayText Error,
    Unreadable Error,
    DuplicateKey Warning,
    MeantCorrection Warning,
    LostCorrection Warning,
    NoCountries Warning,
    NotALanguage Warning,
    MarkupInText Warning,
    EventToCome Warning,
    NorthernSeason Warning,
    PictureNotFound Warning,
    RepeatedValue Warning,

    // What only the command looks for: beside the article itself.
    PassageMissing Error,
    PassageElsewhere Error,
    PassageChanged Error,
    PassageAmbiguous Error,
    QuoteMissing Error,
    QuoteChanged Error,
    InferredWithoutSentence Warning,
    DateDisagrees Warning,
    WeekdayDisagrees Warning,
    CountryNotNamed Warning,
    MoreProblemsInText Error,
}
