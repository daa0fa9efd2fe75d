use crate::article::{Date, date::Shape};

/// `date` as the `datetime` of a `<time>` element (HTML, 4.5.14 The time element), which
/// has forms for a year, month, day and time of the years 1 to 9999; `None` for others.
#[must_use]
pub(super) fn datetime(date: &Date) -> Option<String> {
    let Shape::Single(point) = date.shape else {
        return None;
    };
    point.iso().filter(|iso| !iso.starts_with("0000"))
}
