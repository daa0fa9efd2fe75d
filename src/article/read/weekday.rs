//! The names of weekdays in the languages whose articles are checked for them:
//! English, Ukrainian, Arabic. Monday counts as 0.

use crate::article::pieces::pieces;

/// Monday first, divided by blanks.
const ENGLISH: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Five forms a day, some of them twice.
const UKRAINIAN: &str = "\
    понеділок понеділка понеділку понеділку понеділком \
    вівторок вівторка вівторку вівторку вівторком \
    середа середи середі середу середою \
    четвер четверга четвергу четвергу четвергом \
    пятниця пятниці пятниці пятницю пятницею \
    субота суботи суботі суботу суботою \
    неділя неділі неділі неділю неділею";

/// Every alif bare and without vowel signs.
const ARABIC: &str = "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد";

/// The first weekday that `text` names and that is none of `fell`, a bit for each. None
/// in other languages.
pub fn named(language: &str, text: &str, fell: u8) -> Option<u8> {
    let language = pieces(language, "-").piece();
    let is = |name: &str| language.eq_ignore_ascii_case(name);
    let (names, each) = match () {
        () if is("en") => (ENGLISH, 1),
        () if is("uk") => (UKRAINIAN, 5),
        () if is("ar") => (ARABIC, 1),
        () => return None,
    };
    let mut folded = String::new();
    for c in text.chars() {
        folded.extend(fold(c));
    }
    for word in pieces(&folded, " ") {
        // “Mondays” and “Monday's” name a Monday, too; “والأحد” is “and Sunday”.
        let bare = word.strip_suffix('s').unwrap_or(word);
        let bare = bare.strip_prefix('و').unwrap_or(bare);
        for (at, name) in pieces(names, " ").enumerate() {
            let day = (at / each) as u8;
            if (name == word || name == bare) && fell & 1 << day == 0 {
                return Some(day);
            }
        }
    }
    None
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
