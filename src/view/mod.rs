//! Views: they render [`crate::explore::State`] as HTML, in the browser and, natively,
//! under Yew's server renderer, where [`Context::plain`] leaves out every control that
//! would need code. Controls hand what the reader does to [`Context::act`].

mod axis;
mod card;
mod claims;
mod context;
mod corrections;
mod countries;
mod datetime;
mod element;
mod eras;
mod event;
mod flags;
mod head;
mod heading;
mod icon;
mod links;
mod list;
mod notes;
mod pager;
mod part;
mod picture;
mod root;
mod search;
mod source;
mod sparkline;
mod speaker;
mod status;
mod text;
mod tokens;
mod when;
mod widths;
mod words;

pub use context::Context;
#[cfg(feature = "picture")]
pub(crate) use context::fingerprint;
pub use flags::Flags;
pub use notes::Notes;
pub use root::root;
pub use widths::{MeasureTexts, Widths};
pub use words::{
    Counted, DatePart, Form, Intl, Listing, MakeIntl, PartKind, Plural, Strings, Words, direction,
    fill,
};
#[cfg(not(target_os = "unknown"))]
pub use words::{file, small_file};
