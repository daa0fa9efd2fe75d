//! Properties over arbitrary days and texts. Within its years (-9999 to 9999) jiff is
//! the oracle of day arithmetic; beyond them the calendar's own laws are.

use jiff::civil as oracle;
use proptest::prelude::*;

use crate::article::date::{Calendar, Civil};
use crate::article::{Date, Instant};

fn from_oracle(date: oracle::Date) -> Civil {
    Civil {
        year: date.year().into(),
        month: date.month() as u8,
        day: date.day() as u8,
    }
}

fn epoch() -> oracle::Date {
    oracle::date(1970, 1, 1)
}

/// Days of jiff's years, leaving a margin for steps.
fn near_days() -> impl Strategy<Value = i64> {
    -4_300_000i64..=2_900_000
}

/// Days of every year that a date may have.
fn far_days() -> impl Strategy<Value = i64> {
    prop_oneof![
        -106_650_000_000_000i64..=106_650_000_000_000,
        -4_000_000_000i64..=4_000_000_000
    ]
}

fn any_instant() -> impl Strategy<Value = Instant> {
    any::<i64>().prop_map(Instant)
}

/// Texts made of the grammar's own bytes, which get deeper than arbitrary ones.
fn almost_dates() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9XYEST:Z/?~%.,{}\\[\\] +-]{0,24}",
        "[-Y]?[0-9X]{4}(-[0-9X]{2}){0,2}(T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?)?[?~%]?",
        "(\\.\\.|[12][0-9]{3}(-[01][0-9])?)?/(\\.\\.|[12][0-9]{3}(-[01][0-9])?)?",
        "-?[0-9X]{4}(-[0-4X][0-9X]){0,2}[?~%]?",
        "[{\\[](\\.\\.)?[12][0-9]{3}(,[12][0-9]{3}(\\.\\.[12][0-9]{3})?){0,4}(\\.\\.)?[}\\]]",
        "Y-?[0-9]{1,24}(E[0-9]{1,22})?(S[0-9]{1,22})?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn days_agree_with_jiff(days in near_days()) {
        let expected = epoch() + jiff::Span::new().days(days);
        let civil = Civil::from_days(days);
        prop_assert_eq!(civil, from_oracle(expected));
        prop_assert_eq!(civil.to_days(), days);
        prop_assert_eq!(i64::from(civil.weekday()), i64::from(expected.weekday().to_monday_one_offset()));
        prop_assert_eq!(Civil::is_leap_year(civil.year), expected.in_leap_year());
        prop_assert_eq!(i64::from(Civil::month_length(civil.year, civil.month)), i64::from(expected.days_in_month()));
    }

    #[test]
    fn steps_agree_with_jiff(days in near_days(), months in -9_000i64..9_000, years in -700i64..700) {
        let start = epoch() + jiff::Span::new().days(days);
        let civil = from_oracle(start);
        if let Ok(expected) = start.checked_add(jiff::Span::new().months(months)) {
            prop_assert_eq!(civil.add_months(months), from_oracle(expected));
        }
        if let Ok(expected) = start.checked_add(jiff::Span::new().years(years)) {
            prop_assert_eq!(civil.add_years(years), from_oracle(expected));
        }
    }

    #[test]
    fn instants_agree_with_jiff(seconds in -377_705_000_000i64..=253_402_000_000) {
        let expected = jiff::Timestamp::from_second(seconds).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
        let instant = Instant(seconds);
        prop_assert_eq!(instant.civil(), from_oracle(expected.date()));
        let time = (expected.hour() as u8, expected.minute() as u8, expected.second() as u8);
        prop_assert_eq!(instant.time(), time);
    }

    #[test]
    fn written_times_agree_with_jiff(
        seconds in -62_135_000_000i64..=253_402_000_000,
        offset in -14i64 * 60..=14 * 60,
    ) {
        let zone = jiff::tz::Offset::from_seconds(offset as i32 * 60).unwrap();
        let local = zone.to_datetime(jiff::Timestamp::from_second(seconds).unwrap());
        let sign = if offset < 0 { '-' } else { '+' };
        let text = format!("{local}{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60);
        let date = Date::parse(&text).unwrap();
        prop_assert_eq!(date.earliest, Some(Instant(seconds)), "{}", text);
        prop_assert_eq!(date.end, Some(Instant(seconds + 1)));
    }

    #[test]
    fn days_and_dates_are_one_to_one_and_in_order(days in far_days()) {
        let civil = Civil::from_days(days);
        prop_assert_eq!(civil.to_days(), days);
        prop_assert_eq!(Civil::new(civil.year, civil.month, civil.day), Some(civil));
        let next = civil.next_day();
        prop_assert!(next > civil);
        prop_assert_eq!(next.to_days(), days + 1);
        prop_assert_eq!(next.weekday(), civil.weekday() % 7 + 1);
        // The calendar repeats after 400 years.
        let later = civil.add_years(400);
        prop_assert_eq!((later.month, later.day), (civil.month, civil.day));
        prop_assert_eq!(later.to_days() - days, 146_097);
    }

    #[test]
    fn starts_of_months_follow_each_other(days in far_days()) {
        let start = Civil::from_days(days).start_of_month();
        let length = i64::from(Civil::month_length(start.year, start.month));
        prop_assert_eq!(start.next_month().to_days() - start.to_days(), length);
        prop_assert_eq!(start.add_months(12), start.add_years(1));
        prop_assert_eq!(start.next_month().add_months(-1), start);
    }

    #[test]
    fn instants_are_a_day_and_its_seconds(instant in any_instant()) {
        let (midnight, seconds) = (Instant::from_civil(instant.civil()), instant.second_of_day());
        prop_assert!((0..Instant::DAY).contains(&seconds));
        // The first day of the axis begins before the axis does.
        if instant.civil() != Instant(i64::MIN).civil() {
            prop_assert_eq!(midnight.add_seconds(seconds), instant);
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        let _ = Date::parse(&text);
    }

    #[test]
    fn whatever_is_read_is_in_order(text in almost_dates()) {
        match Date::parse(&text) {
            Ok(date) => {
                prop_assert!(date.points().next().is_some());
                if let (Some(earliest), Some(end)) = (date.earliest, date.end) {
                    prop_assert!(earliest < end, "{}", text);
                }
                prop_assert_eq!(date.earliest, date.first().and_then(|point| point.earliest()));
                prop_assert_eq!(date.end, date.last().and_then(|point| point.end()));
                for point in date.points() {
                    prop_assert!(Civil::YEARS.contains(&point.year));
                    prop_assert!(point.earliest() < point.end() || point.is_undated());
                }
            }
            Err(error) => {
                let kinds = ["impossible-date", "ungrammatical-date", "end-before-start"];
                prop_assert!(kinds.contains(&error.mistake.kind()));
                prop_assert!(error.message().ends_with('.') && error.fix().len() > 10);
                prop_assert!(error.message().len() < 200);
            }
        }
    }

    /// A pattern means exactly the days that match it, from the first to the last.
    #[test]
    fn unspecified_digits_mean_the_days_that_match(
        days in -700_000i64..700_000,
        masks in prop::collection::vec(any::<bool>(), 8),
    ) {
        let day = Civil::from_days(days);
        let written = |day: Civil| format!("{:04}{:02}{:02}", day.year, day.month, day.day);
        prop_assume!((1..=9999).contains(&day.year));
        let digits = written(day);
        let masked: String = digits.chars().zip(&masked_year(&masks)).map(|(c, mask)| if *mask { 'X' } else { c }).collect();
        let text = format!("{}-{}-{}", &masked[..4], &masked[4..6], &masked[6..]);
        let date = Date::parse(&text).unwrap();
        let matches = |at: i64| {
            let other = written(Civil::from_days(at));
            other.len() == 8 && !other.starts_with('-') && other.chars().zip(masked.chars()).all(|(a, b)| b == 'X' || a == b)
        };
        let (first, end) = (date.earliest.unwrap().0 / Instant::DAY, date.end.unwrap().0 / Instant::DAY);
        prop_assert!(first <= days && days < end, "{}", text);
        prop_assert!(matches(first) && matches(end - 1), "{}", text);
        prop_assert!(!(first - 400..first).any(matches) && !(end..end + 400).any(matches), "{}", text);
    }

    #[test]
    fn julian_days_follow_each_other(year in -5_000i64..5_000, month in 1u8..=12) {
        let length = Calendar::Julian.month_length(year, month);
        let first = Calendar::Julian.to_civil(year, month, 1);
        let last = Calendar::Julian.to_civil(year, month, length);
        prop_assert_eq!(last.to_days() - first.to_days() + 1, i64::from(length));
        let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        prop_assert_eq!(last.next_day(), Calendar::Julian.to_civil(year, month, 1));
    }

    #[test]
    fn every_day_is_read_as_written(days in near_days()) {
        let day = Civil::from_days(days);
        let sign = if day.year < 0 { "-" } else { "" };
        let text = format!("{sign}{:04}-{:02}-{:02}", day.year.abs(), day.month, day.day);
        let date = Date::parse(&text).unwrap();
        prop_assert_eq!(date.earliest, Some(Instant(days * Instant::DAY)));
        prop_assert_eq!(date.end, Some(Instant((days + 1) * Instant::DAY)));
    }
}

/// Not all of a year, which would be undated.
fn masked_year(masks: &[bool]) -> Vec<bool> {
    let mut masks = masks.to_vec();
    masks[0] &= !masks[..4].iter().all(|mask| *mask);
    masks
}

/// Work grows with the text and no faster. A busy machine may spoil a measurement,
/// so one good one in five is enough: a quadratic reader never has one.
#[test]
#[allow(clippy::disallowed_methods, reason = "tests may tell the time")]
fn reading_is_linear() {
    let elapsed = |members: usize| {
        let text = format!("[{}2022]", "1667..1668,".repeat(members));
        let start = std::time::Instant::now();
        assert!(Date::parse(&text).is_ok());
        start.elapsed()
    };
    // 32 times the text; a quadratic reader would need 1,024 times as long.
    let ratios = (0..5).map(|_| elapsed(64_000).as_secs_f64() / elapsed(2_000).as_secs_f64());
    let ratios: Vec<_> = ratios.collect();
    assert!(ratios.iter().any(|ratio| *ratio < 150.0), "{ratios:?}");
}
