//! What is edited, and how. All of it is pure: the same steps give the same work.
//!
//! An article is a [`Node`], its JSON as it stands, so that what the desk has no field for
//! is kept. Nodes are shared: a step makes anew only what lies on the way to what it
//! changes, so undo keeps whole works for little, and a view sees by a pointer that its part
//! is the same.

mod desk;
mod keys;
mod lists;
mod node;
mod place;
mod rows;
mod step;
mod waiting;

pub use desk::{Action, Desk, UNDONE_AT_MOST};
pub use keys::{Cell, Shortcut, shortcut};
pub use lists::{carried, name_of, swapped, without};
pub use node::{Node, child, last, pointer};
pub use place::{Place, Section};
pub use rows::{blank, cells, free_id, with_person};
pub use step::{Step, Work};
pub use waiting::Waiting;
