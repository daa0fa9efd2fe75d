use super::Severity;
use super::pieces::pieces;

/// Declares [`Mistake`]: what readers' browsers can meet, then what only the native
/// command looks for. Each has its key in `www/problems.json`, how bad it is, and how
/// many words its sentences take.
macro_rules! mistakes {
    (
        $($name:ident $severity:ident $key:literal $words:literal)*
        ; native: $($native:ident $native_severity:ident $native_key:literal $native_words:literal)*
    ) => {
        /// What can be wrong in the data. The sentences for it stand in
        /// `www/problems.json`, which no reader fetches whose article is whole.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the sentences say what each is")]
        pub enum Mistake {
            $($name,)*
            $(#[cfg(not(target_arch = "wasm32"))] $native,)*
        }

        /// The keys, a line each, in the order of [`Mistake`].
        #[cfg(target_arch = "wasm32")]
        const KEYS: &str = concat!($($key, "\n"),*);
        #[cfg(not(target_arch = "wasm32"))]
        const KEYS: &str = concat!($($key, "\n",)* $($native_key, "\n"),*);

        impl Mistake {
            /// Whether what it befalls is left out.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Mistake::$name => Severity::$severity,)*
                    $(
                        #[cfg(not(target_arch = "wasm32"))]
                        Mistake::$native => Severity::$native_severity,
                    )*
                }
            }
        }

        impl Mistake {
            /// Every mistake.
            pub const ALL: &[Mistake] = &[
                $(Mistake::$name,)*
                $(#[cfg(not(target_arch = "wasm32"))] Mistake::$native,)*
            ];

            /// How many words its sentences take beside what every problem has.
            #[must_use]
            pub const fn words(self) -> usize {
                match self {
                    $(Mistake::$name => $words,)*
                    $(#[cfg(not(target_arch = "wasm32"))] Mistake::$native => $native_words,)*
                }
            }
        }
    };
}

mistakes! {
    TooLarge Error "too-large" 0
    TooDeep Error "too-deep" 0
    TooManyValues Error "too-many-values" 0
    InvalidJson Error "invalid-json" 1
    NoData Error "invalid-json/no-data" 0
    Threw Error "invalid-json/threw" 0
    LaterSchema Error "later-schema" 0
    NoEvents Error "no-events" 0
    NoEventsLeft Error "no-events/left" 0
    NotObject Error "mistyped-field/object" 1
    NotList Error "mistyped-field/list" 1
    NotText Error "mistyped-field/text" 1
    NotDate Error "mistyped-field/date" 1
    NotFlag Error "mistyped-field/flag" 1
    NotAmount Error "mistyped-field/amount" 1
    NotPixels Error "mistyped-field/pixels" 1
    NotSchema Error "mistyped-field/schema" 1
    MissingField Error "missing-field" 0
    MissingInClaim Error "missing-field/claim" 0
    TooLong Error "too-long" 0
    UnsafeLink Error "unsafe-url/link" 0
    UnsafePicture Error "unsafe-url/picture" 0
    InvalidId Error "invalid-id" 0
    DuplicateId Error "duplicate-id" 0
    DuplicateCountry Error "duplicate-id/country" 0
    UnknownCountry Error "unknown-country" 0
    SmallCountry Error "unknown-country/small" 1
    UnknownPerson Error "unknown-person" 0
    UnknownSpeaker Error "unknown-speaker" 0
    UnknownEvent Error "unknown-event" 0
    UnknownBasis Error "unknown-basis" 0
    UnknownKind Error "unknown-kind" 0
    UnknownCalendar Error "unknown-calendar" 0
    TooManyEvents Error "too-many-events" 0
    TooManyReferences Error "too-many-references" 0
    NotADate Error "ungrammatical-date" 1
    NotAYear Error "ungrammatical-date/year" 1
    NotALongYear Error "ungrammatical-date/long-year" 1
    NotAYearAlone Error "ungrammatical-date/year-alone" 1
    NotDigits Error "ungrammatical-date/digits" 1
    DayOfSeason Error "ungrammatical-date/season" 1
    NotATime Error "ungrammatical-date/time" 1
    Fraction Error "ungrammatical-date/fraction" 1
    Boundless Error "ungrammatical-date/boundless" 1
    Unclosed Error "ungrammatical-date/unclosed" 1
    NoSuchYear Error "impossible-date/year" 1
    NoSuchMonth Error "impossible-date/month" 1
    NoSuchDay Error "impossible-date/day" 4
    NoSuchTime Error "impossible-date/time" 1
    LeapSecond Error "impossible-date/leap-second" 2
    NoSuchOffset Error "impossible-date/offset" 1
    Backwards Error "end-before-start" 2
    MoreProblems Error "more-problems" 2
    UnknownKey Warning "unknown-key" 1
    StrayTitle Warning "stray-field/title" 0
    StrayFrom Warning "stray-field/from" 0
    StrayNote Warning "stray-field/note" 0
    ControlCharacter Warning "control-character" 0
    InvalidLanguage Warning "invalid-language" 0
    InferredWithoutFrom Warning "inferred-without-from" 0
    EditorWithoutNote Warning "editor-without-note" 0
    WrongWeekday Warning "wrong-weekday" 2
    WrongWeekdays Warning "wrong-weekday/span" 1
    ClaimWithoutSpeaker Warning "claim-without-speaker" 0
    EventWithoutCountry Warning "event-without-country" 1
    ImageWithoutAlt Warning "image-without-alt" 0
    IncompleteSize Warning "incomplete-size" 0
    UnknownCorrection Warning "unknown-correction" 0
    ; native:
    InvalidText Error "invalid-json/text" 1
    ByteOrderMark Error "invalid-json/mark" 1
    Unreadable Error "unreadable" 2
    DuplicateKey Warning "duplicate-key" 0
    MeantCorrection Warning "unknown-correction/meant" 1
    LostCorrection Warning "unknown-correction/entry" 2
    PassageMissing Error "passage-missing" 2
    PassageElsewhere Error "passage-missing/beside" 2
    PassageChanged Error "passage-missing/nearest" 4
    PassageAmbiguous Error "passage-ambiguous" 3
    QuoteMissing Error "quote-not-verbatim" 2
    QuoteChanged Error "quote-not-verbatim/nearest" 4
    InferredWithoutSentence Warning "inferred-without-sentence" 1
    DateDisagrees Warning "date-disagrees" 2
    WeekdayDisagrees Warning "date-disagrees/weekday" 3
    CountryNotNamed Warning "country-not-named" 4
    MoreProblemsInText Error "more-problems/text" 2
}

impl Mistake {
    /// Its key in the file of sentences: the kind, and perhaps a variant after a slash.
    #[must_use]
    pub fn key(self) -> &'static str {
        let mut keys = pieces(KEYS, "\n");
        keys.nth(self as usize).unwrap_or_default()
    }

    /// The stable name of the kind of problem it is, such as `impossible-date`.
    #[must_use]
    pub fn kind(self) -> &'static str {
        pieces(self.key(), "/").piece()
    }
}
