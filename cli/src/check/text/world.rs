//! The countries that the data says nothing of, by the names they have in its language.

use icu_locale::names::RegionDisplayName;
use icu_locale_core::{Locale, locale};

use super::fact::Named;
use dateline::article::Code;

/// A country's code and its names, as a sentence may have them.
pub struct Country(String, Vec<String>);

/// Every country but those of `known`.
pub fn others(language: &str, known: &[Named<'_>]) -> Vec<Country> {
    let locale: Locale = language.parse().unwrap_or(locale!("en"));
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    codes
        .filter(|code| Code::new(code).is_some_and(Code::is_country))
        .filter(|code| known.iter().all(|country| country.code != code))
        .filter_map(|code| {
            let name = RegionDisplayName::try_new_light((&locale).into(), code.parse().ok()?);
            let name = name.ok()?.to_string();
            // “Myanmar (Burma)” is either.
            let names = name.split(['(', ')']).map(str::trim);
            let names = names
                .filter(|name| name.chars().count() > 2)
                .map(Into::into);
            Some(Country(code, names.collect()))
        })
        .collect()
}

impl Country {
    /// The country when `sentence`, in small letters, may speak of it.
    pub fn in_sentence(&self, sentence: &str) -> Option<Named<'_>> {
        let Country(code, names) = self;
        let names: Vec<&str> = names
            .iter()
            .filter(|name| sentence.contains(&name.to_lowercase()))
            .map(String::as_str)
            .collect();
        (!names.is_empty()).then_some(Named { code, names })
    }
}
