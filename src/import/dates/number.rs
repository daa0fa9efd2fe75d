//! Dates in numbers: 3/4/2021, 4/30/31, 2021/3, 12.05.1999.

use super::{Context, Note, Order, edtf::Parts};

/// One way to read a date, and why it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub parts: Parts,
    pub notes: Vec<Note>,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub value: i64,
    pub digits: usize,
    /// With an apostrophe before it: a year.
    pub short: bool,
}

impl Written {
    /// Whether it must be a year.
    pub(super) fn is_year(&self) -> bool {
        self.short || self.digits >= 3 || self.value > 31 || self.digits == 4
    }
}

/// The years that a written one can mean, the chosen one first.
pub(super) fn years(written: Written, context: &Context) -> Vec<(i64, Option<Note>)> {
    if written.digits != 2 {
        return vec![(written.value, None)];
    }
    let now = context.day.map_or(2026, |day| day.year);
    let hundred = now.div_euclid(100) * 100;
    let candidates = [hundred + written.value, hundred - 100 + written.value];
    if let Some((first, last)) = context.column.years {
        let inside: Vec<i64> = candidates
            .into_iter()
            .filter(|year| (first..=last).contains(year))
            .collect();
        if let [year] = inside.as_slice() {
            return vec![(*year, Some(Note::CenturyOfColumn(year.to_string())))];
        }
    }
    let [this, before] = candidates;
    let (chosen, other) = if this <= now {
        (this, before)
    } else {
        (before, this)
    };
    vec![
        (chosen, Some(Note::Century(chosen.to_string()))),
        (other, None),
    ]
}

/// Two numbers: a year and a month.
pub(super) fn pair(first: Written, second: Written) -> Option<Reading> {
    let (year, month) = match (first.digits, second.digits) {
        (4, 1..=2) => (first, second),
        (1..=2, 4) => (second, first),
        _ => return None,
    };
    let month = u8::try_from(month.value)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some(Reading {
        parts: Parts {
            month: Some(month),
            ..Parts::of_year(year.value)
        },
        notes: Vec::new(),
    })
}

/// Three numbers with `mark` between them: every way to read them, the chosen one first.
pub(super) fn triple(numbers: [Written; 3], mark: char, context: &Context) -> Vec<Reading> {
    let [a, b, c] = numbers;
    if a.digits == 4 {
        return readings([a, b, c], context, Vec::new());
    }
    let dmy = [c, b, a];
    let mdy = [c, a, b];
    if a.is_year() && c.digits <= 2 {
        return readings([a, b, c], context, Vec::new());
    }
    if a.value > 12 && b.value <= 12 {
        return with_short_year(numbers, readings(dmy, context, Vec::new()), context);
    }
    if b.value > 12 && a.value <= 12 {
        return readings(mdy, context, Vec::new());
    }
    if a.value == b.value {
        return readings(dmy, context, Vec::new());
    }
    let (order, note, sure) = chosen_order(mark, context);
    let (first, second) = match order {
        Order::MonthDayYear => (mdy, dmy),
        Order::YearMonthDay if c.digits <= 2 => ([a, b, c], dmy),
        _ => (dmy, mdy),
    };
    let mut all = readings(first, context, vec![note]);
    if !sure {
        all.extend(readings(second, context, Vec::new()));
    }
    all
}

/// `11-03-15` can begin with a year, too.
fn with_short_year(
    numbers: [Written; 3],
    mut all: Vec<Reading>,
    context: &Context,
) -> Vec<Reading> {
    let [a, b, c] = numbers;
    if a.digits == 2 && c.digits == 2 && context.column.order().is_none() && context.order.is_none()
    {
        all.extend(readings([a, b, c], context, Vec::new()));
    }
    all
}

/// The order of day and month, why, and whether it is sure.
fn chosen_order(mark: char, context: &Context) -> (Order, Note, bool) {
    if let Some(order) = context.order {
        return (order, Note::OrderGiven, true);
    }
    if let Some((order, row)) = context.column.order() {
        return (order, Note::OrderOfColumn(row.to_string()), true);
    }
    if let Some(order) = context.format_order {
        return (order, Note::OrderOfFormat(order.words().to_string()), true);
    }
    let order = Order::of_language(&context.language);
    // No country that divides by full stops puts the month first.
    let order = if mark == '.' && order == Order::MonthDayYear {
        Order::DayMonthYear
    } else {
        order
    };
    (
        order,
        Note::OrderOfLanguage(order.words().to_string()),
        false,
    )
}

/// Year, month, day, with every century that the year can be of.
fn readings(order: [Written; 3], context: &Context, notes: Vec<Note>) -> Vec<Reading> {
    let [year, month, day] = order;
    let (Ok(month), Ok(day)) = (u8::try_from(month.value), u8::try_from(day.value)) else {
        return Vec::new();
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return Vec::new();
    }
    years(year, context)
        .into_iter()
        .map(|(year, century)| Reading {
            parts: Parts {
                month: Some(month),
                day: Some(day),
                ..Parts::of_year(year)
            },
            notes: notes.iter().cloned().chain(century).collect(),
        })
        .collect()
}
