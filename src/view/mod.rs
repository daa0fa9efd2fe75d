//! Yew components: they render [`crate::explore::State`] and hand actions back. The
//! same components run in the browser and, natively, under Yew's server renderer,
//! where [`Context::plain`] leaves out every control that would need code.

mod axis;
mod cards;
mod context;
mod corrections;
mod datetime;
mod device;
mod eras;
mod event;
mod find;
mod list;
mod marked;
mod pager;
mod part;
mod quotation;
mod root;
mod status;
mod strip;
mod words;

pub use context::Context;
pub use device::{Device, Key};
pub use root::root;
pub use words::{Counted, Form, Intl, MakeIntl, Plural, Strings, Words, direction, fill};
