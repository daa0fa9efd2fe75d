//! What others write, read into an article; and an article written for others.
pub mod dates;
