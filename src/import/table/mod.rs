//! Tables: from cells to entries.

mod columns;
mod dated;
mod delimited;
mod headers;
mod role;
mod rows;

pub(super) use columns::Plan;
pub(super) use dated::with_end;
pub(super) use delimited::{Record, delimiter, records};
pub(super) use headers::{find_header, known_headers};
pub use role::Role;
pub(super) use rows::{build, build_as_eras, build_with};

use super::ledger::PieceId;

/// A table whose cells are pieces of the ledger.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub headers: Vec<Header>,
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    pub name: String,
    /// The piece it stands in; none where the source names it otherwise.
    pub piece: Option<PieceId>,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub cells: Vec<Option<PieceId>>,
}

impl Row {
    pub(super) fn cell(&self, column: usize) -> Option<PieceId> {
        self.cells.get(column).copied().flatten()
    }
}
