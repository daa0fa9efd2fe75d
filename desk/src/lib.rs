//! The editor's desk: an article is written beside its live preview, every fact is tied to
//! its sentence, and what is published are files. Nothing leaves the browser.
//!
//! ```text
//! page → forms, check → work
//! ```
//!
//! | room | what it knows |
//! | --- | --- |
//! | [`work`] | what is edited and how: one value, [`work::Desk`], one reducer, pure steps, undo and redo |
//! | [`forms`] | which fields an article has, and how each is written and read as text |
//! | [`check`] | what is wrong, where it leads, and the cure where it is certain |
//! | [`bring`] | what an editor brings, read into an article, by a second program |
//! | [`words`] | what the desk says, in the browser's language |
//! | `page` | the views, the store and the files; compiled for wasm only |

// As `indexing_slicing` in Cargo.toml, for texts; tests may.
#![cfg_attr(not(test), deny(clippy::string_slice))]

pub mod bring;
pub mod check;
pub mod forms;
#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod words;
pub mod work;
