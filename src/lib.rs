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
//! | `browser` | everything that touches the page; compiled for wasm only, as is `intl`, what it knows of languages |
//!
//! The last two need the feature `widget`; the second program that readers may fetch,
//! `src/bin/finder.rs`, is built without. What no reader downloads stands beside them, for the
//! native `dateline` command (the package in `cli/`) and the desk: `import` and `picture`, each
//! behind its feature, and `check`, what an editor is told beyond what reading tells.

// As `indexing_slicing` in Cargo.toml, for texts; tests may.
#![cfg_attr(not(test), deny(clippy::string_slice))]

pub mod article;
#[cfg(all(feature = "widget", target_os = "unknown"))]
pub mod browser;
#[cfg(feature = "import")]
pub mod check;
pub mod explore;
#[cfg(feature = "import")]
pub mod import;
#[cfg(all(any(feature = "widget", feature = "words"), target_os = "unknown"))]
pub mod intl;
#[cfg(feature = "picture")]
pub mod picture;
mod sorting;
pub mod timeline;
#[cfg(any(feature = "widget", feature = "words"))]
pub mod view;
