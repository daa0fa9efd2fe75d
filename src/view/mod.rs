//! Views: they render [`crate::explore::State`] as HTML, in the browser and, natively,
//! under Yew's server renderer, where [`Context::plain`] leaves out every control that
//! would need code. A control says in its `data-act` what it does.

mod axis;
mod cards;
mod context;
mod corrections;
mod datetime;
mod eras;
mod event;
mod find;
mod flags;
mod list;
mod marked;
mod notes;
mod pager;
mod piece;
mod quotation;
mod root;
mod status;
mod strip;
mod tree;
mod widths;
mod words;

pub use context::Context;
pub use flags::Flags;
#[cfg(not(target_arch = "wasm32"))]
pub use notes::Notes;
pub use root::root;
pub use tree::Tree;
pub use widths::Widths;
#[cfg(not(target_arch = "wasm32"))]
pub use words::file;
pub use words::{
    Counted, DatePart, Form, Intl, Listing, MakeIntl, PartKind, Plural, Strings, Words, direction,
    fill,
};
