//! Dates as news articles know them: EDTF, the Extended Date/Time Format (ISO 8601-2:2019,
//! Annex A), levels 0, 1 and 2, in whole seconds, with no floating point. Days are those of
//! the proleptic Gregorian calendar; the Julian one may be named beside a date.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `shape`, `point` | what can be written: a date, a range, a set; how exactly, how surely |
//! | `edtf`, `single`, `year`, `time`, `cursor` | how it is read |
//! | `extent`, `calendar`, `civil`, `instant` | from when to when it can mean |
//! | `asked`, `iso` | what can be asked of a date: order, edges, precision, heading |

mod asked;
mod calendar;
mod civil;
mod cursor;
mod edtf;
mod error;
mod extent;
mod instant;
mod iso;
mod point;
mod shape;
mod single;
mod time;
mod when;
mod year;

#[cfg(test)]
mod tests;

pub use asked::Heading;
pub use calendar::Calendar;
pub use civil::Civil;
pub use error::DateError;
pub use instant::Instant;
pub use point::{Hemisphere, Part, Parts, Point, Precision, Unspecified, Zone};
pub use shape::{Date, Edge, Member, Shape};
pub use when::{Basis, When};
