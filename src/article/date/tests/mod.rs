#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod arithmetic;
mod extents;
mod messages;
mod properties;
mod standard;
