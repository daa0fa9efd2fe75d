use std::fmt;

/// Why nothing came of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is larger than an article's data may be.
    TooLarge {
        /// Its size in MiB.
        size: usize,
        /// The limit in MiB.
        most: usize,
    },
    /// A table with more columns than anybody fills in.
    TooWide {
        /// Where.
        row: u32,
        /// How many.
        columns: usize,
        /// The limit.
        most: usize,
    },
    /// A spreadsheet with more cells than are read.
    TooManyCells {
        /// The limit.
        most: usize,
    },
    /// A packed file that unpacks to more than is read.
    Bomb {
        /// The limit in MiB.
        most: usize,
    },
    /// JSON nested deeper than is read.
    TooDeep {
        /// The limit.
        most: usize,
    },
    /// A kind of file that is not read.
    Kind {
        /// What it is.
        is: String,
        /// What to give instead.
        cure: String,
    },
    /// It begins as a kind that is read, and is broken.
    Broken {
        /// What it begins as.
        kind: String,
        /// What is wrong, in the words of its reader.
        why: String,
    },
    /// What was told beside the source makes no sense.
    Option {
        /// A sentence.
        why: String,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Empty => out.write_str("There is nothing in the file."),
            Unreadable::TooLarge { size, most } => write!(
                out,
                "The file has {size} MiB; at most {most} MiB are read. Divide it."
            ),
            Unreadable::TooWide { row, columns, most } => write!(
                out,
                "Row {row} has {columns} columns; at most {most} are read. Is the delimiter the right one?"
            ),
            Unreadable::TooManyCells { most } => write!(
                out,
                "The spreadsheet has more than {most} cells; save the sheet of the events alone, as CSV."
            ),
            Unreadable::Bomb { most } => write!(
                out,
                "The file unpacks to more than {most} MiB; no timeline is that large. Save the sheet as CSV."
            ),
            Unreadable::TooDeep { most } => {
                write!(out, "The JSON is nested deeper than {most} levels.")
            }
            Unreadable::Kind { is, cure } => write!(out, "This is {is}. {cure}"),
            Unreadable::Broken { kind, why } => {
                write!(out, "This begins as {kind}, but cannot be read: {why}.")
            }
            Unreadable::Option { why } => out.write_str(why),
        }
    }
}

impl std::error::Error for Unreadable {}
