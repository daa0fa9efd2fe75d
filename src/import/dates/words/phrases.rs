//! What is said in more than a word, or of the date as a whole.

/// Whether a normalised text says that nobody knows the date.
pub(in crate::import::dates) fn means_unknown(text: &str) -> bool {
    matches!(
        text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ' ' | '.')),
        "unknown"
            | "undated"
            | "no date"
            | "nd"
            | "n.d"
            | "n. d"
            | "date unknown"
            | "unbekannt"
            | "ohne datum"
            | "o. d"
            | "o. j"
            | "inconnu"
            | "inconnue"
            | "sans date"
            | "s. d"
            | "s.d"
            | "desconocido"
            | "desconocida"
            | "sin fecha"
            | "sconosciuto"
            | "senza data"
            | "nieznana"
            | "nieznany"
            | "bez daty"
            | "неизвестно"
            | "без даты"
            | "б. д"
            | "б.д"
            | "невідомо"
            | "без дати"
            | "غير معروف"
            | "xxxx"
            | "?"
            | "??"
            | "????"
    )
}

/// The name of the calendar, if a normalised text names one that is not read.
pub(in crate::import::dates) fn other_calendar(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let known = [
        ("ah", "Islamic"),
        ("hijri", "Islamic"),
        ("ramadan", "Islamic"),
        ("muharram", "Islamic"),
        ("safar", "Islamic"),
        ("rajab", "Islamic"),
        ("shaban", "Islamic"),
        ("shawwal", "Islamic"),
        ("رمضان", "Islamic"),
        ("محرم", "Islamic"),
        ("هجري", "Islamic"),
        ("هـ", "Islamic"),
        ("ه", "Islamic"),
        ("sh", "Solar Hijri"),
        ("tishrei", "Hebrew"),
        ("nissan", "Hebrew"),
        ("令和", "Japanese eras"),
        ("平成", "Japanese eras"),
        ("昭和", "Japanese eras"),
        ("vendémiaire", "French Republican"),
        ("brumaire", "French Republican"),
        ("thermidor", "French Republican"),
        ("民國", "Minguo"),
        ("民国", "Minguo"),
    ];
    for word in words {
        for (mark, name) in known {
            // Characters of East Asia stand without blanks.
            let hit = word == mark
                || !mark.is_ascii()
                    && mark.starts_with(|c| c >= '\u{3000}')
                    && word.starts_with(mark);
            if hit {
                return Some(name.to_string());
            }
        }
    }
    None
}

/// A normalised text without the words that name the Julian calendar, and whether they were there.
pub(in crate::import::dates) fn without_old_style(text: &str) -> (String, bool) {
    let marks = [
        "(old style)",
        "old style",
        "(o.s.)",
        "o.s.",
        "(os)",
        "(julian calendar)",
        "(julian)",
        "julian",
        "(ст. ст.)",
        "ст. ст.",
        "(старый стиль)",
        "по старому стилю",
        "за старим стилем",
        "(старого стилю)",
        "(alten stils)",
        "alten stils",
        "(a. st.)",
        "a. st.",
        "(v. st.)",
    ];
    for mark in marks {
        if let Some((before, after)) = text.split_once(mark) {
            return (format!("{before}{after}"), true);
        }
    }
    (text.to_string(), false)
}

/// Phrases of several words that are one to the reader of dates.
const PHRASES: &[(&str, &str)] = &[
    ("v. chr.", " bc "),
    ("vor christus", " bc "),
    ("v. u. z.", " bc "),
    ("n. chr.", " ad "),
    ("nach christus", " ad "),
    ("av. j.-c.", " bc "),
    ("avant j.-c.", " bc "),
    ("avant jésus-christ", " bc "),
    ("apr. j.-c.", " ad "),
    ("après j.-c.", " ad "),
    ("a. c.", " bc "),
    ("a. de c.", " bc "),
    ("d. c.", " ad "),
    ("до н. э.", " bc "),
    ("до н.э.", " bc "),
    ("до нашей эры", " bc "),
    ("до н. е.", " bc "),
    ("до н.е.", " bc "),
    ("до нашої ери", " bc "),
    ("нашої ери", " ad "),
    ("нашей эры", " ad "),
    ("p. n. e.", " bc "),
    ("p.n.e.", " bc "),
    ("przed naszą erą", " bc "),
    ("ق.م.", " bc "),
    ("ق.م", " bc "),
    ("ق م", " bc "),
    ("قبل الميلاد", " bc "),
    ("before christ", " bc "),
    ("before present", " bp "),
    ("anno domini", " ad "),
    ("present day", " present "),
    ("up to", " until "),
    ("in or before", " until "),
    ("not before", " since "),
    ("no later than", " until "),
    ("prior to", " before "),
    ("starting in", " since "),
    ("o'clock", " "),
    ("по настоящее время", " - present "),
    ("до цього часу", " - present "),
    ("н. в.", " present "),
];

/// A normalised text with its [`PHRASES`] as single words.
pub(in crate::import::dates) fn phrased(text: &str) -> String {
    let mut text = text.to_string();
    if !text.contains(|c: char| c.is_alphabetic()) {
        return text;
    }
    for (phrase, word) in PHRASES {
        let starts = |at: usize| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(char::is_alphabetic)
        };
        let found = text
            .match_indices(phrase)
            .map(|(at, _)| at)
            .find(|at| starts(*at));
        if let Some(at) = found {
            text.replace_range(at..at + phrase.len(), word);
        }
    }
    text
}
