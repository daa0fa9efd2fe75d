use crate::article::date::Civil;

/// The distance between two ticks: so many of a calendar unit.
///
/// The ticks of a step are numbered without a gap, upwards with time, so that none
/// can be skipped or come twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A divisor of a minute.
    Seconds(i64),
    /// A divisor of an hour.
    Minutes(i64),
    /// A divisor of a day.
    Hours(i64),
    /// So many days, counted from 1970-01-01.
    Days(i64),
    /// Mondays.
    Weeks,
    /// A divisor of a year.
    Months(i64),
    /// So many years, counted as historians do: from the year 1 upwards and from the
    /// year 1 BCE downwards, with no year 0. Steps of 5 and more have a tick at 1 CE.
    Years(i64),
}

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
const FINE: [Step; 23] = [
    Step::Seconds(1),
    Step::Seconds(2),
    Step::Seconds(5),
    Step::Seconds(10),
    Step::Seconds(15),
    Step::Seconds(30),
    Step::Minutes(1),
    Step::Minutes(2),
    Step::Minutes(5),
    Step::Minutes(10),
    Step::Minutes(15),
    Step::Minutes(30),
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Weeks,
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
];
/// Ticks never lie closer together, in px.
const MOST: f64 = 24.0;
/// The farthest year that a tick is put at.
const FARTHEST: i64 = 290_000_000_000;

impl Step {
    /// The finest step, from `least` on, whose ticks lie at least `room` px apart, a px
    /// being `scale` seconds.
    pub(super) fn finest(scale: f64, least: Step, room: impl Fn(Step) -> f64) -> Step {
        let mut step = least;
        while step.shortest() / scale < MOST || step.shortest() / scale < room(step) {
            match step.coarser() {
                Some(next) => step = next,
                None => break,
            }
        }
        step
    }

    /// The next step of more seconds; nothing after the coarsest.
    fn coarser(self) -> Option<Step> {
        let fine = FINE.iter().position(|step| *step == self);
        match (fine, self) {
            (Some(at), _) => Some(FINE.get(at + 1).copied().unwrap_or(Step::Years(1))),
            (None, Step::Years(count)) if count < FARTHEST / 10 => Some(Step::Years(
                // 1, 2, 5, 10 …
                if leading(count) == 2 {
                    count / 2 * 5
                } else {
                    count * 2
                },
            )),
            _ => None,
        }
    }

    /// The next step of fewer seconds; nothing below a second.
    pub(super) fn finer(self) -> Option<Step> {
        match self {
            Step::Years(1) => FINE.last().copied(),
            Step::Years(count) => Some(Step::Years(if leading(count) == 5 {
                count / 5 * 2
            } else {
                count / 2
            })),
            _ => {
                let at = FINE.iter().position(|step| *step == self)?;
                FINE.get(at.checked_sub(1)?).copied()
            }
        }
    }

    /// The finest step whose ticks can be told apart in words around a year: of one far
    /// away no more than four digits are said, and no months.
    #[must_use]
    pub fn readable(year: i64) -> Step {
        let year = year.unsigned_abs();
        if year < 10_000 {
            return Step::Seconds(1);
        }
        Step::Years(10_i64.pow(year.ilog10().saturating_sub(3)))
    }

    /// The coarser step that gives its ticks their context; years need none.
    #[must_use]
    pub fn major(self) -> Option<Step> {
        match self {
            Step::Seconds(_) => Some(Step::Minutes(1)),
            Step::Minutes(_) | Step::Hours(_) => Some(Step::Days(1)),
            Step::Days(_) | Step::Weeks => Some(Step::Months(1)),
            Step::Months(_) => Some(Step::Years(1)),
            Step::Years(_) => None,
        }
    }

    /// Seconds between the two ticks that lie closest together.
    #[must_use]
    pub fn shortest(self) -> f64 {
        match self {
            Step::Seconds(count) => count as f64,
            Step::Minutes(count) => (count * MINUTE) as f64,
            Step::Hours(count) => (count * HOUR) as f64,
            Step::Days(count) => (count * DAY) as f64,
            Step::Weeks => (7 * DAY) as f64,
            // February and the two months before it are the shortest.
            Step::Months(1) => (28 * DAY) as f64,
            Step::Months(count) => (count * 30 * DAY) as f64,
            // From 1 CE to the next tick is a year less than a whole step.
            Step::Years(count @ 5..) => ((count - 1) * 365 * DAY) as f64,
            Step::Years(count) => (count * 365 * DAY) as f64,
        }
    }

    /// The number of the last tick at or before a second.
    #[must_use]
    pub fn before(self, second: i64) -> i64 {
        let day = second.div_euclid(DAY);
        match self {
            Step::Seconds(count) => second.div_euclid(count),
            Step::Minutes(count) => second.div_euclid(count * MINUTE),
            Step::Hours(count) => second.div_euclid(count * HOUR),
            Step::Days(count) => day.div_euclid(count),
            // 1970-01-01 was a Thursday.
            Step::Weeks => (day + 3).div_euclid(7),
            Step::Months(count) => {
                let civil = Civil::from_days(day);
                (civil.year * 12 + i64::from(civil.month) - 1).div_euclid(count)
            }
            Step::Years(count) => {
                let year = Civil::from_days(day).year;
                match count {
                    1 => year,
                    _ if year >= count => year / count,
                    2 => (year + 1).div_euclid(2).min(0),
                    _ if year >= 1 => 0,
                    _ => -((1 - year + count - 1) / count),
                }
            }
        }
    }

