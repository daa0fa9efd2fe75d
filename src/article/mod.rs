//! What the editor wrote, read and checked: schema 1.
//!
//! An [`Article`] is only ever made by reading a [`Value`], so whoever holds one
//! knows that its ids are unique, its cross-references resolve and its dates exist.

mod budget;
mod code;
mod country;
pub mod date;
pub mod decode;
mod event;
mod fact;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub mod json;
pub mod limits;
mod mistake;
mod model;
pub mod passage;
mod person;
mod problem;
mod read;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
mod sentence;
mod severity;
mod source;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub mod spelling;
pub mod turns;
mod value;

pub use code::Code;
pub use country::{Amount, Claim, Comparison, Country, Figure, Kind};
pub use date::{Basis, Date, DateError, Instant, When};
pub use event::{Era, Event, Image, Link, Media, MediaKind};
pub use fact::Fact;
pub use mistake::Mistake;
pub use model::{Article, Correction};
pub use person::Person;
pub use problem::{Problem, push_step, shorten};
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub use read::weekday;
pub use read::{Reading, read, read_in_turns};
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub use sentence::Sentences;
pub use severity::Severity;
pub use source::{Anchor, Publication};
pub use value::Value;

/// Text as the article holds it: shared, so that a view can keep it without copying.
pub type Text = std::rc::Rc<str>;
