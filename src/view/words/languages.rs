//! Languages, as BCP 47 tags name them: their scripts, directions and digits.

use crate::article::Article;

/// The scripts that languages other than those in Latin letters are written in where their
/// tags name none (Unicode CLDR, likely subtags). A region may come with another one.
const SCRIPTS: &[(&str, &str)] = &[
    (
        "Arab",
        "ar ckb fa glk khw ks lrc mzn ps sd skr ug ur az-IQ az-IR kk-CN ku-IQ ku-IR ky-CN pa-PK uz-AF",
    ),
    ("Armn", "hy"),
    ("Beng", "as bn mni"),
    (
        "Cyrl",
        "ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt uk",
    ),
    ("Deva", "awa bho brx doi hi kok mai mr ne sa"),
    ("Ethi", "am ti"),
    ("Geor", "ka"),
    ("Grek", "el"),
    ("Gujr", "gu"),
    ("Guru", "pa"),
    ("Hans", "zh wuu"),
    ("Hant", "yue zh-HK zh-MO zh-TW"),
    ("Hebr", "he iw ji yi"),
    ("Jpan", "ja"),
    ("Khmr", "km"),
    ("Knda", "kn"),
    ("Kore", "ko"),
    ("Laoo", "lo"),
    ("Mlym", "ml"),
    ("Mymr", "my"),
    ("Nkoo", "nqo"),
    ("Orya", "or"),
    ("Sinh", "si"),
    ("Syrc", "syr"),
    ("Taml", "ta"),
    ("Telu", "te"),
    ("Thaa", "dv"),
    ("Thai", "th"),
    ("Tibt", "bo dz"),
];

/// Scripts that are written from right to left.
const RIGHT: &str = " Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi ";

/// Zeros of digits that articles write, with the name of each numbering system.
const DIGITS: [(char, &str); 6] = [
    ('0', "latn"),
    ('٠', "arab"),
    ('۰', "arabext"),
    ('०', "deva"),
    ('০', "beng"),
    ('၀', "mymr"),
];

/// `rtl` or `ltr`: the direction that a language, a BCP 47 tag, is written in, which is
/// that of its script.
///
/// ```
/// use dateline::view::direction;
/// assert_eq!((direction("ar"), direction("az-Arab")), ("rtl", "rtl"));
/// assert_eq!((direction("az"), direction("ur-Latn")), ("ltr", "ltr"));
/// ```
#[must_use]
pub fn direction(language: &str) -> &'static str {
    match RIGHT.contains(&format!(" {} ", script(language))) {
        true => "rtl",
        false => "ltr",
    }
}

/// The script that a language is written in, as in “Arab”.
fn script(language: &str) -> String {
    let mut subtags = subtags(language);
    let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let mut region = String::new();
    for subtag in subtags.take_while(|subtag| subtag.len() > 1) {
        let is_letters = subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
        match subtag.len() {
            4 if is_letters => {
                let (first, rest) = subtag.split_at(1);
                return first.to_ascii_uppercase() + &rest.to_ascii_lowercase();
            }
            2 if is_letters && region.is_empty() => region = subtag.to_ascii_uppercase(),
            _ => {}
        }
    }
    let in_region = format!("{primary}-{region}");
    let named = |name: &str| {
        let has = |(_, names): &&(&str, &str)| names.split(' ').any(|own| own == name);
        SCRIPTS.iter().find(has).map(|(script, _)| *script)
    };
    let found = named(&in_region).or_else(|| named(&primary));
    found.unwrap_or("Latn").to_owned()
}

/// Whether words in `own` are words for a text in `language`.
pub(super) fn is_same(own: &str, language: &str) -> bool {
    primary(own) == primary(language) && script(own) == script(language)
}

/// The language alone, by the name that it has today.
fn primary(tag: &str) -> String {
    let primary = subtags(tag).next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        // Bokmål is what most Norwegian is written in, and nearer to Nynorsk than English.
        "nb" | "nn" => "no".to_owned(),
        "iw" => "he".to_owned(),
        "in" => "id".to_owned(),
        _ => primary,
    }
}

/// The best of `names`, tags of languages, for a text in `language`: in that language and
/// its script, and in that region if there is one of it.
#[cfg(any(test, not(target_os = "unknown")))]
fn best<'n>(language: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    fn region(tag: &str) -> Option<&str> {
        subtags(tag).skip(1).find(|subtag| subtag.len() == 2)
    }
    let fit = |name: &&str| match region(name) {
        None => Some(1),
        own if own == region(language) => Some(2),
        _ => None,
    };
    let same = names.filter(|name| is_same(name, language));
    same.filter(|name| fit(name).is_some()).max_by_key(fit)
}

