//! The fields of an article: which there are, what is asked for in each, and how each is
//! written in one line of text and read from it.

mod corrected;
mod fields;
mod names;
mod text;

pub use corrected::{Corrected, corrected, divided, parts};
pub use fields::{Column, Field, Kind, columns, fields, label};
pub use names::Names;
pub use text::{Read, read, write};
