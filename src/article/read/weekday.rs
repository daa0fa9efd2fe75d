//! The names of weekdays in the languages whose articles are checked for them:
//! English, Ukrainian, Arabic. Monday counts as 0.

/// The forms of each weekday's name, Monday first.
type Names = [&'static [&'static str]; 7];

const ENGLISH: Names = [
    &["monday"],
    &["tuesday"],
    &["wednesday"],
    &["thursday"],
    &["friday"],
    &["saturday"],
    &["sunday"],
];

/// With the apostrophe left out, as [`fold`] does.
const UKRAINIAN: Names = [
    &["понеділок", "понеділка", "понеділку", "понеділком"],
    &["вівторок", "вівторка", "вівторку", "вівторком"],
    &["середа", "середи", "середі", "середу", "середою"],
    &["четвер", "четверга", "четвергу", "четвергом"],
    &["пятниця", "пятниці", "пятницю", "пятницею"],
    &["субота", "суботи", "суботі", "суботу", "суботою"],
    &["неділя", "неділі", "неділю", "неділею"],
];

/// Every alif bare and without vowel signs, as [`fold`] makes them.
const ARABIC: Names = [
    &["الاثنين"],
    &["الثلاثاء"],
    &["الاربعاء"],
    &["الخميس"],
    &["الجمعة"],
    &["السبت"],
    &["الاحد"],
];

/// The first weekday that `text` names and that is none of `fell`, a bit for each. None
/// in other languages.
pub fn named(language: &str, text: &str, fell: u8) -> Option<u8> {
    let language = language.split('-').next().unwrap_or_default();
    let names = match language.to_ascii_lowercase().as_str() {
        "en" => &ENGLISH,
        "uk" => &UKRAINIAN,
        "ar" => &ARABIC,
        _ => return None,
    };
    let folded: String = text.chars().filter_map(fold).collect();
    folded.split(' ').find_map(|word| {
        // “Mondays” and “Monday's” name a Monday, too; “والأحد” is “and Sunday”.
        let bare = word.strip_suffix('s').unwrap_or(word);
        let bare = bare.strip_prefix('و').unwrap_or(bare);
        let is_day = |forms: &&[&str]| forms.contains(&word) || forms.contains(&bare);
        let day = names.iter().position(is_day)? as u8;
        (fell & 1 << day == 0).then_some(day)
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
