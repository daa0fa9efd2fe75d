use crate::article::{
    Date,
    date::{Point, Precision, Shape},
};

/// `date` as the `datetime` of a `<time>` element (HTML, 4.5.14 The time element), which
/// has forms for a year, month, day and minute of the years 1 to 9999; `None` for others.
#[must_use]
pub(super) fn datetime(date: &Date) -> Option<String> {
    let Shape::Single(point) = date.shape else {
        return None;
    };
    let Point {
        year,
        month,
        day,
        time: (hour, minute, _),
        precision,
        ..
    } = point;
    if !(1..=9999).contains(&year) {
        return None;
    }
    let parts: &[(&str, i64)] = &[
        ("", year),
        ("-", month.into()),
        ("-", day.into()),
        ("T", hour.into()),
        (":", minute.into()),
    ];
    let count = match precision {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
        Precision::Minute | Precision::Second => 5,
        Precision::Years(_) | Precision::Season => return None,
    };
    let mut text = String::new();
    for (before, number) in parts.iter().take(count) {
        text.push_str(before);
        let digits = number.to_string();
        let width = if before.is_empty() { 4 } else { 2 };
        for _ in digits.len()..width {
            text.push('0');
        }
        text.push_str(&digits);
    }
    if count == 5 {
        text.push('Z');
    }
    Some(text)
}
