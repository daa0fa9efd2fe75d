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
    Some(match precision {
        Precision::Year => format!("{year:04}"),
        Precision::Month => format!("{year:04}-{month:02}"),
        Precision::Day => format!("{year:04}-{month:02}-{day:02}"),
        Precision::Minute | Precision::Second => {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}Z")
        }
        Precision::Years(_) | Precision::Season => return None,
    })
}
