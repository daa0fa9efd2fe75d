//! The names of weekdays in the languages whose articles are checked for them:
//! English, Ukrainian, Arabic. Monday counts as 0.

/// The names in the language of the problems.
const ENGLISH: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// One line a day, Monday first; the forms of a day are divided by a blank.
const UKRAINIAN: &str = "\
понеділок понеділка понеділку понеділком
вівторок вівторка вівторку вівторком
середа середи середі середу середою
четвер четверга четвергу четвергом
пятниця пятниці пятницю пятницею
субота суботи суботі суботу суботою
неділя неділі неділю неділею";

/// As [`UKRAINIAN`], every alif bare and without vowel signs.
const ARABIC: &str = "\
الاثنين
الثلاثاء
الاربعاء
الخميس
الجمعة
السبت
الاحد";

/// A day's name in the language of the problems.
pub(super) fn name(day: usize) -> &'static str {
    ENGLISH.get(day).copied().unwrap_or_default()
}

/// The first weekday that `text` names and that is none of `fell`, a bit for each. None
/// in other languages.
pub(super) fn named(language: &str, text: &str, fell: u8) -> Option<usize> {
    let language = language.split('-').next().unwrap_or_default();
    let is = |name: &str| language.eq_ignore_ascii_case(name);
    let forms = match () {
        () if is("en") => "",
        () if is("uk") => UKRAINIAN,
        () if is("ar") => ARABIC,
        () => return None,
    };
    let folded: String = text.chars().filter_map(fold).collect();
    folded.split(' ').find_map(|word| {
        let day = if forms.is_empty() {
            // “Mondays” and “Monday's” name a Monday, too.
            let word = word.strip_suffix('s').unwrap_or(word);
            ENGLISH
                .iter()
                .position(|day| day.eq_ignore_ascii_case(word))
        } else {
            let bare = word.strip_prefix('و').unwrap_or(word);
            let is = |form: &str| form == word || form == bare;
            forms.lines().position(|line| line.split(' ').any(is))
        };
        day.filter(|day| fell & 1 << day == 0)
    })
}

/// A letter of the three scripts as the tables have it, a blank for what divides
/// words, nothing for what a word may do without. The full tables of Unicode would
/// cost more than all of reading.
fn fold(c: char) -> Option<char> {
    let folded = match c {
        '\'' | '’' | 'ʼ' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{200e}' | '\u{200f}' => {
            return None;
        }
        'أ' | 'إ' | 'آ' => 'ا',
        'А'..='Я' => char::from_u32(c as u32 + 0x20)?,
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 0x50)?,
        'A'..='Z' | 'a'..='z' | '0'..='9' => c.to_ascii_lowercase(),
        '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '،' | '؛' | '؟' => ' ',
        c => c,
    };
    Some(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_whole_words() {
        for (language, text, days) in [
            ("en", "Monday", &[0][..]),
            ("en-GB", "on MONDAY's eve, not Tuesday", &[0, 1]),
            ("en", "Sun and moonday", &[]),
            ("uk", "У понеділок, п’ятницю та Неділю", &[0, 4, 6]),
            ("uk", "посеред середньої четвертої", &[]),
            ("ar", "يوم الإثنين والأحد", &[0, 6]),
            ("ar", "الأحداث", &[]),
            ("fr", "Monday, lundi", &[]),
        ] {
            let mut fell = 0;
            for day in days {
                assert_eq!(named(language, text, fell), Some(*day), "{text}");
                fell |= 1 << day;
            }
            assert_eq!(named(language, text, fell), None, "{text}");
        }
    }
}
