//! What people write, what becomes of it, and why.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Columns, Context, Evidence, Order, Trouble, read, wikidata_time};
use crate::article::{Date, date::Civil};

fn context() -> Context {
    Context {
        language: "en-GB".into(),
        day: Civil::new(2023, 3, 21),
        ..Context::default()
    }
}

fn value(text: &str) -> String {
    match read(text, &context()) {
        Ok(found) => found.value,
        Err(trouble) => format!("{trouble:?}"),
    }
}

#[track_caller]
fn all(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, right)| value(text) != *right)
        .map(|(text, right)| format!("{text}: {} instead of {right}", value(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_specification_names() {
    all(&[
        ("April-May 1945", "1945-04/1945-05"),
        ("1850s", "185X"),
        ("winter 1834-35", "1834-24"),
        ("3000 BC", "-2999"),
        ("c. 1874", "1874~"),
        ("early May 2020", "2020-05"),
        ("Jan 11 2012 CST", "2012-01-11"),
        ("11-Mar-15", "2015-03-11"),
        ("Oct-06", "2006-10"),
        ("4/30/31", "1931-04-30"),
        ("3/4/2021", "2021-04-03"),
        ("700", "0700"),
        ("1,815", "1815"),
        ("44927", "2023-01-01"),
    ]);
}

#[test]
fn what_is_edtf_stays_as_it_is() {
    for text in [
        "2022-02-24",
        "2021-02",
        "2022",
        "2022-09~",
        "2022?",
        "2023-03-20/2023-03-22",
        "2021-02/..",
        "../2023-03-20",
        "-0044-03-15",
        "Y-65000000",
        "19XX",
        "1950S2",
        "[1667,1668,1670..1672]",
        "2022-21",
        "2023-03-20T14:05Z",
        "2023-03-20T16:05+02:00",
    ] {
        let found = read(text, &context()).unwrap();
        assert_eq!(
            (found.value.as_str(), found.text, found.notes.len()),
            (text, None, 0),
            "{text}"
        );
    }
}

#[test]
fn days_months_and_years_in_words() {
    all(&[
        ("20 March 2023", "2023-03-20"),
        ("March 20, 2023", "2023-03-20"),
        ("March 20th, 2023", "2023-03-20"),
        ("the 20th of March 2023", "2023-03-20"),
        ("Mon, 20 Mar 2023", "2023-03-20"),
        ("Monday, March 20, 2023", "2023-03-20"),
        ("2023 March 20", "2023-03-20"),
        ("20-Mar-2023", "2023-03-20"),
        ("Mar-2023", "2023-03"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("1st of May 2012", "2012-05-01"),
        ("September 2011", "2011-09"),
        ("May 1850?", "1850-05?"),
        ("perhaps May 1850", "1850-05?"),
        ("circa May 1850", "1850-05~"),
        ("ca. 1874", "1874~"),
        ("about 1874?", "1874%"),
        ("~1874", "~1874"),
        ("~ 1874", "1874~"),
        ("(1850)", "1850"),
        ("1850.", "1850"),
        ("Oct '06", "2006-10"),
        ("summer of '69", "1969-22"),
        ("Summer 2001", "2001-22"),
        ("fall 1999", "1999-23"),
        ("late 1990s", "199X"),
        ("the 1990s", "199X"),
        ("19th century", "18XX"),
        ("early 19th century", "18XX"),
        ("5th century BC", "-04XX"),
        ("1st century BC", "[-0099..0000]"),
        ("2nd millennium BC", "-1XXX"),
        ("44 BC", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 79", "0079"),
        ("79 CE", "0079"),
        ("24 August 79 AD", "0079-08-24"),
        ("480s BC", "[-0488..-0479]"),
        ("65 million years ago", "Y-65000000"),
        ("2.5 million years ago", "Y-2500000"),
        ("66 million BC", "Y-65999999"),
        ("12,000 BC", "Y-11999"),
        ("unknown", "XXXX"),
        ("n.d.", "XXXX"),
    ]);
}

#[test]
fn spans_in_words() {
    all(&[
        ("1914-18", "1914/1918"),
        ("1914–1918", "1914/1918"),
        ("1914—1918", "1914/1918"),
        ("1914 - 1918", "1914/1918"),
        ("1914 to 1918", "1914/1918"),
        ("from 1914 to 1918", "1914/1918"),
        ("between 1914 and 1918", "[1914..1918]"),
        ("1944 or 1945", "[1944,1945]"),
        ("1999-00", "1999/2000"),
        ("20-22 March 2023", "2023-03-20/2023-03-22"),
        ("20–22 March 2023", "2023-03-20/2023-03-22"),
        ("March 20–22, 2023", "2023-03-20/2023-03-22"),
        ("March 2-5, 2023", "2023-03-02/2023-03-05"),
        ("28 Feb – 3 March 2022", "2022-02-28/2022-03-03"),
        ("Dec 28 - Jan 3 2020", "2019-12-28/2020-01-03"),
        ("24 Feb 2022 - 3 Mar 2023", "2022-02-24/2023-03-03"),
        ("2020-03-01 - 2020-03-05", "2020-03-01/2020-03-05"),
        ("since 2012", "2012/.."),
        ("since 24 February 2022", "2022-02-24/.."),
        ("1990 - present", "1990/.."),
        ("1990 to present", "1990/.."),
        ("1990–", "1990/.."),
        ("until 1999", "../1999"),
        ("before 1999", "[..1999]"),
        ("after May 1999", "[1999-05..]"),
        ("c. 1914–1918", "1914~/1918~"),
        ("1920s–1930s", "192X/193X"),
        ("500-400 BC", "-0499/-0399"),
        ("27 BC – 14 AD", "-0026/0014"),
        ("spring 2020 - fall 2021", "2020-21/2021-23"),
        ("3/4/2021 - 5/4/2021", "2021-04-03/2021-04-05"),
        ("May 4 and 5, 2020", "{2020-05-04,2020-05-05}"),
    ]);
}

#[test]
fn other_languages() {
    all(&[
        ("20. März 2023", "2023-03-20"),
        ("Montag, den 20. März 2023", "2023-03-20"),
        ("um 1850", "1850~"),
        ("19. Jahrhundert", "18XX"),
        ("die 1850er Jahre", "185X"),
        ("seit Februar 2021", "2021-02/.."),
        ("Anfang Mai 2020", "2020-05"),
        ("44 v. Chr.", "-0043"),
        ("1er mai 2012", "2012-05-01"),
        ("le 14 juillet 1789", "1789-07-14"),
        ("XIXe siècle", "18XX"),
        ("52 av. J.-C.", "-0051"),
        ("vers 1850", "1850~"),
        ("11 de septiembre de 2001", "2001-09-11"),
        ("siglo XIX", "18XX"),
        ("hacia 1500", "1500~"),
        ("2 maja 1945 r.", "1945-05-02"),
        ("24 лютого 2022 р.", "2022-02-24"),
        ("з лютого 2021", "2021-02/.."),
        ("24 февраля 2022 года", "2022-02-24"),
        ("XIX век", "18XX"),
        ("1850-е годы", "185X"),
        ("около 1850", "1850~"),
        ("24 فبراير 2022", "2022-02-24"),
        ("٢٤ فبراير ٢٠٢٢", "2022-02-24"),
        ("15 تشرين الثاني 1988", "1988-11-15"),
        ("2022年2月24日", "2022-02-24"),
        ("2022년 2월 24일", "2022-02-24"),
        ("2022年", "2022"),
        ("12 Şubat 2020", "2020-02-12"),
        ("10 Ιανουαρίου 2020", "2020-01-10"),
    ]);
}

#[test]
fn numbers_by_themselves() {
    all(&[
        ("31/12/2023", "2023-12-31"),
        ("12/31/2023", "2023-12-31"),
        ("31.12.2023", "2023-12-31"),
        ("2023/12/31", "2023-12-31"),
        ("2023.12.31", "2023-12-31"),
        ("20230320", "2023-03-20"),
        ("3/2021", "2021-03"),
        ("2021/3", "2021-03"),
        ("2/2/2020", "2020-02-02"),
        ("2004/05", "2004-05"),
        ("1674000000", "2023-01-18T00:00:00Z"),
        ("2023-03-20T14:05:00.000Z", "2023-03-20T14:05:00Z"),
        ("20230320T140500Z", "2023-03-20T14:05:00Z"),
        ("Mon, 20 Mar 2023 14:05:00 +0000", "2023-03-20T14:05:00Z"),
        (
            "Mon Mar 20 2023 14:05:00 GMT+0100 (CET)",
            "2023-03-20T14:05:00+01:00",
        ),
        ("20 March 2023, 2:05 PM EST", "2023-03-20T14:05-05:00"),
        ("20 March 2023 14h05 UTC", "2023-03-20T14:05Z"),
    ]);
}

#[test]
fn what_is_no_date_says_why() {
    let trouble = |text: &str| read(text, &context()).map(|found| found.value).unwrap_err();
    assert_eq!(trouble(""), Trouble::Nothing);
    assert_eq!(trouble("  "), Trouble::Nothing);
    for text in [
        "Total",
        "see above",
        "12 monkeys",
        "1 2 3 4 5",
        "March of the penguins",
        "5th",
        "!!",
        "A380",
    ] {
        assert!(
            matches!(trouble(text), Trouble::NotADate | Trouble::NoYear(_)),
            "{text}"
        );
    }
    assert_eq!(trouble("12 March"), Trouble::NoYear("YYYY-03-12".into()));
    assert_eq!(trouble("3/4"), Trouble::NoYear("YYYY-04-03".into()));
    assert_eq!(trouble("About 12:45 AM EST"), Trouble::NoDay);
    assert!(matches!(trouble("Ramadan 1444"), Trouble::OtherCalendar(_)));
    assert!(matches!(trouble("令和5年"), Trouble::OtherCalendar(_)));
    assert!(matches!(trouble("2023-13-01"), Trouble::Impossible(_)));
    assert!(matches!(
        trouble("20 March 2023 25:00"),
        Trouble::Impossible(_)
    ));
}

#[test]
fn a_day_that_never_was_leaves_its_month() {
    for (text, value) in [
        ("31 February 2023", "2023-02"),
        ("2/31/2023", "2023-02"),
        ("31.11.1999", "1999-11"),
    ] {
        let found = read(text, &context()).unwrap();
        assert_eq!(found.value, value, "{text}");
        assert!(found.notes.iter().any(super::Note::leaves_out), "{text}");
    }
    let found = read("5 May 2020 - 1 May 2020", &context()).unwrap();
    assert_eq!(found.value, "2020-05-05");
    assert!(found.notes.iter().any(super::Note::leaves_out));
}

#[test]
fn the_order_comes_from_the_column_then_from_what_was_asked_then_from_the_language() {
    let with = |column: &[&str], order: Option<Order>, language: &str| {
        let context = Context {
            column: Evidence::of(column.iter().copied()),
            order,
            language: language.into(),
            ..context()
        };
        let found = read("3/4/2021", &context).unwrap();
        (found.value, found.others)
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(
        with(&["25/12/2020"], None, "en"),
        ("2021-04-03".into(), none.clone())
    );
    assert_eq!(
        with(&["12/25/2020"], None, "de"),
        ("2021-03-04".into(), none.clone())
    );
    assert_eq!(
        with(&["12/25/2020"], Some(Order::DayMonthYear), "de"),
        ("2021-04-03".into(), none)
    );
    assert_eq!(
        with(&[], None, "en"),
        ("2021-03-04".into(), vec!["2021-04-03".into()])
    );
    assert_eq!(
        with(&[], None, "en-GB"),
        ("2021-04-03".into(), vec!["2021-03-04".into()])
    );
    // Rows that contradict each other show nothing.
    assert_eq!(with(&["25/12/2020", "12/25/2020"], None, "fr").1.len(), 1);
}

#[test]
fn the_century_comes_from_the_column_where_it_can() {
    let context = Context {
        column: Evidence::of(["1/2/2031", "3/4/2039"]),
        ..context()
    };
    let found = read("4/30/31", &context).unwrap();
    assert_eq!(
        (found.value.as_str(), found.others.len()),
        ("2031-04-30", 0)
    );
    let found = read("4/30/31", &self::context()).unwrap();
    assert_eq!(
        (found.value.as_str(), found.others),
        ("1931-04-30", vec!["2031-04-30".to_string()])
    );
}

#[test]
fn two_readings_are_both_given() {
    for (text, others) in [
        ("Oct-06", &["YYYY-10-06"][..]),
        ("11-Mar-15", &["1915-03-11", "2011-03-15"]),
        ("1800s", &["180X"]),
        ("2004/05", &["[2004..2005]"]),
        ("2004-05", &["2004/2005"]),
        ("44927", &["2027-01-02", "Y44927"]),
    ] {
        assert_eq!(read(text, &context()).unwrap().others, others, "{text}");
    }
    assert!(read("2021-02", &context()).unwrap().others.is_empty());
    let iso = Context {
        column: Evidence::of(["2004-05-01"]),
        ..context()
    };
    assert!(read("2004-05", &iso).unwrap().others.is_empty());
}

#[test]
fn words_are_kept_and_numbers_are_not() {
    for (text, kept) in [
        ("early May 2020", true),
        ("Oct-06", true),
        ("3/4/2021", true),
        ("30/4/2021", false),
        ("1914-18", false),
        ("2023-03-20 14:05 UTC", false),
        ("since 2012", true),
    ] {
        let found = read(text, &context()).unwrap();
        assert_eq!(found.text.as_deref(), kept.then_some(text), "{text}");
    }
}

#[test]
fn the_old_style_is_named_and_not_converted() {
    let found = read("25 October 1917 (old style)", &context()).unwrap();
    assert_eq!((found.value.as_str(), found.julian), ("1917-10-25", true));
    assert_eq!(found.text.as_deref(), Some("25 October 1917 (old style)"));
}

#[test]
fn columns_make_a_date() {
    let read = |year, month, day, time| {
        Columns {
            year,
            month,
            day,
            time,
        }
        .read(&context())
        .map(|it| {
            let left: Vec<usize> = (0..3)
                .filter(|at| it.left_out.get(*at).is_some_and(Option::is_some))
                .collect();
            (it.found.value, left)
        })
    };
    for (year, month, day, time, value, left) in [
        ("2012", "1", "26", "", "2012-01-26", &[][..]),
        ("2012", "01", "", "", "2012-01", &[]),
        ("2012.0", "1.0", "26.0", "", "2012-01-26", &[]),
        ("1,815", "", "", "", "1815", &[]),
        ("-500", "", "", "", "-0499", &[]),
        ("500 BC", "", "", "", "-0499", &[]),
        ("1850s", "", "", "", "185X", &[]),
        ("2012", "March", "5th", "", "2012-03-05", &[]),
        ("2012", "13", "5", "", "2012", &[0, 1]),
        ("2012", "2", "31", "", "2012-02", &[1]),
        ("2012", "", "31", "", "2012", &[1]),
        ("2012", "2", "0", "", "2012-02", &[1]),
        ("2012", "2", "3", "10:75", "2012-02-03", &[2]),
        ("2012", "2", "", "10:15", "2012-02", &[2]),
        (
            "2012",
            "2",
            "3",
            "About 12:45 AM EST",
            "2012-02-03T00:45-05:00~",
            &[],
        ),
        ("2012-02-03", "", "", "", "2012-02-03", &[]),
    ] {
        assert_eq!(
            read(year, month, day, time),
            Ok((value.to_string(), left.to_vec())),
            "{year} {month} {day} {time}"
        );
    }
    assert_eq!(read("", "", "", ""), Err(Trouble::Nothing));
    assert!(matches!(read("", "2", "", ""), Err(Trouble::NoYear(_))));
}

#[test]
fn a_time_of_day_as_sheets_have_it() {
    let time = |text: &str| super::clock::alone(text).map(|(clock, ..)| clock.edtf());
    for (text, right) in [
        ("7pm", "T19:00"),
        ("7 p.m.", "T19:00"),
        ("1900", "T19:00"),
        ("7.30", "T07:30"),
        ("05:58:44", "T05:58:44"),
        ("10:30 PM", "T22:30"),
        ("1030", "T10:30"),
        ("10.30", "T10:30"),
        ("12:45 AM", "T00:45"),
        ("12 noon", "T12:00"),
        ("noon", "T12:00"),
        ("14h30", "T14:30"),
        ("14.30 Uhr", "T14:30"),
        ("14:05 UTC", "T14:05Z"),
        ("14:05+02:00", "T14:05+02:00"),
        ("9", "T09:00"),
        ("7:30:15.5", "T07:30:15"),
    ] {
        assert_eq!(time(text).as_deref(), Some(right), "{text}");
    }
    for text in ["25:00", "10:75", "afternoon", "2500", "-1", "13 pm"] {
        assert_eq!(time(text), None, "{text}");
    }
}

proptest::proptest! {
    /// What is read is always a date, and nothing panics.
    #[test]
    fn any_text_gives_a_date_or_a_reason(text in "\\PC{0,40}") {
        if let Ok(found) = read(&text, &context()) {
            proptest::prop_assert!(Date::parse(&found.value).is_ok(), "{text}: {}", found.value);
        }
    }

    /// The same, of texts that look like dates.
    #[test]
    fn any_date_like_text_gives_a_date_or_a_reason(
        text in "((c\\.|about|since|from|between|XIX|the) )?[0-9]{1,4}(th|s|[ -/.,–])?( |-|/|–| to | and )?(May|Oct|век|March|century|[0-9]{1,4})?[ ,-]{0,2}([0-9]{1,5})?( BC| AD| pm| EST|\\?|~)?"
    ) {
        if let Ok(found) = read(&text, &context()) {
            proptest::prop_assert!(Date::parse(&found.value).is_ok(), "{text}: {}", found.value);
            for other in found.others {
                proptest::prop_assert_ne!(&found.value, &other, "{}", text);
            }
        }
    }
}

#[test]
fn every_precision_of_wikidata_has_its_edtf() {
    // What the value cannot say stands in the words, as it was written.
    for (time, precision, value, keeps_words) in [
        ("-13798000000-00-00T00:00:00Z", 0, "Y-13798000000S2", false),
        ("-541000000-00-00T00:00:00Z", 0, "Y-541000000~", true),
        ("-4540000000-00-00T00:00:00Z", 1, "Y-4540000000S2", false),
        ("-250000000-00-00T00:00:00Z", 2, "Y-250000000S2", false),
        ("-66000000-00-00T00:00:00Z", 3, "Y-66000000S2", false),
        ("-300000-00-00T00:00:00Z", 4, "Y-300000S1", false),
        ("-12000-00-00T00:00:00Z", 5, "Y-12000S1", false),
        ("-8000-00-00T00:00:00Z", 5, "-7999~", true),
        ("+2000-00-00T00:00:00Z", 6, "1XXX", false),
        ("+2001-00-00T00:00:00Z", 6, "2XXX", false),
        ("-3000-00-00T00:00:00Z", 6, "[-2999..-2000]", false),
        ("-12000-00-00T00:00:00Z", 6, "[Y-11999..Y-11000]", false),
        ("+12000-00-00T00:00:00Z", 6, "Y11000S2", false),
        ("+1900-00-00T00:00:00Z", 7, "18XX", false),
        ("+1901-00-00T00:00:00Z", 7, "19XX", false),
        ("-0500-00-00T00:00:00Z", 7, "[-0499..-0400]", false),
        ("+1850-00-00T00:00:00Z", 8, "185X", false),
        ("-0445-00-00T00:00:00Z", 8, "[-0448..-0439]", false),
        ("-0005-00-00T00:00:00Z", 8, "[-0008..0000]", false),
        ("+1541-00-00T00:00:00Z", 9, "1541", false),
        ("+1541-01-01T00:00:00Z", 9, "1541", false),
        ("-0044-00-00T00:00:00Z", 9, "-0043", false),
        ("+12000-00-00T00:00:00Z", 9, "Y12000", false),
        ("+1541-03-00T00:00:00Z", 10, "1541-03", false),
        ("+1541-00-00T00:00:00Z", 10, "1541", false),
        ("-12000-03-00T00:00:00Z", 10, "Y-11999", true),
        ("+1541-03-07T00:00:00Z", 11, "1541-03-07", false),
        ("+1541-03-00T00:00:00Z", 11, "1541-03", false),
        ("+1541-00-00T00:00:00Z", 11, "1541", false),
        ("+2023-02-31T00:00:00Z", 11, "2023-02", true),
        ("+1969-07-20T20:00:00Z", 12, "1969-07-20", true),
        ("+1969-07-20T20:17:00Z", 13, "1969-07-20T20:17Z", false),
        ("+1969-07-20T20:17:40Z", 14, "1969-07-20T20:17:40Z", false),
        ("+1969-07-00T00:00:00Z", 14, "1969-07", false),
    ] {
        let found = wikidata_time(time, Some(precision), false, true).unwrap();
        let words = keeps_words.then(|| time.to_string());
        assert_eq!(
            (found.value.as_str(), &found.text, found.notes.is_empty()),
            (value, &words, !keeps_words),
            "{time} of precision {precision}"
        );
    }
    let julian = |precision| {
        wikidata_time("+1541-03-07T00:00:00Z", Some(precision), true, true).map(|it| it.julian)
    };
    assert_eq!(
        [9, 10, 11, 14].map(julian),
        [false, true, true, true].map(Some)
    );
    assert_eq!(
        wikidata_time("+1541-03-07T00:00:00Z", Some(15), false, true),
        None
    );
}

#[test]
fn words_stay_where_the_value_is_not_all_that_they_can_mean() {
    let words = |text| read(text, &context()).unwrap().text;
    for text in [
        "4/30/31",
        "3/4/2021",
        "2004/05",
        "2023-02-31",
        "31/2/2023",
        "1918-1914",
        "1800s",
    ] {
        assert_eq!(words(text).as_deref(), Some(text));
    }
    for text in [
        "2023-02-28",
        "1850~",
        "2004-05",
        "20230228",
        "44927",
        "1679300000",
        "30/4/2021",
        "1,815",
    ] {
        assert_eq!(words(text), None, "{text}");
    }
    let with_rows = Context {
        column: Evidence::of(["12/25/2020"]),
        ..context()
    };
    let found = read("3/4/2021", &with_rows).unwrap();
    assert_eq!(
        (found.value.as_str(), found.text.as_deref()),
        ("2021-03-04", Some("3/4/2021"))
    );
    let asked_for = Context {
        order: Some(Order::MonthDayYear),
        ..context()
    };
    assert_eq!(read("3/4/2021", &asked_for).unwrap().text, None);
}
