//! An article written for others.

pub mod csv;
