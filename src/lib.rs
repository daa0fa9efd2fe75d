//! The map of the house. Dependencies point one way only:
//!
//! ```text
//! browser → view → explore → timeline → article
//! ```
//!
//! | room | what it knows |
//! | --- | --- |
//! | [`article`] | what the editor wrote: events, dates, countries, claims; how it is read and checked |
//! | [`timeline`] | where things go on a time axis: viewport, ticks, lanes, clusters |
//! | [`explore`] | what the reader is doing: [`explore::State`], [`explore::Action`], one reducer |
//! | [`view`] | Yew components that render that state, in the browser and natively |
//! | `browser` | everything that touches the page; compiled for wasm only |
//! | `command` | the native `dateline` command: check and build; never compiled for wasm |
//!
//! The last three need the feature `widget`; the second program that readers may fetch,
//! `src/bin/passages.rs`, is built without.

pub mod article;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod browser;
#[cfg(all(feature = "widget", not(target_arch = "wasm32")))]
pub mod command;
pub mod explore;
#[cfg(feature = "import")]
pub mod import;
pub mod timeline;
#[cfg(feature = "widget")]
pub mod view;
