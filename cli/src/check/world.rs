//! The world's countries, by the names they have in a language.

use dateline::article::Code;
use icu_locale::names::RegionDisplayName;
use icu_locale_core::{Locale, locale};

/// The code and the name of every country.
pub fn countries(language: &str) -> Vec<(String, String)> {
    let locale: Locale = language.parse().unwrap_or(locale!("en"));
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    codes
        .filter(|code| Code::new(code).is_some_and(Code::is_country))
        .filter_map(|code| {
            let name = RegionDisplayName::try_new_light((&locale).into(), code.parse().ok()?);
            let name = name.ok()?.to_string();
            Some((code, name))
        })
        .collect()
}
