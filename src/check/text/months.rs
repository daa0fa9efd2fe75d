//! Dates written in a sentence: a month's name with a day, a year or both beside it, in
//! English, Ukrainian and Arabic; in figures, 2022-02-24 and 24.02.2022 in any language.

use super::word::{Word, number, number_like, words, year};
use crate::article::{Date, Instant};

const ENGLISH: &str = "\
january jan
february feb
march mar
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec";

const UKRAINIAN: &str = "\
січень січня січні січнем
лютий лютого лютому лютим
березень березня березні березнем
квітень квітня квітні квітнем
травень травня травні травнем
червень червня червні червнем
липень липня липні липнем
серпень серпня серпні серпнем
вересень вересня вересні вереснем
жовтень жовтня жовтні жовтнем
листопад листопада листопаді листопадом
грудень грудня грудні груднем";

/// Every alif bare; names of two words are joined.
const ARABIC: &str = "\
يناير كانون_الثاني
فبراير شباط
مارس اذار
ابريل نيسان
مايو ايار
يونيو حزيران
يوليو تموز
اغسطس اب
سبتمبر ايلول
اكتوبر تشرين_الاول
نوفمبر تشرين_الثاني
ديسمبر كانون_الاول";

/// What stands a few words before a date that something else has.
const RELATIVE: &str = " since until till after before following \
    після перед поки \
    منذ حتى بعد قبل ";

/// What does so right before one.
const BOUNDS: &str = " from to between by as від до з із зі між من الى بين ";

/// A month with its day or its year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    pub year: Option<i64>,
    pub month: u8,
    pub day: Option<u8>,
    /// Whether it only bounds what the sentence tells.
    pub relative: bool,
    /// Which word of the sentence has the month, or all of the date in figures.
    pub at: usize,
}

/// The dates that a sentence writes out. What may not be meant as one (“in March 17
/// people”, “20–22 March”) is none.
pub fn mentions(language: &str, sentence: &str) -> Vec<Mention> {
    let names = match language.split('-').next().unwrap_or_default() {
        "en" => ENGLISH,
        "uk" => UKRAINIAN,
        "ar" => ARABIC,
        _ => "",
    };
    let english = names == ENGLISH;
    let words = words(sentence);
    let mut mentions = Vec::new();
    for at in 0..words.len() {
        let word = |at: usize| words.get(at);
        let before = |back: usize| at.checked_sub(back).and_then(word);
        if let Some(mut mention) = word(at).and_then(|word| in_figures(&word.text)) {
            mention.relative = is_relative(&words, at);
            mention.at = at;
            mentions.push(mention);
            continue;
        }
        let Some((month, length)) = month(names, word(at), word(at + 1)) else {
            continue;
        };
        let mut start = at;
        let mut next = at + length;
        let mut day = None;
        // 24 February; the 24th of February.
        let of = usize::from(english && before(1).is_some_and(|word| word.text == "of"));
        let written = before(1 + of).filter(|word| !word.stop && !word.comma);
        if let Some(number) = written.and_then(|word| number(&word.text, 31)) {
            start = at - 1 - of;
            // One of several days, or the end of a span.
            let several = |back: usize| {
                start
                    .checked_sub(back)
                    .and_then(word)
                    .is_some_and(|word| word.text.starts_with(|c: char| c.is_ascii_digit()))
            };
            if several(1) || several(2) {
                continue;
            }
            day = u8::try_from(number).ok();
        } else if english && before(1).is_none_or(|word| word.text != "in") {
            // February 24, but not “February 24 people”.
            let written = word(next)
                .filter(|_| !word(next - 1).is_some_and(|word| word.stop && !abbreviated(word)));
            if let Some(number) = written.and_then(|word| number(&word.text, 31)) {
                // “On September 24” is a day, whatever follows.
                let on = before(1).is_some_and(|word| word.text == "on");
                let ends = on
                    || written.is_some_and(|word| word.stop || word.comma)
                    || word(next + 1).is_none_or(|word| year(&word.text).is_some());
                let several = word(next + 1).is_some_and(|word| {
                    word.text == "and" || number_like(&word.text) && year(&word.text).is_none()
                });
                if !ends || several {
                    continue;
                }
                day = u8::try_from(number).ok();
                next += 1;
            }
        }
        let stopped = next
            .checked_sub(1)
            .and_then(word)
            .is_some_and(|word| word.stop);
        let year = word(next)
            .filter(|_| !stopped)
            .and_then(|word| year(&word.text));
        let relative = is_relative(&words, start);
        if day.is_some() || year.is_some() {
            mentions.push(Mention {
                year,
                month,
                day,
                relative,
                at,
            });
        }
    }
    mentions
}

