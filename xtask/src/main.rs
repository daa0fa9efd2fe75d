//! Dateline's chores.
fn main() {}
