#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
/// What is counted, by its names in the files.
const COUNTED: [&str; 8] = [
    "events",
    "countries",
    "claims",
    "more_claims",
    "figures",
    "periods",
    "people",
    "corrections",
];

use super::{super::languages::FILES, small_file, *};

/// The same by their names in the program.
const COUNTED_KINDS: [Counted; 8] = [
    Counted::Events,
    Counted::Countries,
    Counted::Claims,
    Counted::MoreClaims,
    Counted::Figures,
    Counted::Eras,
    Counted::People,
    Counted::Corrections,
];

fn names(text: &str) -> impl Iterator<Item = &str> {
    lines(text).map(|(name, _)| name)
}

#[test]
fn the_english_file_has_the_names_in_order() {
    let names: Vec<String> = base_lines(ENGLISH)
        .map(|(name, _)| name.replace('.', "_"))
        .collect();
    assert_eq!(names, NAMES);
}

/// A language without a word would speak English in the middle of a sentence.
#[test]
fn every_language_has_every_word_with_the_same_places() {
    for (tag, text) in FILES {
        assert_eq!(Strings::new(text).tag(), *tag);
        for (name, english) in base_lines(ENGLISH) {
            let found: Vec<&str> = lines(text)
                .filter(|(own, _)| *own == name)
                .map(|(_, word)| word)
                .collect();
            assert_eq!(found.len(), 1, "{tag}: {name}");
            let word = found.first().copied().unwrap_or_default();
            let optional = ["zero", "one", "two", "few", "many", "part"];
            let form = name.rsplit('.').next().unwrap_or_default();
            if name.contains('.') && optional.contains(&form) && word.is_empty() {
                continue;
            }
            assert!(!word.is_empty(), "{tag}: {name} is empty");
            for place in ["{0", "{1", "{2"] {
                if english.is_empty() {
                    continue;
                }
                assert_eq!(
                    word.contains(place),
                    english.contains(place),
                    "{tag}: {name}: {place}"
                );
            }
        }
    }
}

/// A form is one of a word there is, and where a sentence asks for a form it has another
/// one that asks for none, as not every date has it.
#[test]
fn every_form_is_of_a_word_and_every_sentence_can_do_without() {
    for (tag, text) in FILES {
        for name in names(text) {
            let base = match is_variant(name) {
                true => name.rsplit_once('.').unwrap().0,
                false => name,
            };
            let known = ["year", "month", "day"].contains(&base)
                || is_own(name)
                || names(ENGLISH).any(|own| own == base);
            assert!(known, "{tag}: {name} is no word of the interface");
        }
        for (name, word) in base_lines(text) {
            if [":genitive}", ":since}", ":from}"]
                .iter()
                .any(|form| word.contains(form))
            {
                let plain = Strings::new(text).variant(name, "plain");
                assert!(
                    plain.is_some_and(|plain| !plain.contains(":genitive}")),
                    "{tag}: {name}"
                );
            }
        }
    }
}

/// The plural categories that each language has, by Unicode CLDR.
#[test]
fn every_language_has_its_plural_forms() {
    use icu_plurals::{PluralCategory, PluralRules};
    for (tag, text) in FILES {
        let locale: icu_locale_core::Locale = tag.parse().unwrap();
        let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
        let mut needed: Vec<&str> = (0..200_usize)
            .map(|count| match rules.category_for(count) {
                PluralCategory::Zero => "zero",
                PluralCategory::One => "one",
                PluralCategory::Two => "two",
                PluralCategory::Few => "few",
                PluralCategory::Many => "many",
                PluralCategory::Other => "other",
            })
            .collect();
        needed.sort_unstable();
        needed.dedup();
        // Nothing is counted as all other numbers are, but in Latvian.
        needed.retain(|form| *form != "zero" || *tag == "lv");
        for what in COUNTED {
            for form in &needed {
                let name = format!("{what}.{form}");
                let has = lines(text).any(|(own, word)| own == name && !word.is_empty());
                assert!(has, "{tag} has no {name}");
            }
        }
    }
}

/// What is counted is genitive after “5 of” in Ukrainian, whatever the total.
#[test]
fn a_part_has_a_form_of_its_own_where_the_total_does_not_decide() {
    let strings = |tag| Strings::new(super::super::file(tag));
    assert_eq!(strings("en").counted_part(Counted::Claims), None);
    assert_eq!(
        strings("uk").counted_part(Counted::Claims),
        Some("тверджень: {0}")
    );
    assert_eq!(
        strings("ar").counted_part(Counted::Events),
        Some("الأحداث: {0}")
    );
}

/// What readers fetch is as good as the file.
#[test]
fn a_small_file_says_the_same() {
    let plurals = [
        Plural::Zero,
        Plural::One,
        Plural::Two,
        Plural::Few,
        Plural::Many,
    ];
    for (tag, text) in FILES {
        let (all, own) = (Strings::new(text), Strings::read(small_file(text).leak()));
        let first = At::part_of as usize;
        assert_eq!(own.tag(), all.tag());
        assert_eq!(own.words[first..], all.words[first..], "{tag}");
        for what in COUNTED_KINDS {
            for plural in plurals.into_iter().chain([Plural::Other]) {
                assert_eq!(
                    own.counted(what, plural),
                    all.counted(what, plural),
                    "{tag}"
                );
            }
            assert_eq!(own.counted_part(what), all.counted_part(what), "{tag}");
        }
        assert_eq!(own.own_lines(), all.own_lines(), "{tag}");
        for (name, _) in lines(text).filter(|(name, _)| is_variant(name)) {
            let (name, form) = name.rsplit_once('.').unwrap();
            assert_eq!(
                own.variant(name, form),
                all.variant(name, form),
                "{tag}: {name}"
            );
        }
    }
}

#[test]
fn a_word_without_a_name_is_the_one_after_that_above() {
    let strings = Strings::new("tag=pl\nsearch=Szukaj\n=Szukaj zdarzeń\n=\nfilter=Filtry");
    let words = [
        strings.search(),
        strings.search_hint(),
        strings.speaker(),
        strings.filter(),
    ];
    assert_eq!(words, ["Szukaj", "Szukaj zdarzeń", "Speaker", "Filtry"]);
}