/// What makes a number of four digits beside it a year: before it, and after.
const YEAR: (&str, &str) = (
    " in of during by year early late mid from until till to between and since before after \
    у в до від з із зі між і та \
    في عام سنة من الى حتى بين ومنذ منذ ",
    " року році роком рік роки року роках год ",
);

/// What makes a year of another calendar of a number before it: 1402 SH, 1444 AH, 2566 BE.
const OTHER: &str = " sh ah am be hijri shamsi هجري هجرية هـ ه ش ";

/// The years that a sentence names, and of each whether it only bounds what the sentence
/// tells. Two thousand people are none.
pub fn years(sentence: &str) -> Vec<(i64, bool)> {
    let words = words(sentence);
    let is = |at: Option<usize>, list: &str| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|word| list.contains(&format!(" {} ", word.text)))
    };
    let named = |(at, word): (usize, &Word)| {
        let year = year(&word.text).filter(|year| (1000..2200).contains(year))?;
        // A count: “of 1177 members”. A year ends what it stands in, or a verb follows.
        let is_counted = is(at.checked_sub(1), " of the these those all ")
            && !word.stop
            && !word.comma
            && words
                .get(at + 1)
                .is_some_and(|next| next.text.ends_with('s') && !next.stop)
            && !is(Some(at + 1), YEAR.1);
        if is_counted || is(Some(at + 1), OTHER) {
            return None;
        }
        let era = words.get(at + 1).map(|next| next.text.as_str());
        let is_before = match era {
            Some("bc" | "bce") => true,
            Some("до") => is(Some(at + 2), " н нашої "),
            Some("ق") => true,
            _ => false,
        };
        // The year 1200 BCE is -1199.
        let year = if is_before { 1 - year } else { year };
        let alone = words.len() == 1;
        let beside = is(at.checked_sub(1), YEAR.0) || is(Some(at + 1), YEAR.1);
        (alone || beside).then(|| (year, is_relative(&words, at)))
    };
    words.iter().enumerate().filter_map(named).collect()
}

/// Whether the words before the one at `start` make a date there a bound of something.
pub fn is_relative(words: &[Word], start: usize) -> bool {
    (1..=6).any(|back| {
        let word = start.checked_sub(back).and_then(|at| words.get(at));
        word.is_some_and(|word| {
            let text = format!(" {} ", word.text);
            RELATIVE.contains(&text) || back < 3 && BOUNDS.contains(&text)
        })
    })
}

/// `2022-02-24` or `24.02.2022`. Slashes are none: whether 02/03 is February or March
/// depends on who writes it.
fn in_figures(text: &str) -> Option<Mention> {
    let parts = |sign: char| {
        let parts: Vec<&str> = text.split(sign).collect();
        <[&str; 3]>::try_from(parts).ok()
    };
    let [years, month, day] = match (parts('-'), parts('.')) {
        (Some(parts), _) => parts,
        (_, Some([day, month, years])) => [years, month, day],
        _ => return None,
    };
    Some(Mention {
        year: Some(year(years)?),
        month: u8::try_from(number(month, 12)?).ok()?,
        day: Some(u8::try_from(number(day, 31)?).ok()?),
        relative: false,
        at: 0,
    })
}

fn abbreviated(word: &Word) -> bool {
    word.text.len() <= 4
}

impl Mention {
    /// Whether `date` may be what is meant.
    pub fn fits(&self, date: &Date) -> bool {
        let (Some(earliest), Some(end)) = (date.earliest, date.end) else {
            // Open at one end: only what is known can disagree.
            let span = self.year.and_then(|year| self.in_year(year));
            return span.is_none_or(|(from, to)| {
                date.earliest.is_none_or(|earliest| to > earliest)
                    && date.end.is_none_or(|end| from < end)
            });
        };
        let years = earliest.civil().year..=end.civil().year;
        if years.clone().count() > 2 && self.year.is_none() {
            return true;
        }
        let meets = |year: i64| {
            let span = self.in_year(year);
            span.is_none_or(|(from, to)| from < end && to > earliest)
        };
        match self.year {
            Some(year) => meets(year),
            None => years.into_iter().any(meets),
        }
    }

    /// Its first instant in a year, and the first after it.
    fn in_year(&self, year: i64) -> Option<(Instant, Instant)> {
        let day = self.day.map_or(String::new(), |day| format!("-{day:02}"));
        let date = Date::parse(&format!("{year:04}-{:02}{day}", self.month)).ok()?;
        date.earliest.zip(date.end)
    }
}

