//! Yew components: they render [`crate::explore::State`] and hand actions back. The
//! same components run in the browser and, natively, under Yew's server renderer.

mod context;
mod device;
mod root;
mod words;

pub use context::Context;
pub use device::{Device, Key};
pub use root::{Root, RootProps};
pub use words::{Form, Intl, Plural, Words};
