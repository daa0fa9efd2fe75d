//! What an editor reads when a date is wrong.

use crate::article::{Date, DateError};

fn error(text: &str) -> DateError {
    Date::parse(text).expect_err(text)
}

#[test]
fn impossible_days_name_the_month_and_its_length() {
    for (text, message, fix) in [
        (
            "2023-02-31",
            "There is no 31 February 2023: February 2023 has 28 days.",
            "Write a day from 01 to 28, or leave the day out: 2023-02.",
        ),
        (
            "1900-02-29?",
            "There is no 29 February 1900: February 1900 has 28 days.",
            "Write a day from 01 to 28, or leave the day out: 1900-02.",
        ),
        (
            "2024-02-30T10:00Z",
            "There is no 30 February 2024: February 2024 has 29 days.",
            "Write a day from 01 to 29, or leave the day out: 2024-02.",
        ),
        (
            "-0044-06-31",
            "There is no 31 June -0044: June -0044 has 30 days.",
            "Write a day from 01 to 30, or leave the day out: -0044-06.",
        ),
        (
            "2023-01-00",
            "There is no 0 January 2023: January 2023 has 31 days.",
            "Write a day from 01 to 31, or leave the day out: 2023-01.",
        ),
    ] {
        let error = error(text);
        assert_eq!(
            (error.mistake.kind(), error.message(), error.fix()),
            ("impossible-date", message.into(), fix.into())
        );
    }
}

/// Text, kind of error, part of its message.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("2023-13", "impossible-date", "no such month as in 2023-13"),
    ("2023-00-10", "impossible-date", "no such month"),
    ("2023-20", "impossible-date", "no such month"),
    (
        "2023-03-20T24:01Z",
        "impossible-date",
        "no such time of day",
    ),
    (
        "2023-03-20T25:00Z",
        "impossible-date",
        "no such time of day",
    ),
    (
        "2023-03-20T14:60Z",
        "impossible-date",
        "no such time of day",
    ),
    ("2016-12-31T23:59:60Z", "impossible-date", "leap second"),
    ("2023-03-20T14:05+15:00", "impossible-date", "far from UTC"),
    ("2023-03-20T14:05+02:60", "impossible-date", "far from UTC"),
    (
        "2022-02-24/2023-02-31",
        "impossible-date",
        "31 February 2023",
    ),
    ("[2022,2023-02-31]", "impossible-date", "31 February 2023"),
    (
        "2023/2022",
        "end-before-start",
        "The end, 2022, is before the start, 2023.",
    ),
    ("2023-03/2023-02-28", "end-before-start", "2023-02-28"),
    ("[2022..2021]", "end-before-start", "2021"),
    (
        "2023-03-20T14:05Z/2023-03-20T14:04Z",
        "end-before-start",
        "14:04",
    ),
    ("2023-03-20T14:05:30.5Z", "ungrammatical-date", "fraction"),
    ("2023-03-20T14Z", "ungrammatical-date", "cannot be read"),
    ("2023-03-20T14:05 Z", "ungrammatical-date", "cannot be read"),
    ("2023-03-20T14:05z", "ungrammatical-date", "cannot be read"),
    ("2023-03-20T", "ungrammatical-date", "cannot be read"),
    (
        "2023-03-20T14:05+0200",
        "ungrammatical-date",
        "is not a date",
    ),
    ("", "ungrammatical-date", "“” does not begin with a year"),
    (
        "Monday",
        "ungrammatical-date",
        "“Monday” does not begin with a year",
    ),
    ("20-03-2023", "ungrammatical-date", "year of four digits"),
    ("198", "ungrammatical-date", "year of four digits"),
    ("20230320", "ungrammatical-date", "year of four digits"),
    ("12022", "ungrammatical-date", "year of four digits"),
    ("-0000", "ungrammatical-date", "year of four digits"),
    ("+2022", "ungrammatical-date", "year of four digits"),
    (" 2022", "ungrammatical-date", "year of four digits"),
    (
        "2023-03-20/22",
        "ungrammatical-date",
        "“22” does not begin with a year",
    ),
    ("2022 ", "ungrammatical-date", "is not a date"),
    ("2023-3-20", "ungrammatical-date", "is not a date"),
    ("2023–03–20", "ungrammatical-date", "is not a date"),
    ("2023-03-", "ungrammatical-date", "is not a date"),
    ("2023-03-20Z", "ungrammatical-date", "is not a date"),
    ("2023-W12", "ungrammatical-date", "is not a date"),
    ("19XXS2", "ungrammatical-date", "is not a date"),
    ("1950S5", "ungrammatical-date", "significant digits"),
    ("1950S0", "ungrammatical-date", "significant digits"),
    ("1950S", "ungrammatical-date", "significant digits"),
    ("2022-21-05", "ungrammatical-date", "a day to a season"),
    ("2004-02-3X", "impossible-date", "no 3X February 2004"),
    ("1950S2-04", "ungrammatical-date", "more than a year"),
    ("Y2022", "ungrammatical-date", "five digits"),
    ("Y-0500", "ungrammatical-date", "five digits"),
    ("Y012345", "ungrammatical-date", "five digits"),
    ("Y", "ungrammatical-date", "five digits"),
    ("Y17E", "ungrammatical-date", "five digits"),
    ("Y170000002-05", "ungrammatical-date", "more than a year"),
    ("..", "ungrammatical-date", "year of four digits"),
    ("/", "ungrammatical-date", "neither a start nor an end"),
    ("../..", "ungrammatical-date", "neither a start nor an end"),
    (
        "{..1983,1984..}",
        "ungrammatical-date",
        "neither a start nor an end",
    ),
    ("[..]", "ungrammatical-date", "neither a start nor an end"),
    ("2021/2022/2023", "ungrammatical-date", "is not a date"),
    ("[]", "ungrammatical-date", "year of four digits"),
    ("[2022", "ungrammatical-date", "closing bracket"),
    ("[2022}", "ungrammatical-date", "closing bracket"),
    ("[2022,]", "ungrammatical-date", "year of four digits"),
];

#[test]
fn every_mistake_has_its_kind_and_its_words() {
    for &(text, kind, says) in MISTAKES {
        let error = error(text);
        assert_eq!(error.mistake.kind(), kind, "{text}: {error}");
        assert!(error.message().contains(says), "{text}: {error}");
        assert!(
            error.message().ends_with('.') && error.fix().ends_with(['.']),
            "{text}: {error}"
        );
    }
}

#[test]
fn every_fix_that_shows_a_date_shows_one_that_is_read() {
    let mut shown = 0;
    for (text, ..) in MISTAKES {
        let fix = error(text).fix();
        let words = fix
            .split(' ')
            .map(|word| word.trim_end_matches(['.', ',', ';', ':']));
        for word in
            words.filter(|word| word.len() > 3 && word.contains(|c: char| c.is_ascii_digit()))
        {
            // “between -14:00 and +14:00” are distances, 24:00 is a time.
            if !word.ends_with("14:00") && word != "24:00" {
                Date::parse(word).unwrap_or_else(|error| panic!("{fix}: {error}"));
                shown += 1;
            }
        }
    }
    assert!(shown > MISTAKES.len() / 2, "{shown}");
}

#[test]
fn a_long_text_is_quoted_in_part() {
    let long = "не дата ".repeat(10_000);
    let error = error(&long);
    assert!(error.message().starts_with("“не дата"), "{error}");
    assert!(
        error.message().contains("…”") && error.message().chars().count() < 120,
        "{error}"
    );
}
