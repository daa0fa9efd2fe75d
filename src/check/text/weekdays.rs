//! The weekday that a sentence says its event was on, in English, Ukrainian and Arabic.

use super::{
    months::{is_relative, mentions},
    word::{Word, number_like, words},
};
use crate::article::{Date, weekday::named};

/// What may stand between a weekday and the date that it belongs to.
const BETWEEN: &str = " the of a у в року يوم من ";

/// What stands right before a weekday on which something was.
const ON: &str = " on у в во يوم ";

/// Words of saying: when something was said is not when it was.
const SAID: &str = " said says say saying told tells announced reported reports according \
    stated states wrote added confirmed \
    сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили \
    оголосив оголосила оголосили написав написала підтвердив підтвердила \
    قال قالت قالوا اعلن اعلنت اعلنوا صرح صرحت ذكر ذكرت افاد افادت اكد اكدت ";

/// The weekday of `date`, which is a day, by the words of a sentence, with Monday as 0:
/// the only one that it names, beside the date where it writes that out, or where it
/// writes out none, after “on”, unless the date has words of its own (`own`). What it may say
/// of something else is none.
pub fn weekday(language: &str, sentence: &str, own: bool, date: &Date) -> Option<u8> {
    let words = words(sentence);
    let day = |at: usize| {
        let word = &words.get(at)?.text;
        // An apostrophe divides п'ятниця.
        let joined = |next: &Word| format!("п{}", next.text);
        let whole = words.get(at + 1).filter(|_| word == "п").map(joined);
        named(language, whole.as_ref().unwrap_or(word), 0)
    };
    let mut days = (0..words.len()).filter_map(|at| Some((at, day(at)?)));
    let (at, said) = days.next().filter(|_| days.next().is_none())?;
    let is = |at: Option<usize>, list: &str| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|word| list.contains(&format!(" {} ", word.text)))
    };
    // “Mondays” and “Monday's” are of no one day.
    let owns = is(Some(at + 1), " s ") || words.get(at)?.text.ends_with('s');
    if owns || is_relative(&words, at) {
        return None;
    }
    let dates = mentions(language, sentence);
    let beside = |date: usize| {
        let between = date.min(at) + 1..date.max(at);
        between.len() < 5
            && between.into_iter().all(|at| {
                let number = words.get(at).is_some_and(|word| number_like(&word.text));
                number || is(Some(at), BETWEEN)
            })
    };
    let mut fits = dates.iter().filter(|mention| mention.fits(date));
    let on = is(at.checked_sub(1), ON);
    let alone = dates.is_empty() && on && !own && !(0..words.len()).any(|at| is(Some(at), SAID));
    (alone || fits.any(|mention| beside(mention.at))).then_some(said)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(language: &str, sentence: &str) -> Option<u8> {
        weekday(
            language,
            sentence,
            false,
            &Date::parse("2023-03-21").unwrap(),
        )
    }

    #[test]
    fn a_weekday_of_the_event_is_read() {
        for (language, sentence, day) in [
            ("en", "The bridge opened on Tuesday.", 1),
            ("en-GB", "On Monday the bridge opened.", 0),
            ("en", "It opened, he said, on Friday, March 21, 2023.", 4),
            ("en", "on Wednesday, the 21st of March", 2),
            ("en", "on 21 March 2023, a Sunday", 6),
            ("en", "Opened Thursday 2023-03-21.", 3),
            ("uk", "Міст відкрили у вівторок.", 1),
            ("uk", "Міст відкрили в п’ятницю.", 4),
            ("uk", "21 березня 2023 року, у середу, міст відкрили", 2),
            ("uk", "у суботу, 21 березня", 5),
            ("ar", "افتتح الجسر يوم الثلاثاء", 1),
            ("ar", "الأحد ٢١ مارس 2023", 6),
        ] {
            assert_eq!(said(language, sentence), Some(day), "{sentence}");
        }
    }

    #[test]
    fn a_weekday_of_something_else_is_none() {
        for (language, sentence) in [
            ("en", "The ministry said on Monday that the bridge opened."),
            ("en", "It was closed on Monday and opened on Tuesday."),
            ("en", "It was closed since the flood on Monday."),
            ("en", "They met after talks on Monday."),
            ("en", "On Mondays it is closed."),
            ("en", "They spoke on Monday's meeting."),
            ("en", "They remember Bloody Sunday."),
            ("en", "The Sunday paper"),
            ("en", "He spoke on Monday of what was on 21 March."),
            ("en", "On Monday they remember 4 May 2020."),
            ("uk", "Про це повідомили у понеділок."),
            ("uk", "Неділя була сонячна."),
            ("ar", "قال يوم الاثنين ان الجسر افتتح"),
            ("fr", "on Monday, lundi"),
        ] {
            assert_eq!(said(language, sentence), None, "{sentence}");
        }
    }
}
