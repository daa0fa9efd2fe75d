//! Day arithmetic on chosen days; [`super::properties`] tries arbitrary ones.

use crate::article::Instant;
use crate::article::date::Civil;

const fn civil(year: i64, month: u8, day: u8) -> Civil {
    Civil { year, month, day }
}

#[test]
fn known_days() {
    // Julian day numbers (0 at noon of -4713-11-24) less 2,440,588, that of 1970-01-01.
    for (day, days, weekday) in [
        (civil(1970, 1, 1), 0, 4),
        (civil(2000, 1, 1), 10_957, 6),
        (civil(1858, 11, 17), -40_587, 3),
        (civil(1582, 10, 15), -141_427, 5),
        (civil(-4713, 11, 24), -2_440_588, 1),
    ] {
        assert_eq!(day.to_days(), days, "{day:?}");
        assert_eq!(Civil::from_days(days), day);
        assert_eq!(day.weekday(), weekday, "{day:?}");
        assert_eq!(Instant::from_civil(day).weekday(), weekday);
    }
}

#[test]
fn years_about_zero_have_their_days() {
    assert_eq!(civil(0, 2, 28).next_day(), civil(0, 2, 29));
    assert_eq!(civil(-1, 2, 28).next_day(), civil(-1, 3, 1));
    assert_eq!(civil(-1, 12, 31).next_day(), civil(0, 1, 1));
    assert_eq!(civil(0, 1, 1).add_days(-1), civil(-1, 12, 31));
}

#[test]
fn steps_end_in_shorter_months() {
    assert_eq!(civil(2023, 1, 31).add_months(1), civil(2023, 2, 28));
    assert_eq!(civil(2024, 1, 31).add_months(-11), civil(2023, 2, 28));
    assert_eq!(civil(2024, 2, 29).add_years(1), civil(2025, 2, 28));
    assert_eq!(civil(2024, 2, 29).add_years(-4), civil(2020, 2, 29));
    assert_eq!(civil(2024, 5, 17).next_year(), civil(2025, 1, 1));
    assert_eq!(civil(-1, 12, 31).next_month(), civil(0, 1, 1));
    assert_eq!(civil(2024, 5, 17).start_of_month(), civil(2024, 5, 1));
    assert_eq!(civil(2024, 5, 17).start_of_year(), civil(2024, 1, 1));
}

#[test]
fn the_ends_of_the_axis_are_days_like_any_other() {
    for end in [Instant(i64::MIN), Instant(i64::MAX)] {
        let day = end.civil();
        assert!(Civil::new(day.year.signum() * 292_000_000_000, day.month, day.day).is_some());
        assert_eq!(day.year.abs() / 1_000_000, 292_277);
        let (hour, minute, second) = end.time();
        let time = i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        assert_eq!(time, end.second_of_day());
    }
    // Known from the last second of 64-bit Unix time, 292277026596-12-04T15:30:07Z.
    assert_eq!(Instant(i64::MAX).civil(), civil(292_277_026_596, 12, 4));
    assert_eq!(Instant(i64::MAX).time(), (15, 30, 7));
}

#[test]
fn senseless_fields_do_not_panic() {
    for year in [i64::MIN, i64::MAX] {
        for field in [0, u8::MAX] {
            let day = civil(year, field, field);
            let at = Instant::from_civil(day);
            assert_eq!(at.0.signum(), year.signum());
            let _ = (
                day.add_days(year),
                day.add_months(year),
                day.add_years(year),
            );
            let _ = (
                day.next_day(),
                day.next_month(),
                day.next_year(),
                day.weekday(),
            );
        }
    }
    let _ = Civil::from_days(i64::MIN).to_days();
    assert!(Civil::new(i64::MAX, 1, 1).is_none());
}
