//! Dates as news articles know them: EDTF (ISO 8601-2:2019, Annex A), proleptic
//! Gregorian, in whole seconds, with no local time zone and no floating point.

mod civil;
mod edtf;
mod error;
mod extent;
mod instant;
mod point;
mod reader;
mod shape;
mod time;
mod when;
mod year;

#[cfg(test)]
mod tests;

pub use civil::Civil;
pub use error::DateError;
pub use instant::Instant;
pub use shape::{Date, Edge, Point, Precision, Shape};
pub use when::{Basis, When};