/// The month that a word names, or two words, and how many they are.
fn month(names: &str, word: Option<&Word>, next: Option<&Word>) -> Option<(u8, usize)> {
    let word = word?;
    let find = |text: &str| {
        let bare = text.strip_prefix('و').unwrap_or(text);
        let is = |name: &str| name == text || name == bare;
        let at = names.lines().position(|line| line.split(' ').any(is))?;
        u8::try_from(at + 1).ok()
    };
    let two = next.and_then(|next| find(&format!("{}_{}", word.text, next.text)));
    two.map(|month| (month, 2))
        .or_else(|| find(&word.text).map(|month| (month, 1)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn found(language: &str, sentence: &str) -> Vec<(Option<i64>, u8, Option<u8>)> {
        let mentions = mentions(language, sentence);
        mentions
            .into_iter()
            .map(|mention| (mention.year, mention.month, mention.day))
            .collect()
    }

    #[test]
    fn dates_in_words_are_read() {
        for (language, sentence, date) in [
            (
                "en",
                "Ukraine on February 24, 2022",
                (Some(2022), 2, Some(24)),
            ),
            (
                "en-GB",
                "on 24 February 2022 Moscow",
                (Some(2022), 2, Some(24)),
            ),
            ("en", "on the 24th of February", (None, 2, Some(24))),
            ("en", "On Feb. 24, he", (None, 2, Some(24))),
            ("en", "On September 24 Ford testified", (None, 9, Some(24))),
            ("en", "a coup in February 2021", (Some(2021), 2, None)),
            ("en", "On May 3rd, 2020", (Some(2020), 5, Some(3))),
            ("uk", "24 лютого 2022 року", (Some(2022), 2, Some(24))),
            ("uk", "у лютому 2021 року", (Some(2021), 2, None)),
            ("ar", "في 24 فبراير 2022", (Some(2022), 2, Some(24))),
            ("ar", "في ٢٤ شباط/فبراير", (None, 2, Some(24))),
            ("ar", "في تشرين الثاني 2021", (Some(2021), 11, None)),
            ("en", "Filed on 2022-02-24.", (Some(2022), 2, Some(24))),
            (
                "uk",
                "Подано 24.02.2022, у четвер",
                (Some(2022), 2, Some(24)),
            ),
            ("de", "am 3.10.1990", (Some(1990), 10, Some(3))),
        ] {
            assert_eq!(found(language, sentence), [date], "{sentence}");
        }
    }

    #[test]
    fn what_may_be_no_date_is_none() {
        for (language, sentence) in [
            ("en", "In February 17 people died"),
            ("en", "he may 20 times"),
            ("en", "May 20 people come"),
            ("en", "from 20–22 March"),
            ("en", "on March 20 and 21"),
            ("en", "on 20 and 21 March"),
            ("en", "last September"),
            ("en", "the march of 2,900 men"),
            ("en", "the 2022 Country Reports"),
            ("uk", "лютий мороз"),
            ("fr", "le 24 march 2022"),
            ("en", "on 02/03/2022"),
            ("en", "version 1.2.2022.4 of 31.13.2022"),
            ("en", "call 555-12-3456"),
        ] {
            assert_eq!(found(language, sentence), [], "{sentence}");
        }
    }

    #[test]
    fn a_date_fits_what_it_may_mean() {
        let fits = |sentence: &str, date: &str| {
            mentions("en", sentence)[..]
                .first()
                .unwrap()
                .fits(&Date::parse(date).unwrap())
        };
        for date in [
            "2022-02-24",
            "2022-02",
            "2022",
            "2022-02-20/2022-03-01",
            "2022-02-24/..",
            "../2023",
        ] {
            assert!(fits("February 24, 2022", date), "{date}");
            assert!(fits("February 24,", date), "{date}");
        }
        for date in ["2022-02-25", "2022-03", "2021-02-24", "2023/..", "../2021"] {
            assert!(!fits("February 24, 2022", date), "{date}");
        }
        assert!(!fits("February 24,", "2022-02-25"));
        assert!(fits("February 30, 2022", "2022-02-25"));
        assert!(fits("January 2023", "2022-12-31/2023-01-01"));
    }

    #[test]
    fn numbers_of_four_digits_are_years_where_they_are_called_so() {
        let found = |sentence: &str| {
            let years = years(sentence).into_iter();
            years.map(|(year, _)| year).collect::<Vec<i64>>()
        };
        for (sentence, expected) in [
            ("It began in 2014.", &[2014][..]),
            ("Rome was sacked in 1200 BC by nobody.", &[-1199]),
            ("Це сталося в 1200 до н. е.", &[-1199]),
            ("In 1402 SH the plan was made.", &[]),
            ("In Ramadan 1444 the fast began.", &[]),
            ("In 1444 AH the fast began.", &[]),
            ("令和5年に始まった。", &[]),
            ("The court of the 1177 members met.", &[]),
            ("The vote of 1177 members counted.", &[]),
        ] {
            assert_eq!(found(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn bounds_are_told() {
        assert!(
            mentions("en", "since a coup in February 2021")
                .iter()
                .all(|m| m.relative)
        );
        assert!(
            mentions("en", "on 24 February 2021")
                .iter()
                .all(|m| !m.relative)
        );
    }
}