/// The interface's words in a language, a BCP 47 tag: the text of a file of `www/words`;
/// nothing where there is none.
#[cfg(not(target_os = "unknown"))]
#[must_use]
pub fn file(language: &str) -> &'static str {
    let name = best(language, FILES.iter().map(|(name, _)| *name));
    let file = FILES.iter().find(|(own, _)| Some(*own) == name);
    file.map(|(_, text)| *text).unwrap_or_default()
}

#[cfg(not(target_os = "unknown"))]
include!(concat!(env!("OUT_DIR"), "/words.rs"));

fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.split(['-', '_'])
}

/// The tag by which the platform is asked for an article's dates and numbers: in the digits
/// that the article writes.
pub(super) fn tag(article: &Article) -> String {
    let language = match &*article.language {
        // News in plain “en” writes the day first; so does most of the world's English.
        "en" => "en-GB",
        language => language,
    };
    if subtags(language).any(|subtag| subtag.len() == 1) {
        return language.to_owned();
    }
    match digits(article) {
        Some(digits) => format!("{language}-u-nu-{digits}"),
        // Platforms of different years disagree on the digits of Arabic.
        None if language == "ar" => "ar-u-nu-latn".to_owned(),
        None => language.to_owned(),
    }
}

/// The digits that most numbers in the article's own texts are written in.
fn digits(article: &Article) -> Option<&'static str> {
    let mut counts = DIGITS.map(|_| 0);
    let mut count = |text: &str| {
        for c in text.chars() {
            let of =
                |(zero, _): &(char, &str)| (*zero as u32..*zero as u32 + 10).contains(&(c as u32));
            if let Some(at) = DIGITS.iter().position(of)
                && let Some(count) = counts.get_mut(at)
            {
                *count += 1;
            }
        }
    };
    count(&article.headline);
    count(article.summary.as_deref().unwrap_or_default());
    for event in &article.events {
        count(&event.title);
        count(event.text.as_deref().unwrap_or_default());
        count(event.when.text.as_deref().unwrap_or_default());
    }
    let most = counts.iter().zip(DIGITS).max_by_key(|(count, _)| **count)?;
    (*most.0 > 0).then_some(most.1.1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn scripts_are_as_likely_as_unicode_says() {
        use icu_locale::LocaleExpander;
        let expander = LocaleExpander::new_extended();
        let mut unlikely = Vec::new();
        for (script, languages) in SCRIPTS {
            for tag in languages.split(' ') {
                let mut locale: icu_locale_core::Locale = tag.parse().unwrap();
                expander.maximize(&mut locale.id);
                let likely = locale.id.script.map(|script| script.to_string());
                if likely.as_deref() != Some(*script) {
                    unlikely.push((tag, likely));
                }
            }
        }
        assert!(unlikely.is_empty(), "{unlikely:?}");
    }

    #[test]
    fn direction_follows_the_script() {
        for tag in [
            "ar", "az-Arab", "ku-Arab", "pa-Arab", "ks", "ps", "sd", "ug", "yi", "dv", "ur-PK",
            "he", "AR-eg",
        ] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in [
            "en",
            "az",
            "ku",
            "pa",
            "ks-Deva",
            "sd-Deva",
            "uk",
            "en-u-nu-arab",
            "",
        ] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    #[test]
    fn a_language_has_the_file_of_its_script_and_region() {
        let names = [
            "en", "pt", "pt-BR", "sr", "zh-Hans", "zh-Hant", "az", "ar", "no", "he",
        ];
        for (language, name) in [
            ("pt-PT", Some("pt")),
            ("pt-BR", Some("pt-BR")),
            ("pt", Some("pt")),
            ("zh", Some("zh-Hans")),
            ("zh-TW", Some("zh-Hant")),
            ("zh-Hant-HK", Some("zh-Hant")),
            ("sr-Latn", None),
            ("sr-Cyrl-BA", Some("sr")),
            ("az-Arab", None),
            ("az-IR", None),
            ("ar-EG-u-nu-latn", Some("ar")),
            ("nb", Some("no")),
            ("nn-NO", Some("no")),
            ("iw", Some("he")),
            ("fr", None),
        ] {
            assert_eq!(best(language, names.into_iter()), name, "{language}");
        }
    }
}