    /// The second at which a tick stands.
    #[must_use]
    pub fn second(self, number: i64) -> i64 {
        let days = match self {
            Step::Seconds(count) => return number.saturating_mul(count),
            Step::Minutes(count) => return number.saturating_mul(count * MINUTE),
            Step::Hours(count) => return number.saturating_mul(count * HOUR),
            Step::Days(count) => number.saturating_mul(count),
            Step::Weeks => number.saturating_mul(7).saturating_sub(3),
            Step::Months(count) => {
                let month = number.saturating_mul(count);
                let year = month.div_euclid(12);
                Civil {
                    year,
                    month: month.rem_euclid(12) as u8 + 1,
                    day: 1,
                }
                .to_days()
            }
            Step::Years(_) => Civil {
                year: self.year(number),
                month: 1,
                day: 1,
            }
            .to_days(),
        };
        days.saturating_mul(DAY)
    }

    /// The astronomical year of a tick of years.
    fn year(self, number: i64) -> i64 {
        let Step::Years(count) = self else {
            return number;
        };
        let year = match (count, number) {
            (1, _) => number,
            (_, 1..) => number.saturating_mul(count),
            // 2 BCE is the year -1, 4 BCE the year -3.
            (2, _) => number.saturating_mul(2) - 1,
            (_, 0) => 1,
            // 10 BCE is the year -9.
            _ => number.saturating_mul(count) + 1,
        };
        year.clamp(-FARTHEST, FARTHEST)
    }
}

/// The first digit of a number.
fn leading(number: i64) -> i64 {
    let mut digit = number;
    while digit >= 10 {
        digit /= 10;
    }
    digit
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn any() -> impl Strategy<Value = Step> {
        prop_oneof![
            prop::sample::select(FINE.to_vec()),
            (0u32..9, prop::sample::select(vec![1i64, 2, 5]))
                .prop_map(|(ten, times)| Step::Years(10i64.pow(ten) * times)),
        ]
    }

    proptest! {
        #[test]
        fn ticks_strictly_increase_and_enclose(step in any(), second in -40_000_000_000_000_000i64..40_000_000_000_000_000) {
            let number = step.before(second);
            let (this, next) = (step.second(number), step.second(number + 1));
            prop_assert!(this <= second, "{this} {second}");
            prop_assert!(second < next);
            prop_assert!((next - this) as f64 >= step.shortest());
            prop_assert_eq!(step.before(this), number);
        }

        #[test]
        fn every_tick_is_on_a_calendar_boundary(step in any(), second in -400_000_000_000i64..400_000_000_000) {
            let at = step.second(step.before(second));
            let civil = Civil::from_days(at.div_euclid(DAY));
            match step {
                Step::Seconds(count) => prop_assert_eq!(at.rem_euclid(60) % count, 0),
                Step::Minutes(count) => prop_assert_eq!(at.rem_euclid(HOUR) % (count * 60), 0),
                Step::Hours(count) => prop_assert_eq!(at.rem_euclid(DAY) % (count * HOUR), 0),
                Step::Days(_) => prop_assert_eq!(at.rem_euclid(DAY), 0),
                Step::Weeks => prop_assert_eq!(civil.weekday(), 1),
                Step::Months(count) => {
                    prop_assert_eq!(civil.day, 1);
                    prop_assert_eq!(i64::from(civil.month - 1) % count, 0);
                }
                Step::Years(count) => {
                    prop_assert_eq!((civil.month, civil.day), (1, 1));
                    let labelled = if civil.year > 0 { civil.year } else { 1 - civil.year };
                    prop_assert!(labelled % count == 0 || civil.year == 1);
                }
            }
        }
    }

    fn years(step: Step, from: i64, count: usize) -> Vec<i64> {
        let first = step.before(
            Civil {
                year: from,
                month: 1,
                day: 1,
            }
            .to_days()
                * DAY,
        );
        (first..)
            .take(count)
            .map(|number| step.year(number))
            .collect()
    }

    #[test]
    fn there_is_no_year_zero() {
        assert_eq!(years(Step::Years(1), -1, 4), [-1, 0, 1, 2]);
        assert_eq!(years(Step::Years(2), -3, 4), [-3, -1, 2, 4]);
        assert_eq!(years(Step::Years(10), -19, 5), [-19, -9, 1, 10, 20]);
        assert_eq!(
            years(Step::Years(1000), -1999, 5),
            [-1999, -999, 1, 1000, 2000]
        );
    }

    #[test]
    fn steps_coarsen_with_the_scale() {
        let day = |px: f64| Step::finest(DAY as f64 / px, Step::Seconds(1), |_| 60.0);
        assert_eq!(day(60.0), Step::Days(1));
        assert_eq!(day(59.0), Step::Days(2));
        assert_eq!(day(9.0), Step::Weeks);
        assert_eq!(day(3.0), Step::Months(1));
        assert_eq!(day(100_000.0), Step::Minutes(1));
        assert_eq!(day(6_000_000.0), Step::Seconds(1));
        assert_eq!(
            Step::finest(3.2e16 / 60.0, Step::Seconds(1), |_| 60.0),
            Step::Years(2_000_000_000)
        );
    }

    #[test]
    fn every_step_has_its_neighbours() {
        let mut step = Step::Seconds(1);
        assert_eq!(step.finer(), None);
        while let Some(next) = step.coarser() {
            assert!(next.shortest() > step.shortest(), "{step:?} {next:?}");
            assert_eq!(next.finer(), Some(step));
            step = next;
        }
        assert_eq!(step, Step::Years(50_000_000_000));
    }

    #[test]
    fn far_years_are_told_apart_by_four_digits() {
        assert_eq!(Step::readable(2018), Step::Seconds(1));
        assert_eq!(Step::readable(-12_500), Step::Years(10));
        assert_eq!(Step::readable(-13_799_999_999), Step::Years(10_000_000));
        assert_eq!(Step::readable(i64::MIN), Step::Years(1_000_000_000_000_000));
    }
}
