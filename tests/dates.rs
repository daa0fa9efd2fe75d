//! What dates mean and what is said of them: a table of values with the place that each has
//! on the axis and its words in three languages. The browser says the same (`tests/page`).
#![cfg(not(target_os = "unknown"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use dateline::{
    article::{Article, Date, Instant, date::Calendar, json, read},
    view::{Words, file},
};
use dateline_cli::Icu;

/// An article in a language, published on 21 March 2023.
fn article(language: &str) -> Article {
    let data = format!(
        r#"{{"language": "{language}", "headline": "x", "published": "2023-03-21",
            "events": [{{"id": "a", "title": "b", "date": "2023"}}]}}"#
    );
    read(&json::value(&data).unwrap()).article.unwrap()
}

fn speaking(language: &str) -> Words {
    Words::new(&article(language), file(language), Icu::boxed)
}

/// The value, in the Julian calendar where it begins with `julian `.
fn date(value: &str) -> Date {
    let (calendar, value) = match value.strip_prefix("julian ") {
        Some(value) => (Calendar::Julian, value),
        None => (Calendar::Gregorian, value),
    };
    Date::parse_in(value, calendar).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn instant(at: Option<Instant>) -> String {
    let Some(at) = at else {
        return "–".into();
    };
    let day = at.civil();
    let (hour, minute, second) = at.time();
    let date = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// What a value means, and the words for it in `language`.
fn said(value: &str, language: &str) -> String {
    speaking(language).date(&date(value))
}

/// Value; earliest and end; English; Ukrainian; Arabic. The sources are sections of
/// ISO 8601-2:2019 in the comments, or the reason.
#[rustfmt::skip]
const TABLE: &[[&str; 6]] = &[
    // 4.3, level 0 of Annex A.
    ["1985-04-12", "1985-04-12", "1985-04-13", "12 April 1985", "12 квітня 1985 р.", "12 أبريل 1985"],
    ["1985-04", "1985-04-01", "1985-05-01", "April 1985", "квітень 1985 р.", "أبريل 1985"],
    ["1985", "1985-01-01", "1986-01-01", "1985", "1985", "1985"],
    // A time is said as it was where it happened; its instant orders and places it.
    ["1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:31", "12 April 1985, 23:20 UTC", "12 квітня 1985 р., 23:20 UTC", "12 أبريل 1985، 11:20 م UTC"],
    ["1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:31", "12 April 1985, 23:20 (UTC−4)", "12 квітня 1985 р., 23:20 (UTC−4)", "12 أبريل 1985، 11:20 م (UTC−4)"],
    ["1985-04-12T23:20:30+05:30", "1985-04-12T17:50:30", "1985-04-12T17:50:31", "12 April 1985, 23:20 (UTC+5:30)", "12 квітня 1985 р., 23:20 (UTC+5:30)", "12 أبريل 1985، 11:20 م (UTC+5:30)"],
    // Nobody said a zone, and none is made up; on the axis as if UTC.
    ["2016-05-02T16:54:59", "2016-05-02T16:54:59", "2016-05-02T16:55:00", "2 May 2016, 16:54", "2 травня 2016 р., 16:54", "2 مايو 2016، 4:54 م"],
    // 8601-1:2019/Amd 1:2022: 24:00 is the end of the day.
    ["2007-04-05T24:00Z", "2007-04-05T23:59:59", "2007-04-06", "end of 5 April 2007 UTC", "кінець доби 5 квітня 2007 р. UTC", "نهاية 5 أبريل 2007 UTC"],
    // Intervals of level 0.
    ["1964/2008", "1964-01-01", "2009-01-01", "1964–2008", "1964–2008", "1964–2008"],
    ["2004-06/2006-08", "2004-06-01", "2006-09-01", "June 2004 – August 2006", "червень 2004 р. – серпень 2006 р.", "يونيو 2004 – أغسطس 2006"],
    ["2004-06/2004-08", "2004-06-01", "2004-09-01", "June – August 2004", "червень – серпень 2004 р.", "يونيو – أغسطس 2004"],
    ["2004-02-01/2005-02-08", "2004-02-01", "2005-02-09", "1 February 2004 – 8 February 2005", "1 лютого 2004 р. – 8 лютого 2005 р.", "1 فبراير 2004 – 8 فبراير 2005"],
    ["2023-03-20/2023-03-22", "2023-03-20", "2023-03-23", "20–22 March 2023", "20–22 березня 2023 р.", "20–22 مارس 2023"],
    ["2023-03-30/2023-04-02", "2023-03-30", "2023-04-03", "30 March – 2 April 2023", "30 березня – 2 квітня 2023 р.", "30 مارس – 2 أبريل 2023"],
    ["2005/2006-02", "2005-01-01", "2006-03-01", "2005 – February 2006", "2005 – лютий 2006 р.", "2005 – فبراير 2006"],
    ["2023-03-20T14:05Z/2023-03-20T16:00Z", "2023-03-20T14:05:00", "2023-03-20T16:01:00", "20 March 2023, 14:05–16:00 UTC", "20 березня 2023 р., 14:05–16:00 UTC", "20 مارس 2023، 2:05 م–4:00 م UTC"],
    // 4.4.1, years of more than four digits.
    ["Y170000002", "170000002-01-01", "170000003-01-01", "the year 170,000,002", "рік 170 000 002", "سنة 170,000,002"],
    ["Y-65000000", "-65000000-01-01", "-64999999-01-01", "65 million years ago", "65 млн років тому", "قبل 65 مليون سنة"],
    ["Y-17E7", "-170000000-01-01", "-169999999-01-01", "170 million years ago", "170 млн років тому", "قبل 170 مليون سنة"],
    // 4.8, divisions of a year: 21–24 seasons, 25–32 with a hemisphere, 33–36 quarters,
    // 37–39 quadrimesters, 40–41 halves.
    ["2001-21", "2001-03-01", "2001-06-01", "spring 2001", "весна 2001 р.", "ربيع 2001"],
    ["2001-24", "2001-12-01", "2002-03-01", "winter 2001", "зима 2001 р.", "شتاء 2001"],
    ["2021-26", "2021-06-01", "2021-09-01", "summer 2021 (northern hemisphere)", "літо 2021 р. (північна півкуля)", "صيف 2021 (نصف الكرة الشمالي)"],
    ["2021-30", "2021-12-01", "2022-03-01", "summer 2021 (southern hemisphere)", "літо 2021 р. (південна півкуля)", "صيف 2021 (نصف الكرة الجنوبي)"],
    ["1911-34", "1911-04-01", "1911-07-01", "second quarter of 1911", "другий квартал 1911 р.", "الربع الثاني من 1911"],
    ["1998-39", "1998-09-01", "1999-01-01", "last four months of 1998", "останні чотири місяці 1998 р.", "الأشهر الأربعة الأخيرة من 1998"],
    ["1911-41", "1911-07-01", "1912-01-01", "second half of 1911", "друга половина 1911 р.", "النصف الثاني من 1911"],
    ["1911?-40", "1911-01-01", "1911-07-01", "first half of 1911 (uncertain: year)", "перша половина 1911 р. (непевно: рік)", "النصف الأول من 1911 (غير مؤكد: السنة)"],
    ["187X-35", "1870-07-01", "1879-10-01", "third quarter of 187?", "третій квартал 187? р.", "الربع الثالث من 187?"],
    // 8.2, qualification of a whole date.
    ["1984?", "1984-01-01", "1985-01-01", "perhaps 1984", "можливо, 1984", "ربما 1984"],
    ["2004-06~", "2004-06-01", "2004-07-01", "about June 2004", "приблизно червень 2004 р.", "نحو يونيو 2004"],
    ["2004-06-11%", "2004-06-11", "2004-06-12", "perhaps about 11 June 2004", "можливо, приблизно 11 червня 2004 р.", "ربما نحو 11 يونيو 2004"],
    ["1911-34~", "1911-04-01", "1911-07-01", "about the second quarter of 1911", "приблизно другий квартал 1911 р.", "نحو الربع الثاني من 1911"],
    // 8.3, qualification of parts.
    ["2004-06~-11", "2004-06-11", "2004-06-12", "11 June 2004 (approximate: month and year)", "11 червня 2004 р. (приблизно: місяць і рік)", "11 يونيو 2004 (تقريبي: الشهر والسنة)"],
    ["?2004-06", "2004-06-01", "2004-07-01", "June 2004 (uncertain: year)", "червень 2004 р. (непевно: рік)", "يونيو 2004 (غير مؤكد: السنة)"],
    ["2004-%06-11", "2004-06-11", "2004-06-12", "11 June 2004 (approximate: month) (uncertain: month)", "11 червня 2004 р. (приблизно: місяць) (непевно: місяць)", "11 يونيو 2004 (تقريبي: الشهر) (غير مؤكد: الشهر)"],
    ["2004-06-~11", "2004-06-11", "2004-06-12", "about 11 June 2004", "приблизно 11 червня 2004 р.", "نحو 11 يونيو 2004"],
    // 4.6.2, unspecified digits from the right.
    ["201X", "2010-01-01", "2020-01-01", "2010s", "2010-ті роки", "عقد 2010"],
    ["198X?", "1980-01-01", "1990-01-01", "perhaps the 1980s", "можливо, 1980-ті роки", "ربما عقد 1980"],
    ["19XX", "1900-01-01", "2000-01-01", "sometime in 1900–1999", "у якийсь час: 1900–1999", "وقت ما من 1900–1999"],
    ["2004-XX", "2004-01-01", "2005-01-01", "sometime in 2004", "у якийсь час: 2004", "وقت ما من 2004"],
    ["1985-04-XX", "1985-04-01", "1985-05-01", "sometime in April 1985", "у якийсь час: квітень 1985 р.", "وقت ما من أبريل 1985"],
    ["1985-XX-XX", "1985-01-01", "1986-01-01", "sometime in 1985", "у якийсь час: 1985", "وقت ما من 1985"],
    // Years before the year 1 count away from zero: -01XX is -199 to -100, 200 to 101 BCE.
    ["-01XX", "-199-01-01", "-099-01-01", "sometime in 200–101 BCE", "у якийсь час: 200–101 до н. е.", "وقت ما من 200–101 ق.م."],
    ["-00XX", "-099-01-01", "0001-01-01", "sometime in 100–1 BCE", "у якийсь час: 100–1 до н. е.", "وقت ما من 100–1 ق.م."],
    ["-1XXX", "-1999-01-01", "-999-01-01", "sometime in 2000–1001 BCE", "у якийсь час: 2000–1001 до н. е.", "وقت ما من 2000–1001 ق.م."],
    // 4.6.3, unspecified digits anywhere (level 2).
    ["156X-12-25", "1560-12-25", "1569-12-26", "25 December, 1560s", "25 грудня, 1560-ті роки", "25 ديسمبر، عقد 1560"],
    ["15XX-12-25", "1500-12-25", "1599-12-26", "25 December, sometime in 1500–1599", "25 грудня, у якийсь час: 1500–1599", "25 ديسمبر، وقت ما من 1500–1599"],
    ["1XXX-12", "1000-12-01", "2000-01-01", "December, sometime in 1000–1999", "грудень, у якийсь час: 1000–1999", "ديسمبر، وقت ما من 1000–1999"],
    ["1XXX-XX", "1000-01-01", "2000-01-01", "sometime in 1000–1999", "у якийсь час: 1000–1999", "وقت ما من 1000–1999"],
    ["1984-1X", "1984-10-01", "1985-01-01", "between October and December 1984", "у проміжку жовтень – грудень 1984 р.", "بين أكتوبر وديسمبر 1984"],
    ["1560-12-2X", "1560-12-20", "1560-12-30", "between 20 and 29 December 1560", "у проміжку 20 – 29 грудня 1560 р.", "بين 20 و29 ديسمبر 1560"],
    ["2004-XX-12", "2004-01-12", "2004-12-13", "between January and December 2004 (2004-??-12)", "у проміжку січень – грудень 2004 р. (2004-??-12)", "بين يناير وديسمبر 2004 (2004-??-12)"],
    ["19X7", "1907-01-01", "1998-01-01", "sometime in 1907–1997 (19?7)", "у якийсь час: 1907–1997 (19?7)", "وقت ما من 1907–1997 (19?7)"],
    // Nothing is known of the year.
    ["XXXX", "–", "–", "date not known", "дата невідома", "التاريخ غير معروف"],
    ["XXXX-12-25", "–", "–", "25 December, year not known", "25 грудня, рік невідомий", "25 ديسمبر، والسنة غير معروفة"],
    ["XXXX-12-XX", "–", "–", "date not known (????-12-??)", "дата невідома (????-12-??)", "التاريخ غير معروف (????-12-??)"],
    // 4.4.3, significant digits: estimated to be 1950, one of 1900 to 1999.
    ["1950S2", "1900-01-01", "2000-01-01", "about 1950 (1900–1999)", "приблизно 1950 (1900–1999)", "نحو 1950 (1900–1999)"],
    // 4.9, extended intervals.
    ["2021-02/..", "2021-02-01", "–", "since February 2021", "з лютого 2021 р.", "منذ فبراير 2021"],
    ["2021/..", "2021-01-01", "–", "since 2021", "з 2021 р.", "منذ 2021"],
    ["1987-23/..", "1987-09-01", "–", "since autumn 1987", "з осені 1987 р.", "منذ خريف 1987"],
    ["198X/..", "1980-01-01", "–", "since the 1980s", "з 1980-х років", "منذ عقد 1980"],
    ["1911-34/..", "1911-04-01", "–", "since the second quarter of 1911", "від: другий квартал 1911 р.", "منذ الربع الثاني من 1911"],
    ["2021?/..", "2021-01-01", "–", "since perhaps 2021", "від: можливо, 2021", "منذ ربما 2021"],
    // Begins after the article's day.
    ["2030-01/..", "2030-01-01", "–", "from January 2030", "з січня 2030 р.", "ابتداءً من يناير 2030"],
    // Of what began no one knows when, the list says the same as of one of those days.
    ["../1985-04-12", "–", "1985-04-13", "12 April 1985 or earlier", "12 квітня 1985 р. або раніше", "12 أبريل 1985 أو قبل ذلك"],
    ["1985-04/", "1985-04-01", "–", "from April 1985, end not known", "з квітня 1985 р., кінець невідомий", "من أبريل 1985، والنهاية غير معروفة"],
    ["/1985", "–", "1986-01-01", "until 1985, start not known", "до 1985 р., початок невідомий", "حتى 1985، والبداية غير معروفة"],
    ["1984~/2004-06", "1984-01-01", "2004-07-01", "about 1984 – June 2004", "приблизно 1984 – червень 2004 р.", "نحو 1984 – يونيو 2004"],
    ["2004-06-XX/2004-07-03", "2004-06-01", "2004-07-04", "sometime in June 2004 – 3 July 2004", "у якийсь час: червень 2004 р. – 3 липня 2004 р.", "وقت ما من يونيو 2004 – 3 يوليو 2004"],
    ["192X/195X", "1920-01-01", "1960-01-01", "1920s – 1950s", "1920-ті роки – 1950-ті роки", "عقد 1920 – عقد 1950"],
    // What lasted is said otherwise than what is known to a decade.
    ["1980/1989", "1980-01-01", "1990-01-01", "1980–1989", "1980–1989", "1980–1989"],
    // 11, sets: one of them did not last, all of them did.
    ["[1991-04-06..1991-04-27]", "1991-04-06", "1991-04-28", "between 6 and 27 April 1991", "у проміжку 6 – 27 квітня 1991 р.", "بين 6 و27 أبريل 1991"],
    ["[1667,1668,1670..1672]", "1667-01-01", "1673-01-01", "1667, 1668 or 1670–1672", "1667, 1668 або 1670–1672", "1667 أو 1668 أو 1670–1672"],
    ["[1667,1760-12]", "1667-01-01", "1761-01-01", "1667 or December 1760", "1667 або грудень 1760 р.", "1667 أو ديسمبر 1760"],
    ["[1987-23..]", "1987-09-01", "–", "autumn 1987 or later", "осінь 1987 р. або пізніше", "خريف 1987 أو بعد ذلك"],
    ["{1987-23..}", "1987-09-01", "–", "autumn 1987 and later", "осінь 1987 р. і пізніше", "خريف 1987 وما بعد ذلك"],
    ["[1993,1994-08-01..]", "1993-01-01", "–", "1993, or 1 August 1994 or later", "1993 або 1 серпня 1994 р. або пізніше", "1993، أو 1 أغسطس 1994 أو بعد ذلك"],
    ["[..1984]", "–", "1985-01-01", "1984 or earlier", "1984 або раніше", "1984 أو قبل ذلك"],
    ["{..1984}", "–", "1985-01-01", "1984 and earlier", "1984 і раніше", "1984 وما قبل ذلك"],
    ["{1960,1961-12}", "1960-01-01", "1962-01-01", "1960 and December 1961", "1960 і грудень 1961 р.", "1960 وديسمبر 1961"],
    ["{1670..1672}", "1670-01-01", "1673-01-01", "throughout 1670–1672", "протягом усього часу: 1670–1672", "طوال 1670–1672"],
    ["[1667]", "1667-01-01", "1668-01-01", "1667", "1667", "1667"],
    // One style of eras.
    ["-0043-03-15", "-043-03-15", "-043-03-16", "15 March 44 BCE", "15 березня 44 р. до н. е.", "15 مارس 44 ق.م."],
    ["-0050/-0020", "-050-01-01", "-019-01-01", "51–21 BCE", "51–21 до н. е.", "51–21 ق.م."],
    ["-0050-04-20/-0020-04-20", "-050-04-20", "-020-04-21", "20 April 51 BCE – 20 April 21 BCE", "20 квітня 51 р. до н. е. – 20 квітня 21 р. до н. е.", "20 أبريل 51 ق.م. – 20 أبريل 21 ق.م."],
    ["-0026/0014", "-026-01-01", "0015-01-01", "27 BCE – 14 CE", "27 до н. е. – 14 н. е.", "27 ق.م. – 14 م"],
    ["0022", "0022-01-01", "0023-01-01", "22 CE", "22 н. е.", "22 م"],
    ["0012-08/0019-01", "0012-08-01", "0019-02-01", "August 12 CE – January 19 CE", "серпень 12 р. н. е. – січень 19 р. н. е.", "أغسطس 12 م – يناير 19 م"],
    ["Y-12000", "-12000-01-01", "-11999-01-01", "12,001 BCE", "12 001 до н. е.", "12,001 ق.م."],
    // Old style: the words are the source's, the place is that of today's calendar.
    ["julian 1917-10-25", "1917-11-07", "1917-11-08", "25 October 1917 (Julian calendar)", "25 жовтня 1917 р. (юліанський календар)", "25 أكتوبر 1917 (التقويم اليولياني)"],
    ["julian 1917-02/1917-10", "1917-02-14", "1917-11-14", "February – October 1917 (Julian calendar)", "лютий – жовтень 1917 р. (юліанський календар)", "فبراير – أكتوبر 1917 (التقويم اليولياني)"],
];

#[test]
fn values_have_their_places_and_words() {
    let mut wrong = Vec::new();
    for [value, earliest, end, english, ukrainian, arabic] in TABLE {
        let read = date(value);
        let places = (instant(read.earliest), instant(read.end));
        if places != ((*earliest).into(), (*end).into()) {
            wrong.push(format!("{value}: {places:?}"));
        }
        for (language, expected) in [("en", english), ("uk", ukrainian), ("ar", arabic)] {
            // Groups of digits are kept together.
            let said = said(value, language).replace('\u{a0}', " ");
            if said != **expected {
                wrong.push(format!("{value} {language}: {said}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn american_english_writes_the_month_first_and_half_days() {
    for (value, expected) in [
        ("2023-03-20T14:05Z", "March 20, 2023, 2:05 PM UTC"),
        ("2023-03-20/2023-03-22", "March 20–22, 2023"),
        (
            "[1991-04-06..1991-04-27]",
            "between April 6 and April 27, 1991",
        ),
        ("-0043-03-15", "March 15, 44 BCE"),
        ("[1667,1668,1669]", "1667, 1668, or 1669"),
    ] {
        assert_eq!(said(value, "en-US"), expected);
    }
}

#[test]
fn numbers_are_in_the_digits_that_the_article_writes() {
    let arabic = |headline: &str| {
        let data = format!(
            r#"{{"language": "ar", "headline": "{headline}",
                "events": [{{"id": "a", "title": "b", "date": "2023"}}]}}"#
        );
        let article = read(&json::value(&data).unwrap()).article.unwrap();
        let words = Words::new(&article, file("ar"), Icu::boxed);
        words.date(&date("-0043-03-15"))
    };
    assert_eq!(arabic("في ١٥ مارس"), "١٥ مارس ٤٤ ق.م.");
    assert_eq!(arabic("في 15 مارس"), "15 مارس 44 ق.م.");
}

/// Different values have different words, unless they mean the same.
#[test]
fn words_tell_values_apart() {
    let same: &[&[&str]] = &[
        &["2004-06-~11", "2004-06-11~"],
        &["1985-XX", "1985-XX-XX"],
        &["1667", "[1667]", "{1667}"],
    ];
    let more = [
        "2004-06-11~",
        "1985-XX",
        "{1667}",
        "1911-33",
        "1911-36",
        "1911-40",
        "1998-37",
        "2001-25",
        "2001-29",
        "19X8",
        "1X99",
        "1670/1672",
        "[1670..1672]",
        "1950S3",
        "1900S2",
        "1950~",
    ];
    let values: Vec<&str> = TABLE.iter().map(|row| row[0]).chain(more).collect();
    for language in ["en", "uk", "ar"] {
        let words = speaking(language);
        let mut seen: Vec<(&str, String)> = Vec::new();
        for value in &values {
            let said = words.date(&date(value));
            for (other, words) in &seen {
                let means_same = same
                    .iter()
                    .any(|all| all.contains(value) && all.contains(other));
                assert!(
                    said != *words || means_same || value == other,
                    "{value} and {other}: {said}"
                );
            }
            seen.push((value, said));
        }
    }
}

#[test]
fn headings_of_the_list() {
    let words = speaking("en");
    for (value, heading) in [
        ("198X", "1980s"),
        ("198X?", "1980s"),
        ("19XX", "1900–1999"),
        ("1950S2", "1900–1999"),
        ("-01XX", "200–101 BCE"),
        ("1980-05", "1980"),
        ("[1991-04-06..1991-04-27]", "1991"),
        ("2024-01-01T00:30+01:00", "2024"),
        ("../1983", "1983 or earlier"),
        ("[..1984]", "1984 or earlier"),
        ("XXXX", "Undated"),
        ("XXXX-12-25", "Undated"),
        ("-0043-03-15", "44 BCE"),
    ] {
        assert_eq!(words.heading(date(value).heading()), heading, "{value}");
    }
}

/// An article in a language that the interface has no words for.
#[test]
fn dates_numbers_and_countries_are_in_any_language() {
    let words = Words::new(&article("is"), file("is"), Icu::boxed);
    assert_eq!(
        words.date(&date("2023-03-20/2023-03-22")),
        "20.–22. mars 2023"
    );
    assert_eq!(words.intl.country("DE").as_deref(), Some("Þýskaland"));
    assert_eq!(words.interface_language(), Some("en"));
    assert_eq!(words.strings.search(), "Search");
    assert_eq!(speaking("uk").interface_language(), None);
}

/// What the check says of an event's date, as the data has it.
fn problems(date: &str) -> Vec<String> {
    let data = format!(
        r#"{{"headline": "x", "events": [{{"id": "a", "title": "b", "countries": ["RU"], "date": {date}}}]}}"#
    );
    let problems = read(&json::value(&data).unwrap()).problems;
    let told = problems
        .iter()
        .filter(|problem| problem.kind() != "no-events");
    told.map(|problem| format!("{} {}", problem.path, problem.kind()))
        .collect()
}

#[test]
fn a_calendar_stands_beside_a_value() {
    let old = r#"{"value": "1917-10-25", "calendar": "julian", "text": "Wednesday"}"#;
    assert_eq!(problems(old), [""; 0]);
    assert_eq!(
        problems(&old.replace("Wednesday", "Thursday")),
        ["/events/0/date/text wrong-weekday"]
    );
    assert_eq!(
        problems(&old.replace("julian", "old style")),
        ["/events/0/date/calendar unknown-calendar"]
    );
    // The Gregorian calendar has no such day.
    assert_eq!(
        problems(r#"{"value": "1900-02-29", "calendar": "gregorian"}"#),
        ["/events/0/date/value impossible-date"]
    );
}

#[test]
fn a_weekday_is_that_of_where_it_happened() {
    let friday = r#"{"value": "1985-04-12T23:20:30-04", "text": "Friday"}"#;
    assert_eq!(problems(friday), [""; 0]);
    assert_eq!(
        problems(&friday.replace("Friday", "Saturday")),
        ["/events/0/date/text wrong-weekday"]
    );
}

#[test]
fn what_is_undated_is_listed_last() {
    let data = r#"{"headline": "x", "events": [
        {"id": "c", "title": "c", "date": "XXXX"},
        {"id": "b", "title": "b", "date": "2022/.."},
        {"id": "a", "title": "a", "date": "../2021"}]}"#;
    let article = read(&json::value(data).unwrap()).article.unwrap();
    let ids: Vec<&str> = article.events.iter().map(|event| &*event.id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}
