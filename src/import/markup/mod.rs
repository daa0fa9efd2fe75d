//! Texts with HTML in them made plain, and the marked-up list of a page. The tokens are
//! html5gum's; what they mean here is said in the files of this folder.

mod plain;
mod token;
mod tree;

pub use plain::{Plain, looks_marked_up, plain};
pub use token::{Piece, pieces};
pub(super) use tree::{Element, Node, tree};
