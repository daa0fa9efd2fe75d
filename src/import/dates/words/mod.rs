//! The words of dates in the major languages. A word is looked up in all of them at once:
//! none names two months, which a test holds.
//!
//! | file | what it knows |
//! | --- | --- |
//! | `months` | the names of months |
//! | `senses` | what other words do to a date |
//! | `phrases` | what is said in more than a word, or of the date as a whole |

mod months;
mod phrases;
mod senses;

pub use months::{is_month, month_number};
pub(super) use months::{month, month_of_two};
pub(super) use phrases::{means_unknown, other_calendar, phrased, without_old_style};
pub(super) use senses::{Sense, can_be, senses};
